"""Mends what a program can mend in a form without guessing, and tells each change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taahodname.findings import Severity
from taahodname.forms.direction import repairs
from taahodname.forms.faults import FormFault, place_of
from taahodname.forms.slips import cleaned, is_sound, whole_tags
from taahodname.word.markup import Element, own_text, owner, serialise, shorten
from taahodname.word.names import XML_SPACE, qn
from taahodname.word.package import Package
from taahodname.word.styles import styles_of
from taahodname.word.tags import tidy


def fix(package: Package, context: Mapping[str, Any]) -> tuple[Package, tuple[FormFault, ...]]:
    """Return a form mended, and every change with its place; nothing else in the form changes.

    Right-to-left settings of sections, tables, paragraphs and runs are added; signs that a Persian keyboard
    put into a tag are taken out where a known name remains.

    Args:
        package: the form.
        context: the names that its tags may speak of.
    """
    styles = styles_of(package)
    changes: list[FormFault] = []
    written: dict[str, bytes] = {}
    for part in package.story_parts():
        root = package.xml(part)
        mine: list[FormFault] = []
        for paragraph in root.iter(qn("w:p")):
            mine.extend(_tags(part, paragraph, context))
        for repair in list(repairs(root, styles)):
            if repair.apply is not None:
                where = place_of(part, repair.element)
                repair.apply()
                mine.append(FormFault(repair.code, Severity.MANUAL, where, repair.done, repair.done_en))
        if mine:
            written[part] = serialise(root)
            changes.extend(mine)
    return package.replace(written), tuple(changes)


def _tags(part: str, paragraph: Element, context: Mapping[str, Any]) -> list[FormFault]:
    changes = []
    for source in whole_tags(own_text(paragraph)):
        better = cleaned(source)
        if better == source or not is_sound(better, context):
            continue
        _replace(paragraph, source, better)
        changes.append(
            FormFault(
                "tag-cleaned",
                Severity.MANUAL,
                place_of(part, paragraph),
                f"برچسب «{shorten(tidy(source))}» به «{better}» تبدیل شد.",
                f"the tag {shorten(tidy(source))} became {better}",
            )
        )
    return changes


def _replace(paragraph: Element, old: str, new: str) -> None:
    """Put one text for another in a paragraph, whatever runs the old one is cut into."""
    texts = [text for text in paragraph.iter(qn("w:t")) if owner(text) is paragraph]
    whole = "".join(text.text or "" for text in texts)
    first = whole.index(old)
    last, at, rest = first + len(old), 0, new
    for text in texts:
        said = text.text or ""
        start, end = max(first - at, 0), min(last - at, len(said))
        if start < end:
            text.text, rest = said[:start] + rest + said[end:], ""
            text.set(XML_SPACE, "preserve")
        at += len(said)
