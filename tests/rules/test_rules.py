"""Facts about every rule: what breaks it, and what keeps it."""

from __future__ import annotations

import shutil

import pytest

from taahodname.findings import Severity
from taahodname.rules import LINES, check, demands
from tests.builders import CUSTOMERS, profile_with

E, W = "error", "warning"
WEBSITE, EMAIL, MOBILE = "company.website", "company.email", "representative.mobile"
AUDIENCE, SUBJECT, SAMPLE = "lines.0.audience", "lines.0.subject", "lines.0.sample_messages.0"
LONG_SAMPLE = "مشترک گرامی، قرارداد شما با شمارهٔ ۱۲۳ تمدید شد"

PEOPLE = [
    f"{who}.{key}"
    for who in ("ceo", "representative")
    for key in (
        "first_name",
        "last_name",
        "father_name",
        "national_code",
        "birth_certificate_number",
        "birth_date",
        "mobile",
    )
]
COMPANY = ["phone", "address", "postal_code", "website", "email"]

# The demands that every line has, under the number it has there.
WEBSITES = [
    ("arya-data", E),
    ("http://localhost", E),
    ("http://127.0.0.1", E),
    ("http://[::1]", E),
    ("http://[broken", E),
    ("http://arya.local", E),
    ("https://co.ir", E),
    ("ftp://arya-data.ir", E),
    ("https://user@arya-data.ir", E),
    ("https://arya data.ir", E),
    ("https://arya..ir", E),
    ("https://arya-data.ir:99999", E),
    ("https://www.instagram.com/arya", E),
    ("t.me/arya", E),
    ("https://channel.eitaa.com", E),
    ("https://ble.ir/arya", E),
    ("https://rubika.ir/arya", E),
    ("https://linktr.ee/arya", E),
    ("https://www.aparat.com/arya", E),
    ("https://wa.me/989121234567", E),
]
EMAILS = [
    ("arya", E),
    ("@arya-data.ir", E),
    ("info@", E),
    ("info@arya", E),
    ("info@@arya-data.ir", E),
    ("info@localhost", E),
    ("info@127.0.0.1", E),
    ("اطلاعات@arya-data.ir", E),
    ("arya@gmail.com", E),
    ("arya@YAHOO.com", E),
    ("arya@outlook.com", E),
    ("arya@chmail.ir", E),
    ("arya@mail.ir", E),
    ("arya@mailfa.com", E),
    ("arya@sub.chmail.ir", E),
    ("info@arya-group.ir", W),
]
MOBILES = [
    ("09351234567", E),
    ("0921-123-4567", E),
    ("02188776655", E),
    ("0912345678", E),
    ("09123456789a", E),
    ("09971234567", W),
    ("09120000000", W),
]
AUDIENCES = [(..., E), ("  ", E), ("همه", W), ("عموم مردم شهر تهران و کرج", W), ("مشتریان شرکت", W)]
SUBJECTS = [(..., E), ("اطلاع رسانی", W), ("اعلام تخفیف ویژهٔ پایان فصل به خریداران فروشگاه", W)]
ACTIVITIES = [
    (..., E),
    ("خدمات", W),
    ("خدمات بازرگانی و تولیدی", W),
    ("واردات انواع کالا از کشورهای همسایه", W),
]

NUMBERED = {
    "website": (WEBSITE, WEBSITES, {"3000": "3000.3", "1000": "1000.4", "021": "021.4"}),
    "email": (EMAIL, EMAILS, {"3000": "3000.4", "1000": "1000.5", "021": "021.5"}),
    "mobile": (MOBILE, MOBILES, {"3000": "3000.5", "1000": "1000.6", "021": None}),
    "audience": (AUDIENCE, AUDIENCES, {"3000": "3000.6", "1000": "1000.8", "021": "021.6"}),
    "subject": (SUBJECT, SUBJECTS, {"3000": "3000.6", "1000": "1000.8", "021": "021.6"}),
    "activity": ("company.activity", ACTIVITIES, {"3000": "3000.7", "1000": "1000.9", "021": "021.7"}),
    "letterhead": (
        "letterhead",
        [(..., E), (None, E), ("", E), ("nowhere.docx", E)],
        {"3000": "3000.1", "1000": "1000.1", "021": "021.1"},
    ),
}
BROKEN = [
    pytest.param(line, {path: value}, (rule, severity, path), id=f"{rule} {value}")
    for path, values, names in NUMBERED.values()
    for line, rule in names.items()
    if rule is not None
    for value, severity in values
]

