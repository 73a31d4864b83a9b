"""Puts texts into the blanks of a form; only the runs of the blanks themselves are touched."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from taahodname.forms.blanks import Kind
from taahodname.forms.boxes import align
from taahodname.forms.paragraphs import Atom, legacy_runs
from taahodname.forms.survey import Spot
from taahodname.word.markup import Element, text_element
from taahodname.word.names import qn
from taahodname.word.properties import put, remove

_OPENS = tuple(" \u00a0\t\n([{«:")
_PUNCTUATION = tuple(" \u00a0\t\n)]}».،؛:,;؟")
_ROOM = "   "
_NEAR = 80  # characters behind a blank that decide how much room it gets
_PLACEHOLDER_STYLES = frozenset({"PlaceholderText"})
_MARK_ONLY = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange")


@dataclass(frozen=True, slots=True)
class Edit:
    """What is written into one blank.

    Attributes:
        spot: the blank.
        text: what is written; nothing clears the blank.
        remove: the blank's own dots and lines go.
        highlight: a colour of Word's («green»), for the marked copy.
    """

    spot: Spot
    text: str
    remove: bool = True
    highlight: str = ""


def write(edits: Sequence[Edit]) -> None:
    """Write into the blanks of a form, in its tree.

    Args:
        edits: one for each blank that is changed, in the order of the survey.
    """
    by_paragraph: dict[int, list[Edit]] = {}
    for edit in edits:
        by_paragraph.setdefault(id(edit.spot.paragraph), []).append(edit)
    written = {box for edit in edits for box in edit.spot.paragraph.iterancestors(qn("w:txbxContent"))}
    for held in by_paragraph.values():
        _paragraph(held)
    for box in written:
        align(box)


def _paragraph(edits: Sequence[Edit]) -> None:
    special = [edit for edit in edits if edit.spot.kind in _SPECIAL]
    inside = [edit for edit in edits if edit.spot.kind not in _SPECIAL and edit.spot.span is not None]
    _characters(inside)
    for edit in special:
        _SPECIAL[edit.spot.kind](edit)
    for edit in edits:
        if edit.spot.span is None:
            edit.spot.paragraph.append(_run_of_mark(edit))


# Blanks of characters -----------------------------------------------------------------------------


@dataclass(slots=True)
class _Plan:
    """What happens at each character: something is written before it, or it goes."""

    write: dict[tuple[int, int], Edit]
    drop: set[tuple[int, int]]


def _key(atom: Atom) -> tuple[int, int]:
    return id(atom.node), atom.offset


def _characters(edits: Sequence[Edit]) -> None:
    plan = _Plan({}, set())
    touched: dict[int, Element] = {}
    for edit in edits:
        span, found = edit.spot.span, edit.spot.atoms
        if span is None:
            continue
        if span.start >= len(found):
            _append(edit)
            continue
        plan.write[_key(found[span.start])] = edit
        if edit.remove:
            plan.drop.update(_key(atom) for atom in found[span.start : span.end])
        for atom in found[span.start : max(span.end, span.start + 1)]:
            if atom.run is not None:
                touched[id(atom.run)] = atom.run
    for run in touched.values():
        _rebuild(run, plan)


def _append(edit: Edit) -> None:
    """Write behind the last character of a paragraph."""
    found = edit.spot.atoms
    last = found[-1].run if found else None
    if last is None:
        edit.spot.paragraph.append(_run_of_mark(edit))
        return
    last.addnext(_tag_run(last, edit))


def _rebuild(run: Element, plan: _Plan) -> None:
    pieces = [piece for piece in _pieces(run, plan) if len(piece) > (piece.find(qn("w:rPr")) is not None)]
    for piece in pieces:
        run.addprevious(piece)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _pieces(run: Element, plan: _Plan) -> Iterator[Element]:
    held = _like(run)
    for child in [child for child in run if child.tag != qn("w:rPr")]:
        parts = list(_child(child, plan))
        if not any(isinstance(part, Edit) or part is None for part in parts):
            held.append(child)
            continue
        for part in parts:
            if isinstance(part, Edit):
                yield held
                if part.text:
                    yield _tag_run(run, part)
                held = _like(run)
            elif isinstance(part, str):
                held.append(text_element(part))
            elif part is not None:
                held.append(part)
    yield held


def _child(child: Element, plan: _Plan) -> Iterator[Edit | str | Element | None]:
    """Yield what becomes of one child of a run; None stands for what goes."""
    if child.tag != qn("w:t"):
        edit = plan.write.get((id(child), 0))
        if edit is not None:
            yield edit
        yield None if (id(child), 0) in plan.drop else child
        return
    text = ""
    for place, char in enumerate(child.text or ""):
        edit = plan.write.get((id(child), place))
        dropped = (id(child), place) in plan.drop
        if (edit is not None or dropped) and text:
            yield text
            text = ""
        if edit is not None:
            yield edit
        if dropped:
            yield None
        else:
            text += char
    if text:
        yield text


def _like(run: Element) -> Element:
    """Return an empty run in the look of another."""
    new = etree.Element(run.tag, {str(key): str(value) for key, value in run.attrib.items()})
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        new.append(copy.deepcopy(properties))
    return new


def _tag_run(model: Element, edit: Edit) -> Element:
    """Return the run of a tag in the look of the blank; the line to write on goes with the blank."""
    run = _like(model)
    properties = run.find(qn("w:rPr"))
    if properties is not None and edit.remove:
        _without_blank_look(properties, edit.spot.kind)
    if edit.highlight:
        _highlight(run, edit.highlight)
    run.append(text_element(_spaced(edit)))
    return run


def _without_blank_look(properties: Element, kind: Kind) -> None:
    if kind in (Kind.SPACES, Kind.LEADER):
        remove(properties, "w:u")
    style = properties.find(qn("w:rStyle"))
    if style is not None and style.get(qn("w:val")) in _PLACEHOLDER_STYLES:
        properties.remove(style)


def _highlight(run: Element, colour: str) -> None:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        properties = etree.Element(qn("w:rPr"))
        run.insert(0, properties)
    put(properties, "w:highlight", val=colour)


def _spaced(edit: Edit) -> str:
    """Return the text with the spaces that the dots stood for."""
    span = edit.spot.span
    if span is None or edit.spot.kind in (Kind.CELL, Kind.CONTROL) or not edit.text:
        return edit.text
    found, end = edit.spot.atoms, span.end if edit.remove else span.start
    before = found[span.start - 1].char if span.start else ""
    after = "".join(atom.char for atom in found[end : end + _NEAR])
    lead = " " if before and (not before.endswith(_OPENS) or before.endswith(":")) else ""
    trail = " " if after and not after.startswith(_PUNCTUATION) else ""
    if edit.spot.kind in (Kind.GAP, Kind.LEADER) and after.strip():
        trail = _ROOM
    return f"{lead}{edit.text}{trail}"


# Cells, content controls and legacy fields ----------------------------------------------------------


def _run_of_mark(edit: Edit) -> Element:
    """Return the run of a tag as Word would type it into an empty paragraph: in the look of its mark."""
    run = etree.Element(qn("w:r"))
    mark = edit.spot.paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    if mark is not None:
        properties = copy.deepcopy(mark)
        for name in _MARK_ONLY:
            remove(properties, name)
        if len(properties):
            run.append(properties)
    if edit.highlight:
        _highlight(run, edit.highlight)
    run.append(text_element(_spaced(edit)))
    return run


def _control(edit: Edit) -> None:
    """Write in place of a content control, which would still be a form to fill in the finished paper."""
    span = edit.spot.span
    if span is None:
        return
    control = edit.spot.atoms[span.start].node
    content = control.find(qn("w:sdtContent"))
    if content is None:
        return
    if not edit.remove:
        _beside(control, edit)
        return
    runs = list(content.iter(qn("w:r")))
    run = _tag_run(runs[0], edit) if runs else _run_of_mark(edit)
    if runs:
        runs[0].addprevious(run)
        for old in runs:
            _remove(old)
    else:
        paragraph = next(content.iter(qn("w:p")), None)
        (content if paragraph is None else paragraph).append(run)
    for child in list(content):
        control.addprevious(child)
    _remove(control)


def _beside(control: Element, edit: Edit) -> None:
    """Put a note of the marked copy before a control that is left, in its own paragraph."""
    run = _run_of_mark(edit)
    parent = control.getparent()
    if parent is not None and parent.tag == qn("w:p"):
        control.addprevious(run)
        return
    paragraph = next(control.iter(qn("w:p")), None)
    if paragraph is not None:
        paragraph.append(run)


def _legacy(edit: Edit) -> None:
    """Write in place of a legacy form field; its bookmark goes with it."""
    span = edit.spot.span
    if span is None:
        return
    mark = edit.spot.atoms[span.start].node
    runs = legacy_runs(mark)
    if not runs:
        return
    shown = next((run for run in runs if run.find(qn("w:t")) is not None), runs[0])
    run = _tag_run(shown, edit)
    runs[0].addprevious(run)
    if not edit.remove:
        return
    _drop_bookmark(edit.spot.paragraph, mark)
    inside = False
    for old in runs:
        for child in [child for child in old if child.tag != qn("w:rPr")]:
            inside = inside or child is mark
            ends = child.get(qn("w:fldCharType")) == "end"
            if inside:
                old.remove(child)
            inside = inside and not ends
        parent = old.getparent()
        if parent is not None and len(old) <= (old.find(qn("w:rPr")) is not None):
            parent.remove(old)


def _drop_bookmark(paragraph: Element, mark: Element) -> None:
    name = mark.find(f"{qn('w:ffData')}/{qn('w:name')}")
    wanted = "" if name is None else name.get(qn("w:val"), "")
    for start in [
        one for one in paragraph.iter(qn("w:bookmarkStart")) if wanted and one.get(qn("w:name")) == wanted
    ]:
        number = start.get(qn("w:id"))
        for end in [one for one in paragraph.iter(qn("w:bookmarkEnd")) if one.get(qn("w:id")) == number]:
            _remove(end)
        _remove(start)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _choice(edit: Edit) -> None:
    """Note in the marked copy something to tick or choose, which is always left."""
    span = edit.spot.span
    if span is None:
        return
    atom = edit.spot.atoms[span.start]
    if atom.run is None:
        _beside(atom.node, edit)
    elif atom.node.tag == qn("w:fldChar"):
        atom.run.addprevious(_run_of_mark(edit))
    else:
        _characters([edit])


_SPECIAL: Mapping[Kind, Callable[[Edit], None]] = {
    Kind.CONTROL: _control,
    Kind.LEGACY: _legacy,
    Kind.CHOICE: _choice,
}
