"""A row of line facts repeats itself for each number of the client."""

from __future__ import annotations

from taahodname.documents.values import context
from taahodname.forms.adopt import adopt
from taahodname.rules import admit
from taahodname.word.fill import fill
from tests.builders import profile_with
from tests.forms.blanks_of import docx, table, texts

HEADS = ["ردیف", "شمارهٔ خط", "جامعهٔ هدف", "نمونهٔ متن"]


def two_numbers():
    first = {"type": "3000", "audience": "مشترکان دورهٔ آموزشی ما", "subject": "اعلام زمان کلاس‌های هر هفته"}
    lines = [
        {**first, "number": "3000111111", "sample_messages": ["کلاس فردا برگزار می‌شود", "کلاس لغو شد"]},
        {**first, "number": "3000222222", "sample_messages": ["نمرهٔ شما ثبت شد"]},
    ]
    return context(admit(profile_with({"lines": lines}), "3000"))


def test_each_number_gets_a_row_of_its_own():
    form = adopt(docx(table(HEADS, ["۱", "", "", ""])), "3000", "blank.docx").docx
    filled = [text for text in texts(fill(form, two_numbers())) if text]
    assert filled == [
        *HEADS,
        *("۱", "۳۰۰۰۱۱۱۱۱۱", "مشترکان دورهٔ آموزشی ما", "کلاس فردا برگزار می‌شود؛ کلاس لغو شد"),
        *("۱", "۳۰۰۰۲۲۲۲۲۲", "مشترکان دورهٔ آموزشی ما", "نمرهٔ شما ثبت شد"),
    ]


def test_in_one_blank_all_numbers_stand_one_after_the_other():
    form = adopt(docx("شمارهٔ خط: ........", "نمونهٔ متن: ........"), "3000", "blank.docx").docx
    filled = texts(fill(form, two_numbers()))
    assert filled[0] == "شمارهٔ خط: ۳۰۰۰۱۱۱۱۱۱ و ۳۰۰۰۲۲۲۲۲۲"
    assert filled[1] == "نمونهٔ متن: کلاس فردا برگزار می‌شود؛ کلاس لغو شد؛ نمرهٔ شما ثبت شد"


def test_a_row_with_labels_of_its_own_is_not_repeated():
    form = adopt(docx(table(["شمارهٔ خط", "", "جامعهٔ هدف", ""])), "3000", "blank.docx").docx
    assert not [text for text in texts(form) if "{%tr" in text]
