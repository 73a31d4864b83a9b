"""Finishes a filled letter: directions of its runs, numbers of its marks, what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from taahodname.word.families import parts_with_fonts, replace_families
from taahodname.word.identities import renumber
from taahodname.word.markup import Element, serialise
from taahodname.word.metadata import Properties, describe, remove_traces
from taahodname.word.names import qn
from taahodname.word.package import Package, read
from taahodname.word.runs import direct
from taahodname.word.styles import Styles, is_of_letterhead, styles_of

__all__ = ["Properties", "finish", "finish_package"]


def finish(
    data: bytes,
    properties: Properties,
    *,
    draft: bool = False,
    fonts: Mapping[str, str] | None = None,
) -> bytes:
    """Return a filled letter as it leaves the house; doing it twice changes nothing more.

    Args:
        data: a Word file without tags.
        properties: its title, the company and the date.
        draft: paint what stands between the marks of a gap.
        fonts: families to put for others, by the name of the old one.

    Raises:
        WordFileError: when the file cannot be opened safely.
    """
    return finish_package(read(data, "letter.docx"), properties, draft=draft, fonts=fonts).to_bytes()


def finish_package(
    package: Package,
    properties: Properties,
    *,
    draft: bool = False,
    fonts: Mapping[str, str] | None = None,
) -> Package:
    """Return a filled letter that is open already, finished; see `finish`.

    Args:
        package: the letter.
        properties, draft, fonts: as there.
    """
    styles = styles_of(package)
    roots = {part: package.xml(part) for part in package.story_parts()}
    for root in roots.values():
        _direct_all(root, styles, draft=draft)
    others = {
        part: package.xml(part) for part in _other_parts(package) if fonts or _has_traces(package, part)
    }
    remove_traces([*roots.values(), *others.values()])
    renumber(list(roots.values()))
    if fonts:
        for root in (*roots.values(), *others.values()):
            replace_families(root, fonts)
    written = {part: serialise(root) for part, root in {**roots, **others}.items()}
    return describe(package.replace(written), properties)


def _direct_all(root: Element, styles: Styles, *, draft: bool) -> None:
    for paragraph in root.iter(qn("w:p")):
        # What came with a letterhead stays as the company made it.
        if styles.is_bidi(paragraph) and not is_of_letterhead(paragraph):
            direct(paragraph, mark_gaps=draft)


def _has_traces(package: Package, part: str) -> bool:
    return b"rsid" in package.parts[part]


def _other_parts(package: Package) -> tuple[str, ...]:
    settings = package.related(package.main, "settings")
    return tuple(dict.fromkeys((*parts_with_fonts(package), *settings)))
