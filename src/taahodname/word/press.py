"""Prints many letters from one form; what comes out is what `fill`, `graft` and `finish` make, to the byte.

To prepare a form takes longer than to make a letter the plain way, so it is worth it from the second one on
(`is_asked_again`); each further one costs its values alone.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from jinja2.exceptions import TemplateError as JinjaError
from msgspec import Struct

from taahodname.errors import WordFileError
from taahodname.word import fill as plain
from taahodname.word.archive import LEVEL
from taahodname.word.finish import finish_package
from taahodname.word.graft import join_package
from taahodname.word.graft_material import Material
from taahodname.word.markup import parse, serialise
from taahodname.word.metadata import CORE, Properties, core_part
from taahodname.word.package import CONTENT_TYPES, Package, read
from taahodname.zip_records import ZipRecord, deflated, joined

if TYPE_CHECKING:
    from taahodname.word.form import Families, Form
    from taahodname.word.late_numbers import Count

_NAME = "undertaking.docx"  # for messages
_KEPT_FORMS = 16
_KEPT_HEADS = 8  # letterheads of one form: a batch comes to a client's lines one after the other

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """The things that were used last, a few of them; safe to use from many threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Key, Value] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return a thing, made where it is not at hand; two threads may make the same, which is harmless."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made


class Printed(Struct, frozen=True):
    """A finished letter.

    Attributes:
        data: the file.
        package: the same, open.
    """

    data: bytes
    package: Package


class _Press:
    """One form with what it has packed."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._static = _packed(form.static)
        self._heads: Kept[Hashable, _Heads] = Kept(_KEPT_HEADS)

    def letter(self, values: Mapping[str, Any], material: Material, properties: Properties) -> Printed:
        """Return one letter; raises what `Form.fill` does."""
        form = self._form
        text, counted = form.fill(values)
        wording = material.wording
        pattern = material if wording is None else wording.pattern
        # A letterhead is known by being the same object: it is held here, so no other one has its number.
        heads = self._heads.get((id(pattern), counted), lambda: _heads(form, pattern, counted))
        own = {form.main: text.encode(), CORE: core_part(properties)}
        if wording is not None:
            from taahodname.word.wording import filled

            own |= {name: filled(data, wording.words) for name, data in heads.marked.items()}
        parts = {**form.static, **heads.parts, **own}
        records = {**self._static, **heads.records, **_packed(own)}
        rest = sorted(name for name in records if name != CONTENT_TYPES)
        data = joined(records[name] for name in (CONTENT_TYPES, *rest))
        return Printed(data, Package(_NAME, MappingProxyType(parts)))


class _Heads(Struct, frozen=True):
    """What one letterhead adds to letters with a certain count, packed; the letterhead is held along.

    Those of its parts that wait for words are marked ones.
    """

    material: Material
    parts: Mapping[str, bytes]
    marked: Mapping[str, bytes]
    records: Mapping[str, ZipRecord]


def _heads(form: Form, material: Material, count: Count) -> _Heads:
    from taahodname.word.late_numbers import number_behind
    from taahodname.word.wording import is_marked

    heads = form.heads(material)
    roots = {name: parse(data, name) for name, data in sorted(heads.parts.items())}
    number_behind(count, list(roots.values()))
    parts = {**heads.others, **{name: serialise(root) for name, root in roots.items()}}
    marked = {name: parts[name] for name in roots if is_marked(parts[name])}
    plain_ones = {name: data for name, data in parts.items() if name not in marked}
    return _Heads(material, parts, marked, _packed(plain_ones))


def _packed(parts: Mapping[str, bytes]) -> dict[str, ZipRecord]:
    return {name: deflated(name, data, LEVEL) for name, data in parts.items()}


_presses: Kept[Hashable, _Press | None] = Kept(_KEPT_FORMS)


def print_letter(
    template: bytes,
    values: Mapping[str, Any],
    material: Material,
    properties: Properties,
    *,
    fonts: Mapping[str, str] | None = None,
) -> Printed | None:
    """Return a template filled, set on a letterhead and finished.

    Args:
        template: a Word file with tags.
        values: texts, mappings and lists of them, by name; see `fill.fill`.
        material: the letterhead.
        properties: the title, the company and the date.
        fonts: families to put for others.

    Returns:
        The letter; None where it is to be made the plain way: the template is unusual, or a value cannot be
        printed, which `fill.fill` says in words that help.

    Raises:
        WordFileError: when the template cannot be opened safely.
        TemplateError: when a tag is unknown or broken, or a value is missing.
    """
    plain.check(template, values)
    families = tuple(sorted((fonts or {}).items()))
    press = _presses.get(
        (template, _key(material), families), lambda: _press(template, values, material, families)
    )
    if press is None:
        return None
    try:
        return press.letter(values, material, properties)
    except (JinjaError, ValueError, WordFileError):
        return None


def print_once(
    template: bytes,
    values: Mapping[str, Any],
    material: Material,
    properties: Properties,
    *,
    fonts: Mapping[str, str] | None = None,
) -> Printed:
    """Return what `print_letter` does, made without a form: step by step, and packed at the end alone.

    Args:
        template, values, material, properties, fonts: as there.

    Raises:
        WordFileError: when the template cannot be opened safely.
        TemplateError: when a tag is unknown or broken, or a value is blank or cannot be printed.
    """
    plain.check(template, values)
    letter = join_package(plain.filled(plain.opened(template), values), material)
    data = finish_package(letter, properties, fonts=fonts).to_bytes()
    return Printed(data, read(data, _NAME))


_wanted: Kept[Hashable, Iterator[int]] = Kept(_KEPT_FORMS)


def is_asked_again(template: bytes, material: Material) -> bool:
    """Tell whether a letter was wanted of a form before; the next time it was."""
    return next(_wanted.get((template, _key(material)), count)) > 0


def _key(material: Material) -> Hashable:
    """Return all of a letterhead that a form holds; heads, feet and pictures are not in it."""
    page, opening = material.page, material.opening
    return (
        tuple(sorted(page.size.items())),
        tuple(sorted(page.margins.items())),
        (page.borders, page.title_page, page.even_pages, page.mirrored),
        None if opening is None else (opening.xml, opening.relations),
        material.styles,
        tuple(sorted(material.types.items())),
    )


def _press(
    template: bytes, values: Mapping[str, Any], material: Material, families: Families
) -> _Press | None:
    from taahodname.word.form import Form, ground

    package = plain.opened(template)
    filled = plain.filled(package, values)
    marked = plain.marked(package)
    if marked is None or filled.main != package.main:
        return None
    form = Form(ground(filled, marked), material, families)
    return _Press(form) if form.usable else None
