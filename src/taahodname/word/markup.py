"""Turns the XML of a part into elements and back, with no door open to entities, DTDs or the network."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from taahodname.errors import WordFileError
from taahodname.word.names import XML_SPACE, qn

Element: TypeAlias = etree._Element

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_OFF = frozenset({"0", "false", "off"})


def parse(data: bytes, part: str) -> Element:
    """Return the root element of a part.

    Args:
        data: the part's bytes.
        part: its name, for the message.

    Raises:
        WordFileError: when it is not well-formed XML, or carries a document type (which no Word file needs
            and which can be made to read files or to fill the memory).
    """
    # «!» is in each of them, and hardly any part has one.
    if b"!" in data and any(mark in data for mark in _DOCTYPES):
        raise _refused(part)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "Excessive depth" in str(error):
            raise WordFileError(
                f"بخش {part} فایل ورد بیش از اندازه تودرتو است (مانند جدول درون جدول) و پذیرفته نمی‌شود. "
                "تودرتویی را در ورد کم کنید.",
                f"the part {part} of the Word file is nested too deeply (tables within tables) and is "
                f"refused; "
                "nest less in Word",
            ) from error
        raise WordFileError(
            f"بخش {part} فایل ورد خراب است. فایل را در ورد باز و دوباره ذخیره کنید.",
            f"the part {part} of the Word file is not well-formed XML ({error}); save it again in Word",
        ) from error
    # An encoding the search above does not know could still hide one.
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refused(part)
    return root


def _refused(part: str) -> WordFileError:
    return WordFileError(
        f"بخش {part} فایل ورد تعریف DTD دارد و برای امنیت پذیرفته نمی‌شود. فایل را در ورد دوباره ذخیره کنید.",
        f"the part {part} of the Word file declares a DTD and is refused; save it again in Word",
    )


def serialise(root: Element) -> bytes:
    """Return an element as the bytes of a part, with the declaration Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def root_element(name: str, namespace: str) -> Element:
    """Return an element whose namespace needs no prefix, as packages write their own parts."""
    return etree.Element(f"{{{namespace}}}{name}", nsmap={None: namespace})  # type: ignore[dict-item]


def bare_copy(root: Element, *others: Element) -> Element:
    """Return an element of the same name, attributes and prefixes, with nothing in it.

    Args:
        root: the model.
        others: elements whose prefixes it is to know as well; the model's own go first.
    """
    prefixes: dict[str | None, str] = {}
    for source in (*others, root):
        prefixes.update(source.nsmap)
    attributes = {str(key): str(value) for key, value in root.attrib.items()}
    return etree.Element(root.tag, attributes, nsmap=prefixes)  # type: ignore[arg-type]


def is_on(element: Element | None) -> bool:
    """Tell whether an on/off property stands and is not switched off (ECMA-376 §17.17.4)."""
    return element is not None and element.get(qn("w:val"), "1") not in _OFF


def integer(element: Element | None, default: int, name: str = "w:val", base: int = 10) -> int:
    """Return an attribute as a whole number, or the default where it is missing or no such number.

    Args:
        element: what bears it, if anything.
        default: what holds otherwise.
        name: the attribute.
        base: 16 for a number that is written so.
    """
    value = None if element is None else element.get(qn(name))
    try:
        return default if value is None else int(value, base)
    except ValueError:
        return default


def text_element(text: str) -> Element:
    """Return a `w:t` that keeps its spaces."""
    element = etree.Element(qn("w:t"))
    element.set(XML_SPACE, "preserve")
    element.text = text
    return element


def own_text(paragraph: Element) -> str:
    """Return the words of a paragraph, without those of text boxes that hang on it."""
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")) if owner(text) is paragraph)


def owner(element: Element) -> Element | None:
    """Return the paragraph an element stands in, the nearest one outward."""
    return next(element.iterancestors(qn("w:p")), None)


def shorten(text: str, limit: int = 60) -> str:
    """Return a text cut to a length that fits a message."""
    plain = " ".join(text.split())
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"
