"""How the command line is read."""

from __future__ import annotations

import pytest

from taahodname.cli.parsing import suggest, take_lang, take_option
from taahodname.errors import UsageError

VALUES = ("auto", "visual")


@pytest.mark.parametrize(
    ("args", "value", "rest"),
    [
        (["check", "p.yaml"], "auto", ["check", "p.yaml"]),
        (["--terminal", "visual", "check"], "visual", ["check"]),
        (["check", "p.yaml", "--terminal=visual"], "visual", ["check", "p.yaml"]),
        (["--terminal", "visual", "--terminal", "auto"], "auto", []),
        (["check", "--", "--terminal", "visual"], "auto", ["check", "--", "--terminal", "visual"]),
        (["--terminals", "visual"], "auto", ["--terminals", "visual"]),
    ],
)
def test_a_common_option_is_taken_from_wherever_it_stands(args, value, rest):
    assert take_option(args, "--terminal", VALUES, "auto") == (value, rest)


@pytest.mark.parametrize(
    "args", [["--terminal"], ["--terminal="], ["--terminal", "Visual"], ["--terminal", "visual\n"]]
)
def test_a_value_that_is_not_allowed_is_refused(args):
    with pytest.raises(UsageError, match="terminal"):
        take_option(args, "--terminal", VALUES, "auto")


@pytest.mark.parametrize(
    ("args", "environ", "lang"),
    [
        ([], {}, "fa"),
        ([], {"TAAHODNAME_LANG": ""}, "fa"),
        ([], {"TAAHODNAME_LANG": "en"}, "en"),
        (["--lang", "fa"], {"TAAHODNAME_LANG": "en"}, "fa"),
    ],
)
def test_the_option_is_stronger_than_the_variable_and_persian_is_the_default(args, environ, lang):
    assert take_lang(args, environ)[0] == lang


def test_a_wrong_variable_is_named():
    with pytest.raises(UsageError, match="TAAHODNAME_LANG"):
        take_lang([], {"TAAHODNAME_LANG": "de"})


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("rendr", " Did you mean render?"),
        ("rul", " Did you mean rules?"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_a_near_name_is_offered_and_a_far_one_is_not(given, sentence):
    assert suggest(given, ["render", "check", "rules"], "en") == sentence
