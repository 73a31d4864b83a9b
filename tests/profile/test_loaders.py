"""Facts about reading a profile's file, whatever its format."""

from __future__ import annotations

import json

import pytest

from taahodname.errors import ProfileError, UsageError
from taahodname.profile import Profile
from tests.builders import valid_profile

YAML = """company:
  name: آریا
  national_id: 0084575948
  phone: 021-88776655
ceo:
  birth_date: 1358/07/23
lines:
  - type: 021
    number: ۰۲۱۹۱۰۰۴۴۵۵
"""
TOML = """[company]
name = "آریا"
national_id = "0084575948"
phone = "021-88776655"
[ceo]
birth_date = "1358/07/23"
[[lines]]
type = "021"
number = "۰۲۱۹۱۰۰۴۴۵۵"
"""
JSON = """{"company": {"name": "آریا", "national_id": "0084575948", "phone": "021-88776655"},
 "ceo": {"birth_date": "1358/07/23"},
 "lines": [{"type": "021", "number": "۰۲۱۹۱۰۰۴۴۵۵"}]}
"""


@pytest.fixture
def write(tmp_path):
    def write(name, text, encoding="utf-8"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return file

    return write


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.yaml", YAML), ("a.yml", YAML), ("A.YAML", YAML), ("a.toml", TOML), ("a.json", JSON)],
)
def test_the_same_profile_reads_the_same_from_every_format(write, name, text):
    profile = Profile.load(write(name, text))
    assert profile.company.national_id == "0084575948"
    assert profile.ceo.birth_date == "1358/07/23"
    assert profile.lines[0].type == "021"
    assert profile == Profile.load(write("again.yaml", YAML))


def test_a_path_may_be_text(write):
    assert Profile.load(str(write("a.yaml", YAML))).company.name == "آریا"


def test_a_whole_profile_survives_json(write):
    file = write("a.json", json.dumps(valid_profile(), ensure_ascii=False))
    assert Profile.load(file) == Profile.model_validate(valid_profile())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(("name", "text"), [("a.yaml", YAML), ("a.toml", TOML), ("a.json", JSON)])
def test_the_encodings_of_windows_editors_are_read(write, encoding, name, text):
    assert Profile.load(write(name, text, encoding)).company.name == "آریا"


def test_windows_line_ends_are_read(write):
    for name, text in (("a.yaml", YAML), ("a.toml", TOML), ("a.json", JSON)):
        assert Profile.load(write(name, text.replace("\n", "\r\n"))).lines[0].type == "021"


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("company: {name: شرکت نمونه}".encode("cp1256"), "Windows-1256"),
        (b"company: {name: \xff\xfe\xfd}", "UTF-8"),
        ("company: {name: آریا}".encode("utf-16-le"), "binary"),
        ("company: {name: آریا}".encode("utf-32"), "binary"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"%PDF-1.7", "PDF"),
        (b"\xff\xfe\x00", "binary"),
        (b"a: \x00", "binary"),
    ],
)
def test_what_is_not_text_in_utf_8_is_refused_with_what_to_do(write, data, hint):
    with pytest.raises(ProfileError) as caught:
        Profile.load(write("a.yaml", data))
    assert hint in caught.value.message_en
    assert "UTF-8" in caught.value.message
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("text", ["", " \n\t\n", "# only a remark\n", "---\n", "null"])
def test_an_empty_file_is_told_as_such(write, text):
    with pytest.raises(ProfileError, match="empty"):
        Profile.load(write("a.yaml", text))


@pytest.mark.parametrize(("name", "text"), [("a.yaml", "just text"), ("a.json", "[1]"), ("a.json", '"a"')])
def test_a_file_that_holds_something_else_is_a_wrong_shape(write, name, text):
    with pytest.raises(ProfileError) as caught:
        Profile.load(write(name, text))
    assert [finding.rule for finding in caught.value.findings] == ["profile.shape"]


def test_a_file_that_is_not_there_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="there is no file"):
        Profile.load(tmp_path / "a.yaml")


def test_a_folder_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="is a folder"):
        Profile.load(tmp_path)


def test_a_name_with_a_nul_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="there is no file"):
        Profile.load(tmp_path / "a\0.yaml")


def test_another_ending_is_wrong_use(write):
    with pytest.raises(UsageError, match="not known"):
        Profile.load(write("a.txt", YAML))


def test_a_file_that_may_not_be_read_is_wrong_use(write, monkeypatch):
    file = write("a.yaml", YAML)

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(file), "open", refuse)
    with pytest.raises(UsageError, match="cannot be opened"):
        Profile.load(file)


def test_a_file_of_more_than_a_mebibyte_is_refused(write):
    with pytest.raises(ProfileError, match="larger than 1 MiB"):
        Profile.load(write("a.yaml", b"#" * (1024 * 1024 + 1)))


def test_findings_stand_in_the_order_of_the_lines(write):
    text = "company:\n  nmae: x\n  email: true\n  email: b\nceo: text\nfoo: 1\n"
    with pytest.raises(ProfileError) as caught:
        Profile.load(write("a.yaml", text))
    told = [(finding.line, finding.rule, finding.field) for finding in caught.value.findings]
    assert told == [
        (2, "profile.unknown-key", "company.nmae"),
        (3, "profile.shape", "company.email"),
        (4, "profile.syntax", "company.email"),
        (5, "profile.shape", "ceo"),
        (6, "profile.unknown-key", "foo"),
    ]
    assert "۵ مورد" in caught.value.message


def test_a_name_that_no_system_can_hold_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="cannot be opened"):
        Profile.load(tmp_path / ("a" * 5000 + ".yaml"))


def test_a_name_that_cannot_be_printed_is_told_by_its_codes(tmp_path):
    with pytest.raises(UsageError) as caught:
        Profile.load(tmp_path / "a\u202e\udcff.yaml")
    assert "<U+202E><U+DCFF>" in caught.value.message
