"""Understands the Persian labels beside blanks: which field a phrase names, whose it is, what is not ours."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from taahodname.persian.letters import fold
from taahodname.resources import data

OWNERS = ("ceo", "representative")
LOOPED = "lines."
"""The beginning of the fields that every number of a line has for itself."""

_WORD = re.compile(r"(?:[^\W_]|[\u064b-\u065f\u0670])+")
_LONGEST = 9  # words of a label
_HAMZA = "\u0621"
# Words that may stand before a label without changing what it says.
_FILLERS = frozenset(
    {
        "به",
        "با",
        "و",
        "که",
        "این",
        "دارای",
        "دارنده",
        "نیز",
        "ذیل",
        "بشرح",
        "شرح",
        "از",
        "در",
        "جهت",
        "برای",
        "دقیق",
    }
)
_NUMBERING = re.compile(r"[0-9]{1,2}|الف|ب|پ|ج|د")
_NEAR, _NEAREST = 0.6, 3


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its form for comparison, and where it stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the undertaking that a blank may stand for.

    Attributes:
        tag: its name in a template; «*» stands for whoever the blank belongs to.
        fa: what a report calls it.
        optional: its value may be empty.
    """

    tag: str
    fa: str
    optional: bool = False

    @property
    def personal(self) -> bool:
        """Whether it belongs to a person, the chief executive or the representative."""
        return self.tag.startswith("*.")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase before a blank says.

    Attributes:
        field: the field it names.
        text: the label as the form has it.
        owner: whose it is, where the label itself says so.
        weak: the label says little by itself.
        whole: nothing but the label stands there.
        rest: what stands before the label.
    """

    field: Field
    text: str
    owner: str = ""
    weak: bool = False
    whole: bool = True
    rest: str = ""


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, each with its letters levelled; a lone ye of an ezafe is no word."""
    found = []
    for match in _WORD.finditer(text):
        key = fold(match.group()).replace(_HAMZA, "").replace(" ", "")
        if key and key != "ی":
            found.append(Word(key, match.start(), match.end()))
    return tuple(found)


def key_of(text: str) -> str:
    """Return a text as labels are compared: letters and digits alone, levelled."""
    return "".join(word.key for word in words(text))


@cache
def fields() -> Mapping[str, Field]:
    """Return all fields by their tags."""
    rows = data("form-labels")["field"]
    return {row["tag"]: Field(row["tag"], row["fa"], row.get("optional", False)) for row in rows}


@cache
def _labels() -> Mapping[str, tuple[Field, bool]]:
    found: dict[str, tuple[Field, bool]] = {}
    for row in data("form-labels")["field"]:
        for weak, name in ((False, "labels"), (True, "weak")):
            for label in row.get(name, ()):
                key = key_of(label)
                if found.get(key, (fields()[row["tag"]],))[0].tag != row["tag"]:
                    raise ValueError(f"the label {label} names two fields")
                found.setdefault(key, (fields()[row["tag"]], weak))
    return found


@cache
def _owner_names() -> Mapping[str, str]:
    table = data("form-labels")["owner"]
    return {key_of(name): owner for owner in OWNERS for name in table[owner]["names"]}


@cache
def _keys(section: str, name: str) -> frozenset[str]:
    return frozenset(key_of(one) for one in data("form-labels")[section][name])


def owner_word(owner: str) -> str:
    """Return what a reader calls an owner."""
    return str(data("form-labels")["owner"][owner]["fa"])


def read(text: str) -> Reading | None:
    """Return what the phrase that ends a text names, or None when no label is known there.

    Args:
        text: the words before a blank, up to it.
    """
    found = words(text)
    plain = _ending(text, found, found)
    for taken in range(min(_LONGEST, len(found)), 0, -1):
        owner = _owner_names().get(_joined(found[-taken:]), "")
        reading = _ending(text, found[:-taken], found) if owner and taken < len(found) else None
        if reading is not None and reading.field.personal:
            # «تلفن همراه به نام نماینده» is one label, not «نام نماینده».
            longer = plain is None or len(reading.text) > len(plain.text)
            return _with_owner(reading, owner) if longer else plain
    return plain


def _joined(found: Iterable[Word]) -> str:
    return "".join(word.key for word in found)


def _ending(text: str, found: Sequence[Word], all_words: Sequence[Word]) -> Reading | None:
    """Return the longest label that ends the words `found`; its text runs to the end of `all_words`."""
    for taken in range(min(_LONGEST, len(found)), 0, -1):
        known = _labels().get(_joined(found[-taken:]))
        if known is not None:
            start, before = found[-taken].start, found[:-taken]
            whole = all(_is_filler(word.key) for word in before)
            label = text[start : all_words[-1].end]
            label += ")" if label.count("(") > label.count(")") else ""
            return Reading(known[0], label, "", known[1], whole, text[:start].strip())
    return None


