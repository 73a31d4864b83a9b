"""What every kind of label makes of the blank beside it: a wrong field is the worst that can happen."""

from __future__ import annotations

import pytest

from taahodname.forms.verdicts import Grade
from tests.forms.blanks_of import control, fields, legacy, paragraph, table, verdicts

DOTS = "................"

COMPANY = {
    "نام شرکت": "company.legal_name",
    "نام کامل شرکت": "company.legal_name",
    "نام  شرکت متقاضی": "company.legal_name",
    "نام شركت / سازمان": "company.legal_name",
    "نام شخص حقوقی": "company.legal_name",
    "شناسه ملی": "company.national_id",
    "شناسهٔ ملی": "company.national_id",
    "شناسه‌ی ملی": "company.national_id",
    "شناسه ملي شركت": "company.national_id",
    "شنـاسـه ملــی": "company.national_id",
    "شناسه ملی (۱۱ رقم)": "company.national_id",
    "کد اقتصادی": "company.economic_code",
    "كد اقتصادي": "company.economic_code",
    "کداقتصادی": "company.economic_code",
    "شماره اقتصادی": "company.economic_code",
    "شماره ثبت": "company.registration_number",
    "شمارهٔ ثبت شرکت": "company.registration_number",
    "موضوع فعالیت": "company.activity",
    "زمینهٔ فعالیت": "company.activity",
    "زمينه فعاليت شركت": "company.activity",
    "وب‌سایت": "company.website",
    "وب سايت": "company.website",
    "آدرس اینترنتی": "company.website",
    "نشانی سایت": "company.website",
    "پست الکترونیک": "company.email",
    "پست الكترونيكي": "company.email",
    "ایمیل سازمانی": "company.email",
    "E-mail": "company.email",
    "تلفن شرکت": "company.phone",
    "نشانی دفتر مرکزی": "company.address",
    "جامعهٔ هدف": "lines.audience",
    "جامعه هدف (مخاطبین)": "lines.audience",
    "موضوع محتوای پیامک خدماتی": "lines.subject",
    "موضوع پیامک‌ها": "lines.subject",
    "نمونهٔ متن پیامک": "lines.samples",
    "متن نمونه": "lines.samples",
    "شمارهٔ خط": "line.numbers",
    "سرشماره": "line.numbers",
    "سر شماره": "line.numbers",
    "تاریخ نامه": "letter.date",
    "۱- نام شرکت": "company.legal_name",
    "الف) شناسه ملی": "company.national_id",
}
PEOPLE = {
    "نام و نام خانوادگی": "full_name",
    "نام ونام خانوادگی": "full_name",
    "نام/نام خانوادگی": "full_name",
    "نام خانوادگي": "last_name",
    "نام پدر": "father_name",
    "کد ملی": "national_code",
    "كدملي": "national_code",
    "شماره ملی": "national_code",
    "شماره شناسنامه": "birth_certificate_number",
    "شماره‌ی شناسنامه": "birth_certificate_number",
    "ش.ش": "birth_certificate_number",
    "ش. شناسنامه": "birth_certificate_number",
    "تاریخ تولد": "birth_date",
    "تلفن همراه": "mobile",
    "موبایل": "mobile",
    "شماره تلفن همراه": "mobile",
}
NOT_OURS = (
    "شماره ثبت سفته",
    "شماره سفته",
    "شماره حساب",
    "شماره حساب بانکی",
    "شماره شبا",
    "نام بانک",
    "نام شعبه",
    "شاهد ۱",
    "نام شاهد",
    "کد ملی شاهد",
    "نام ضامن",
    "کد ملی ضامن",
    "امضا",
    "امضاء",
    "مهر و امضا",
    "امضای مدیرعامل",
    "نام و امضای نماینده",
    "مهر شرکت",
    "محل امضا",
    "اثر انگشت",
    "تاریخ و امضا",
    "نام دفترخانه",
    "نام کارشناس",
    "کد نمایندگی",
    "نام نمایندگی فروش",
    "تاریخ ثبت",
    "محل ثبت",
    "محل صدور شناسنامه",
    "محل تولد",
    "نام مادر",
    "دورنگار",
    "رئیس هیئت مدیره",
    "نام شریک",
    "شماره پروانه کسب",
    "تعداد سهام",
    "کد مالی",
    "رنگ مورد علاقه",
)


