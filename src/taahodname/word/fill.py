"""Fills a Word template: every tag gets its value as plain text, and nothing is left out or left over."""

from __future__ import annotations

import html
import io
import re
import traceback
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

from docxtpl import DocxTemplate
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from lxml import etree

from taahodname.errors import TemplateError
from taahodname.word import grammar
from taahodname.word.environment import GAP_OPENS, BadValue, TooLong, environment
from taahodname.word.kinds import example, kind
from taahodname.word.marked import Marked, is_usual, mark
from taahodname.word.markup import Element, parse, serialise, shorten
from taahodname.word.names import DOCUMENT_TYPE, qn
from taahodname.word.package import CONTENT_TYPES, Package, read, with_types, write
from taahodname.word.tags import has_tag, tags, tidy

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p([ >])")
_MARKUP = re.compile(r"<[^>]*>")


class _Template(DocxTemplate):  # type: ignore[misc]
    """docxtpl's template with its silent repairs turned into errors."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self.part = ""
        self.source = ""

    def patch_xml(self, src_xml: str) -> str:
        """Return the XML with whole tags, free of the invisible marks a right-to-left editor slips in."""
        patched: str = super().patch_xml(src_xml)
        return _TAG.sub(lambda match: tidy(match.group()), patched)

    def render_xml_part(
        self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: Any = None
    ) -> str:
        """Return one part filled, checked for tags that are left."""
        self.part, self.source = str(part.partname).lstrip("/"), src_xml
        filled: str = super().render_xml_part(src_xml, part, context, jinja_env)
        # Values carry their braces as references, so what is bare here is the template's own.
        if has_tag(_MARKUP.sub("", filled)):
            raise TemplateSyntaxError("a tag is left unfilled", 1)
        return filled

    def fix_tables(self, xml: str) -> Element:
        """Return the body parsed as it is: a broken one is an error, not something to be guessed at."""
        return parse(xml.encode(), "word/document.xml")

    def render_properties(self, context: Mapping[str, Any], jinja_env: Any = None) -> None:
        """Leave the properties alone: they are written anew when the letter is finished."""

    def render_footnotes(self, context: Mapping[str, Any], jinja_env: Any = None) -> None:
        """Leave the footnotes alone: tags in them are refused before."""


def fill(template: bytes, context: Mapping[str, Any], *, draft: bool = False) -> bytes:
    """Return the template with every tag replaced by its value.

    Args:
        template: a Word file with tags.
        context: texts, mappings and lists of them, by name; texts are printed as they are.
        draft: whether values may hold the marks of a gap.

    Raises:
        WordFileError: when the template cannot be opened safely.
        TemplateError: when a tag is unknown or broken, or a value is blank or cannot be printed.
    """
    check(template, context, draft=draft)
    return filled(opened(template), context).to_bytes()


def check(template: bytes, context: Mapping[str, Any], *, draft: bool = False) -> None:
    """See that a template can be filled with what is given; arguments and errors are those of `fill`."""
    _check_kinds(template, kind(context))
    if not draft:
        _refuse_gaps(context, "")


def filled(package: Package, context: Mapping[str, Any]) -> Package:
    """Return a template that was checked, filled; see `fill`."""
    result = read(_render(package, context), package.name)
    return result.replace({part: _whole_cells(result, part) for part in result.story_parts()})


def marked(package: Package) -> Marked | None:
    """Return the body of a template with its tags marked (`marked.mark`), None where it is unusual.

    Unusual are tags in heads and feet as well: those are made once for all letters of a form.

    Args:
        package: the template.
    """
    heads = package.story_parts()[1:]
    if any(True for part in heads for _ in tags(package, part)):
        return None
    template = _Template(write(package.parts))
    template.render_init()
    found = mark(template.patch_xml(template.get_xml()), package.main, template.resolve_listing)
    return found if found is not None and is_usual(found.body) else None


@lru_cache(maxsize=64)
def _check_kinds(template: bytes, kinds: Hashable) -> None:
    # The tags ask for names and kinds alone, which are the same for most clients.
    grammar.check(opened(template), example(kinds))


@lru_cache(maxsize=8)
def opened(data: bytes) -> Package:
    """Return a template opened and checked, apart from what it will be filled with.

    A batch fills one form many times: its file is looked at once.

    Raises:
        WordFileError: when it cannot be opened safely.
        TemplateError: when a tag stands where none is filled.
    """
    package = read(data, "template.docx")
    grammar.check_places(package)
    types = with_types(package, overrides={package.main: DOCUMENT_TYPE})
    return package.replace({CONTENT_TYPES: types})


def _refuse_gaps(value: Any, name: str) -> None:
    if isinstance(value, str):
        if GAP_OPENS not in value:
            return
        raise TemplateError(
            f"«{name}» هنوز خالی است و متن نهایی چاپ نمی‌شود؛ آن را کامل کنید یا پیش‌نویس بگیرید.",
            f"{name} is still missing and nothing final is printed; complete it or ask for a draft",
        )
    if isinstance(value, Mapping):
        for word, inner in value.items():
            _refuse_gaps(inner, f"{name}.{word}".lstrip("."))
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_gaps(inner, name)


def _render(package: Package, context: Mapping[str, Any]) -> bytes:
    template = _Template(write(package.parts))
    try:
        template.render(dict(context), environment())
    except BadValue as error:
        raise _failed(template, error, error.message, error.message_en) from error
    except TooLong as error:
        raise _failed(template, error, "متن بیش از اندازه بلند می‌شود", "the text grows too long") from error
    except (SecurityError, TemplateSyntaxError, UndefinedError) as error:
        raise _failed(template, error, f"برچسب نادرست ({error})", f"a tag is wrong: {error}") from error
    target = io.BytesIO()
    template.save(target)
    return target.getvalue()


def _failed(template: _Template, error: Exception, message: str, message_en: str) -> TemplateError:
    near = shorten(_near(template.source, error))
    return TemplateError(
        f"قالب ورد پر نشد: {message}؛ در {template.part}، کنار «{near}».",
        f"the Word template was not filled: {message_en}; in {template.part} near {near!r}",
    )


def _near(source: str, error: Exception) -> str:
    """Return the words of the paragraph an error came from; docxtpl begins a line with every paragraph."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    if not frames or frames[-1].lineno is None:
        return ""
    lines = _PARAGRAPH.sub(r"\n<w:p\1", source).splitlines()
    return html.unescape(_MARKUP.sub("", lines[frames[-1].lineno - 1]))


def _whole_cells(package: Package, part: str) -> bytes:
    """Return a part in which every cell ends in a paragraph, as Word demands, whatever a loop took away."""
    root = package.xml(part)
    for cell in root.iter(qn("w:tc")):
        if len(cell) == 0 or cell[-1].tag != qn("w:p"):
            etree.SubElement(cell, qn("w:p"))
    return serialise(root)
