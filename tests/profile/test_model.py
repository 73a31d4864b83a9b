"""Facts about the model of a profile."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path

import pytest
from pydantic import ValidationError

from taahodname.errors import ProfileError
from taahodname.profile import Profile
from taahodname.profile.fields import find, plain, value_at, walk
from taahodname.profile.model import CustomerListOptions, LetterheadOptions
from tests.builders import valid_profile


def test_an_empty_profile_has_every_section_and_no_value():
    profile = Profile.model_validate({})
    assert profile.company.name is None
    assert profile.representative.mobile_ported is False
    assert (profile.lines, profile.signatories) == ((), ())
    assert list(walk(profile)) == []


def test_a_section_that_is_named_and_left_empty_is_an_empty_section():
    assert Profile.model_validate({"company": None, "ceo": None, "lines": [None]}).company.name is None


def test_an_empty_list_may_be_left_blank():
    assert Profile.model_validate({"lines": None, "signatories": None}).lines == ()


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("0084575948", "0084575948"),
        (10380284790, "10380284790"),
        (datetime.date(1358, 7, 23), "1358-07-23"),
        ("  ", "  "),
        ("", ""),
        (None, None),
    ],
)
def test_a_leaf_is_the_text_that_was_given(given, held):
    assert Profile.model_validate({"company": {"name": given}}).company.name == held


@pytest.mark.parametrize(
    "wrong", [True, 1.5, datetime.datetime(2020, 1, 1), datetime.time(7), ["a"], {"a": "b"}, b"a"]
)
def test_a_leaf_of_another_kind_is_a_finding_about_its_shape(wrong):
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate({"company": {"name": wrong}})
    (finding,) = caught.value.findings
    assert (finding.rule, finding.field) == ("profile.shape", "company.name")


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ("text", ""),
        (["list"], ""),
        (None, None),
        ({"company": "text"}, "company"),
        ({"lines": {"type": "3000"}}, "lines"),
        ({"lines": ["text"]}, "lines.0"),
        ({"lines": [{"sample_messages": "one"}]}, "lines.0.sample_messages"),
        ({"signatories": "text"}, "signatories"),
        ({"representative": {"mobile_ported": "maybe"}}, "representative.mobile_ported"),
        ({"letterhead": ["a"]}, "letterhead"),
        ({"letterhead": {"kind": "other"}}, "letterhead.kind"),
        ({"letterhead": {"head_mm": -1}}, "letterhead.head_mm"),
        ({"letterhead": {"head_mm": "1e3"}}, "letterhead.head_mm"),
        ({"letterhead": {"foot_mm": float("nan")}}, "letterhead.foot_mm"),
        ({"letterhead": {"foot_mm": 151}}, "letterhead.foot_mm"),
        ({"customer_list": 1.5}, "customer_list"),
        ({"customer_list": {"include": "0912"}}, "customer_list.include"),
        ({1: "a"}, "1"),
    ],
)
def test_a_wrong_shape_is_told_with_its_path(data, field):
    if field is None:
        assert Profile.model_validate(data) == Profile.model_validate({})
        return
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate(data)
    assert [(finding.rule, finding.field) for finding in caught.value.findings] == [("profile.shape", field)]


@pytest.mark.parametrize(
    ("given", "held"), [("بله", True), ("خیر", False), ("yes", True), (True, True), (0, False), (None, False)]
)
def test_a_flag_is_read_in_both_languages(given, held):
    profile = Profile.model_validate({"representative": {"mobile_ported": given}})
    assert profile.representative.mobile_ported is held


@pytest.mark.parametrize(
    ("given", "held"), [("۴۵", 45.0), ("۴۵٫۵", 45.5), ("45.5", 45.5), (0, 0.0), (150, 150.0)]
)
def test_a_height_is_read_in_every_family_of_digits(given, held):
    assert Profile.model_validate({"letterhead": {"head_mm": given}}).letterhead_options.head_mm == held


def test_all_findings_come_at_once():
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate({"compny": {}, "ceo": {"mobil": "1", "first_name": True}, "lines": 3})
    rules = {(finding.field, finding.rule) for finding in caught.value.findings}
    assert rules == {
        ("compny", "profile.unknown-key"),
        ("ceo.mobil", "profile.unknown-key"),
        ("ceo.first_name", "profile.shape"),
        ("lines", "profile.shape"),
    }


def test_a_personal_number_of_the_wrong_shape_is_masked():
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate({"ceo": {"national_code": 84575948.5}})
    assert caught.value.findings[0].value == "84******.5"


def test_a_profile_cannot_be_changed():
    profile = Profile.model_validate(valid_profile())
    with pytest.raises(ValidationError):
        profile.company.name = "دیگر"
    with pytest.raises(ValidationError):
        profile.company = profile.company


def test_profiles_are_equal_by_value_wherever_they_were_read(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("company: {name: آریا}", encoding="utf-8")
    loaded, made = Profile.load(file), Profile.model_validate({"company": {"name": "آریا"}})
    assert loaded == made
    assert hash(loaded) == hash(made)
    assert loaded != Profile.model_validate({"company": {"name": "دیگر"}})
    assert loaded != "آریا"


def test_a_pickled_profile_keeps_its_values_its_lines_and_its_folder(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("company:\n  name: آریا\n", encoding="utf-8")
    again = pickle.loads(pickle.dumps(Profile.load(file)))
    assert again == Profile.load(file)
    assert again.line_of("company.name") == 2
    assert again.resolve("x.docx") == tmp_path / "x.docx"


def test_a_profile_is_taken_as_it_is():
    profile = Profile.model_validate(valid_profile())
    assert Profile.model_validate(profile) is profile


def test_a_file_that_plain_data_name_counts_from_where_the_program_runs():
    assert Profile.model_validate({}).resolve("a.docx") == Path("a.docx")


def test_an_absolute_path_stays(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("{}", encoding="utf-8")
    other = (tmp_path / "other" / "a.docx").absolute()
    assert Profile.load(file).resolve(str(other)) == other


@pytest.mark.parametrize(
    ("given", "kind", "file"),
    [
        ("letterhead.docx", "file", "letterhead.docx"),
        ("generated", "generated", None),
        (" Preprinted ", "preprinted", None),
        ({"file": "a.pdf"}, "file", "a.pdf"),
        ({"logo": "logo.png"}, "generated", None),
        ({"head_mm": 45}, "preprinted", None),
        ({"kind": "generated", "logo": "logo.png"}, "generated", None),
    ],
)
def test_a_letterhead_has_one_form(given, kind, file):
    options = Profile.model_validate({"letterhead": given}).letterhead_options
    assert (options.kind, options.file) == (kind, file)


@pytest.mark.parametrize("given", [None, "", "  ", {}])
def test_no_letterhead_is_none(given):
    assert Profile.model_validate({"letterhead": given}).letterhead_options is None


@pytest.mark.parametrize(
    ("given", "file"), [("c.xlsx", "c.xlsx"), ({"file": "c.xlsx", "sheet": "۱"}, "c.xlsx")]
)
def test_a_customer_list_has_one_form(given, file):
    assert Profile.model_validate({"customer_list": given}).customer_list_options.file == file


@pytest.mark.parametrize("given", [None, "", " ", {}, {"sheet": "a"}])
def test_no_customer_list_is_none(given):
    assert Profile.model_validate({"customer_list": given}).customer_list_options is None


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"first_name": "نرگس", "last_name": "میرزایی"}, "نرگس میرزایی"),
        ({"first_name": "نرگس"}, "نرگس"),
        ({}, ""),
    ],
)
def test_a_full_name_is_what_is_known_of_it(person, name):
    assert Profile.model_validate({"ceo": person}).ceo.full_name == name


def test_every_field_has_a_description_and_two_labels():
    def fields(model):
        return list(model.model_fields.values())

    sections = [find(Profile, name) for name in Profile.model_fields]
    leaves = [field for name in ("company", "ceo", "lines") for field in fields(value_class(name))]
    for field in sections + leaves:
        assert field.description
        assert field.title
        assert field.json_schema_extra["x-label-en"]


def value_class(name):
    from taahodname.profile.fields import record_at

    return record_at(Profile, name)


def test_a_value_is_found_by_its_path():
    profile = Profile.model_validate(valid_profile())
    assert value_at(profile, "lines.0.number") == "3000123456"
    assert value_at(profile, "lines.1.number") is None
    assert value_at(profile, "lines.number") is None
    assert value_at(profile, "company.nothing") is None
    assert value_at(profile, "company.name.0") is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"number": "20، 40"}, "سه عدد"),
        ({"number": {"x_mm": 20, "y_mm": 40}}, "نوشته نشده"),
        ({"number": {"x_mm": 20, "y_mm": 400, "width_mm": 30}}, "۲۹۷"),
        ({"nummer": "20، 40، 45"}, "number"),
    ],
)
def test_a_place_on_a_letterhead_that_is_none_is_told(fields, said):
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate({"letterhead": {"file": "a.jpg", "fields": fields}})
    (finding,) = caught.value.findings
    assert said in finding.message


def test_a_plain_profile_is_what_pydantic_dumps():
    places = {"number": "10، 20، 30", "date": {"x_mm": 1, "y_mm": 2.5, "width_mm": 3}}
    letterhead = {"kind": "file", "file": "a.pdf", "head_mm": 40, "foot_mm": "۳۰", "fields": places}
    table = {"letterhead": letterhead, "customer_list": {"file": "a.xlsx", "include": ["09121234567"]}}
    lines = {"lines": [{"type": "3000", "sample_messages": ["یک", ""]}], "signatories": [{"name": "الف"}]}
    for more in ({}, lines, table, {"letterhead": "generated", "customer_list": "a.csv"}):
        profile = Profile.model_validate({**valid_profile(), **more})
        assert plain(profile) == profile.model_dump(mode="json")
        assert plain(profile.letterhead_options) == (
            profile.letterhead_options.model_dump(mode="json") if profile.letterhead_options else None
        )


@pytest.mark.parametrize("given", ["generated", "preprinted", "سربرگ.docx"])
def test_options_of_a_bare_name_are_those_that_the_model_itself_would_make(given):
    kind, file = (given, None) if "." not in given else ("file", given)
    profile = Profile.model_validate({"letterhead": given, "customer_list": given})
    expected = LetterheadOptions(kind=kind, file=file) if file else LetterheadOptions(kind=kind)
    assert profile.letterhead_options == expected
    assert profile.letterhead_options.model_fields_set == expected.model_fields_set
    assert profile.customer_list_options == CustomerListOptions(file=given)
