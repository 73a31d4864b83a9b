"""Keeps the last letterheads of a process, by the bytes of their files: a batch reads each of them once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from taahodname.letterhead.wishes import Wishes

    Given = tuple[bytes, str, Wishes, tuple[bytes, str] | None]

MOST = 8
"""How many are kept; a reseller's batch may have one for each client, and each holds a picture or two."""

_Letterhead = TypeVar("_Letterhead")
_LOCK = threading.RLock()
_KEPT: OrderedDict[object, object] = OrderedDict()


def kept(given: Given, make: Callable[[], _Letterhead]) -> _Letterhead:
    """Return the letterhead of some files and options, made only when it is not at hand.

    Args:
        given: all that it is made from.
        make: makes it; what it raises is not kept.
    """
    data, name, wishes, following = given
    after = None if following is None else (_digest(following[0]), following[1])
    key = (make.__qualname__, _digest(data), name, wishes, after)
    # One thread at a time makes one: the others wait for it instead of making the same.
    with _LOCK:
        found = _KEPT.get(key)
        if found is None:
            found = _KEPT[key] = make()
            while len(_KEPT) > MOST:
                _KEPT.popitem(last=False)
        _KEPT.move_to_end(key)
    return found  # type: ignore[return-value]


def _digest(data: bytes) -> bytes:
    return sha256(data).digest()
