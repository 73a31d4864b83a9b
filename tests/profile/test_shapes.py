"""Facts about unknown keys and what was likely meant."""

from __future__ import annotations

import pytest

from taahodname.errors import ProfileError
from taahodname.profile import Profile


def unknown(data):
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate(data)
    (finding,) = caught.value.findings
    assert finding.rule == "profile.unknown-key"
    return finding


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        ({"compny": {}}, "company"),
        ({"Company": {}}, "company"),
        ({"company": {"nmae": "a"}}, "name"),
        ({"company": {"national-id": "1"}}, "national_id"),
        ({"company": {"Postal Code": "1"}}, "postal_code"),
        ({"company": {"websit": "a"}}, "website"),
        ({"ceo": {"frist_name": "a"}}, "first_name"),
        ({"representative": {"mobile_portd": "a"}}, "mobile_ported"),
        ({"lines": [{"sample_message": ["a"]}]}, "sample_messages"),
        ({"letterhead": {"head": 3}}, "head_mm"),
        ({"customer_list": {"fiel": "a"}}, "file"),
        ({"letter": {"adressee": "a"}}, "addressee"),
        ({"signatories": [{"nam": "a"}]}, "name"),
        ({"شرکت": {}}, "company"),
        ({"company": {"نام": "a"}}, "name"),
        ({"company": {"شناسه ملی": "a"}}, "national_id"),
        ({"company": {"كد پستي": "a"}}, "postal_code"),
        ({"ceo": {"نام‌خانوادگی": "a"}}, "last_name"),
        ({"lines": [{"جامعه هدف": "a"}]}, "audience"),
    ],
)
def test_a_slip_gets_the_key_that_was_meant(data, meant):
    finding = unknown(data)
    assert f"did you mean {meant!r}?" in finding.message_en
    assert f"«{meant}»" in finding.message


def test_a_key_like_no_other_gets_the_list_of_keys():
    finding = unknown({"letter": {"zzz": 1}})
    assert "known here: number, date, attachments, addressee" in finding.message_en
    assert finding.field == "letter.zzz"


def test_a_long_or_unprintable_key_is_quoted_safely():
    assert "<U+202E>" in unknown({"\u202exyz": 1}).message
    assert len(unknown({"x" * 10_000: 1}).message) < 300


def test_a_wild_key_gives_a_path_that_can_be_printed():
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate({"\ud800" * 500: 1, "\u202e" * 500: 1})
    for finding in caught.value.findings:
        assert len(finding.field) < 700
        f"{finding.field}{finding.message}{finding.message_en}".encode()


def test_a_list_of_more_items_than_any_paper_has_is_no_profile() -> None:
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate({"lines": [{"sample_messages": ["سلام"] * 501}]})
    (finding,) = caught.value.findings
    assert finding.field == "lines.0.sample_messages"
    assert "۵۰۰" in finding.message
