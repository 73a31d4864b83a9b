"""The short way for a plain e-mail address says what the library says."""

from __future__ import annotations

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from taahodname.rules import web


def of_library(address: str) -> str | None:
    try:
        return validate_email(address, check_deliverability=False, allow_smtputf8=False).ascii_domain
    except EmailNotValidError:
        return None


_WORD = st.text("abxnZ09", min_size=1, max_size=6)
_PLAIN = st.builds(
    "{}{}{}@{}{}.{}".format,
    _WORD,
    st.sampled_from("._-"),
    _WORD,
    st.lists(st.builds("{}{}{}".format, _WORD, st.sampled_from("-."), _WORD), max_size=2).map("".join),
    _WORD,
    st.sampled_from(["ir", "com", "co.ir", "NET", "org"]),
)


@given(_PLAIN)
def test_a_plain_address_is_well_formed_and_has_the_domain_the_library_finds(address):
    assert web._PLAIN_EMAIL.fullmatch(address)
    assert web._mail_domain(address) == of_library(address) is not None


@pytest.mark.parametrize(
    "address",
    [
        "INFO@Arya-Data.IR",
        "a.b_c-d@x.co.ir",
        "info@arya--data.ir",
        "info@xn--mgba3a4f16a.ir",
        "info@-arya.ir",
        "info..x@arya.ir",
        ".info@arya.ir",
        "info@arya.test",
        "info@arya.local",
        "info@ir",
        "info@آریا.ir",
        "inf\u212a@arya.ir",
        "info@arya.ir\n",
        " info@arya.ir",
        "a" * 65 + "@arya.ir",
        "info@" + "a" * 64 + ".ir",
    ],
)
def test_any_other_address_is_left_to_the_library(address):
    assert web._mail_domain(address) == of_library(address)


@pytest.mark.parametrize(
    "address", ["info@arya--data.ir", "info..x@arya.ir", "info@arya.test", "info@arya.ir\n"]
)
def test_a_doubtful_address_is_not_taken_for_a_plain_one(address):
    assert web._PLAIN_EMAIL.fullmatch(address) is None
