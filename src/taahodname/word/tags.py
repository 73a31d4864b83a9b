"""Finds the tags of a template, in every part, and reads each by the small grammar that authors may use.

The grammar: `{{ a.b }}`, `{% for x in a.b %}`, `{% if a.b %}`, `{% if not a.b %}`, `{% else %}`,
`{% endfor %}`, `{% endif %}`; all but the first also as `{%p … %}`, which takes its whole paragraph away,
and `{%tr … %}`, which takes its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from taahodname.word.markup import Element, own_text, owner
from taahodname.word.names import qn
from taahodname.word.package import Package

# A tag ends before another begins: one that was left open must not swallow its sound neighbour.
_INSIDE = r"(?:(?!\{\{|\{%|\{#).)*?"
_TAG = re.compile(
    rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}|\{{#{_INSIDE}#\}}|\{{\{{|\}}\}}|\{{%|%\}}|\{{#|#\}}", re.DOTALL
)
_INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\ufeff"), None) | {0xA0: " "}
_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_DOTTED = rf"{_NAME}(?:\.{_NAME})*"
_VALUE = re.compile(rf"\{{\{{\s*(?P<name>{_DOTTED})\s*\}}\}}")
_BLOCK = re.compile(
    rf"\{{%(?P<form>p|tr)?\s+(?:(?P<end>endfor|endif|else)"
    rf"|if\s+(?P<negated>not\s+)?(?P<condition>{_DOTTED})"
    rf"|for\s+(?P<target>{_NAME})\s+in\s+(?P<items>{_DOTTED}))\s+%\}}"
)


class Tag(Struct, frozen=True):
    """One tag where it stands.

    Attributes:
        part: the name of the part.
        paragraph: the paragraph, or None where it stands outside of text.
        source: the tag as it is written.
        verb: «value», «for», «if», «else», «endfor», «endif»; empty where the grammar does not know it.
        form: «p» or «tr» for a tag that takes its paragraph or row away, else empty.
        name: the dotted name it speaks of.
        target: what a `for` calls each item.
    """

    part: str
    paragraph: Element | None
    source: str
    verb: str = ""
    form: str = ""
    name: str = ""
    target: str = ""

    @property
    def near(self) -> str:
        """The words of the paragraph."""
        return "" if self.paragraph is None else own_text(self.paragraph)


def tidy(source: str) -> str:
    """Return a tag without the invisible marks of direction that a right-to-left editor slips in."""
    return source.translate(_INVISIBLE)


def tags(package: Package, part: str) -> Iterator[Tag]:
    """Yield every tag in the text of one part, in the order of reading."""
    for paragraph in package.xml(part).iter(qn("w:p")):
        for match in _TAG.finditer(own_text(paragraph)):
            yield read_tag(part, paragraph, match.group())


def read_tag(part: str, paragraph: Element | None, source: str) -> Tag:
    """Return a tag read by the grammar; its verb is empty where the grammar does not know it.

    Args:
        part: the name of the part.
        paragraph: where it stands, or None.
        source: the tag as it is written.
    """
    plain = tidy(source)
    if value := _VALUE.fullmatch(plain):
        return Tag(part, paragraph, source, "value", name=value["name"])
    block = _BLOCK.fullmatch(plain)
    if block is None:
        return Tag(part, paragraph, source)
    form = block["form"] or ""
    if block["end"]:
        return Tag(part, paragraph, source, block["end"], form)
    if block["condition"]:
        return Tag(part, paragraph, source, "if", form, block["condition"])
    return Tag(part, paragraph, source, "for", form, block["items"], block["target"])


def stray_tags(package: Package) -> Iterator[Tag]:
    """Yield the tags that would never be filled, or must not be: outside of body, headers and footers."""
    stories = frozenset(package.story_parts())
    for part in sorted(package.parts):
        if not part.endswith((".xml", ".rels", ".vml")):
            continue
        for element in package.xml(part).iter():
            yield from _stray(part, element, in_story=part in stories)


def _stray(part: str, element: Element, *, in_story: bool) -> Iterator[Tag]:
    found = [str(value) for value in element.values() if has_tag(str(value))]
    text = element.text if isinstance(element.tag, str) else None
    in_text = text is not None and has_tag(text)
    if not found and not in_text:
        return
    paragraph = owner(element) if in_story else None
    if text and in_text and not (in_story and element.tag == qn("w:t") and paragraph is not None):
        found.append(text)
    for value in found:
        yield Tag(part, paragraph, value)


def has_tag(text: str) -> bool:
    """Tell whether a text holds the beginning or the end of a tag."""
    return "{{" in text or "}}" in text or "{%" in text or "%}" in text
