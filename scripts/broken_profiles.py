"""Spoils the samples' profiles in one place each, and says which finding must follow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CLIENTS: Mapping[str, str] = {"3000": "arya-software", "1000": "mehr-clinic", "021": "sepid-stores"}


@dataclass(frozen=True, slots=True)
class Broken:
    """One profile with one fault.

    Attributes:
        name: the file's name without its ending: the rule's name, then what is wrong.
        line: whose sample is spoilt, and the line it is checked for.
        rule: the rule that must speak.
        severity: as in the report.
        place: section and key, the first of that key in its section («company.email»); a bare section is
            the whole of it.
        value: what stands there instead, as YAML; None takes the key away.
        field: the path in the finding, where it is not `place`.
    """

    name: str
    line: str
    rule: str
    severity: str
    place: str
    value: str | None
    field: str = ""


def _error(name: str, line: str, rule: str, place: str, value: str | None, field: str = "") -> Broken:
    return Broken(name, line, rule, "error", place, value, field)


def _warning(name: str, line: str, rule: str, place: str, value: str | None, field: str = "") -> Broken:
    return Broken(name, line, rule, "warning", place, value, field)


BROKEN = (
    _error("intro.legal-person-natural", "1000", "intro.legal-person", "company.national_id", '"9994127632"'),
    _error(
        "intro.legal-person-economic-code",
        "021",
        "intro.legal-person",
        "company.economic_code",
        '"99941276320001"',
    ),
    _error("intro.legal-person-digit", "3000", "intro.legal-person", "company.national_id", '"99901234565"'),
    _error(
        "intro.legal-person-not-registered", "1000", "intro.legal-person", "company.registration_number", None
    ),
    _error("intro.customer-list-absent", "3000", "intro.customer-list", "customer_list", None),
    _error(
        "intro.customer-list-too-few", "3000", "intro.customer-list", "customer_list", "customers-312.csv"
    ),
    _error(
        "intro.customer-list-too-many", "021", "intro.customer-list", "customer_list", "customers-540.csv"
    ),
    _error(
        "intro.customer-list-unreadable", "1000", "intro.customer-list", "customer_list", "customers-pdf.xlsx"
    ),
    _error(
        "intro.customer-list-no-sheet",
        "021",
        "intro.customer-list",
        "customer_list",
        "{file: ../sepid-stores/customers.xlsx, sheet: تهران}",
        "customer_list.sheet",
    ),
    _warning(
        "intro.customer-list-other-operator",
        "021",
        "intro.customer-list",
        "customer_list",
        "../sepid-stores/customers.xlsx",
    ),
    _error("intro.customer-list-no-file", "1000", "intro.customer-list", "customer_list", "moshtarian.xlsx"),
    _error("3000.1-no-letterhead", "3000", "3000.1", "letterhead", None),
    _error("3000.1-no-file", "3000", "3000.1", "letterhead", "sarbarg.docx"),
    _error("1000.1-no-letterhead", "1000", "1000.1", "letterhead", None),
    _error("021.1-no-letterhead", "021", "021.1", "letterhead", None),
    _error("3000.2-no-address", "3000", "3000.2", "company.address", None),
    _error("1000.3-no-father-name", "1000", "1000.3", "ceo.father_name", None),
    _error("general.2-no-phone", "021", "general.2", "company.phone", None),
    _error(
        "021.3-representative-not-complete",
        "021",
        "021.3",
        "representative.birth_certificate_number",
        None,
    ),
    _error(
        "3000.3-social-network",
        "3000",
        "3000.3",
        "company.website",
        "https://www.instagram.com/arya.niksamaneh",
    ),
    _error("1000.4-no-public-domain", "1000", "1000.4", "company.website", "http://192.168.1.20/clinic"),
    _error("021.4-messenger", "021", "021.4", "company.website", "https://t.me/sepid_kaspineh"),
    _error("3000.4-free-email", "3000", "3000.4", "company.email", "arya.niksamaneh@gmail.com"),
    _error("1000.5-free-email-iranian", "1000", "1000.5", "company.email", "mehrafarid.sepidar@chmail.ir"),
    _warning("021.5-other-domain", "021", "021.5", "company.email", "dabir@kaspineh-gostar.ir"),
    _error("3000.5-other-operator", "3000", "3000.5", "representative.mobile", '"09353082754"'),
    _error("1000.6-other-operator", "1000", "1000.6", "representative.mobile", '"09213417268"'),
    _warning("3000.6-vague-subject", "3000", "3000.6", "lines.subject", "اطلاع‌رسانی", "lines.0.subject"),
    _error("1000.8-no-audience", "1000", "1000.8", "lines.audience", None, "lines.0.audience"),
    _warning("021.6-vague-audience", "021", "021.6", "lines.audience", "عموم مردم", "lines.0.audience"),
    _warning(
        "021.6-advertising",
        "021",
        "021.6",
        "lines.subject",
        "اعلام جشنوارهٔ فروش ویژه و تخفیف کالاهای فصل به خریداران فروشگاه",
        "lines.0.subject",
    ),
    _error("3000.7-no-activity", "3000", "3000.7", "company.activity", None),
    _warning("1000.9-vague-activity", "1000", "1000.9", "company.activity", "خدمات"),
    _warning("021.7-vague-activity", "021", "021.7", "company.activity", "بازرگانی"),
    _error(
        "general.6-no-sample", "1000", "general.6", "lines.sample_messages", None, "lines.0.sample_messages"
    ),
    _warning(
        "general.6-card-number",
        "021",
        "general.6",
        "lines.sample_messages",
        '["مانده را به کارت 9999-1234-5678-9012 واریز کنید."]',
        "lines.0.sample_messages.0",
    ),
    _warning(
        "general.6-link",
        "1000",
        "general.6",
        "lines.sample_messages",
        '["جواب آزمایش شما آماده است: https://mehrafarid-sepidar.ir/j/4172"]',
        "lines.0.sample_messages.0",
    ),
    _error("profile.national-code", "1000", "profile.national-code", "ceo.national_code", '"9997301421"'),
    _error("profile.postal-code", "3000", "profile.postal-code", "company.postal_code", '"196884311"'),
    _error("profile.phone", "3000", "profile.phone", "company.phone", "021-887766"),
    _error("profile.mobile", "021", "profile.mobile", "ceo.mobile", '"0911364082"'),
    _error("profile.birth-date", "3000", "profile.birth-date", "ceo.birth_date", "1359/12/30"),
    _error(
        "profile.line-number", "3000", "profile.line-number", "lines.number", '"5000864219"', "lines.0.number"
    ),
    _error("profile.text", "1000", "profile.text", "company.address", '"اصفهان، \\u202Eخیابان چهارباغ بالا"'),
)


def files(samples: Path) -> dict[str, str]:
    """Return the text of every file of samples/broken/ by its name.

    Args:
        samples: the folder of the samples, whose profiles are spoilt.

    Raises:
        ValueError: when a profile has no such place.
    """
    texts = {line: _moved(samples / client, client) for line, client in CLIENTS.items()}
    found = {f"{broken.name}.yaml": _spoilt(texts[broken.line], broken) for broken in BROKEN}
    return {**found, "expected.toml": _expected()}


def _moved(folder: Path, client: str) -> str:
    """Return a profile without its first comment, its files named from the folder beside."""
    text = (folder / "profile.yaml").read_text(encoding="utf-8")
    text = re.sub(r"\A(?:#.*\n)+", "", text)
    return re.sub(r"\b(customers\.csv|customers\.xlsx|letterhead\.docx|logo\.png)", rf"../{client}/\1", text)


def _spoilt(text: str, broken: Broken) -> str:
    section, _, key = broken.place.partition(".")
    lines = text.splitlines()
    start = _find(lines, rf"{section}:", 0)
    if key:
        start = _find(lines, rf"[ -]+{key}:", start + 1)
    end = _block_end(lines, start)
    name = lines[start].partition(":")[0]
    put = [] if broken.value is None else [f"{name}: {broken.value}"]
    weight = {"error": "خطا", "warning": "هشدار", "manual": "یادآوری"}[broken.severity]
    head = f"# نمونهٔ ساختگی با یک ایراد: قاعدهٔ {broken.rule} ({weight}) در {broken.place}"
    return "\n".join([head, *lines[:start], *put, *lines[end:], ""])


def _find(lines: list[str], pattern: str, start: int) -> int:
    for place in range(start, len(lines)):
        if re.match(pattern, lines[place]):
            return place
    raise ValueError(f"no line of the profile begins with {pattern}")


def _block_end(lines: list[str], start: int) -> int:
    """Return the end of a key with all that is indented below it."""
    indent = _indent(lines[start])
    end = start + 1
    while end < len(lines) and lines[end].strip() and _indent(lines[end]) > indent:
        end += 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _expected() -> str:
    blocks = ["# What `check` must say of each file, made with the files by scripts/make_samples.py.\n"]
    for broken in sorted(BROKEN, key=lambda one: one.name):
        facts = {
            "line": broken.line,
            "rule": broken.rule,
            "severity": broken.severity,
            "field": broken.field or broken.place,
        }
        rows = "".join(f'{key} = "{fact}"\n' for key, fact in facts.items())
        blocks.append(f'["{broken.name}.yaml"]\n{rows}')
    return "\n".join(blocks)
