"""Facts about guesses on wording; they warn and never refuse."""

from __future__ import annotations

import pytest

from taahodname.rules.wording import has_card_number, has_link, is_vague, said_of


@pytest.mark.parametrize(
    ("kind", "text", "vague"),
    [
        ("audience", "همه", True),
        ("audience", "عموم مردم", True),
        ("audience", "همهٔ مشتریان گرامی شرکت", True),
        ("audience", "كليه شماره ها در استان تهران", True),
        ("audience", "بیماران درمانگاه که نوبت گرفته‌اند", False),
        ("audience", "همهٔ دانش‌آموزان دبستان نمونه و پدر و مادرشان", False),
        ("subject", "اطلاع‌رسانی", True),
        ("subject", "اطلاع رسانی عمومی به مشتریان و کاربران", True),
        ("subject", "یادآوری نوبت ویزیت و اعلام جواب آزمایش", False),
        ("activity", "بازرگانی", True),
        ("activity", "ساخت و فروش قطعات خودرو", False),
        ("sample", "متن نمونه برای این بخش", True),
        ("sample", "نوبت شما فردا ساعت ده است", False),
    ],
)
def test_a_text_that_says_too_little_is_vague(kind, text, vague):
    assert is_vague(kind, text) is vague


@pytest.mark.parametrize(
    ("kind", "text", "word"),
    [
        ("advertising", "با ۲۰٪ تخفیف", "تخفیف"),
        ("advertising", "تخفیف‌های پایان فصل", "تخفیف"),
        ("advertising", "فروش‌ویژه آغاز شد", "فروش ویژه"),
        ("advertising", "جشنوارهٔ پاییزی", "جشنواره"),
        ("advertising", "قرارداد خریداران نرم‌افزار", None),
        ("advertising", "پیگیری سفارش شما", None),
        ("prize", "شما برنده شدید", "برنده"),
        ("prize", "قرعه كشي", "قرعه"),
        ("prize", "پیش‌فروش بلیت", None),
    ],
)
def test_a_word_of_a_list_is_found_however_it_is_spelt(kind, text, word):
    assert said_of(kind, text) == word


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("6037991234567890", True),
        ("۶۰۳۷-۹۹۱۲-۳۴۵۶-۷۸۹۰", True),
        ("کارت6037 9912 3456 7890.", True),
        ("60379912345678901", False),
        ("603799123456789", False),
        ("۰۲۱-۸۸۷۷۶۶۵۵", False),
    ],
)
def test_sixteen_digits_are_a_card(text, card):
    assert has_card_number(text) is card


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://arya.ir/x", True),
        ("به www.arya بروید", True),
        ("arya-data.ir", True),
        ("سایت arya.co.ir/a را ببینید", True),
        ("info@arya-data.ir", False),
        ("ساعت 10.30", False),
        ("فصل.بعد", False),
        ("v1.irnot", False),
    ],
)
def test_a_link_is_found_and_an_email_is_none(text, link):
    assert has_link(text) is link