@pytest.mark.parametrize("label", COMPANY)
def test_a_label_before_dots_names_its_field(label):
    assert fields(f"{label}: {DOTS}") == [COMPANY[label]]


@pytest.mark.parametrize("label", COMPANY)
def test_the_same_label_beside_an_empty_cell_names_the_same_field(label):
    assert fields(table([label, ""])) == [COMPANY[label]]


@pytest.mark.parametrize("owner", ["ceo", "representative"])
@pytest.mark.parametrize("label", PEOPLE)
def test_a_persons_label_belongs_to_whom_the_heading_names(label, owner):
    heading = {"ceo": "مشخصات مدیر عامل:", "representative": "مشخصات نمایندهٔ شرکت"}[owner]
    assert fields(heading, f"{label}: {DOTS}") == [f"{owner}.{PEOPLE[label]}"]


@pytest.mark.parametrize("label", PEOPLE)
def test_a_persons_label_without_any_sign_of_whose_it_is_stays_blank(label):
    (verdict,) = verdicts(f"{label}: {DOTS}")
    name = PEOPLE[label]
    assert verdict.grade is Grade.UNSURE
    assert verdict.candidates == (f"ceo.{name}", f"representative.{name}")


@pytest.mark.parametrize("heading", ["", "مشخصات شرکت", "مشخصات مدیرعامل", "نماینده"])
@pytest.mark.parametrize("label", NOT_OURS)
def test_what_is_not_ours_stays_blank_under_every_heading(label, heading):
    found = fields(*([heading] if heading else []), f"{label}: {DOTS}", table([label, ""]))
    assert set(found) <= {"unsure", "left"}