# (line, what is changed, the finding)
ONE_BY_ONE = [
    ("3000", {"company.national_id": ...}, ("intro.legal-person", E, "company.national_id")),
    ("3000", {"company.national_id": "10380284791"}, ("intro.legal-person", E, "company.national_id")),
    ("3000", {"company.national_id": "33333333333"}, ("intro.legal-person", E, "company.national_id")),
    ("3000", {"company.national_id": "9991234561"}, ("intro.legal-person", E, "company.national_id")),
    ("3000", {"company.economic_code": ...}, ("intro.legal-person", E, "company.economic_code")),
    ("3000", {"company.economic_code": "99912345610001"}, ("intro.legal-person", E, "company.economic_code")),
    ("3000", {"company.economic_code": "9991234561"}, ("intro.legal-person", E, "company.economic_code")),
    ("3000", {"company.economic_code": "14002207985"}, ("intro.legal-person", W, "company.economic_code")),
    ("3000", {"company.economic_code": "411123456789"}, ("intro.legal-person", W, "company.economic_code")),
    ("3000", {"company.registration_number": ...}, ("intro.legal-person", E, "company.registration_number")),
    (
        "021",
        {"company.registration_number": "1234567"},
        ("intro.legal-person", E, "company.registration_number"),
    ),
    ("3000", {"customer_list": ...}, ("intro.customer-list", E, "customer_list")),
    ("3000", {"customer_list": "nowhere.xlsx"}, ("intro.customer-list", E, "customer_list")),
    ("3000", {"customer_list": {"file": "nowhere.xlsx"}}, ("intro.customer-list", E, "customer_list.file")),
    ("3000", {"letterhead": {"kind": "file"}}, ("3000.1", E, "letterhead.file")),
    ("3000", {"letterhead": {"file": "nowhere.docx"}}, ("3000.1", E, "letterhead.file")),
    ("3000", {"letterhead": {"logo": "nowhere.png"}}, ("3000.1", E, "letterhead.logo")),
    ("3000", {"company.name": ...}, ("3000.2", E, "company.name")),
    ("1000", {"company.name": ...}, ("1000.2", E, "company.name")),
    ("021", {"company.name": " "}, ("021.2", E, "company.name")),
    ("3000", {"lines.0.number": ...}, ("3000.2", E, "lines.0.number")),
    ("1000", {"lines.0.number": ...}, ("1000.3", E, "lines.0.number")),
    ("021", {"lines.0.number": ...}, ("general.2", E, "lines.0.number")),
    ("3000", {"lines": []}, ("3000.2", E, "lines")),
    ("1000", {"lines": []}, ("1000.3", E, "lines")),
    ("021", {"lines": []}, ("general.2", E, "lines")),
    ("3000", {"signatories": [{"name": "نرگس میرزایی"}]}, ("3000.2", E, "signatories.0.title")),
    ("3000", {"lines.0.sample_messages": []}, ("general.6", E, "lines.0.sample_messages")),
    ("021", {SAMPLE: " "}, ("general.6", E, SAMPLE)),
    ("1000", {SAMPLE: "سلام"}, ("general.6", W, SAMPLE)),
    ("3000", {SAMPLE: f"{LONG_SAMPLE} ۶۰۳۷-۹۹۱۲-۳۴۵۶-۷۸۹۰"}, ("general.6", W, SAMPLE)),
    ("3000", {SAMPLE: f"{LONG_SAMPLE} arya-data.ir/x"}, ("general.6", W, SAMPLE)),
    ("3000", {SAMPLE: f"{LONG_SAMPLE} و برنده شدید"}, ("general.6", W, SAMPLE)),
    ("3000", {SUBJECT: "اعلام نتیجهٔ قرعه‌کشی ماهانه به خریداران"}, ("general.6", W, SUBJECT)),
    ("3000", {SAMPLE: f"{LONG_SAMPLE} با تخفیف"}, ("3000.6", W, SAMPLE)),
    ("3000", {"ceo.national_code": "0084575949"}, ("profile.national-code", E, "ceo.national_code")),
    (
        "021",
        {"representative.national_code": "1111111111"},
        ("profile.national-code", E, "representative.national_code"),
    ),
    ("3000", {"ceo.national_code": "84575948"}, ("profile.national-code", W, "ceo.national_code")),
    ("3000", {"company.postal_code": "0968843111"}, ("profile.postal-code", E, "company.postal_code")),
    ("3000", {"company.postal_code": "1968843112"}, ("profile.postal-code", W, "company.postal_code")),
    ("3000", {"company.phone": "88776655"}, ("profile.phone", E, "company.phone")),
    ("3000", {"company.phone": "09121234567"}, ("profile.phone", E, "company.phone")),
    ("3000", {"ceo.mobile": "0912"}, ("profile.mobile", E, "ceo.mobile")),
    ("021", {MOBILE: "0912"}, ("profile.mobile", E, MOBILE)),
    ("3000", {"ceo.birth_date": "1400/12/30"}, ("profile.birth-date", E, "ceo.birth_date")),
    ("3000", {"ceo.birth_date": "1405/09/03"}, ("profile.birth-date", E, "ceo.birth_date")),
    ("3000", {"ceo.birth_date": "1387/09/03"}, ("profile.birth-date", W, "ceo.birth_date")),
    (
        "3000",
        {"representative.birth_date": "1304/09/01"},
        ("profile.birth-date", W, "representative.birth_date"),
    ),
    ("3000", {"lines.0.number": "1000456789"}, ("profile.line-number", E, "lines.0.number")),
    ("021", {"lines.0.number": "3000123456"}, ("profile.line-number", E, "lines.0.number")),
    ("3000", {"lines.0.number": "30001"}, ("profile.line-number", W, "lines.0.number")),
    ("021", {"lines.0.number": "0219100"}, ("profile.line-number", W, "lines.0.number")),
    ("3000", {"letter.date": "1405/07/31"}, ("profile.letter-date", E, "letter.date")),
    ("3000", {"company.address": "تهران\u202e پلاک ۱۲"}, ("profile.text", E, "company.address")),
    ("3000", {"company.address": "تهران\x00"}, ("profile.text", E, "company.address")),
    ("3000", {"company.address": "تهران" * 401}, ("profile.text", E, "company.address")),
    ("3000", {"ceo.last_name": "ا" * 201}, ("profile.text", E, "ceo.last_name")),
    ("3000", {"letter.attachments": "\u2028پیوست"}, ("profile.text", E, "letter.attachments")),
]

