"""Tells what only a person can see to, for the checklist of the signing guide."""

from __future__ import annotations

from collections.abc import Iterator

from taahodname.profile.shown import shown
from taahodname.rules.case import Case
from taahodname.rules.faults import Fault, reminder
from taahodname.rules.registry import rule


@rule("guarantee")
def guarantee(case: Case) -> Iterator[Fault]:
    """The guarantee note goes with the undertaking."""
    words = case.facts.words()
    yield reminder(
        "",
        "guarantee",
        f"سفتهٔ تضمین به مبلغ {words['guarantee']}{words['payee']} تهیه و همراه تعهدنامه تحویل دهید.",
        f"prepare a guarantee note of {words['guarantee_en']} rial{words['payee_en']} and hand it over",
    )


@rule("empty-box")
def empty_box(case: Case) -> Iterator[Fault]:
    """The representative's place stays empty."""
    yield reminder(
        "",
        "empty-box",
        "در جای «امضا و مهر نماینده» هیچ‌کس امضا نکند و مهر نزند؛ این جا باید خالی بماند.",
        "nobody signs or stamps in «امضا و مهر نماینده»; the place must stay empty",
    )


@rule("penalty")
def penalty(case: Case) -> Iterator[Fault]:
    """What an advertising message costs is known before the undertaking is signed."""
    words = case.facts.words()
    yield reminder(
        "",
        "penalty",
        f"پیش از امضا بدانید: هر پیامک تبلیغاتی به غیرمشتری {words['per_sms']} و افزون بر آن {words['fine']} "
        "جریمه دارد و خط برای همیشه از حالت خدماتی خارج می‌شود.",
        f"know before signing: an advertising SMS to one who is no customer costs {words['per_sms_en']} rial "
        f"and a fine of {words['fine_en']} rial, and the number leaves the service state for ever",
    )


@rule("approval-time")
def approval_time(case: Case) -> Iterator[Fault]:
    """Approval takes its time, outside the reseller."""
    yield reminder(
        "",
        "approval-time",
        "بررسی و موافقت در اختیار اپراتور است و زمان می‌برد؛ آن را در برنامهٔ ارسال در نظر بگیرید.",
        "approval lies with the operator and takes time; allow for it in the plan of sending",
    )


@rule("complaints")
def complaints(case: Case) -> Iterator[Fault]:
    """A complaint may cost the line."""
    yield reminder(
        "",
        "complaints",
        "به کسی که در فهرست نیست پیامک نفرستید؛ شکایت او می‌تواند خط را قطع و از فهرست سفید خارج کند.",
        "send nothing to one who is not on the list; his complaint may cost the line and its white listing",
    )


@rule("one-list")
def one_list(case: Case) -> Iterator[Fault]:
    """A holding hands in one list."""
    holding = shown("company.holding", case.text("company.holding") or "")
    owner, owner_en = (f"هلدینگ «{holding}»", holding) if holding else ("هلدینگ", "a holding")
    yield reminder(
        "company.holding" if holding else "",
        "one-list",
        f"همهٔ شرکت‌های {owner} باید یک فهرست مشتریان بدهند؛ ببینید فهرست دیگری داده نشده باشد.",
        f"all companies of {owner_en} hand in one list; see that no other list was handed in",
    )


@rule("list-kept")
def list_kept(case: Case) -> Iterator[Fault]:
    """Sending follows the list, and the list follows the customers."""
    yield reminder(
        "",
        "list-kept",
        "تنها به شماره‌های فهرست بفرستید و فهرست را با حذف شماره‌های کهنه و افزودن مشتریان تازه به‌روز کنید.",
        "send to the numbers of the list only, and keep it up to date: old numbers out, new customers in",
    )
