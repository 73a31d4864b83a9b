"""Puts a letter's number, date and attachments into a letterhead's blanks, and takes its own lines out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping

from lxml import etree
from msgspec.structs import replace

from taahodname.letterhead.fields import same_line
from taahodname.persian.isolation import isolate
from taahodname.word.graft_material import Material, Story, Which
from taahodname.word.markup import Element, own_text, owner, parse, serialise
from taahodname.word.names import qn
from taahodname.word.package import read
from taahodname.word.runs import direct

_OPENS, _CLOSES = "\ue6f0", "\ue6f1"
_TOKEN = re.compile(f"{_OPENS}([a-z]+)\ue6f2([^{_CLOSES}]*){_CLOSES}")
_SEARCHED = 60  # paragraphs from the beginning of a letter


def token(name: str, blank: str = "") -> str:
    """Return what stands in a letterhead where a value will go.

    Args:
        name: which one («number»).
        blank: what stands there when the letter has no value.
    """
    return f"{_OPENS}{name}\ue6f2{blank}{_CLOSES}"


def filled(material: Material, values: Mapping[str, str]) -> Material:
    """Return the material of a letterhead with the values of a letter in its blanks.

    Args:
        material: with tokens in its stories.
        values: by name; one that is missing or empty leaves its blank.
    """
    headers: dict[Which, Story] = {which: _story(story, values) for which, story in material.headers.items()}
    opening = None if material.opening is None else _story(material.opening, values)
    return dataclasses.replace(material, headers=headers, opening=opening)


def _story(story: Story, values: Mapping[str, str]) -> Story:
    if _OPENS.encode() not in story.xml:
        return story
    root = parse(story.xml, "letterhead")
    for paragraph in root.iter(qn("w:p")):
        texts = [text for text in paragraph.iter(qn("w:t")) if owner(text) is paragraph]
        if not any(_OPENS in (text.text or "") for text in texts):
            continue
        is_bidi = paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
        for text in texts:
            text.text = _with_values(text.text or "", values, marks=not is_bidi)
        if is_bidi:
            direct(paragraph)
    return replace(story, xml=serialise(root))


def _with_values(text: str, values: Mapping[str, str], *, marks: bool) -> str:
    def value(found: re.Match[str]) -> str:
        said = values.get(found[1], "")
        if not said:
            return found[2]
        return isolate(said) if marks else said

    return _TOKEN.sub(value, text)


def without_lines(
    docx: bytes, names: Iterable[str], values: Mapping[str, str]
) -> tuple[bytes, frozenset[str]]:
    """Return a letter without the lines that the letterhead has, and the names of those it had.

    Args:
        docx: the filled letter.
        names: the lines to take out.
        values: what they say in the letter.

    Raises:
        WordFileError: when the letter cannot be opened safely.
    """
    package = read(docx, "letter.docx")
    root = package.xml(package.main)
    wanted = list(names)
    gone: set[str] = set()
    for paragraph in list(root.iter(qn("w:p")))[:_SEARCHED]:
        text = own_text(paragraph)
        name = next((one for one in wanted if same_line(text, one, values.get(one, ""))), None)
        if name is not None:
            _take_out(paragraph)
            wanted.remove(name)
            gone.add(name)
    if not gone:
        return docx, frozenset()
    return package.replace({package.main: serialise(root)}).to_bytes(), frozenset(gone)


def _take_out(paragraph: Element) -> None:
    """Remove a paragraph; the last one of a cell stays, empty, for a cell must end with one."""
    parent = paragraph.getparent()
    if parent is None:
        return
    is_last = parent.tag == qn("w:tc") and len(parent.findall(qn("w:p"))) == 1
    if not is_last:
        parent.remove(paragraph)
        return
    for child in list(paragraph):
        if child.tag != qn("w:pPr"):
            paragraph.remove(child)


def run_like(model: Element | None, text: str) -> Element:
    """Return a run with the look of another.

    Args:
        model: the other run, or None.
        text: what it says.
    """
    run = etree.Element(qn("w:r"))
    look = None if model is None else model.find(qn("w:rPr"))
    if look is not None:
        run.append(parse(serialise(look), "letterhead"))
    inner = etree.SubElement(run, qn("w:t"))
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    inner.text = text
    return run