KEPT = [
    ("3000", {WEBSITE: "www.arya-data.ir"}),
    ("3000", {WEBSITE: "http://arya-data.ir/fa/"}),
    ("3000", {WEBSITE: "https://shop.arya-data.co.ir", EMAIL: "info@arya-data.co.ir"}),
    ("3000", {WEBSITE: "https://آریا.ایران", EMAIL: "info@xn--hgbk3a08c.xn--mgba3a4f16a"}),
    ("1000", {EMAIL: "Info@mail.ARYA-data.ir"}),
    ("3000", {MOBILE: "+98 991 123 4567"}),
    ("3000", {MOBILE: "09351234567", "representative.mobile_ported": True}),
    ("1000", {MOBILE: "09351234567", "representative.mobile_ported": True}),
    ("021", {MOBILE: "09351234567"}),
    ("3000", {"ceo.mobile": "09351234567"}),
    ("3000", {"letterhead": "preprinted"}),
    ("3000", {"company.holding": "گروه نمونه"}),
    ("3000", {"company.national_id": "۱۴۰۰۲۲۰۷۹۸۵", "company.economic_code": "1400-2207985"}),
    ("3000", {AUDIENCE: "همهٔ خریداران نرم‌افزار با قرارداد پشتیبانی"}),
    ("3000", {SUBJECT: "اعلام زمان تحویل سفارش و پیگیری مرسوله"}),
    ("3000", {SAMPLE: "قرارداد ۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷ شما تمدید شد"}),
    ("3000", {SAMPLE: "رسید شما به info@arya-data.ir فرستاده شد"}),
    ("3000", {"ceo.birth_date": "1399/12/30", "letter.date": "1420/01/01"}),
    ("3000", {"ceo.birth_date": "1387/09/02"}),
    ("3000", {"ceo.birth_date": "1304/09/03"}),
    ("3000", {"company.postal_code": "19688-43111", "company.phone": "+98 (21) 8877 6655"}),
    ("3000", {"lines.0.number": "+98 3000 123456"}),
    ("3000", {"signatories": [{"name": "نرگس میرزایی", "title": "رئیس هیئت‌مدیره"}]}),
    ("3000", {"letter": {}}),
]


@pytest.mark.parametrize("line", LINES)
def test_the_valid_profile_of_a_line_has_no_error_and_no_warning(told, line):
    assert told({}, line) == set()


@pytest.mark.parametrize(("line", "changes", "finding"), BROKEN)
def test_a_value_that_breaks_an_item_of_the_line_is_told_once_under_it(told, line, changes, finding):
    assert told(changes, line) == {finding}


@pytest.mark.parametrize(("line", "changes", "finding"), ONE_BY_ONE)
def test_a_value_that_breaks_a_rule_is_told_once_under_it(told, line, changes, finding):
    assert finding in told(changes, line)
    assert {one for one in told(changes, line) if one[1] == E} <= {finding}


@pytest.mark.parametrize(("line", "changes"), KEPT)
def test_a_value_that_keeps_the_rules_is_not_spoken_of(told, line, changes):
    assert told(changes, line) == set()


@pytest.mark.parametrize(("line", "rule"), [("3000", "3000.2"), ("1000", "1000.3"), ("021", "021.3")])
@pytest.mark.parametrize("path", PEOPLE)
def test_a_gap_in_a_person_is_told_under_the_item_on_people(told, line, rule, path):
    assert told({path: ...}, line) == {(rule, E, path)}


