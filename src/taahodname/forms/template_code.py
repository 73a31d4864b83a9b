"""Tells template code from a slip of the pen: a form may name values and go through our lists, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taahodname.errors import FormRefused
from taahodname.word.markup import own_text, shorten
from taahodname.word.names import qn
from taahodname.word.package import Package
from taahodname.word.tags import Tag, stray_tags, tags, tidy

MAX_TAGS = 500
"""An undertaking has some 60."""

_STATEMENTS = (
    *("import", "include", "extends", "from", "macro", "call", "set", "block", "filter", "raw", "with"),
    *("autoescape", "do", "trans", "debug", "print", "continue", "break", "elif", "recursive"),
    *("endmacro", "endcall", "endset", "endblock", "endfilter", "endraw", "endwith"),
)
_STATEMENT = re.compile(rf"\{{%[-+]?(?:p|tr|tc|r)?[\s-]*(?:{'|'.join(_STATEMENTS)})\b")
_PRIVATE = re.compile(r"(?:^|\W)_|__")
# Calls, items, sums, filters, tests: none of them stands in a name, and none comes from a keyboard's slip.
_CODE = re.compile(r"[()\[\]|+*/~<>=%@$\\]|\b(?:is|and|or|if|else|in|recursive|lambda)\b")
_HEAD = re.compile(r"^(?:\{\{[-+]?|\{%[-+]?(?:p|tr|tc|r)?\s*(?:if|for)\b)|[-+]?(?:\}\}|%\})$")
_FOR = re.compile(r"^\s*\S+\s+in\b")


def refuse_code(package: Package) -> None:
    """See that no tag of a form is code.

    Raises:
        FormRefused: with the first such tag and where it stands, or when there are too many tags.
    """
    for count, tag in enumerate(_all_tags(package)):
        if count >= MAX_TAGS:
            raise FormRefused(
                "form-size",
                f"فرم «{package.name}» بیش از {MAX_TAGS} برچسب دارد و پذیرفته نمی‌شود.",
                f"the form {package.name} holds more than {MAX_TAGS} tags and is refused",
            )
        if is_code(tag.source):
            near = shorten(tag.near)
            raise FormRefused(
                "form-code",
                f"فرم «{package.name}» در {tag.part}، کنار «{near}»، دستور برنامه دارد "
                f"({shorten(tag.source)}) و "
                "پذیرفته نمی‌شود. تنها {{ نام }} و for، if، else و پایان آن‌ها پذیرفته است.",
                f"the form {package.name} holds template code ({shorten(tag.source)}) in {tag.part} near "
                f"{near!r} and is refused; only {{{{ name }}}}, for, if, else and their ends are known",
            )


def _all_tags(package: Package) -> Iterator[Tag]:
    for part in package.story_parts():
        yield from tags(package, part)
    yield from stray_tags(package)
    # Notes and comments are never filled; their code is told all the same.
    stories = frozenset(package.story_parts())
    for part in sorted(package.parts):
        if part.endswith(".xml") and part not in stories:
            for paragraph in package.xml(part).iter(qn("w:p")):
                if "{" in own_text(paragraph):
                    yield Tag(part, paragraph, own_text(paragraph))


def is_code(source: str) -> bool:
    """Tell whether a tag is code rather than a name with a slip in it.

    Args:
        source: the tag as it is written, or a text with tags in it.
    """
    plain = tidy(source)
    if _STATEMENT.search(plain):
        return True
    if not plain.startswith(("{{", "{%")) or len(plain) < 4:
        return False
    inside = _HEAD.sub("", plain)
    if plain.startswith("{%"):
        inside = re.sub(r"^\s*not\b", "", _FOR.sub("", inside))
        if re.fullmatch(r"\s*(?:\{%[-+]?(?:p|tr)?\s*)?(?:end(?:if|for)|else)\s*", inside):
            return False
    return bool(_PRIVATE.search(inside) or _CODE.search(inside))
