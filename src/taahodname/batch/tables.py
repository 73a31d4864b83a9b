"""Tables as a source of clients (in the making)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

TABLES: frozenset[str] = frozenset()


def open_table(path: Path) -> Any:
    raise NotImplementedError
