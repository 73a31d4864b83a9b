"""Tells of what kind values are: a template that suits one client suits all with the same kinds."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

_TEXT, _OTHER, _NAMES, _ITEMS = "text", "other", "names", "items"


def kind(value: Any) -> Hashable:
    """Return what a template's check asks of a value: its names, whether it is a text or a list, and of what.

    Args:
        value: a text, a mapping, a list (of the kind of its first item), or anything else.
    """
    if isinstance(value, str):
        return _TEXT
    if isinstance(value, Mapping):
        return _NAMES, tuple((name, kind(inner)) for name, inner in value.items())
    if isinstance(value, Sequence):
        return _ITEMS, tuple(kind(inner) for inner in value[:1])
    return _OTHER


def example(kind_of: Any) -> Any:
    """Return a value of a kind.

    Args:
        kind_of: what `kind` returned.
    """
    if kind_of == _TEXT:
        return ""
    if kind_of == _OTHER:
        return None
    shape, inner = kind_of
    if shape == _ITEMS:
        return [example(one) for one in inner]
    return {name: example(one) for name, one in inner}
