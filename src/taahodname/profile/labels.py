"""What a reader calls each field of a profile, in Persian and in English, by its path."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pydantic.fields import FieldInfo

from taahodname.persian.digits import to_persian
from taahodname.profile.fields import Record, find, record_in
from taahodname.profile.model import Profile

_OWNERS = {
    "company": ("شرکت", "of the company"),
    "ceo": ("مدیرعامل", "of the CEO"),
    "representative": ("نماینده", "of the representative"),
    "signatories": ("صاحب امضای", "of signatory"),
    "lines": ("خط", "of line"),
    "letter": ("نامه", "of the letter"),
    "letterhead": ("سربرگ", "of the letterhead"),
    "customer_list": ("فهرست مشتریان", "of the customer list"),
}
# A silent final heh takes a hamza before its owner; after an alef («همراه») it is spoken and takes none.
_SILENT_HEH = re.compile(r"(?<!ا)ه\Z")


class Label(NamedTuple):
    """The names of one field: `fa` for a Persian reader, `en` for an English message."""

    fa: str
    en: str


@cache
def label(path: str) -> Label:
    """Return the names of a field with whose it is: «ceo.mobile» is «تلفن همراه مدیرعامل».

    Args:
        path: as in a finding; places in a list are counted from 0 and told from 1.

    Raises:
        KeyError: when the model has no such field.
    """
    field = find(Profile, path)
    if field is None:
        raise KeyError(path)
    fa, en = _own(field)
    head, *rest = path.split(".")
    if not rest:
        return Label(fa, en)
    owner, owner_en = _OWNERS[head]
    if re.fullmatch(r"[0-9]+", rest[0]):
        count = int(rest[0]) + 1
        owner, owner_en = f"{owner} {to_persian(str(count))}", f"{owner_en} {count}"
        if len(rest) == 1:
            return Label(owner, owner_en.removeprefix("of "))
    return Label(f"{_SILENT_HEH.sub('هٔ', fa)} {owner}", f"{en} {owner_en}")


def paths() -> tuple[str, ...]:
    """Return the path of every leaf of the model; a place in a list stands as «*»."""
    return tuple(_paths(Profile, ""))


def _paths(record: type[Record], prefix: str) -> list[str]:
    result: list[str] = []
    for name, field in record.model_fields.items():
        inner = record_in(field.annotation)
        star = ".*" if str(field.annotation).startswith("tuple") else ""
        result += _paths(inner, f"{prefix}{name}{star}.") if inner else [f"{prefix}{name}{star}"]
    return result


def _own(field: FieldInfo) -> tuple[str, str]:
    extra = field.json_schema_extra
    english = extra["x-label-en"] if isinstance(extra, dict) else ""
    return str(field.title), str(english)
