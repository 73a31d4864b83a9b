"""The Jinja environment of the templates: sandboxed, strict, a grammar of names, `for` and `if` alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

MAX_OUTPUT = 20 * 1024 * 1024
"""Characters one part of a filled letter may have."""
GAP_OPENS, GAP_CLOSES = "\u27e6", "\u27e7"
"""The marks around what is still missing in a draft."""

LOOP_WORDS = ("first", "last")
"""What a template may ask a loop for."""

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Not,
)
# What XML cannot hold, what ends a line or a page unseen, and what turns the direction of all that follows.
_FORBIDDEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
# As references they are text to every later stage; docxtpl would take bare braces for marks of its own.
_BRACES = tuple((sign, f"&#{ord(sign)};") for sign in "{}%")


class BadValue(ValueError):
    """A value that cannot be printed as it is.

    Attributes:
        message: why, in Persian.
        message_en: the same in English.
    """

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message_en)
        self.message = message
        self.message_en = message_en


class TooLong(ValueError):
    """A part that grows past `MAX_OUTPUT`."""


class _CappedTemplate(Template):
    """A template that stops writing at a limit instead of filling the memory."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the template filled.

        Raises:
            TooLong: past `MAX_OUTPUT` characters.
        """
        pieces: list[str] = []
        room = MAX_OUTPUT
        for piece in self.generate(*args, **kwargs):
            room -= len(piece)
            if room < 0:
                raise TooLong(f"more than {MAX_OUTPUT} characters")
            pieces.append(piece)
        return "".join(pieces)


class WordEnvironment(ImmutableSandboxedEnvironment):
    """A shared, thread-safe environment whose templates can read the context and do nothing else."""

    template_class = _CappedTemplate

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=printable, cache_size=0)
        self.filters.clear()
        self.tests.clear()
        self.globals.clear()

    def compile(self, source: str | nodes.Template, *args: Any, **kwargs: Any) -> Any:
        """Compile a template after a look at every node of it.

        Raises:
            SecurityError: when it holds anything but names, `for` and `if`.
        """
        tree = self.parse(source) if isinstance(source, str) else source
        for node in _all_nodes(tree):
            _admit(node)
        return super().compile(tree, *args, **kwargs)

    def from_string(self, source: str | nodes.Template, *args: Any, **kwargs: Any) -> Template:
        """Return the template of a text; one that was seen lately is not compiled again."""
        if isinstance(source, str) and not args and not kwargs:
            return _compiled(self, source)
        return super().from_string(source, *args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a key of a mapping; the attributes of Python objects are out of reach."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP_WORDS:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute, exc=SecurityError)


@lru_cache(maxsize=64)
def _compiled(environment: WordEnvironment, source: str) -> Template:
    # Parsing and compiling take longer than filling, and a batch fills one form many times.
    return super(WordEnvironment, environment).from_string(source)


def _all_nodes(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all_nodes(child)


def _admit(node: nodes.Node) -> None:
    allowed = type(node) in _ALLOWED
    if isinstance(node, nodes.For):
        # A filter, a second part or recursion would open the grammar wider than authors are promised.
        allowed = not (node.test or node.recursive or node.else_) and isinstance(node.target, nodes.Name)
    if isinstance(node, nodes.Getattr | nodes.Name):
        word = node.attr if isinstance(node, nodes.Getattr) else node.name
        allowed = not word.startswith("_")
    if not allowed:
        raise SecurityError(f"{type(node).__name__} is not allowed in a template")


def printable(value: Any) -> Markup:
    """Return a value as XML text that no later stage takes for markup or for a tag.

    Args:
        value: what a tag stands for.

    Raises:
        BadValue: when it is no text, is blank, or holds a character that cannot be printed.
        UndefinedError: when nothing is known under the name.
    """
    if isinstance(value, StrictUndefined):
        str(value)
    if not isinstance(value, str):
        raise BadValue("مقدار متن نیست", f"the value is no text but {type(value).__name__}")
    if not value.strip():
        raise BadValue("مقدار خالی است", "the value is blank")
    # Python calls half-spaces and marks of direction not printable, and all that is forbidden.
    plain = value.replace("\u200c", "").replace("\u200e", "").replace("\u200f", "")
    if not plain.isprintable() and (found := re.search(_FORBIDDEN, value)):
        point = f"U+{ord(found.group()):04X}"
        raise BadValue(
            f"نویسهٔ {point} در جایگاه {found.start() + 1} مقدار چاپ‌شدنی نیست",
            f"the value holds {point} at position {found.start() + 1}, which cannot be printed",
        )
    text = str(escape(str(value)))
    for sign, reference in _BRACES:
        text = text.replace(sign, reference)
    return Markup(text)


@cache
def environment() -> WordEnvironment:
    """Return the one environment; it holds no state of a letter and serves all threads."""
    return WordEnvironment()
