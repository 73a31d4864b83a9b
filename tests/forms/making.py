"""A form as an operator might hand it out, with tags and without bookmarks, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Sequence

from taahodname.forms.check import check_form
from taahodname.forms.faults import FormFault
from tests.word.making import SECTION, STYLES, docx, paragraph, run, table

RTL = '<w:rtl/><w:lang w:bidi="fa-IR"/>'
FORM_STYLES = STYLES.replace('<w:lang w:val="fa-IR" w:bidi="fa-IR"/>', '<w:lang w:bidi="fa-IR"/>')

COMPANY = (
    ("شناسهٔ ملی", "{{ company.national_id }}"),
    ("کد اقتصادی", "{{ company.economic_code }}"),
    ("شمارهٔ ثبت", "{{ company.registration_number }}"),
    ("نوع فعالیت", "{{ company.activity }}"),
    ("نشانی وب‌سایت", "{{ company.website }}"),
    ("پست الکترونیک", "{{ company.email }}"),
    ("تلفن", "{{ company.phone }}"),
    ("نشانی", "{{ company.address }}، {{ company.postal_code }}"),
    ("شماره‌های خط", "{{ line.numbers }}"),
)


def person(key: str, title: str) -> tuple[tuple[str, str], ...]:
    return (
        (f"نام {title}", f"{{{{ {key}.full_name }}}} فرزند {{{{ {key}.father_name }}}}"),
        (f"کد ملی {title}", f"{{{{ {key}.national_code }}}}"),
        (
            f"شناسنامه و تولد {title}",
            f"{{{{ {key}.birth_certificate_number }}}} - {{{{ {key}.birth_date }}}}",
        ),
        (f"همراه {title}", f"{{{{ {key}.mobile }}}}"),
    )


HEAD = ("تعهدنامه تعریف شماره خدماتی", "به: {{ letter.addressee }}", "تاریخ: {{ letter.date }}")
CLAUSES = (
    "۱. این تعهدنامه برای خط خدماتی نوشته شده است.",
    "۲. هیچ پیام تبلیغاتی از این شماره‌ها فرستاده نمی‌شود.",
    "۳. {{ company.legal_name }} مسئول همهٔ پیام‌هاست.",
    "۴. گیرندگان همان مشتریان فهرست پیوست‌اند و جریمهٔ تخلف ۵۰ میلیون ریال است.",
)
LOOP = (
    "{%p for x in lines %}",
    "جامعهٔ هدف {{ x.number }}: {{ x.audience }}",
    "موضوع: {{ x.subject }}",
    "{%p for s in x.samples %}",
    "نمونه: {{ s }}",
    "{%p endfor %}",
    "{%p endfor %}",
    "{%p for one in signatories %}",
    "{{ one.name }} ({{ one.title }})",
    "{%p endfor %}",
)


def rows(*pairs: Sequence[tuple[str, str]]) -> str:
    return table(*[pair for one in pairs for pair in one])


def blocks(
    *,
    head: Sequence[str] = HEAD,
    clauses: Sequence[str] = CLAUSES,
    company: Sequence[tuple[str, str]] = COMPANY,
    loop: Sequence[str] = LOOP,
    more: Sequence[str] = (),
) -> tuple[str, ...]:
    people = rows(person("ceo", "مدیرعامل"), person("representative", "نماینده"))
    return (*head, rows(company), people, *loop, *clauses, *more)


def form(*more: str, section: str = SECTION + "<w:bidi/>", styles: str = STYLES, **parts: object) -> bytes:
    """Return a form that has nothing wrong but what is asked for.

    Args:
        more: blocks at its end.
        section, styles: see `tests.word.making.parts`.
        parts: what `blocks` takes, and further options of `docx`.
    """
    of_blocks = {name: parts.pop(name) for name in ("head", "clauses", "company", "loop") if name in parts}
    body = blocks(more=more, **of_blocks)  # type: ignore[arg-type]
    return docx(*body, section=section, styles=styles, **parts)


def faults(data: bytes, line: str = "3000") -> tuple[FormFault, ...]:
    return check_form(data, line).faults


def codes(data: bytes, line: str = "3000") -> list[str]:
    return [fault.code for fault in faults(data, line)]


def only(data: bytes, code: str, line: str = "3000") -> FormFault:
    """Return the one fault of a code."""
    found = [fault for fault in faults(data, line) if fault.code == code]
    assert len(found) == 1, codes(data, line)
    return found[0]


__all__ = ["FORM_STYLES", "RTL", "codes", "docx", "faults", "form", "only", "paragraph", "run", "table"]
