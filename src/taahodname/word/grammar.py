"""Checks a template against what will fill it, before it is filled: all faults at once, each in its place."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from taahodname.errors import TemplateError
from taahodname.word.environment import LOOP_WORDS
from taahodname.word.markup import Element, own_text, shorten
from taahodname.word.names import qn
from taahodname.word.package import Package
from taahodname.word.tags import Tag, stray_tags, tags

_SHOWN = 10
_DEEPEST = 3
_DEEPEST_OPEN = 12
"""Blocks of any kind within one another; Jinja itself takes the stack for each."""
_LOOP = dict.fromkeys(LOOP_WORDS, True)
_CLOSES = {"endfor": ("for",), "endif": ("if", "else"), "else": ("if",)}


class Fault(Struct, frozen=True):
    """One thing that is wrong with one tag, in Persian and English, under a name that stays."""

    tag: Tag
    code: str
    message: str
    message_en: str


class _Block(Struct):
    """A `for` or `if` that is still open, and what its names meant before it."""

    tag: Tag
    shadowed: dict[str, Any] = field(default_factory=dict)


class _Unknown:
    """Stands for the items of an empty list: nothing is known of them, so nothing is said."""


def check(package: Package, context: Mapping[str, Any]) -> None:
    """Look through all tags of a template.

    Args:
        package: the template.
        context: what it will be filled with.

    Raises:
        TemplateError: with every fault: the part, the words around, the tag, and what was probably meant.
    """
    if found := faults(package, context):
        raise _error(package.name, found)


def faults(package: Package, context: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Return all that is wrong with the tags in the text of a template, in the order of reading.

    Args:
        package: the template.
        context: what it will be filled with.
    """
    return tuple(fault for part in package.story_parts() for fault in _Walk(context).part(package, part))


def check_places(package: Package) -> None:
    """Look for tags outside the text of body, headers and footers: in properties, attributes, field codes.

    Args:
        package: the template.

    Raises:
        TemplateError: with every such tag.
    """
    if found := misplaced(package):
        raise _error(package.name, found)


def misplaced(package: Package) -> tuple[Fault, ...]:
    """Return the tags that stand where none is filled; see `check_places`."""
    return tuple(
        Fault(
            tag,
            "tag-place",
            "برچسب تنها در متن نامه، سربرگ و پابرگ پر می‌شود؛ آن را از اینجا بردارید",
            "tags are filled only in the text of the body, headers and footers; remove it from here",
        )
        for tag in stray_tags(package)
    )