@pytest.mark.parametrize(("line", "rule"), [("3000", "3000.2"), ("1000", "1000.3"), ("021", "general.2")])
@pytest.mark.parametrize("key", COMPANY)
def test_a_gap_in_the_company_is_told_under_the_item_on_completeness(told, line, rule, key):
    assert told({f"company.{key}": ...}, line) == {(rule, E, f"company.{key}")}


def test_one_person_in_both_places_is_given_twice(told):
    ceo = profile_with({}).ceo.model_dump()
    assert told({"representative": ceo}, "021") == set()
    assert {rule for rule, _, _ in told({"representative": {}}, "021")} == {"021.3"}


MANUAL = [
    ("3000", {"intro.customer-list", "intro.guarantee", "3000.1", "3000.3", "3000.5"}),
    ("1000", {"intro.customer-list", "intro.guarantee", "1000.1", "1000.4", "1000.6", "1000.7"}),
    ("021", {"intro.customer-list", "intro.guarantee", "021.1", "021.4", "021.penalty"}),
]


@pytest.mark.parametrize(("line", "names"), MANUAL)
def test_what_only_a_person_can_see_to_is_on_every_report(line, names):
    report = check(profile_with({}, line), line)
    general = {"general.1", "general.4", "general.5", "general.7"}
    assert {one.rule for one in report.manual} == names | general


def test_the_sums_of_the_line_are_told():
    messages = {one.rule: one.message for one in check(profile_with({}, "021"), "021").manual}
    assert "۵۰٬۰۰۰٬۰۰۰ ریال (پنجاه میلیون ریال) در وجه شرکت پیام افزار پیک آسا" in messages["intro.guarantee"]
    assert "۱۰ ریال (ده ریال)" in messages["021.penalty"]
    assert "۴۰۰ تا ۵۰۰" in messages["intro.customer-list"]


def test_a_holding_is_named_in_its_reminder():
    report = check(profile_with({"company.holding": "گروه نمونه"}), "3000")
    assert "گروه نمونه" in next(one for one in report.manual if one.rule == "general.5").message


def test_a_number_that_stands_twice_is_told(told):
    lines = [profile_with({}).lines[0].model_dump()] * 2
    assert told({"lines": lines}) == {("profile.line-number", E, "lines.1.number")}


def test_two_addressees_for_one_letter_are_told(told):
    lines = [profile_with({}).lines[0].model_dump() | {"addressee": name} for name in ("الف", "ب")]
    lines[1]["number"] = "3000654321"
    assert told({"lines": lines}) == {("profile.addressee", E, "lines.1.addressee")}


@pytest.mark.parametrize(("kind", "told_as"), [("2000", "unknown"), ("", "missing"), (..., "missing")])
def test_a_line_of_no_known_type_is_told_whatever_line_is_checked(told, kind, told_as):
    data = profile_with({}, "1000").lines[0].model_dump() | {"type": kind}
    if kind is ...:
        del data["type"]
    lines = [profile_with({}).lines[0].model_dump(), data]
    assert ("profile.line-number", E, "lines.1.type") in told({"lines": lines})


def test_a_fault_in_another_lines_number_is_not_told(told):
    other = profile_with({}, "1000").lines[0].model_dump() | {
        "number": "1",
        "subject": None,
        "audience": "\x00",
    }
    assert told({"lines": [profile_with({}).lines[0].model_dump(), other]}) == set()


def test_files_that_are_there_are_found_beside_the_profile(tmp_path):
    from taahodname.profile import Profile

    (tmp_path / "a.docx").write_bytes(b"")
    shutil.copy(CUSTOMERS, tmp_path / "a.csv")
    file = tmp_path / "a.yaml"
    file.write_text("letterhead: a.docx\ncustomer_list: {file: a.csv}\n", encoding="utf-8")
    report = check(Profile.load(file), "3000")
    assert not [one for one in report.errors if one.field.startswith(("letterhead", "customer_list"))]


BREAKING = {finding[0] for _, _, finding in ONE_BY_ONE} | {param.values[2][0] for param in BROKEN}


@pytest.mark.parametrize("line", LINES)
def test_every_rule_that_can_be_an_error_has_a_row_that_breaks_it(line):
    told_elsewhere = {
        "021.3",  # test_a_gap_in_a_person…
        "profile.addressee",  # test_two_addressees…
        "general.3",  # every line of today has an item of its own
    }
    if line != "021":
        told_elsewhere.add("general.2")  # the same
    errors = {one.name for one in demands(line) if one.severity is Severity.ERROR}
    assert errors - BREAKING - told_elsewhere == set()
