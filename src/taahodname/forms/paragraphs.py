"""Reads a paragraph as a row of characters, each knowing its run, so that blanks can be cut out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taahodname.word.markup import Element, is_on, owner
from taahodname.word.names import qn

CONTROL = "\ue000"
"""Stands for a content control that still shows its placeholder."""
LEGACY = "\ue001"
"""Stands for a legacy text form field."""
CHOICE = "\ue002"
"""Stands for a box to tick or a list to choose from, of either kind."""
OBJECT = "\ufffc"
"""Stands for a picture or another object in the text."""

_BREAKS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
_OBJECTS = frozenset(qn(name) for name in ("w:drawing", "w:pict", "w:object", "w:sym", "mc:AlternateContent"))
_CHOICES = tuple(qn(name) for name in ("w:dropDownList", "w:comboBox", "w14:checkbox", "w:picture"))


@dataclass(frozen=True, slots=True)
class Atom:
    """One character of a paragraph.

    Attributes:
        char: the character, or what stands for something that is none.
        node: the element it is of: a w:t, a w:tab …, a w:sdt, or the first run of a legacy field.
        run: the run it stands in; None for a content control.
        offset: its place in a w:t.
    """

    char: str
    node: Element
    run: Element | None
    offset: int = 0


def atoms(paragraph: Element) -> list[Atom]:
    """Return the characters of a paragraph in order, without those of text boxes that hang on it."""
    control = _placeholder_around(paragraph)
    if control is not None:
        return [Atom(_control_sign(control), control, None)]
    return list(_Walk(paragraph).atoms())


def text_of(found: list[Atom]) -> str:
    """Return the characters as one text."""
    return "".join(atom.char for atom in found)


def plain(paragraph: Element) -> str:
    """Return the words of a paragraph as the survey sees them."""
    return text_of(atoms(paragraph))


def _placeholder_around(paragraph: Element) -> Element | None:
    for control in paragraph.iterancestors(qn("w:sdt"), qn("w:tc"), qn("w:txbxContent")):
        if control.tag != qn("w:sdt"):
            return None
        if shows_placeholder(control):
            return control
    return None


def shows_placeholder(control: Element) -> bool:
    """Tell whether a content control shows what is to be typed over, or nothing."""
    properties = control.find(qn("w:sdtPr"))
    content = control.find(qn("w:sdtContent"))
    if properties is None or content is None or properties.find(qn("w:docPartObj")) is not None:
        return False
    if is_on(properties.find(qn("w:showingPlcHdr"))) or is_choice(control):
        return True
    whole = next(content.iter(qn("w:tbl"), qn("w:tc"), *_OBJECTS), None) is None
    return whole and not "".join(text.text or "" for text in content.iter(qn("w:t"))).strip()


def is_choice(control: Element) -> bool:
    """Tell whether a content control is ticked or chosen from, not written in."""
    properties = control.find(qn("w:sdtPr"))
    return properties is not None and any(properties.find(name) is not None for name in _CHOICES)


def _control_sign(control: Element) -> str:
    return CHOICE if is_choice(control) else CONTROL


class _Walk:
    """Goes through a paragraph, with the fields that are open at each place."""

    def __init__(self, paragraph: Element) -> None:
        self.paragraph = paragraph
        self.legacy: Element | None = None
        self.depth = 0
        self.instruction = False

    def atoms(self, parent: Element | None = None) -> Iterator[Atom]:
        for child in self.paragraph if parent is None else parent:
            if child.tag == qn("w:r"):
                yield from self._run(child)
            elif child.tag == qn("w:sdt") and shows_placeholder(child):
                yield Atom(_control_sign(child), child, None)
            elif child.tag not in (qn("w:pPr"), qn("w:sdtPr"), qn("w:del"), qn("w:moveFrom")):
                yield from self.atoms(child)

    def _run(self, run: Element) -> Iterator[Atom]:
        properties = run.find(qn("w:rPr"))
        hidden = properties is not None and is_on(properties.find(qn("w:vanish")))
        for child in run:
            if child.tag == qn("w:fldChar"):
                yield from self._field(child, run)
            elif self.legacy is not None or self.instruction or hidden:
                continue
            elif child.tag == qn("w:t"):
                yield from (Atom(char, child, run, place) for place, char in enumerate(child.text or ""))
            elif child.tag in _BREAKS:
                yield Atom(_BREAKS[child.tag], child, run)
            elif child.tag in _OBJECTS:
                yield Atom(OBJECT, child, run)
            elif child.tag == qn("w:noBreakHyphen"):
                yield Atom("-", child, run)

    def _field(self, mark: Element, run: Element) -> Iterator[Atom]:
        kind = mark.get(qn("w:fldCharType"))
        if self.legacy is not None:
            self.depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            if self.depth == 0:
                self.legacy = None
        elif kind == "begin":
            sign = _legacy_sign(mark)
            if sign:
                self.legacy, self.depth = run, 1
                yield Atom(sign, mark, run)
            else:
                self.instruction = True
        else:
            self.instruction = False


def _legacy_sign(mark: Element) -> str:
    settings = mark.find(qn("w:ffData"))
    if settings is None:
        return ""
    return LEGACY if settings.find(qn("w:textInput")) is not None else CHOICE


def legacy_runs(mark: Element) -> list[Element]:
    """Return the runs of a legacy field, from its beginning to its end.

    Args:
        mark: its first w:fldChar.
    """
    run = mark.getparent()
    paragraph = owner(mark)
    if run is None or paragraph is None:
        return []
    runs = [one for one in paragraph.iter(qn("w:r")) if owner(one) is paragraph]
    taken: list[Element] = []
    depth = 0
    for one in runs[runs.index(run) :]:
        taken.append(one)
        for sign in one.iter(qn("w:fldChar")):
            depth += {"begin": 1, "end": -1}.get(sign.get(qn("w:fldCharType"), ""), 0)
        if depth <= 0:
            break
    return taken
