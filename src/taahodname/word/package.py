"""A Word package as a plain value: its parts, what type they are and what they refer to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct

from taahodname.errors import WordFileError
from taahodname.word import names
from taahodname.word.archive import pack, unpack
from taahodname.word.markup import Element, parse, root_element, serialise
from taahodname.word.names import qn

CONTENT_TYPES: Final = "[Content_Types].xml"
_SMALL, _USUAL = 24 * 1024, 1024 * 1024
"""Bytes that a part may have to be kept parsed: heads, properties, settings; and the letter itself."""
_KEPT_SMALL, _KEPT_LETTERS = 32, 4  # parsed parts; a letter is parsed once for all that read it
_STRICT = b"http://purl.oclc.org/ooxml/"


class Relation(Struct, frozen=True):
    """One line of a part's .rels.

    Attributes:
        id: its identifier inside the part («rId1»).
        type: the full address of its type.
        target: the name of a part, or an address when `external`.
        external: it leads out of the file.
    """

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type («image», «header»)."""
        return self.type.rpartition("/")[2]


class Package(Struct, frozen=True):
    """The parts of one Word file; nothing in it changes.

    Attributes:
        name: the file's name, for messages.
        parts: bytes by the part's name, without a leading slash.
    """

    name: str
    parts: Mapping[str, bytes]

    @property
    def main(self) -> str:
        """The name of the part that holds the letter.

        Raises:
            WordFileError: when there is none.
        """
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and relation.target in self.parts:
                return relation.target
        raise _not_word(self.name)

    def xml(self, part: str) -> Element:
        """Return a part's root element, a fresh one at each call.

        Raises:
            WordFileError: when there is no such part or it is not XML.
        """
        if part not in self.parts:
            raise WordFileError(
                f"«{self.name}» بخش {part} را ندارد و ناقص است. فایل را در ورد دوباره ذخیره کنید.",
                f"{self.name} lacks the part {part}; save it again in Word",
            )
        return parse(self.parts[part], part)

    def seen(self, part: str) -> Element:
        """Return a part's root element to be read alone: it is shared with all who ask for the same bytes.

        Raises:
            WordFileError: when there is no such part or it is not XML.
        """
        size = len(self.parts.get(part, b""))
        if not 0 < size <= _USUAL:
            return self.xml(part)
        return (_small if size <= _SMALL else _letter)(self.parts[part], part)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return what a part refers to; an empty name asks for the package's own relations."""
        data = self.parts.get(rels_name(part))
        if data is None:
            return ()
        return _relations(data, part)

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """Return the names of the parts that `part` refers to by a kind of relation («header»)."""
        return tuple(
            relation.target
            for relation in self.relations(part)
            if relation.kind == kind and not relation.external and relation.target in self.parts
        )

    def story_parts(self) -> tuple[str, ...]:
        """Return the main part, then every header and footer, each once, in a fixed order."""
        main = self.main
        marginal = {*self.related(main, "header"), *self.related(main, "footer")}
        return (main, *sorted(marginal))

    def content_type(self, part: str) -> str:
        """Return the content type of a part, or an empty text where none is declared."""
        root = self.seen(CONTENT_TYPES)
        for line in root.iter(qn("ct:Override")):
            if line.get("PartName", "").lstrip("/") == part:
                return line.get("ContentType", "")
        extension = part.rpartition(".")[2].lower()
        for line in root.iter(qn("ct:Default")):
            if line.get("Extension", "").lower() == extension:
                return line.get("ContentType", "")
        return ""

    def replace(self, updates: Mapping[str, bytes], drop: Iterable[str] = ()) -> Package:
        """Return the package with some parts written anew and others left out.

        Args:
            updates: bytes by the part's name.
            drop: names of parts to leave out; lines that refer to them are the caller's to remove.
        """
        gone = frozenset(drop)
        kept = {name: data for name, data in self.parts.items() if name not in gone}
        return Package(self.name, MappingProxyType({**kept, **updates}))

    def to_bytes(self) -> bytes:
        """Return the package as a file."""
        return write(self.parts)


@lru_cache(maxsize=256)
def rels_name(part: str) -> str:
    """Return the name of the .rels that belongs to a part; that of the package for an empty name."""
    folder, _, leaf = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


@lru_cache(maxsize=256)
def _relations(data: bytes, part: str) -> tuple[Relation, ...]:
    root = parse(data, rels_name(part))
    return tuple(_relation(line, part) for line in root.iter(qn("rel:Relationship")))


# Most parts of a letter are those of the last one, and need no second look.
_small = lru_cache(maxsize=_KEPT_SMALL)(parse)
_letter = lru_cache(maxsize=_KEPT_LETTERS)(parse)


def _relation(line: Element, part: str) -> Relation:
    external = line.get("TargetMode") == "External"
    target = line.get("Target", "")
    if not external:
        path = posixpath.join("/", posixpath.dirname(part), unquote(target).partition("#")[0])
        target = posixpath.normpath(path).lstrip("/")
    return Relation(line.get("Id", ""), line.get("Type", ""), target, external)


