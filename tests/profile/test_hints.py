"""The hints on how keys are filled in."""

from __future__ import annotations

from taahodname.profile import Profile
from taahodname.profile.fields import find
from taahodname.profile.hints import HINTS


def test_every_hint_speaks_of_a_key_of_the_model():
    assert [path for path in HINTS if find(Profile, path) is None] == []
