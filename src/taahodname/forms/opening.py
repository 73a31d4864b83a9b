"""Opens a form that a stranger may have made: what could do harm or never end is refused, with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NoReturn

from taahodname.errors import FormRefused
from taahodname.forms.template_code import refuse_code
from taahodname.persian.digits import group
from taahodname.word import package as packages
from taahodname.word.archive import unpack
from taahodname.word.markup import Element
from taahodname.word.names import NAMESPACES, qn
from taahodname.word.package import Package

MAX_BYTES: Final = 20 * 1024 * 1024
"""More than a form of a few pages with its pictures and fonts needs."""
MAX_ELEMENTS: Final = 400_000
"""Pieces of XML in all parts together; an undertaking of two pages has some 5,000."""
MAX_PARAGRAPHS: Final = 3_000
"""Paragraphs in body, heads and feet; an undertaking has some 150."""
MAX_CHARACTERS: Final = 100_000
MAX_LENGTH: Final = 10_000
"""Characters of one paragraph; a page of text has some 3,000."""
MAX_RUNS: Final = 5_000
MAX_BREAKS: Final = 1_000
"""Tabs (also stops that styles of paragraphs name), ends of lines and of pages."""
MAX_TABLES_DEEP: Final = 8
MAX_COLUMNS: Final = 63
"""As many as Word itself makes."""

_MARKUP_PARTS = (".xml", ".rels", ".vml")
# Fields that fetch, start or compute something: what they show is not what the form's reader sees.
_FIELDS = frozenset(
    (
        *(
            "DDE",
            "DDEAUTO",
            "LINK",
            "EMBED",
            "INCLUDE",
            "INCLUDETEXT",
            "INCLUDEPICTURE",
            "IMPORT",
            "DATABASE",
        ),
        *("RD", "MACROBUTTON", "GOTOBUTTON", "AUTOTEXT", "AUTOTEXTLIST", "QUOTE", "SET", "ASK", "FILLIN"),
        *("PRINT", "MERGEFIELD", "MERGEREC", "NEXT", "NEXTIF", "SKIPIF", "ADDIN", "HTMLCONTROL", "CONTROL"),
    )
)
_QUOTED = re.compile(r'"[^"]*"?|“[^”]*”?')
_WORD = re.compile(r"[A-Za-z]+")
_OUTSIDE = re.compile(r"(?:file|javascript|vbscript|data|ms-[a-z]+|ftp|smb)\s*:|^\\\\|^//", re.IGNORECASE)
_WEB = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_OBJECTS: Mapping[str, tuple[str, str]] = {
    qn("w:object"): ("شیء جاسازی‌شده (OLE)", "an embedded object (OLE)"),
    qn("o:OLEObject"): ("شیء جاسازی‌شده (OLE)", "an embedded object (OLE)"),
    qn("w:control"): ("کنترل ActiveX", "an ActiveX control"),
    qn("w:altChunk"): ("فایلی درون فایل (altChunk)", "a file within the file (altChunk)"),
    qn("w:subDoc"): ("سند فرعی", "a sub-document"),
    qn("w:mailMerge"): ("اتصال به منبع ادغام پستی", "a connection to a source of mail merge"),
}
_RELATIONS = frozenset(
    (
        *("oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument", "frame"),
        *("attachedToolbars", "vbaProject", "keyMapCustomizations"),
        *("mailMergeSource", "mailMergeHeaderSource"),
    )
)


def read_form(path: Path) -> bytes:
    """Return the bytes of a form, no more of them than one may have and one over.

    Raises:
        OSError: when it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def open_form(data: bytes, name: str) -> Package:
    """Return a form as a package, after a look at all that a stranger could have put in it.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        WordFileError: when it is no Word file that can be opened safely (see `word.package.read`).
        FormRefused: when it is too large, starts or fetches something, or holds template code.
    """
    if len(data) > MAX_BYTES:
        _refuse(
            "form-size",
            name,
            f"از {MAX_BYTES // 1024 // 1024} مگابایت بزرگ‌تر است",
            f"is larger than {MAX_BYTES // 1024 // 1024} MiB",
        )
    _count_elements(unpack(data, name), name)
    package = packages.read(data, name)
    _measure(package)
    refuse_dangers(package)
    refuse_code(package)
    return package


def refuse_dangers(package: Package) -> None:
    """See that a Word file starts nothing, fetches nothing and carries no other file.

    Args:
        package: a form, or a letter before another program than ours opens it.

    Raises:
        FormRefused: with what it does.
    """
    for part in sorted(package.parts):
        _inspect_relations(package, part)
        if part.endswith((".xml", ".vml")):
            _inspect_part(package, part)


def _refuse(reason: str, name: str, message: str, message_en: str) -> NoReturn:
    raise FormRefused(
        reason,
        f"فرم «{name}» {message} و پذیرفته نمی‌شود. فرم را در ورد از نو و ساده ذخیره کنید.",
        f"the form {name} {message_en} and is refused; save a plain copy of it in Word",
    )


def _count_elements(parts: Mapping[str, bytes], name: str) -> None:
    """Count before anything is parsed: a few bytes of a zip can make millions of elements."""
    markup = [data for part, data in parts.items() if part.endswith(_MARKUP_PARTS)]
    if sum(data.count(b"<") for data in markup) > 2 * MAX_ELEMENTS or sum(map(len, markup)) > MAX_BYTES:
        _refuse(
            "form-size",
            name,
            f"بیش از {group(MAX_ELEMENTS)} عنصر یا متن بسیار بزرگی دارد (پاراگراف‌ها یا جدول‌های بی‌شمار)",
            f"holds more than {MAX_ELEMENTS:,} elements or too much markup (countless paragraphs or tables)",
        )


