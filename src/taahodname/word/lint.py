"""Looks through a finished Word file for what turns Persian round, loses its font, or makes Word complain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from taahodname.persian.isolation import strip_controls
from taahodname.word.markup import Element, is_on, own_text, shorten
from taahodname.word.names import qn
from taahodname.word.package import Package, read
from taahodname.word.runs import directions
from taahodname.word.styles import LETTERHEAD_STYLES, Styles, is_of_letterhead, styles_of
from taahodname.word.tags import has_tag

# Letters, marks and digits of the Arabic script: what Word draws with the complex-script font.
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_TWINS = (("w:sz", "w:szCs"), ("w:b", "w:bCs"), ("w:i", "w:iCs"))
_UNIQUE: Mapping[str, tuple[str, str]] = {
    "drawing number": ("wp:docPr", "id"),
    "bookmark number": ("w:bookmarkStart", qn("w:id")),
    "bookmark name": ("w:bookmarkStart", qn("w:name")),
}


def lint(data: bytes) -> tuple[str, ...]:
    """Return what is wrong with a finished file, in the order of reading; nothing when it is clean.

    Direction, fonts and languages are asked of the letter's own text. What came with a letterhead is the
    company's: there only left tags and numbers that stand twice are told.

    Args:
        data: a Word file.

    Raises:
        WordFileError: when it cannot be opened safely.
    """
    package = read(data, "letter.docx")
    styles = styles_of(package)
    roots = {part: package.xml(part) for part in package.story_parts()}
    problems: list[str] = []
    for part, root in roots.items():
        for problem in (*_sections(root), *_tables(root), *_paragraphs(root, styles)):
            problems.append(f"{part}: {problem}")
    problems.extend(_used_styles(roots.values(), styles))
    problems.extend(_twice(roots.values()))
    problems.extend(_tags(package))
    return tuple(problems)


def _sections(root: Element) -> Iterator[str]:
    for number, section in enumerate(root.iter(qn("w:sectPr")), start=1):
        if not is_on(section.find(qn("w:bidi"))):
            yield f"section {number} has no w:bidi"


def _tables(root: Element) -> Iterator[str]:
    for number, table in enumerate(root.iter(qn("w:tbl")), start=1):
        properties = table.find(qn("w:tblPr"))
        style = None if properties is None else properties.find(qn("w:tblStyle"))
        if style is not None and style.get(qn("w:val"), "").startswith(LETTERHEAD_STYLES):
            continue
        if properties is None or not is_on(properties.find(qn("w:bidiVisual"))):
            yield f"table {number} has no w:bidiVisual"


def _paragraphs(root: Element, styles: Styles) -> Iterator[str]:
    for paragraph in root.iter(qn("w:p")):
        text = own_text(paragraph)
        if is_of_letterhead(paragraph) or not text.strip():
            continue
        near = shorten(text, 40)
        if not styles.is_bidi(paragraph):
            yield f"paragraph {near!r} has no w:bidi"
        for run, words, ltr in directions(paragraph):
            for problem in _run(paragraph, run, words, styles, ltr=ltr):
                yield f"run {shorten(words, 40)!r} in {near!r} {problem}"


def _run(paragraph: Element, run: Element, words: str, styles: Styles, *, ltr: bool) -> Iterator[str]:
    rtl = is_on(styles.run_property(paragraph, run, "w:rtl"))
    if ltr and rtl and strip_controls(words):
        yield "is read left to right but has w:rtl"
    if not ltr and holds_arabic(words):
        if not rtl:
            yield "has no w:rtl"
        if not styles.run_attribute(paragraph, run, "w:rFonts", ("w:cs", "w:cstheme")):
            yield "has no complex-script font"
        if styles.run_attribute(paragraph, run, "w:lang", ("w:bidi",)) != "fa-IR":
            yield "is not in Persian (w:lang w:bidi)"
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        yield from lone_twins(properties)


def holds_arabic(text: str) -> bool:
    """Tell whether a text has letters, marks or digits that Word draws with the complex-script font."""
    return _ARABIC.search(text) is not None


def lone_twins(properties: Element) -> Iterator[str]:
    """Yield what a `w:rPr` says of one script alone: a size, a weight or a slope."""
    for latin, complex_script in _TWINS:
        if (properties.find(qn(latin)) is None) != (properties.find(qn(complex_script)) is None):
            yield f"has {latin} or {complex_script} without the other"


def _used_styles(roots: Iterable[Element], styles: Styles) -> Iterator[str]:
    """Yield the styles in use that say something of one script alone."""
    names = ("w:pStyle", "w:rStyle", "w:tblStyle")
    used = {
        named.get(qn("w:val"), "") for root in roots for named in root.iter(*(qn(name) for name in names))
    }
    default = styles.default("paragraph")
    chains = {
        style.get(qn("w:styleId"), ""): style
        for identifier in sorted({*used, *([default] if default else [])})
        for style in styles.chain(identifier)
    }
    for identifier, style in sorted(chains.items()):
        properties = style.find(qn("w:rPr"))
        if properties is not None and not identifier.startswith(LETTERHEAD_STYLES):
            yield from (f"style {identifier} {problem}" for problem in lone_twins(properties))


def _twice(roots: Iterable[Element]) -> Iterator[str]:
    held = list(roots)
    for label, (name, attribute) in _UNIQUE.items():
        count = Counter(element.get(attribute, "") for root in held for element in root.iter(qn(name)))
        for value, times in count.items():
            if times > 1:
                yield f"{label} {value!r} stands {times} times"


def _tags(package: Package) -> Iterator[str]:
    for part in sorted(package.parts):
        if not part.endswith(".xml"):
            continue
        root = package.xml(part)
        texts = [own_text(paragraph) for paragraph in root.iter(qn("w:p"))]
        texts += [element.text or "" for element in root.iter() if element.tag != qn("w:t")]
        for text in texts:
            if has_tag(text):
                yield f"{part}: a tag is left in {shorten(text)!r}"
