"""Finds slips in tags: signs of a Persian keyboard in them, braces apart or missing, tags cut in two."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from taahodname.findings import Severity
from taahodname.forms.faults import FormFault, Place, place_of
from taahodname.forms.needs import label_of, needs
from taahodname.persian.digits import to_ascii
from taahodname.persian.letters import fold
from taahodname.word.grammar import dotted_names
from taahodname.word.markup import Element, own_text, shorten
from taahodname.word.names import qn
from taahodname.word.package import Package
from taahodname.word.tags import Tag, read_tag, tidy

_WHOLE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_PIECE = re.compile(
    r"(?:\{[\s\u200b-\u200f]*)+%?[^{}\0]{0,80}?%?(?:[\s\u200b-\u200f]*\})+|(?:\{[\s\u200b-\u200f]*)+%?|%?\}(?:\s*\})*"
)
_DOTTED = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)+")
_QUOTES = "«»‹›“”„‟‘’‚\"'`"
_JOINERS = "\u200b\u200c\u200d\u0640"
_MARKS = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\ufeff"
_CLEAN = {
    **dict.fromkeys(map(ord, _QUOTES + _JOINERS + _MARKS)),
    **{0xA0: " ", ord("ي"): "ی", ord("ك"): "ک", ord("ى"): "ی"},
}


@dataclass(frozen=True, slots=True)
class _Kind:
    code: str
    signs: re.Pattern[str]
    what: str
    what_en: str


_KINDS: Final = (
    _Kind("tag-arabic-letter", re.compile("[يكى]"), "«ي» یا «ك» عربی", "an Arabic yeh or kaf"),
    _Kind("tag-half-space", re.compile(f"[{_JOINERS}]"), "نیم‌فاصله یا کشیده", "a half-space or a tatweel"),
    _Kind("tag-quotes", re.compile(f"[{re.escape(_QUOTES)}]"), "علامت نقل قول یا گیومه", "quotation marks"),
    _Kind("tag-digits", re.compile("[۰-۹٠-٩]"), "رقم فارسی", "Persian digits"),
    _Kind(
        "tag-marks",
        re.compile(f"[{_MARKS}]"),
        "نشانهٔ نامرئی جهت (RLM)",
        "an invisible mark of direction (RLM)",
    ),
)


def cleaned(source: str) -> str:
    """Return a tag without the signs that a Persian keyboard or Word slipped into it."""
    return to_ascii(source.translate(_CLEAN))


def whole_tags(text: str) -> list[str]:
    """Return what stands between double braces in a text, braces included, in order."""
    return _WHOLE.findall(text)


def slips(package: Package, line: str, context: Mapping[str, Any]) -> Iterator[FormFault]:
    """Yield what is wrong with how tags are written, in the order of reading.

    Args:
        package: the form.
        line: the line it is for.
        context: the names that its tags may speak of.
    """
    for part in package.story_parts():
        paragraphs = list(package.xml(part).iter(qn("w:p")))
        open_in: Element | None = None
        for paragraph in paragraphs:
            text = own_text(paragraph)
            if not re.search("[{}]", text):
                continue
            for source in _WHOLE.findall(text):
                yield from _signs(part, paragraph, source, context)
                yield from _unreadable(part, paragraph, source, line, context)
            masked = _WHOLE.sub(lambda match: "\0" * len(match[0]), text)
            for piece in _PIECE.findall(masked):
                if open_in is not None and "{" not in piece:
                    yield _split(part, open_in)
                    open_in = None
                    continue
                if "}" not in piece and _rest_is_empty(masked, piece):
                    open_in = paragraph
                    continue
                yield _broken(part, paragraph, piece, masked, line, context)
        if open_in is not None:
            yield _open(part, open_in)


def _rest_is_empty(masked: str, piece: str) -> bool:
    """Tell whether a tag begins here and may end in a later paragraph: no brace follows."""
    return not re.search("[{}]", masked.partition(piece)[2])


def _signs(part: str, paragraph: Element, source: str, context: Mapping[str, Any]) -> Iterator[FormFault]:
    better = cleaned(source)
    fixable = is_sound(better, context)
    for kind in _KINDS:
        if not kind.signs.search(source):
            continue
        # Marks of direction are taken out when the form is filled; all else would stay in the name.
        severity = Severity.WARNING if kind.code == "tag-marks" else Severity.ERROR
        yield FormFault(
            kind.code,
            severity,
            place_of(part, paragraph),
            f"برچسب «{shorten(tidy(source))}» {kind.what} در خود دارد؛ "
            + (f"«{better}» بنویسید." if fixable else "نام برچسب را با حروف لاتین و بی هیچ نشانه‌ای بنویسید."),
            f"the tag {shorten(tidy(source))} holds {kind.what_en}; "
            + (f"write {better}" if fixable else "write its name in Latin letters without any sign"),
            fixable=fixable,
        )


def is_sound(source: str, context: Mapping[str, Any]) -> bool:
    """Tell whether a tag is written well and, where it prints a value of the context, names a known one."""
    tag = read_tag("", None, source)
    if not tag.verb:
        return False
    head, _, rest = tag.name.partition(".")
    # The name of a loop's own item is not in the context; the grammar sees to it.
    return not tag.name or head not in context or tag.name in dotted_names(context) or not rest


def _unreadable(
    part: str, paragraph: Element, source: str, line: str, context: Mapping[str, Any]
) -> Iterator[FormFault]:
    tag = read_tag(part, paragraph, source)
    if tag.verb or any(kind.signs.search(source) for kind in _KINDS[:4]):
        return
    meant = suggestion(source, line, context)
    yield FormFault(
        "tag-unreadable",
        Severity.ERROR,
        place_of(part, paragraph),
        f"برچسب «{shorten(source)}» شناخته نیست{_fa(meant)}؛ تنها {{{{ نام }}}}، for، if، else و پایان آن‌ها "
        "پذیرفته است.",
        f"the tag {shorten(source)} is not known{_en(meant)}; only {{{{ name }}}}, for, if, else and their "
        "ends are",
    )


def _broken(
    part: str, paragraph: Element, piece: str, masked: str, line: str, context: Mapping[str, Any]
) -> FormFault:
    meant = suggestion(piece if "}" in piece else masked.partition(piece)[2][:80], line, context)
    braces = piece.count("{") + piece.count("}")
    grave = (braces > 1 and bool(meant or braces > 2 or "{" not in piece)) or bool(_DOTTED.search(piece))
    where = place_of(part, paragraph)
    if "{" not in piece:
        return FormFault(
            "tag-unopened",
            Severity.ERROR if braces > 1 or "%" in piece else Severity.WARNING,
            where,
            f"«{shorten(piece)}» پایان برچسبی است که آغازش نیامده است؛ «{{{{» را پیش از نام بنویسید.",
            f"{shorten(piece)} ends a tag that never began; write {{{{ before the name",
        )
    if "}" not in piece:
        return _open(part, paragraph)
    return FormFault(
        "tag-broken" if grave else "lone-brace",
        Severity.ERROR if grave else Severity.WARNING,
        where,
        f"«{shorten(piece)}» برچسب درستی نیست و پر نمی‌شود{_fa(meant)}؛ دو آکولاد چسبیده در هر سو بنویسید.",
        f"{shorten(piece)} is no sound tag and would not be filled{_en(meant)}; write two braces together on "
        "each side",
    )


def _open(part: str, paragraph: Element) -> FormFault:
    return FormFault(
        "tag-open",
        Severity.ERROR,
        place_of(part, paragraph),
        "برچسبی در اینجا باز شده و بسته نشده است؛ «}}» را پس از نام بنویسید.",
        "a tag begins here and never ends; write }} after the name",
    )


def _split(part: str, paragraph: Element) -> FormFault:
    return FormFault(
        "tag-split",
        Severity.ERROR,
        place_of(part, paragraph),
        "برچسبی در این پاراگراف باز و در پاراگراف دیگری بسته شده است؛ همه‌اش را در یک پاراگراف بنویسید.",
        "a tag begins in this paragraph and ends in another; write all of it in one paragraph",
    )


def suggestion(source: str, line: str, context: Mapping[str, Any]) -> str:
    """Return the name that a slip probably means («company.name»), or an empty text.

    Args:
        source: what is written, braces and all; Persian words are compared with the labels of fields.
        line: the line.
        context: the names that a tag may speak of.
    """
    plain = cleaned(source)
    names = [name for name in dotted_names(context) if "." in name]
    for word in re.findall(r"[A-Za-z][\w.\s-]*", plain):
        close = difflib.get_close_matches(re.sub(r"[\s-]+", "_", word.strip()), names, n=1, cutoff=0.7)
        if close:
            return close[0]
    said = fold(re.sub(r"[{}%_]", " ", plain)).strip()
    labels = _labels(line)
    found = (
        difflib.get_close_matches(said, list(labels), n=1, cutoff=0.75) if re.search("[آ-ی]", said) else []
    )
    return labels[found[0]] if found else ""


def _labels(line: str) -> dict[str, str]:
    """Return the usual tag of each field by its label, of a company's also without its owner."""
    known: dict[str, str] = {}
    for need in needs(line):
        if "*" in need.field:
            continue
        told = label_of(need.field).fa
        known[fold(told)] = need.tags[0]
        if need.field.startswith("company."):
            known.setdefault(fold(told.removesuffix(" شرکت").replace("هٔ", "ه")), need.tags[0])
    known[fold("نام شرکت")] = "company.legal_name"
    return known


