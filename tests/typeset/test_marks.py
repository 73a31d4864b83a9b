"""Facts about marks."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from taahodname.typeset.marks import Anchor, Mark

_ACROSS, _DOWN = ("x", "x1", "x2"), ("y", "y1", "y2")


@pytest.mark.parametrize("kind", [*get_args(Mark), Anchor])
def test_a_mark_that_is_moved_keeps_all_but_its_place(kind: Any) -> None:
    places = {**dict.fromkeys(_ACROSS, 1.0), **dict.fromkeys(_DOWN, 2.0)}
    given = {name: places.get(name, object()) for name in kind.__struct_fields__}
    moved = kind(**given).shifted(10.0, 20.0)
    wanted = {**given, **{name: value + 10.0 for name, value in given.items() if name in _ACROSS}}
    wanted |= {name: value + 20.0 for name, value in given.items() if name in _DOWN}
    assert {name: getattr(moved, name) for name in kind.__struct_fields__} == wanted