def relations_part(relations: Iterable[Relation]) -> bytes:
    """Return the .rels part that holds the given lines; inner targets are written from the root."""
    root = root_element("Relationships", names.NAMESPACES["rel"])
    for relation in relations:
        line = etree.SubElement(root, qn("rel:Relationship"))
        line.set("Id", relation.id)
        line.set("Type", relation.type)
        line.set("Target", relation.target if relation.external else f"/{relation.target}")
        if relation.external:
            line.set("TargetMode", "External")
    return serialise(root)


def with_types(
    package: Package,
    *,
    defaults: Mapping[str, str] | None = None,
    overrides: Mapping[str, str] | None = None,
    drop: Iterable[str] = (),
) -> bytes:
    """Return the package's [Content_Types].xml with lines added and taken away.

    Args:
        package: the package whose types are the ground.
        defaults: types by the ending of a part's name; an ending that has another type already keeps it.
        overrides: types by the part's name.
        drop: names of parts whose own line goes.
    """
    root = package.xml(CONTENT_TYPES)
    gone = {f"/{part}" for part in drop} | {f"/{part}" for part in overrides or ()}
    for line in list(root.iter(qn("ct:Override"))):
        if line.get("PartName") in gone:
            root.remove(line)
    known = {line.get("Extension", "").lower() for line in root.iter(qn("ct:Default"))}
    for extension, kind in sorted((defaults or {}).items()):
        if extension.lower() not in known:
            line = etree.Element(qn("ct:Default"), Extension=extension, ContentType=kind)
            root.insert(0, line)
    for part, kind in sorted((overrides or {}).items()):
        etree.SubElement(root, qn("ct:Override"), PartName=f"/{part}", ContentType=kind)
    return serialise(root)


def read(data: bytes, name: str) -> Package:
    """Open a Word file safely.

    Args:
        data: the file.
        name: its name, for messages.

    Returns:
        The package; every XML part in it has been parsed once and found sound.

    Raises:
        WordFileError: when it is not a Word file, is encrypted, an old .doc, has macros, reaches out of
            itself (other than by hyperlinks), or is too large.
    """
    package = Package(name, MappingProxyType(unpack(data, name)))
    _check_is_word(package)
    for part in package.parts:
        if part.endswith((".xml", ".vml")):
            package.seen(part)
    for part in ("", *package.parts):
        for relation in package.relations(part):
            _check_relation(relation, name)
    return package


def _check_is_word(package: Package) -> None:
    name = package.name
    if CONTENT_TYPES not in package.parts or rels_name("") not in package.parts:
        raise _not_word(name)
    if _STRICT in package.parts[rels_name("")]:
        raise WordFileError(
            f"«{name}» با قالب Strict ذخیره شده است. آن را در ورد با قالب Word Document (.docx) ذخیره کنید.",
            f"{name} is saved as Strict Open XML; save it as an ordinary Word Document (.docx)",
        )
    kind = package.content_type(package.main)
    macros = any(part.rpartition("/")[2].lower().startswith("vba") for part in package.parts)
    if macros or "macroEnabled" in kind:
        raise WordFileError(
            f"«{name}» ماکرو دارد و پذیرفته نمی‌شود. آن را در ورد با قالب Word Document (.docx) ذخیره کنید.",
            f"{name} holds macros and is refused; save it as a Word Document (.docx) without macros",
        )
    if kind not in {names.DOCUMENT_TYPE, names.TEMPLATE_TYPE}:
        raise _not_word(name)


def _check_relation(relation: Relation, name: str) -> None:
    if not relation.external or relation.kind == "hyperlink":
        return
    if relation.kind == "attachedTemplate":
        raise WordFileError(
            f"«{name}» به قالبی بیرون از خود وصل است. در ورد از Developer > Document Template نشانی قالب را "
            "پاک کنید و دوباره ذخیره کنید.",
            f"{name} is attached to an outside template (attachedTemplate); clear it under Developer > "
            "Document Template in Word and save again",
        )
    raise WordFileError(
        f"«{name}» چیزی بیرون از خود را صدا می‌زند ({relation.kind}). تصویر یا پیوند بیرونی را در ورد "
        "درون فایل بگذارید و دوباره ذخیره کنید.",
        f"{name} refers to something outside itself ({relation.kind}); embed it in Word and save again",
    )


def _not_word(name: str) -> WordFileError:
    return WordFileError(
        f"«{name}» فایل ورد نیست. یک فایل docx بدهید.",
        f"{name} is not a Word file; give a .docx file",
    )


def write(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a Word file; the same parts give the same bytes.

    Args:
        parts: bytes by name, in any order: the types are written first, then the rest by name.
    """
    rest = sorted(name for name in parts if name != CONTENT_TYPES)
    return pack({name: parts[name] for name in (CONTENT_TYPES, *rest)})
