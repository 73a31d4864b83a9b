"""What the tests of the rules share."""

from __future__ import annotations

import pytest

from taahodname.rules import check
from tests.builders import profile_with


@pytest.fixture
def told():
    """Return a function that says which findings a profile gets that is valid but for some values."""

    def told(changes, line="3000", **options):
        report = check(profile_with(changes, line), line, **options)
        return {
            (one.rule, one.severity.value, one.field) for one in report.findings if one.severity != "manual"
        }

    return told
