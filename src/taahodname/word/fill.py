"""Fills a Word template: every tag gets its value as plain text, and nothing is left out or left over."""

from __future__ import annotations

import html
import re
import traceback
from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from lxml import etree

from taahodname.errors import TemplateError
from taahodname.word import grammar
from taahodname.word.breaks import break_words
from taahodname.word.environment import GAP_OPENS, MAX_OUTPUT, BadValue, TooLong, environment
from taahodname.word.kinds import example, kind
from taahodname.word.marked import Marked, is_usual, mark
from taahodname.word.markup import Element, parse, serialise, shorten
from taahodname.word.names import DOCUMENT_TYPE, qn
from taahodname.word.package import Package, read, settled
from taahodname.word.ready import ready
from taahodname.word.tags import has_tag, tags

_PARAGRAPH = re.compile(r"<w:p([ >])")
_BEGUN_PARAGRAPH = re.compile(r"\n<w:p([ >])")
_MARKUP = re.compile(r"<[^>]*>")
_TAGS = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
# Around the number of a piece of a source: neither XML nor a value can hold them (`environment.printable`).
_PIECE_OPENS, _PIECE_CLOSES = "\x02", "\x03"
_PIECE = re.compile(f"{_PIECE_OPENS}([0-9]+)\n*{_PIECE_CLOSES}")


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
    return package.replace({part: _filled(package, part, context) for part in package.story_parts()})


def marked(package: Package) -> Marked | None:
    """Return the body of a template with its tags marked (`marked.mark`), None where it is unusual.

    Unusual are tags in heads and feet as well: those are made once for all letters of a form.

    Args:
        package: the template.
    """
    heads = package.story_parts()[1:]
    if any(True for part in heads for _ in tags(package, part)):
        return None
    _, story = _story(package, package.main)
    found = mark(_source(story), package.main)
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
    return settled(package, {package.main: DOCUMENT_TYPE})


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


def _filled(package: Package, part: str, context: Mapping[str, Any]) -> bytes:
    """Return one part with its tags replaced by their values."""
    root, story = _story(package, part)
    made = parse(_rendered(part, _source(story), context).encode(), part)
    break_words(made)
    _close_cells(made)
    if story is root:
        return serialise(made)
    root.replace(story, made)
    return serialise(root)


def _story(package: Package, part: str) -> tuple[Element, Element]:
    """Return the root of a part, and what of it is filled: the body of the main part, else all."""
    root = parse(package.parts[part], part, blanks=False)
    body = root.find(qn("w:body"))
    return root, root if body is None else body


def _source(story: Element) -> str:
    """Return a story as Jinja is to get it."""
    ready(story)
    return etree.tostring(story, encoding="unicode", with_tail=False)


def _rendered(part: str, source: str, context: Mapping[str, Any]) -> str:
    # Each paragraph begins a line, by which an error is found again.
    source = _PARAGRAPH.sub(r"\n<w:p\1", source)
    pieces = _TAGS.split(source)
    try:
        made = _joined(environment().from_string(_skeleton(pieces)).render(dict(context)), pieces)
        # Values carry their braces as references, so what is bare here is the template's own.
        if has_tag(_MARKUP.sub("", made)):
            raise TemplateSyntaxError("a tag is left unfilled", 1)
    except BadValue as error:
        raise _failed(part, source, error, error.message, error.message_en) from error
    except TooLong as error:
        fault = "متن بیش از اندازه بلند می‌شود", "the text grows too long"
        raise _failed(part, source, error, *fault) from error
    except (SecurityError, TemplateSyntaxError, UndefinedError) as error:
        fault = f"برچسب نادرست ({error})", f"a tag is wrong: {error}"
        raise _failed(part, source, error, *fault) from error
    return _BEGUN_PARAGRAPH.sub(r"<w:p\1", made)


def _skeleton(pieces: Sequence[str]) -> str:
    """Return a source for Jinja: its tags, and for what stands between them its number and its line ends.

    Jinja takes twice as long to compile all of the text.
    """
    kept = list(pieces)
    for number in range(0, len(kept), 2):
        lines = "\n" * kept[number].count("\n")
        kept[number] = f"{_PIECE_OPENS}{number}{lines}{_PIECE_CLOSES}"
    return "".join(kept)


def _joined(made: str, pieces: Sequence[str]) -> str:
    """Return what Jinja made, with the pieces for their numbers.

    Raises:
        TooLong: past `MAX_OUTPUT` characters.
    """
    found = _PIECE.split(made)
    found[1::2] = [pieces[int(number)] for number in found[1::2]]
    if sum(map(len, found)) > MAX_OUTPUT:
        raise TooLong(f"more than {MAX_OUTPUT} characters")
    return "".join(found)


def _failed(part: str, source: str, error: Exception, message: str, message_en: str) -> TemplateError:
    near = shorten(_near(source, error))
    return TemplateError(
        f"قالب ورد پر نشد: {message}؛ در {part}، کنار «{near}».",
        f"the Word template was not filled: {message_en}; in {part} near {near!r}",
    )


def _near(source: str, error: Exception) -> str:
    """Return the words of the paragraph an error came from."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    if not frames or frames[-1].lineno is None:
        return ""
    return html.unescape(_MARKUP.sub("", source.splitlines()[frames[-1].lineno - 1]))


def _close_cells(story: Element) -> None:
    """See that every cell ends in a paragraph, as Word demands, whatever a loop took away."""
    for cell in story.iter(qn("w:tc")):
        if len(cell) == 0 or cell[-1].tag != qn("w:p"):
            etree.SubElement(cell, qn("w:p"))
