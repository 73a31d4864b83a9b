"""A reseller's many clients: every one checked first, the good ones made, and nothing finished ever lost."""

from taahodname.batch.results import BatchResult, Progress, State
from taahodname.batch.run import render_batch

__all__ = ["BatchResult", "Progress", "State", "render_batch"]
