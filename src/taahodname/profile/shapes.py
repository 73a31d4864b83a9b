"""Says in words what pydantic found: unknown keys with «did you mean», and values of the wrong kind."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from taahodname.errors import ProfileError
from taahodname.findings import Finding
from taahodname.persian.digits import to_persian
from taahodname.persian.letters import fold
from taahodname.profile.fields import MAX_BAND_MM, MAX_ITEMS, Record, find, record_at
from taahodname.profile.shown import shown
from taahodname.profile.source import nearest_line, shape, unknown_key

_TABLE = ("باید یک بخش با کلید و مقدار باشد", "must be a section of keys and values")
_LIST = (
    "باید فهرست باشد؛ هر مورد را در سطری با «-» یا میان [ ] بنویسید",
    "must be a list; write it between [ ]",
)
_WANTED = {
    "given_text": ('باید متن باشد؛ آن را میان دو نشان " بنویسید', 'must be text; write it between " signs'),
    "given_flag": ("باید true یا false (بلی یا خیر) باشد", "must be true or false"),
    "given_length": (
        f"باید عددی به میلی‌متر از ۰ تا {to_persian(str(round(MAX_BAND_MM)))} باشد",
        f"must be a number of millimetres from 0 to {MAX_BAND_MM:.0f}",
    ),
    "given_place": (
        "باید عددی به میلی‌متر از ۰ تا ۲۹۷ باشد",
        "must be a number of millimetres from 0 to 297",
    ),
    "given_fields": (
        "باید سه عدد به میلی‌متر باشد: فاصله از چپ، فاصله از بالا، پهنا؛ مانند «۲۰، ۵۲، ۴۰»",
        "must be three numbers of millimetres: from the left, from the top, the width",
    ),
    "missing": ("نوشته نشده است؛ آن را به میلی‌متر بنویسید", "is missing; write it in millimetres"),
    "given_list": (
        f"بیش از {to_persian(str(MAX_ITEMS))} مورد دارد؛ موردهای اضافی را بردارید",
        f"has more than {MAX_ITEMS} items; remove those that are too many",
    ),
    "literal_error": (
        "باید یکی از file، generated یا preprinted باشد",
        "must be one of file, generated or preprinted",
    ),
    "invalid_key": (
        "باید متن باشد؛ کلیدها را از نمونهٔ پروفایل بردارید",
        "must be text; take the keys of the sample",
    ),
    "tuple_type": _LIST,
    "model_type": _TABLE,
    "dict_type": _TABLE,
}
_CHOICE_TAGS = ("text", "table")


def findings_of(error: ValidationError, root: type[Record], lines: Mapping[str, int]) -> list[Finding]:
    """Return a finding for each fault that pydantic found.

    Args:
        error: pydantic's.
        root: the model that was asked.
        lines: the line of each path in the file, where it is known.
    """
    return [_finding(details, root, lines) for details in error.errors(include_url=False)]


def not_a_profile(name: str, findings: Sequence[Finding]) -> ProfileError:
    """Return the error that carries findings.

    Args:
        name: the file's name, empty when the data came from no file.
        findings: at least one.
    """
    what, what_en = (f"فایل «{name}»", repr(name)) if name else ("دادهٔ داده‌شده", "the data given")
    return ProfileError(
        f"{what} پروفایل درستی نیست؛ {to_persian(str(len(findings)))} مورد زیر را اصلاح کنید.",
        f"{what_en} is no proper profile; mend the {len(findings)} finding(s)",
        findings,
    )


def _finding(details: ErrorDetails, root: type[Record], lines: Mapping[str, int]) -> Finding:
    keys = [str(key) for key in details["loc"]]
    keys = [key for place, key in enumerate(keys) if not (place == 1 and key in _CHOICE_TAGS)]
    path = ".".join(keys)
    line = nearest_line(lines, path)
    if details["type"] == "extra_forbidden":
        return _unknown(keys[-1], path, record_at(root, ".".join(keys[:-1])), line)
    fa, en = _WANTED.get(details["type"], ("درست نیست", details["msg"]))
    field = find(root, path)
    title = f"«{field.title}» ({path})" if field and field.title else f"«{path}»" if path else "پروفایل"
    return shape(
        f"{title} {fa}.", f"{path or 'the profile'} {en}", path=path, value=_shown(details, path), line=line
    )


def _shown(details: ErrorDetails, path: str) -> str | None:
    """Return the wrong value as a message may quote it; None for a whole table or list."""
    value = details["input"]
    return shown(path, str(value)) if isinstance(value, str | int | float) else None


def _unknown(key: str, path: str, record: type[Record] | None, line: int | None) -> Finding:
    known = tuple(record.model_fields) if record else ()
    meant = _meant(key, record)
    quoted = shown("", key)
    if meant:
        hint, hint_en = f"شاید منظورتان «{meant}» است؛ آن را اصلاح کنید.", f"did you mean {meant!r}?"
    else:
        names = "، ".join(known)
        hint, hint_en = (
            f"یکی از این‌ها را بنویسید یا آن را بردارید: {names}.",
            f"known here: {', '.join(known)}",
        )
    return unknown_key(
        f"کلید «{quoted}» شناخته نشد؛ {hint}", f"unknown key {quoted!r}; {hint_en}", path=path, line=line
    )


def _meant(key: str, record: type[Record] | None) -> str | None:
    """Return the key that was most likely meant: by its spelling, or by its Persian label."""
    if record is None:
        return None
    names = {name: name for name in record.model_fields}
    names |= {fold(field.title): name for name, field in record.model_fields.items() if field.title}
    wanted = key.strip().lower().replace("-", "_").replace(" ", "_")
    for spelling in (wanted, fold(key)):
        close = difflib.get_close_matches(spelling, names, n=1, cutoff=0.6)
        if close:
            return names[close[0]]
    return None