def _with_owner(reading: Reading, owner: str) -> Reading:
    return Reading(reading.field, reading.text, owner, False, reading.whole, reading.rest)


def _is_filler(key: str) -> bool:
    return key in _FILLERS or _NUMBERING.fullmatch(key) is not None


def owners_in(text: str) -> tuple[str, ...]:
    """Return whom a text speaks of, each once, in the order of the words."""
    found, names = words(text), _owner_names()
    said: dict[str, None] = {}
    for start in range(len(found)):
        for taken in range(min(4, len(found) - start), 0, -1):
            owner = names.get(_joined(found[start : start + taken]))
            if owner:
                said.setdefault(owner)
                break
    return tuple(said)


def is_owner(text: str) -> str:
    """Return the owner that a text names and nothing else («مدیرعامل»), or an empty text."""
    plain = [word for word in words(text) if not _is_filler(word.key)]
    return _owner_names().get(_joined(plain), "")


def is_foreign(text: str) -> bool:
    """Tell whether a phrase is of something that no field of ours fits: a bank, a witness, the note."""
    found = words(text)
    if any(word.key in _keys("foreign", "words") for word in found):
        return True
    return _holds(found, _keys("foreign", "phrases"))


def leads_to_label(text: str) -> bool:
    """Tell whether the words before a label in a sentence leave it what it is: fillers, «شرکت», a verb."""
    plain = [word.key for word in words(text) if not _is_filler(word.key)]
    return not plain or plain[-1] in _keys("sentence", "leads")


def is_for_hand(text: str) -> bool:
    """Tell whether a phrase speaks of signing or stamping, which is done by hand."""
    found = list(words(text))
    for start in range(len(found)):
        for taken in range(1, min(4, len(found) - start) + 1):
            if _joined(found[start : start + taken]) in _keys("foreign", "not_hand"):
                found[start : start + taken] = [
                    Word("", word.start, word.end) for word in found[start : start + taken]
                ]
    return any(word.key in _keys("foreign", "hand") for word in found)


def has_two_parties(text: str) -> bool:
    """Tell whether a text is of two parties, so that «شرکت …» may be either."""
    return _holds(words(text), _keys("foreign", "parties"))


def is_addressee(text: str) -> bool:
    """Tell whether a phrase is how a letter speaks to the one it goes to."""
    return any(word.key in _keys("foreign", "addressee") for word in words(text))


def is_heading(text: str) -> bool:
    """Tell whether a short line without a blank is a heading by its form: «مشخصات …», or a final colon."""
    plain = [word.key for word in words(text) if not _is_filler(word.key)]
    return bool(plain) and (plain[0] in _keys("section", "opens") or text.rstrip().endswith(":"))


def is_statement(text: str) -> bool:
    """Tell whether a short line ends in a verb and so is a sentence."""
    found = words(text)
    return bool(found) and found[-1].key in _keys("sentence", "ends")


def section_of(text: str) -> str:
    """Return what a heading opens: «company», «line», an owner, «foreign», «hand»; nothing for a sentence."""
    found = words(text)
    if is_statement(text):
        # «این قسمت توسط اپراتور تکمیل می‌شود» is one all the same; «سفته پیوست است» closes nothing.
        return "foreign" if _holds(found, _keys("foreign", "phrases")) else ""
    if is_foreign(text):
        return "foreign"
    for name in ("company", "line"):
        if _holds(found, _keys("section", name)) and not owners_in(text):
            return name
    owners = owners_in(text)
    if is_for_hand(text):
        return "hand"
    return owners[0] if len(owners) == 1 else ""


def _holds(found: Sequence[Word], phrases: frozenset[str]) -> bool:
    return any(
        _joined(found[start : start + taken]) in phrases
        for start in range(len(found))
        for taken in range(1, min(6, len(found) - start) + 1)
    )


def candidates(text: str) -> tuple[str, ...]:
    """Return the fields whose labels look like a phrase that is not known, the nearest first."""
    key = key_of(text)
    near = difflib.get_close_matches(key, list(_labels()), n=2 * _NEAREST, cutoff=_NEAR) if key else []
    found = dict.fromkeys(_labels()[one][0].tag for one in near)
    return tuple(name for tag in found for name in _whosever(tag))[:_NEAREST]


def _whosever(tag: str) -> tuple[str, ...]:
    """Return a field of a person for each who may be meant, any other alone."""
    return tuple(f"{who}{tag[1:]}" for who in OWNERS) if tag.startswith("*.") else (tag,)
