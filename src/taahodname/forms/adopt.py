"""Makes a form of ours from an operator's blank: tags in its blanks, bookmarks at its places, an account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taahodname.findings import Severity
from taahodname.forms.demands import UNMET, demands
from taahodname.forms.judge import judge
from taahodname.forms.marked import mark
from taahodname.forms.opening import open_form
from taahodname.forms.places import Place, name_places
from taahodname.forms.reasons import REASONS
from taahodname.forms.rows import repeat, repeated_rows
from taahodname.forms.survey import Spot, survey
from taahodname.forms.tagging import tag_of
from taahodname.forms.verdicts import Grade, Verdict
from taahodname.forms.write import Edit, write
from taahodname.rules.lines import known_line
from taahodname.word.markup import Element, serialise, shorten
from taahodname.word.package import Package, read

_FURTHER = ("footnotes", "endnotes")
_AROUND = 24  # characters at both sides of a blank that a report shows
_BLANK = "▁▁"


@dataclass(frozen=True, slots=True)
class Match:
    """What was decided of one blank.

    Attributes:
        number: its number in the report and in the marked copy, from 1.
        part: the part of the package.
        near: the words of its paragraph, or of its row.
        label: the label as the form has it.
        shape: the shape of the blank («dots», «cell» …).
        grade: how surely.
        field: the field («ceo.mobile»); empty where the blank is left.
        tag: what was written.
        reason, reason_en: why.
        candidates: what it may be, where nobody can say.
    """

    number: int
    part: str
    near: str
    label: str
    shape: str
    grade: Grade
    field: str
    tag: str
    reason: str
    reason_en: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lack:
    """What the line's rules need and the form lacks.

    Attributes:
        code: the stable name that `template check` has for it («field-missing»).
        severity: an error keeps the form from being used; a warning is a place that could not be told.
        field: the field of the profile, where it is about one.
        message, message_en: what to do.
    """

    code: str
    severity: Severity
    field: str
    message: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """A form made from a blank.

    Attributes:
        docx: the form.
        marked: a copy for the eye, its blanks coloured and numbered.
        matches: the blanks that were filled, in reading order.
        left: those that stay blank.
        places: the bookmarks that were put in or were there.
        missing: what the line's rules need and the form lacks.
    """

    docx: bytes
    marked: bytes
    matches: tuple[Match, ...]
    left: tuple[Match, ...]
    places: tuple[Place, ...]
    missing: tuple[Lack, ...]

    @property
    def ok(self) -> bool:
        """True when the form has a place for all that the line needs, so that it can be used."""
        return not any(one.severity is Severity.ERROR for one in self.missing)


@dataclass(slots=True)
class _Reading:
    """One reading of the blank: the trees of its parts, its blanks, and what was decided of each."""

    package: Package
    roots: dict[str, Element]
    judged: list[tuple[Spot, Verdict]]
    in_rows: set[int]

    def edits(self) -> Iterator[Edit]:
        """Yield what is written into each blank that is filled."""
        for place, (spot, verdict) in enumerate(self.judged):
            if verdict.put_in:
                yield Edit(spot, self.tag(place))

    def tag(self, place: int) -> str:
        """Return what is written into a blank, by its place among all."""
        verdict = self.judged[place][1]
        return tag_of(verdict.field, in_row=place in self.in_rows) if verdict.field else ""


def adopt(data: bytes, line: str, name: str) -> Adopted:
    """Return a form made from a blank one.

    Nothing else in the file changes: every other part stays byte for byte, and in the text only the runs of
    the blanks are touched.

    Args:
        data: the blank, a Word file.
        line: the line it is for.
        name: its name, for messages.

    Raises:
        UsageError: when there is no such line.
        WordFileError: when it cannot be opened safely.
        FormRefused: when it is a danger (see `open_form`).
    """
    line = known_line(line)
    package = open_form(data, name)
    form, copy = _read(package, line), _read(package, line)
    write(edits := list(form.edits()))
    _repeat_rows(form)
    main = form.roots[package.main]
    places = name_places(package, main, line) if form.judged else []
    all_matches = list(_matches(form))
    touched = {edit.spot.part for edit in edits} | ({package.main} if places else set())
    written = {part: serialise(form.roots[part]) for part in sorted(touched)}
    docx = package.replace(written).to_bytes() if written else data
    mark(copy.roots, package.main, list(zip(copy.judged, all_matches, strict=True)))
    marked = package.replace({part: serialise(root) for part, root in copy.roots.items()}).to_bytes()
    put_in = tuple(match for match in all_matches if match.grade in (Grade.SURE, Grade.LIKELY))
    return Adopted(
        docx,
        marked,
        put_in,
        tuple(match for match in all_matches if match not in put_in),
        tuple(places),
        tuple(_missing(read(docx, name), line)),
    )


def _read(package: Package, line: str) -> _Reading:
    main = package.main
    further = [part for kind in _FURTHER for part in package.related(main, kind)]
    roots = {part: package.xml(part) for part in (*package.story_parts(), *further)}
    spots = survey(package, roots).spots
    verdicts = judge(spots, line)
    judged = [(spot, verdict) for spot, verdict in zip(spots, verdicts, strict=True) if verdict is not None]
    return _Reading(package, roots, judged, repeated_rows(judged))


def _repeat_rows(form: _Reading) -> None:
    rows: dict[int, Element] = {}
    for place in sorted(form.in_rows):
        cell = form.judged[place][0].cell
        row = None if cell is None else cell.element.getparent()
        if row is not None:
            rows[id(row)] = row
    for row in rows.values():
        repeat(row)


def _matches(form: _Reading) -> Iterator[Match]:
    for place, (spot, verdict) in enumerate(form.judged):
        reason, reason_en = REASONS[verdict.reason]
        yield Match(
            place + 1,
            spot.part,
            _near(spot),
            verdict.label,
            spot.kind.value,
            verdict.grade,
            verdict.field,
            form.tag(place) if verdict.put_in else "",
            reason,
            reason_en,
            verdict.candidates,
        )


def _near(spot: Spot) -> str:
    if spot.span is not None:
        before, after = _without_signs(spot.before)[-_AROUND:], _without_signs(spot.after)[:_AROUND]
        return shorten(f"{before} {_BLANK} {after}", 3 * _AROUND)
    if spot.grid is not None and spot.cell is not None:
        row = spot.grid.rows[spot.cell.row]
        return shorten(" | ".join(_without_signs(cell.text) for cell in row if cell.text.strip()))
    return ""


def _without_signs(text: str) -> str:
    return "".join(_BLANK if "\ue000" <= char <= "\ue0ff" else char for char in text)


def _missing(form: Package, line: str) -> Iterator[Lack]:
    """Yield what the finished form is found to lack, by the very demands that `template check` asks it by."""
    for fault in demands(form, line):
        if fault.code in UNMET:
            yield Lack(fault.code, fault.severity, fault.field, fault.message, fault.message_en)