SENTENCES = {
    f"اینجانب {DOTS} فرزند {DOTS} به شماره ملی {DOTS} مدیرعامل شرکت {DOTS} به شناسه ملی {DOTS} متعهد می‌گردد "
    f"خط خدماتی {DOTS}": [
        "ceo.full_name",
        "ceo.father_name",
        "ceo.national_code",
        "company.name",
        "company.national_id",
        "line.numbers",
    ],
    f"اينجانب {DOTS} دارنده كد ملي {DOTS} نماينده قانوني شركت {DOTS}": [
        "representative.full_name",
        "representative.national_code",
        "company.name",
    ],
    f"شرکت {DOTS} به شناسه ملی {DOTS} به مدیرعاملی آقای/خانم {DOTS} به کد ملی {DOTS} و "
    f"به نمایندگی آقای/خانم {DOTS} به کد ملی {DOTS}": [
        "company.name",
        "company.national_id",
        "ceo.full_name",
        "ceo.national_code",
        "representative.full_name",
        "representative.national_code",
    ],
    f"آقای {DOTS} مدیرعامل و خانم {DOTS} نماینده شرکت {DOTS}": [
        "ceo.full_name",
        "representative.full_name",
        "company.name",
    ],
    f"این شرکت {DOTS} ثبت شده به شماره {DOTS} و کد اقتصادی {DOTS}": [
        "company.name",
        "company.registration_number",
        "company.economic_code",
    ],
    f"نام مدیرعامل: {DOTS}  کد ملی: {DOTS}  تلفن همراه نماینده: {DOTS}": [
        "ceo.full_name",
        "ceo.national_code",
        "representative.mobile",
    ],
    f"سفته به مبلغ {DOTS} ریال": ["guarantee.digits"],
    f"سفته به مبلغ {DOTS} تومان": ["unsure"],
    f"سفته به شماره {DOTS} به مبلغ": ["left"],
    f"سفته در وجه شرکت {DOTS}": ["left"],
    f"به شرکت {DOTS} اعلام می‌شود": ["unsure"],
    f"جناب آقای {DOTS} مدیرعامل محترم شرکت همراه": ["unsure"],
    f"به همراه {DOTS} ارائه می‌شود": ["unsure"],
    f"این تعهدنامه در تاریخ {DOTS} تنظیم شد": ["letter.date"],
    f"قرارداد در تاریخ {DOTS} پایان می‌یابد": ["unsure"],
    f"تصویر کد ملی {DOTS} پیوست است": ["unsure"],
    f"فی مابین شرکت {DOTS} به شماره ثبت {DOTS} و شرکت {DOTS}": ["unsure", "unsure", "unsure"],
    f"شرکت {DOTS} به شناسه ملی {DOTS} و همچنین شرکت {DOTS} به شناسه ملی {DOTS}": [
        "company.name",
        "company.national_id",
        "unsure",
        "unsure",
    ],
    f"به استناد آگهی شماره {DOTS} مورخ {DOTS}": ["unsure", "unsure"],
    f"روزنامهٔ رسمی {DOTS} به شماره {DOTS} مورخ {DOTS}": ["unsure", "unsure", "unsure"],
    f"نام مدیرعامل: {DOTS} نام حسابدار: {DOTS} کد ملی: {DOTS}": ["ceo.full_name", "left", "unsure"],
    f"تعداد کارکنان شرکت {DOTS} نفر است": ["unsure"],
    f"سال تأسیس شرکت: {DOTS}": ["unsure"],
    f"شماره ملی شرکت: {DOTS}": ["unsure"],
    f"علامت تجاری به شماره ثبت {DOTS}": ["unsure"],
    f"سرعت خط {DOTS} برای ارسال پیامک": ["unsure"],
    f"نام شرکت و شناسه ملی: {DOTS}": ["unsure"],
    f"کد ملی / شناسه ملی: {DOTS}": ["unsure"],
    f"نام و نام خانوادگی و سمت: {DOTS}": ["unsure"],
    f"تلفن ثابت نماینده: {DOTS}": ["unsure"],
    f"ایمیل نماینده: {DOTS}": ["unsure"],
    f"تصویر کارت ملی مدیرعامل: {DOTS}": ["unsure"],
    f"تصویر کد ملی مدیرعامل: {DOTS}": ["unsure"],
    f"تلفن و نمابر: {DOTS}": ["left"],
    f"استان {DOTS} شهر {DOTS} خیابان {DOTS}": ["unsure", "unsure", "unsure"],
    f"مدیرعامل: {DOTS}  نماینده: {DOTS}": ["ceo.full_name", "representative.full_name"],
    f"مدیرعامل شرکت: {DOTS}": ["ceo.full_name"],
    f"تلفن همراه به نام نماینده: {DOTS}": ["representative.mobile"],
    f"بدین‌وسیله شرکت {DOTS} متعهد می‌شود": ["company.name"],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_running_sentence_says_what_its_blanks_are(sentence):
    assert fields(sentence) == SENTENCES[sentence]


def test_a_row_of_number_date_and_attachments_is_the_letters_head():
    wanted = ["letter.number", "letter.date", "letter.attachments"]
    assert fields("شماره: ........ تاریخ: ..../..../.... پیوست: ........") == wanted
    assert fields("شماره: .......", "تاریخ:   /   /", "پیوست: .......") == wanted
    assert fields(table(["شماره:", "تاریخ:", "پیوست:"])) == wanted


def test_number_and_date_alone_are_left():
    assert fields(f"شماره: {DOTS}") == ["unsure"]
    assert fields(f"تاریخ: {DOTS}") == ["unsure"]
    assert fields("مشخصات شرکت", f"تاریخ: {DOTS}") == ["left"]


def test_name_and_family_name_apart_are_two_fields():
    assert fields("مدیرعامل", table(["نام", "", "نام خانوادگی", ""])) == ["ceo.first_name", "ceo.last_name"]


def test_a_name_alone_is_the_full_name_of_a_person_and_likely_only():
    (verdict,) = verdicts("مدیرعامل", table(["نام", ""]))
    assert (verdict.field, verdict.grade) == ("ceo.full_name", Grade.LIKELY)


def test_a_name_alone_under_the_company_is_its_name_and_likely_only():
    (verdict,) = verdicts("مشخصات شرکت", f"نام: {DOTS}")
    assert (verdict.field, verdict.grade) == ("company.legal_name", Grade.LIKELY)


def test_columns_for_two_people_are_told_apart():
    heads = ["", "مدیرعامل", "نماینده"]
    found = fields(table(heads, ["نام و نام خانوادگی", "", ""], ["کد ملی", "", ""]))
    assert found == [
        "ceo.full_name",
        "representative.full_name",
        "ceo.national_code",
        "representative.national_code",
    ]


def test_the_halves_of_a_table_belong_to_those_above_them():
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    heads = [f"{wide}{paragraph('مشخصات مدیرعامل')}", f"{wide}{paragraph('مشخصات نماینده')}"]
    grid = table(["", "", "", ""], ["کد ملی", "", "کد ملی", ""], ["موبایل", "", "موبایل", ""])
    head = "".join(f"<w:tc>{cell}</w:tc>" for cell in heads)
    grid = grid.replace("<w:tr>", f"<w:tr>{head}</w:tr><w:tr>", 1)
    assert fields(grid) == [
        "ceo.national_code",
        "representative.national_code",
        "ceo.mobile",
        "representative.mobile",
    ]


def test_a_merged_cell_at_the_side_says_whose_the_rows_are():
    first = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("نماینده")
    rest = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    found = fields(table([first, "کد ملی", ""], [rest, "نام پدر", ""]))
    assert found == ["representative.national_code", "representative.father_name"]


def test_rows_for_two_people_are_told_apart():
    heads = ["سمت", "نام و نام خانوادگی", "کد ملی"]
    found = fields(table(heads, ["مدیرعامل", "", ""], ["نماینده", "", ""]))
    assert found == [
        "ceo.full_name",
        "ceo.national_code",
        "representative.full_name",
        "representative.national_code",
    ]


def test_a_table_drawn_from_left_to_right_has_its_labels_at_the_right_too():
    assert fields(table(["", "شناسه ملی", "", "نام شرکت"], look="")) == [
        "company.legal_name",
        "company.national_id",
    ]


def test_labels_above_empty_cells_name_them():
    assert fields(table(["نام شرکت", "شناسه ملی"], ["", ""])) == ["company.legal_name", "company.national_id"]


def test_a_label_with_a_colon_before_an_empty_cell_is_filled_there_and_not_behind_the_colon():
    assert [one.reason for one in verdicts(table(["نام شرکت:", "", "شناسه ملی:", ""]))] == ["label", "label"]
    assert fields(table(["نام شرکت:", "شناسه ملی:"], ["", ""])) == [
        "company.legal_name",
        "company.national_id",
    ]


def test_a_column_alone_does_not_name_a_cell_whose_row_is_not_understood():
    heads = ["مشخصات", "مدیرعامل", "شرکت"]
    assert fields(table(heads, ["کد ملی / شناسه ملی", "", ""])) == ["unsure", "unsure"]
    assert fields(table(["مشخصات", "شرکت"], ["کد ملی / شناسه ملی", ""])) == ["unsure"]


def test_only_the_first_of_several_empty_rows_is_filled():
    found = fields(table(["ردیف", "شماره خط", "جامعه هدف"], ["۱", "", ""], ["۲", "", ""], ["۳", "", ""]))
    assert found == ["line.numbers", "lines.audience", "unsure"]


def test_an_empty_cell_beside_nothing_is_no_blank():
    assert fields(table(["", ""], ["", ""])) == []


def test_cells_for_single_digits_are_told_and_left():
    cell = '<w:tcPr><w:tcW w:w="400" w:type="dxa"/></w:tcPr><w:p/>'
    (verdict,) = verdicts(table(["شناسه ملی", *[cell] * 11]))
    assert (verdict.grade, verdict.reason, verdict.candidates) == (
        Grade.UNSURE,
        "boxes",
        ("company.national_id",),
    )


def test_office_use_only_is_left_whole():
    found = fields("این قسمت توسط اپراتور تکمیل می‌شود", f"نام شرکت: {DOTS}", f"شناسه ملی: {DOTS}")
    assert found == ["left", "left"]


def test_a_row_of_name_and_signature_is_a_place_to_sign():
    assert fields(f"نام و نام خانوادگی: {DOTS} امضا: {DOTS} تاریخ: {DOTS}") == ["left", "left", "left"]
    assert fields("مدیرعامل", table(["نام", "تاریخ", "امضا"], ["", "", ""])) == ["left", "left", "left"]


def test_the_cell_to_sign_in_stays_empty():
    assert fields(table(["مهر و امضای مدیرعامل", "امضا و مهر نماینده"], ["", ""]), line="1000") == [
        "left",
        "left",
    ]


def test_a_signatorys_name_in_a_sentence_is_no_place_to_sign():
    assert fields(f"اینجانب {DOTS} مدیرعامل و صاحب امضای مجاز شرکت {DOTS} به شناسه ملی {DOTS}") == [
        "ceo.full_name",
        "company.name",
        "company.national_id",
    ]


def test_the_companys_mail_is_not_put_where_a_persons_is_asked_for():
    assert fields("مشخصات نماینده", f"ایمیل: {DOTS}", f"آدرس: {DOTS}", f"کد پستی: {DOTS}") == ["unsure"] * 3


def test_the_post_is_the_representatives_alone():
    assert fields("نماینده", f"سمت: {DOTS}", "مدیرعامل", f"سمت: {DOTS}") == [
        "representative.position",
        "unsure",
    ]


def test_a_landline_is_not_taken_for_the_number_of_registration_that_is_spelt_like_it():
    assert fields("مشخصات شرکت", f"شماره ثابت: {DOTS}") == ["company.phone"]
    assert fields("مدیرعامل", f"شماره ثابت: {DOTS}") == ["unsure"]


def test_a_date_is_not_put_where_it_does_not_belong_nor_another_value_into_a_date():
    assert fields("نام شرکت: ..../..../....") == ["unsure"]


def test_the_same_field_twice_in_one_part_is_only_likely():
    first, second = verdicts("مشخصات شرکت", table(["شماره ثبت", "", "شماره ثبت شرکت", ""]))
    assert (first.grade, second.grade, second.reason) == (Grade.SURE, Grade.LIKELY, "twice")


def test_a_second_person_under_one_heading_is_not_taken_for_the_first():
    rows = table(["نام و نام خانوادگی", "", "کد ملی", ""])
    assert fields("مشخصات نماینده", rows, rows) == [
        "representative.full_name",
        "representative.national_code",
        "unsure",
        "unsure",
    ]


def test_a_stranger_named_in_between_takes_what_follows_with_him():
    rows = table(["نام مدیر فنی", "", "تلفن همراه", ""])
    assert fields("مشخصات نماینده", f"نام پدر: {DOTS}", rows) == [
        "representative.father_name",
        "unsure",
        "unsure",
    ]


def test_an_id_of_companies_under_a_person_is_left():
    assert fields("مدیرعامل", f"شناسه ملی: {DOTS}") == ["unsure"]
    assert fields("مدیرعامل", f"شناسه ملی شرکت: {DOTS}") == ["company.national_id"]


def test_a_heading_that_is_not_known_ends_the_part_before():
    rows = table(["نام و نام خانوادگی", "", "کد ملی", ""])
    assert fields("مشخصات نماینده", "مشخصات کاربر پنل", rows) == ["unsure", "unsure"]
    title = f"<w:tc>{paragraph('کاربر پنل')}</w:tc>"
    titled = rows.replace("<w:tr>", f"<w:tr>{title}</w:tr><w:tr>", 1)
    assert fields("مشخصات نماینده", titled) == ["unsure", "unsure"]
    assert fields("مشخصات نماینده", "مدیر فنی", rows) == ["unsure", "unsure"]


def test_whose_it_is_may_stand_some_lines_above_and_is_then_only_likely():
    _, second = verdicts(f"نام مدیرعامل: {DOTS}", f"کد ملی: {DOTS}")
    assert (second.field, second.grade, second.reason) == ("ceo.national_code", Grade.LIKELY, "inherited")


def test_a_long_text_ends_the_part_of_a_heading():
    prose = "این متن طولانی است و " * 12
    assert fields("مشخصات نماینده", prose, f"کد ملی: {DOTS}") == ["unsure"]


def test_a_short_sentence_that_names_somebody_is_no_heading():
    assert fields("تلفن همراه نماینده باید همراه اول باشد", f"تلفن همراه: {DOTS}") == ["unsure"]
    assert fields("یک فقره سفته پیوست است.", f"شناسه ملی: {DOTS}") == ["company.national_id"]
    assert fields("مدیرعامل همهٔ این‌ها را امضا می‌کند.", f"کد ملی: {DOTS}") == ["unsure"]


def test_a_heading_with_a_colon_is_no_blank():
    assert fields("مشخصات شرکت:", "نمایندهٔ شرکت:", "مدیرعامل:") == []


def test_dots_below_a_label_are_its_blank_and_further_lines_go_on_from_it():
    first, second = verdicts("جامعهٔ هدف", DOTS * 4, DOTS * 4)
    assert (first.field, first.grade) == ("lines.audience", Grade.LIKELY)
    assert (second.put_in, second.field, second.reason) == (True, "", "continues")


def test_further_lines_of_a_blank_that_is_left_are_left():
    assert fields(f"توضیح دیگر: {DOTS}", DOTS * 4) == ["unsure", "unsure"]


def test_a_line_across_the_page_is_no_blank():
    assert fields("متن", "_" * 60) == []


def test_a_hint_in_brackets_behind_the_blank_is_a_label():
    (verdict,) = verdicts(f"{DOTS} (شناسه ملی)")
    assert (verdict.field, verdict.grade, verdict.reason) == ("company.national_id", Grade.LIKELY, "hint")


def test_the_name_of_a_content_control_is_a_label_where_none_stands_beside():
    (verdict,) = verdicts(paragraph(control(alias="کد اقتصادی")))
    assert (verdict.field, verdict.grade, verdict.reason) == ("company.economic_code", Grade.LIKELY, "alias")


def test_a_label_beats_the_name_of_a_content_control():
    assert fields(paragraph("شناسه ملی: ", control(alias="کد اقتصادی"))) == ["company.national_id"]


def test_legacy_fields_are_named_by_the_label_before_them():
    assert fields(paragraph("نام شرکت: ", legacy())) == ["company.legal_name"]


def test_what_is_ticked_or_chosen_is_left():
    choice = control(kind='<w:dropDownList><w:listItem w:value="x"/></w:dropDownList>')
    tick = legacy(kind="<w:checkBox/>")
    assert (
        fields(paragraph("نوع شرکت: ", choice), paragraph(tick, " شرکت"), "☐ سهامی خاص  [ ] سهامی عام")
        == ["left"] * 4
    )


def test_the_word_company_is_not_printed_twice():
    assert fields("۳) شرکت [نام شرکت] متعهد می‌شود") == ["company.name"]


def test_a_label_with_one_slip_is_not_guessed_at_but_told():
    (verdict,) = verdicts(f"شناسه ملیی: {DOTS}")
    assert (verdict.grade, verdict.candidates[0]) == (Grade.UNSURE, "company.national_id")


def test_the_word_company_is_not_said_twice_in_a_sentence():
    assert fields("نام شرکت ........ در همهٔ پیامک‌ها می‌آید") == ["company.name"]
    assert fields("نام شرکت: ........") == ["company.legal_name"]


@pytest.mark.parametrize("label", ["شماره خط ۱۰۰۰", "سرشماره 021", "خط ۱۰۰۰ به شماره"])
def test_the_number_of_another_line_is_left(label):
    assert fields(f"{label}: ........", line="3000") == ["unsure"]


def test_the_number_of_the_own_line_is_filled():
    assert fields("شماره خط ۳۰۰۰: ........", "سرشماره‌های درخواستی: ........") == ["line.numbers"] * 2