class _Walk:
    """Goes through the tags of one part in order, with the names that hold at each place."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self.names: dict[str, Any] = dict(context)
        self.open: list[_Block] = []
        self.faults: list[Fault] = []

    def part(self, package: Package, part: str) -> list[Fault]:
        for tag in tags(package, part):
            self._tag(tag)
        for block in self.open:
            self._fault(block.tag, "tag-unclosed", "پایان این برچسب نیامده است", "it is never closed")
        return self.faults

    def _tag(self, tag: Tag) -> None:
        if not tag.verb:
            self._fault(
                tag,
                "tag-unreadable",
                "این برچسب شناخته نیست؛ تنها {{ نام }}، for، if، else و پایان آن‌ها پذیرفته است",
                "no such tag; only {{ name }}, for, if, else and their ends are known",
            )
            return
        if tag.form and not _stands_alone(tag):
            self._fault(
                tag,
                "tag-not-alone",
                "کنار این برچسب متن یا تصویر دیگری هست که از میان می‌رفت؛ آن را تنها بگذارید",
                "other content stands beside this tag and would be lost; leave it alone in its place",
            )
        if tag.verb in _CLOSES:
            self._close(tag)
        else:
            self._name(tag)

    def _name(self, tag: Tag) -> None:
        value = self._lookup(tag)
        if tag.verb == "value":
            if not isinstance(value, str | _Unknown):
                self._fault(tag, "tag-not-text", f"«{tag.name}» متن نیست", f"{tag.name} is not a text")
            return
        block = _Block(tag)
        if tag.verb == "for":
            block.shadowed = {name: self.names[name] for name in (tag.target, "loop") if name in self.names}
            self.names[tag.target] = self._item(tag, value)
            self.names["loop"] = _LOOP
        self.open.append(block)
        if len(self.open) > _DEEPEST_OPEN or sum(one.tag.verb == "for" for one in self.open) > _DEEPEST:
            self._fault(
                tag,
                "tag-depth",
                "حلقه‌ها و شرط‌ها بیش از اندازه تودرتو هستند",
                "loops and conditions are nested too deeply",
            )

    def _item(self, tag: Tag, value: Any) -> Any:
        if isinstance(value, _Unknown):
            return value
        if isinstance(value, str) or not isinstance(value, Sequence):
            self._fault(tag, "tag-not-list", f"«{tag.name}» فهرست نیست", f"{tag.name} is not a list")
            return _Unknown()
        return value[0] if value else _Unknown()

    def _lookup(self, tag: Tag) -> Any:
        value: Any = self.names
        for word in tag.name.split("."):
            if isinstance(value, _Unknown):
                return value
            if not isinstance(value, Mapping) or word not in value:
                self._unknown(tag)
                return _Unknown()
            value = value[word]
        return value

    def _unknown(self, tag: Tag) -> None:
        close = difflib.get_close_matches(tag.name, dotted_names(self.names), n=1, cutoff=0.6)
        meant, meant_en = (f"؛ شاید «{close[0]}»", f"; did you mean {close[0]}?") if close else ("", "")
        self._fault(
            tag, "tag-unknown", f"«{tag.name}» شناخته نیست{meant}", f"{tag.name} is unknown{meant_en}"
        )

    def _close(self, tag: Tag) -> None:
        if not self.open or self.open[-1].tag.verb not in _CLOSES[tag.verb]:
            self._fault(
                tag, "tag-unopened", "آغاز این برچسب نیامده است", "nothing is open that it could close"
            )
            return
        block = self.open.pop()
        if (tag.form, _container(tag)) != (block.tag.form, _container(block.tag)):
            self._fault(
                tag,
                "tag-level",
                f"این برچسب با آغازش «{block.tag.source}» در یک سطح نیست؛ هر دو را یک‌جور و کنار هم بنویسید",
                f"it does not stand on the same level as its opening {block.tag.source}; write both alike",
            )
        if tag.verb == "else":
            self.open.append(_Block(tag))
        elif block.tag.verb == "for":
            for name in (block.tag.target, "loop"):
                self.names.pop(name, None)
            self.names.update(block.shadowed)

    def _fault(self, tag: Tag, code: str, message: str, message_en: str) -> None:
        self.faults.append(Fault(tag, code, message, message_en))


def _place(tag: Tag) -> Element | None:
    """Return what a tag takes away: its paragraph, its row, or nothing."""
    if tag.paragraph is None or not tag.form:
        return None
    if tag.form == "p":
        return tag.paragraph
    return next(tag.paragraph.iterancestors(qn("w:tr")), None)


def _container(tag: Tag) -> Element | None:
    """Return where the opening and the end of a block must both stand."""
    if not tag.form:
        return tag.paragraph
    place = _place(tag)
    return None if place is None else place.getparent()


def _stands_alone(tag: Tag) -> bool:
    place = _place(tag)
    if place is None:
        return False
    words = "".join(own_text(paragraph) for paragraph in place.iter(qn("w:p"))).strip()
    pictures = next(place.iter(qn("w:drawing"), qn("w:pict"), qn("w:object")), None)
    return words == tag.source.strip() and pictures is None


def dotted_names(names: Mapping[str, Any], prefix: str = "") -> list[str]:
    """Return every name a template may write, in order («company.name»)."""
    found: list[str] = []
    for word, value in names.items():
        found.append(f"{prefix}{word}")
        if isinstance(value, Mapping):
            found.extend(dotted_names(value, f"{prefix}{word}."))
    return found


def _error(name: str, faults: Sequence[Fault]) -> TemplateError:
    lines = [_line(fault) for fault in faults[:_SHOWN]]
    more = len(faults) - len(lines)
    persian = [fa for fa, _ in lines] + ([f"و {more} مورد دیگر"] if more else [])
    english = [en for _, en in lines] + ([f"and {more} more"] if more else [])
    return TemplateError(
        f"قالب «{name}» پر نمی‌شود؛ آن را در ورد اصلاح کنید:\n" + "\n".join(persian),
        f"the template {name} cannot be filled; mend it in Word:\n" + "\n".join(english),
    )


def _line(fault: Fault) -> tuple[str, str]:
    tag = fault.tag
    near = shorten(tag.near)
    return (
        f"{shorten(tag.source)} در {tag.part}، کنار «{near}»: {fault.message}.",
        f"{shorten(tag.source)} in {tag.part} near {near!r}: {fault.message_en}.",
    )