def _fa(meant: str) -> str:
    return f"، شاید {{{{ {meant} }}}} بوده است" if meant else ""


def _en(meant: str) -> str:
    return f" (did you mean {{{{ {meant} }}}}?)" if meant else ""


_STRAY: Final[Sequence[tuple[str, str, str, str]]] = (
    ("footnotes", "tag-footnote", "پانویس", "a footnote"),
    ("endnotes", "tag-footnote", "پی‌نوشت", "an endnote"),
    ("comments", "tag-comment", "یادداشت (comment)", "a comment"),
    ("docProps", "tag-property", "ویژگی‌های فایل", "the properties of the file"),
)


def stray(tag: Tag) -> FormFault:
    """Return the fault for a tag that stands where none is filled."""
    code, place, place_en = "tag-place", "جایی بیرون از متن", "a place outside of the text"
    for begin, name, told, told_en in _STRAY:
        if begin in tag.part:
            code, place, place_en = name, told, told_en
    if tag.paragraph is not None and code == "tag-place":
        code, place, place_en = (
            "tag-field-code",
            "کد یک میدان یا ویژگی یک شکل",
            "a field code or an attribute",
        )
    where = (
        place_of(tag.part, tag.paragraph) if tag.paragraph is not None else Place(tag.part, near=tag.source)
    )
    return FormFault(
        code,
        Severity.ERROR,
        where,
        f"برچسب «{shorten(tag.source)}» در {place} است و پر نمی‌شود؛ آن را به متن، سرصفحه یا پاصفحه ببرید.",
        f"the tag {shorten(tag.source)} stands in {place_en} and is not filled; move it to the text, head "
        f"or foot",
    )
