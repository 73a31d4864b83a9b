"""Past one machine: the workers of a Dask cluster, as an executor like any other."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from taahodname.errors import BatchError, UsageError

_WAIT = 10  # seconds for the scheduler to answer


@contextmanager
def cluster_executor(address: str) -> Iterator[Executor]:
    """Give an executor on the workers of a Dask scheduler for as long as the block runs.

    The workers need this program, and the same paths for what the profiles name and for a local output
    folder; an output address of fsspec needs its driver there.

    Args:
        address: of the scheduler («tcp://host:8786»).

    Raises:
        UsageError: when Dask's distributed is not installed.
        BatchError: when no scheduler answers there.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            "برای کار روی چند ماشین، «taahodname[cluster]» را نصب کنید.",
            "to work on several machines, install taahodname[cluster]",
        ) from error
    try:
        client = Client(address, timeout=_WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise BatchError(
            f"زمان‌بندی در «{address}» پاسخ نمی‌دهد ({error})؛ نشانی آن را بررسی کنید.",
            f"no scheduler answers at {address!r} ({error}); check the address",
        ) from error
    # The same work may be asked for twice on purpose (a file was lost), so nothing is taken for known.
    with client, client.get_executor(pure=False) as executor:  # type: ignore[no-untyped-call]
        yield executor
