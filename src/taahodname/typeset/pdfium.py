"""PDFium keeps a state of its own for the whole process: who uses it holds this lock."""

from __future__ import annotations

import threading

LOCK = threading.RLock()
"""One thread at a time."""
