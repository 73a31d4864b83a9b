"""Writes every value of a profile in its clean form, and tells each change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple, cast
from urllib.parse import urlsplit

from taahodname.findings import Change
from taahodname.identifiers import (
    Invalid,
    economic_code,
    landline,
    line_number,
    mobile,
    national_code,
    national_id,
    postal_code,
    registration_number,
)
from taahodname.persian import dates
from taahodname.persian.digits import to_ascii, to_persian
from taahodname.persian.isolation import strip_controls
from taahodname.persian.letters import Cleaned, Reason, clean, persian_digits_in_prose
from taahodname.profile.fields import Record, names_of
from taahodname.profile.model import Line, Profile
from taahodname.profile.shown import shown

Cleaner = Callable[[str, Record], Cleaned]
"""Takes a text that is not blank and the record it stands in."""


class Normalised(NamedTuple):
    """A profile with every value in its clean form, and what was changed to get there."""

    profile: Profile
    changes: tuple[Change, ...]


def normalise(profile: Profile) -> Normalised:
    """Return a profile whose every leaf is clean; a blank leaf is None, one that is not valid stays as given.

    Args:
        profile: as given.
    """
    changes: list[Change] = []
    return Normalised(cast(Profile, _record(profile, "", changes)), tuple(changes))


def _record(record: Record, prefix: str, changes: list[Change]) -> Record:
    update: dict[str, Any] = {}
    for name in names_of(type(record)):
        value = getattr(record, name)
        written = _value(value, f"{prefix}{name}", record, changes)
        if written is not value:
            update[name] = written
    return record.model_copy(update=update) if update else record


def _value(value: Any, path: str, owner: Record, changes: list[Change]) -> Any:
    if isinstance(value, Record):
        return _record(value, f"{path}.", changes)
    if isinstance(value, tuple):
        return _items(value, path, owner, changes)
    if isinstance(value, str):
        return _text(value, path, owner, changes)
    return value


def _items(given: tuple[Any, ...], path: str, owner: Record, changes: list[Change]) -> tuple[Any, ...]:
    """Return the clean elements of a list; a blank text keeps its place, so that every path stays true."""
    items = (_value(item, f"{path}.{place}", owner, changes) for place, item in enumerate(given))
    written = tuple("" if item is None else item for item in items)
    return given if written == given else written


def _text(given: str, path: str, owner: Record, changes: list[Change]) -> str | None:
    if _SEEN.search(given) is None and not strip_controls(clean(given).text).strip():
        return None
    written = _cleaner(path)(given, owner)
    if written.text != given:
        changes += _changes(path, given, written)
    return written.text


# A text with a letter or a digit is not blank, whatever else is cleaned of it.
_SEEN = re.compile(r"\w")


def _changes(path: str, given: str, written: Cleaned) -> Iterator[Change]:
    """Yield what is told of a text that is written otherwise than it was given."""
    printed = _printed(path, written)
    if _same_code(given, written, printed):
        return
    reasons = written.reasons or (_TIDIED,)
    yield Change(
        field=path,
        given=shown(path, given),
        written=shown(path, printed),
        reason="؛ ".join(reason.fa for reason in reasons),
        reason_en="; ".join(reason.en for reason in reasons),
    )


def _same_code(given: str, written: Cleaned, printed: str) -> bool:
    """Tell whether only the kind of digits differs: codes and dates are always printed in Persian ones."""
    of_numbers = set(written.reasons) <= _OF_NUMBERS
    return of_numbers and to_ascii(given.strip()) in (written.text, to_ascii(printed))


def _printed(path: str, written: Cleaned) -> str:
    """Return a clean value as the papers print it."""
    if path == "company.phone":
        return landline.format(written.text)
    return to_persian(written.text) if set(written.reasons) & _OF_NUMBERS else written.text


_TIDIED = Reason("tidied", "فاصله‌ها و رقم‌ها یکدست شد", "spaces and digits made even")
_STANDARD = Reason("standard", "به شکل استاندارد نوشته شد", "written in the standard form")
_COMPANY = Reason(
    "company", "«شرکت» از آغاز نام برداشته شد، فرم‌ها خود آن را می‌نویسند", "«شرکت» taken off; forms add it"
)
_SCHEME = Reason("scheme", "https:// به آغاز نشانی افزوده شد", "https:// put before the address")
_LOWER = Reason("lower-case", "دامنه با حروف کوچک نوشته شد", "the domain written in lower case")
_JALALI = Reason("jalali", "تاریخ میلادی به شمسی برگردانده شد", "the Gregorian date converted to Jalali")
_PERSIAN = Reason("persian-digits", "رقم‌ها فارسی شد", "digits made Persian")
_OF_NUMBERS = frozenset({_TIDIED, _STANDARD, _JALALI})


def _same_digits(given: str, written: str) -> bool:
    return re.sub(r"[^0-9]", "", to_ascii(given)) == written


def _identifier(validate: Callable[[str], str]) -> Cleaner:
    """Return a cleaner that writes a valid identifier without separators and leaves any other as it is."""

    def cleaner(text: str, owner: Record) -> Cleaned:
        try:
            written = validate(text.strip())
        except Invalid:
            return Cleaned(text)
        if written == text:
            return Cleaned(text)
        return Cleaned(written, (_TIDIED if _same_digits(text, written) else _STANDARD,))

    return cleaner


def _line_number(text: str, owner: Record) -> Cleaned:
    line = _line_type(cast(Line, owner).type or "", owner).text
    if line not in line_number.LINES:
        return Cleaned(text)
    return _identifier(lambda number: line_number.validate(number, line))(text, owner)


def _line_type(text: str, owner: Record) -> Cleaned:
    """A line's name without blanks; 021 is also written 21, without its zero."""
    name = re.sub(r"\s", "", to_ascii(strip_controls(text)))
    return Cleaned("021") if name == "21" else Cleaned(name)