def _measure(package: Package) -> None:
    paragraphs = runs = breaks = characters = longest = 0
    for part in package.story_parts():
        root = package.xml(part)
        for paragraph in root.iter(qn("w:p")):
            length = sum(len(text.text or "") for text in paragraph.iter(qn("w:t")))
            paragraphs, characters, longest = paragraphs + 1, characters + length, max(longest, length)
        runs += sum(1 for _ in root.iter(qn("w:r")))
        breaks += sum(1 for _ in root.iter(qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:pageBreakBefore")))
        _measure_tables(package, root)
    for count, most, what, what_en in (
        (paragraphs, MAX_PARAGRAPHS, "پاراگراف", "paragraphs"),
        (characters, MAX_CHARACTERS, "نویسه", "characters"),
        (longest, MAX_LENGTH, "نویسه در یک پاراگراف", "characters in one paragraph"),
        (runs, MAX_RUNS, "تکه‌نوشته", "runs of text"),
        (breaks, MAX_BREAKS, "شکست سطر، شکست صفحه یا Tab", "breaks and tabs"),
    ):
        if count > most:
            _refuse(
                "form-size",
                package.name,
                f"بیش از {group(most)} {what} دارد",
                f"holds more than {most:,} {what_en}",
            )


def _measure_tables(package: Package, root: Element) -> None:
    for table in root.iter(qn("w:tbl")):
        if sum(1 for _ in table.iterancestors(qn("w:tbl"))) >= MAX_TABLES_DEEP:
            _refuse(
                "form-depth", package.name, "جدول‌های بیش از اندازه تودرتو دارد", "nests tables too deeply"
            )
        if sum(1 for _ in table.iter(qn("w:gridCol"))) > MAX_COLUMNS * MAX_TABLES_DEEP:
            _refuse_columns(package)
    for span in root.iter(qn("w:gridSpan"), qn("w:gridBefore"), qn("w:gridAfter")):
        value = span.get(qn("w:val"), "")
        if not value.isascii() or not value.isdigit() or len(value) > 3 or int(value) > MAX_COLUMNS:
            _refuse_columns(package)


def _refuse_columns(package: Package) -> NoReturn:
    _refuse(
        "form-size",
        package.name,
        f"جدولی با بیش از {group(MAX_COLUMNS)} ستون دارد",
        f"holds a table of more than {MAX_COLUMNS} columns",
    )


def _inspect_relations(package: Package, part: str) -> None:
    for relation in package.relations(part):
        if relation.kind in _RELATIONS:
            _refuse(
                "form-object",
                package.name,
                f"فایل یا شیء جاسازی‌شده دارد ({relation.kind})",
                f"carries an embedded file or object ({relation.kind})",
            )
        if relation.external and not _WEB.match(relation.target.strip()):
            _refuse(
                "form-link",
                package.name,
                "پیوندی به بیرون دارد که نشانی وب یا رایانامه نیست",
                "links to something outside that is no web or e-mail address",
            )


def _inspect_part(package: Package, part: str) -> None:
    root = package.xml(part)
    for element in root.iter():
        if element.tag in _OBJECTS:
            told, told_en = _OBJECTS[str(element.tag)]
            _refuse("form-object", package.name, f"{told} دارد (در {part})", f"holds {told_en} in {part}")
        if str(element.tag).startswith(f"{{{NAMESPACES['v']}}}"):
            _inspect_source(package, part, element)
    for instruction in _instructions(root):
        _inspect_field(package, part, instruction)


def _inspect_source(package: Package, part: str, element: Element) -> None:
    for name in ("src", "href"):
        if element.get(name, "").strip():
            _refuse(
                "form-link",
                package.name,
                f"تصویری دارد که از بیرون خوانده می‌شود (در {part})",
                f"holds a picture that is fetched from outside ({part})",
            )


def _instructions(root: Element) -> Iterator[str]:
    """Yield the code of every field, however many runs it is cut into."""
    pending: list[list[str]] = []
    for element in root.iter(qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText"), qn("w:delInstrText")):
        if element.tag == qn("w:fldSimple"):
            yield element.get(qn("w:instr"), "")
        elif element.tag == qn("w:fldChar"):
            kind = element.get(qn("w:fldCharType"))
            if kind == "begin":
                pending.append([])
            elif pending and kind == "end":
                yield "".join(pending.pop())
        else:
            for code in pending or [[]]:
                code.append(element.text or "")
            if not pending:
                yield element.text or ""
    yield from ("".join(code) for code in pending)


def _inspect_field(package: Package, part: str, instruction: str) -> None:
    words = [word.upper() for word in _WORD.findall(_QUOTED.sub(" ", instruction))]
    found = next((word for word in words if word in _FIELDS), None)
    if found is not None:
        _refuse(
            "form-field",
            package.name,
            f"میدانی دارد که چیزی را می‌خواند یا اجرا می‌کند ({found} در {part})",
            f"holds a field that fetches or starts something ({found} in {part})",
        )
    if any(_OUTSIDE.search(quoted.strip('"“” ')) for quoted in _QUOTED.findall(instruction)):
        _refuse(
            "form-link",
            package.name,
            f"میدانی با پیوند به بیرون دارد (در {part})",
            f"holds a field that links to something outside ({part})",
        )
