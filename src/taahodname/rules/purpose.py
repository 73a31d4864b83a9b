"""Sees to what the line is for: the audience, the subject, the activity and the sample messages."""

from __future__ import annotations

from collections.abc import Iterator

from taahodname.rules.case import Case
from taahodname.rules.faults import Fault, missing, warning
from taahodname.rules.registry import rule
from taahodname.rules.wording import has_card_number, has_link, is_vague, said_of


@rule("audience-and-subject")
def audience_and_subject(case: Case) -> Iterator[Fault]:
    """Audience and subject are given and say enough; neither subject nor sample reads like advertising."""
    for place, line in case.lines:
        for kind in ("audience", "subject"):
            yield from _telling(case, f"lines.{place}.{kind}", kind)
        yield from _advertising(case, f"lines.{place}.subject")
        for number in range(len(line.sample_messages)):
            yield from _advertising(case, f"lines.{place}.sample_messages.{number}")


@rule("activity")
def activity(case: Case) -> Iterator[Fault]:
    """The company's activity is given and exact."""
    yield from _telling(case, "company.activity", "activity")


@rule("sample-messages")
def sample_messages(case: Case) -> Iterator[Fault]:
    """There is a sample of the messages, exact, without what panels bar; the subject is without it too."""
    for place, line in case.lines:
        yield from _barred(case, f"lines.{place}.subject")
        path = f"lines.{place}.sample_messages"
        if not line.sample_messages:
            yield missing(path)
        for number in range(len(line.sample_messages)):
            yield from _telling(case, f"{path}.{number}", "sample")
            yield from _barred(case, f"{path}.{number}")


_HINTS = {
    "audience": (
        "دقیق نیست؛ بنویسید پیامک برای چه کسانی و با چه رابطه‌ای با شرکت فرستاده می‌شود.",
        "does not say exactly who receives; write who they are and how they stand to the company",
    ),
    "subject": (
        "کلی است؛ کاربرد شماره و محتوای پیامک‌ها را شفاف و با جزئیات بنویسید.",
        "is general; write the use of the number and the content of the messages clearly and in detail",
    ),
    "activity": (
        "کلی است؛ بنویسید شرکت دقیقاً چه کالا یا خدمتی و برای چه کسانی فراهم می‌کند.",
        "is general; write exactly what goods or services the company provides, and for whom",
    ),
    "sample": (
        "کوتاه یا کلی است؛ متن پیامک را همان‌گونه که فرستاده می‌شود بنویسید.",
        "is short or general; write the message word for word as it will be sent",
    ),
}


def _telling(case: Case, path: str, kind: str) -> Iterator[Fault]:
    """A blank text is an error; one that likely says too little is a warning."""
    text = case.text(path)
    if text is None:
        yield missing(path)
    elif is_vague(kind, text):
        yield warning(path, "vague", *_HINTS[kind])


def _advertising(case: Case, path: str) -> Iterator[Fault]:
    word = said_of("advertising", case.text(path) or "")
    if word is not None:
        yield warning(
            path,
            "advertising",
            f"با واژهٔ «{word}» تبلیغاتی به نظر می‌رسد؛ خط خدماتی فقط برای اطلاع‌رسانی است، متن را اصلاح کنید.",
            f"reads like advertising ({word}); a service line is for informing only, so reword it",
        )


def _barred(case: Case, path: str) -> Iterator[Fault]:
    """What panels bar: a bank card's number, a link, the words of prizes (rahkarak.ir, «پنل اس ام اس»)."""
    text = case.text(path) or ""
    if has_card_number(text):
        yield warning(
            path,
            "card",
            "عددی ۱۶رقمی مانند شمارهٔ کارت بانکی دارد که در پیامک پذیرفته نمی‌شود؛ آن را بردارید.",
            "holds 16 digits like a bank card's number, which panels bar; take it out",
        )
    if has_link(text):
        yield warning(
            path,
            "link",
            "پیوند دارد و پیوند بی‌اجازه پذیرفته نمی‌شود؛ آن را بردارید یا از اپراتور اجازه بگیرید.",
            "holds a link, which needs leave; take it out or ask the operator",
        )
    word = said_of("prize", text)
    if word is not None:
        yield warning(
            path,
            "prize",
            f"واژهٔ «{word}» دارد که در پنل‌ها پذیرفته نمی‌شود؛ متن را بازنویسی کنید.",
            f"holds {word}, a word of prizes that panels bar; reword it",
        )