def _plain(text: str, owner: Record) -> Cleaned:
    return clean(text)


def _verbatim(text: str, owner: Record) -> Cleaned:
    """The name of a file or of a part of it: another spelling would be another file."""
    return Cleaned(text)


def _prose(text: str, owner: Record) -> Cleaned:
    cleaned = clean(text)
    written = persian_digits_in_prose(cleaned.text)
    return Cleaned(written, cleaned.reasons + ((_PERSIAN,) if written != cleaned.text else ()))


def _company_name(text: str, owner: Record) -> Cleaned:
    cleaned = clean(text)
    name = re.sub(r"\Aشرکت +(?=\S)", "", cleaned.text)
    return Cleaned(name, cleaned.reasons + ((_COMPANY,) if name != cleaned.text else ()))


def _digits(text: str, owner: Record) -> Cleaned:
    return Cleaned(to_ascii(clean(strip_controls(text)).text))


def _email(text: str, owner: Record) -> Cleaned:
    address = to_ascii(strip_controls(clean(text).text))
    mailbox, at, domain = address.rpartition("@")
    lowered = f"{mailbox}{at}{domain.lower()}"
    return Cleaned(lowered, (_LOWER,) if lowered != address else ())


def _website(text: str, owner: Record) -> Cleaned:
    given = to_ascii(strip_controls(clean(text).text))
    address = given if "://" in given else f"https://{given}"
    reasons = (_SCHEME,) if address != given else ()
    lowered = _lower_host(address)
    return Cleaned(lowered, reasons + ((_LOWER,) if lowered != address else ()))


def _lower_host(address: str) -> str:
    """Return an address with its scheme and host in lower case; the rest may depend on its letters."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    head = f"{parts.scheme}://{parts.netloc}"
    return head.lower() + address[len(head) :] if address.lower().startswith(head.lower()) else address


def _date(text: str, owner: Record) -> Cleaned:
    try:
        date = dates.parse(text.strip())
    except dates.DateError:
        return Cleaned(text)
    written = f"{date.year:04}/{date.month:02}/{date.day:02}"
    if written == text:
        return Cleaned(text)
    year = re.search(r"[0-9]{4}", to_ascii(text))
    gregorian = year is not None and int(year.group()) != date.year
    return Cleaned(written, (_JALALI if gregorian else _TIDIED,))


_CLEANERS: dict[str, Cleaner] = {
    "company.name": _company_name,
    "company.national_id": _identifier(national_id.validate),
    "company.economic_code": _identifier(economic_code.validate),
    "company.registration_number": _identifier(registration_number.validate),
    "company.activity": _prose,
    "company.website": _website,
    "company.email": _email,
    "company.phone": _identifier(landline.validate),
    "company.address": _prose,
    "company.postal_code": _identifier(postal_code.validate),
    "*.national_code": _identifier(national_code.validate),
    "*.birth_certificate_number": _digits,
    "*.birth_date": _date,
    "*.mobile": _identifier(mobile.validate),
    "lines.*.type": _line_type,
    "lines.*.number": _line_number,
    "lines.*.audience": _prose,
    "lines.*.subject": _prose,
    "letter.date": _date,
    "letter.attachments": _prose,
    "customer_list.include.*": _identifier(mobile.validate),
    "customer_list": _verbatim,
    "customer_list.*": _verbatim,
    "letterhead": _verbatim,
    "letterhead.*": _verbatim,
}
"""The cleaner of each field by its path, a place in a list or a person as «*»; the others are plain text."""


@lru_cache(maxsize=256)
def _cleaner(path: str) -> Cleaner:
    pattern = re.sub(r"\.[0-9]+(?=\.|\Z)", ".*", path)
    head, _, key = pattern.rpartition(".")
    return _CLEANERS.get(pattern) or _CLEANERS.get(f"*.{key}") or _CLEANERS.get(f"{head}.*") or _plain
