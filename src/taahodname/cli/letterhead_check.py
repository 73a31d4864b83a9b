"""The command `letterhead check`: what a letterhead is, what it leaves free, and a proof page for the eye."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import taahodname as tn
from taahodname.cli.app import Command
from taahodname.cli.parsing import wrong
from taahodname.cli.screen import Screen
from taahodname.errors import UsageError

if TYPE_CHECKING:
    from taahodname.letterhead.facts import SheetFacts

_SIDES = ("head", "foot", "right", "left")
_PROOF_ENDING = ".pdf"


@click.command("letterhead.check", cls=Command)
@click.argument("sheet", metavar="FILE")
@click.option("--out", "proof_out", metavar="PROOF.pdf")
@click.option("--following", metavar="same|blank|FILE|'page N'")
@click.option("--head-mm", metavar="MM")
@click.option("--foot-mm", metavar="MM")
@click.option("--right-mm", metavar="MM")
@click.option("--left-mm", metavar="MM")
@click.option("--next-head-mm", metavar="MM")
@click.option("--next-foot-mm", metavar="MM")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def command(
    screen: Screen, /, sheet: str, proof_out: str | None, as_json: bool, **options: str | None
) -> int:
    """Read a letterhead, tell what was found, and draw the proof where one is asked for."""
    if not Path(sheet).is_file():
        raise wrong("no-letterhead", given=sheet)
    if proof_out is not None and Path(proof_out).suffix.lower() != _PROOF_ENDING:
        raise wrong("letterhead.not-pdf", file=proof_out)
    if proof_out is not None and Path(proof_out).absolute() == Path(sheet).absolute():
        raise wrong("same-file", file=proof_out)
    given = {name: value for name, value in options.items() if value is not None}
    letterhead = tn.Letterhead.from_profile(_as_profile(sheet, given))
    from taahodname.letterhead.proof import areas, proof

    free = areas(letterhead)
    if proof_out is not None:
        from taahodname.dossier.files import write_file

        write_file(Path(proof_out), proof(letterhead))
    if as_json:
        from taahodname.cli.programs import plain

        screen.out.raw(plain(_account(sheet, letterhead, free)))
        return 0
    _tell(screen, letterhead, free)
    if proof_out is not None:
        screen.out.print(screen.word("letterhead.proof"))
        screen.out.path(Path(proof_out))
    return 0


def _as_profile(sheet: str, given: Mapping[str, str]) -> tn.Profile:
    """Return a profile that has this letterhead alone.

    Raises:
        UsageError: when an option is no length that a letterhead can have.
    """
    try:
        return tn.Profile.model_validate({"letterhead": {"kind": "file", "file": sheet, **given}})
    except tn.ProfileError as error:
        said = error.findings[0] if error.findings else error
        raise UsageError(said.message, said.message_en) from error


def _account(sheet: str, letterhead: tn.Letterhead, free: list[tuple[Any, ...]]) -> Mapping[str, Any]:
    """Return all that is told as one object with keys that stay."""
    return {
        "file": Path(sheet).name,
        "kind": "word" if letterhead.kind == "file" else letterhead.kind,
        "archival": all(page.archival for page in letterhead.artwork.values()),
        "pages": [
            {
                "page": ("first", "following")[number],
                **{side: round(float(width), 1) for side, width in zip(_SIDES, area, strict=True)},
                "how": _how(letterhead, number),
                **_sheet_account(_sheet_of(letterhead, number)),
            }
            for number, area in enumerate(free)
        ],
        "fields": [_field_account(name, letterhead) for name in letterhead.fields],
        "notes": [
            {"code": note.code, "message": note.message, "message_en": note.message_en}
            for note in letterhead.warnings
        ],
    }


def _sheet_account(facts: SheetFacts | None) -> Mapping[str, Any]:
    if facts is None:
        return {}
    size = {"width": round(facts.width, 1), "height": round(facts.height, 1), "unit": facts.unit}
    return {"source": facts.kind, **size, "dpi": facts.dpi, "vector": facts.vector}


def _field_account(name: str, letterhead: tn.Letterhead) -> Mapping[str, Any]:
    slot = next((one for one in letterhead.slots if one.name == name), None)
    if slot is None:
        return {"name": name, "how": "found"}
    place = {"x_mm": slot.left, "y_mm": slot.y, "width_mm": slot.right - slot.left}
    return {
        "name": name,
        "how": "given" if slot.given else "found",
        **{key: round(float(value), 1) for key, value in place.items()},
    }


def _sheet_of(letterhead: tn.Letterhead, number: int) -> SheetFacts | None:
    return letterhead.sheets[min(number, len(letterhead.sheets) - 1)] if letterhead.sheets else None


def _how(letterhead: tn.Letterhead, number: int) -> str:
    """Return how the free area came about: «given», «found», «unsure», or «margins» of a Word file."""
    area = letterhead.following if number and letterhead.following is not None else letterhead.first
    if letterhead.kind == "file" and (area is None or not area.given):
        return "margins"
    if area is None:
        return "margins"
    if not area.sure:
        return "unsure"
    return "given" if {"head", "foot"} <= area.given else "found"


def _tell(screen: Screen, letterhead: tn.Letterhead, free: list[tuple[Any, ...]]) -> None:
    out = screen.out
    out.print(screen.word(f"letterhead.kind.{letterhead.kind}"))
    for number, area in enumerate(free):
        page = screen.word(f"letterhead.page.{number + 1}")
        facts = _sheet_of(letterhead, number)
        if facts is not None:
            out.print(f"{page}: {_sheet_words(screen, facts)}", indent=2)
        sides = dict(zip(_SIDES, (screen.digits(f"{width:.0f}") for width in area), strict=True))
        how = screen.word(f"letterhead.how.{_how(letterhead, number)}")
        out.print(screen.word("letterhead.free", page=page, how=how, **sides), indent=2)
    for line in _field_lines(screen, letterhead):
        out.print(line, indent=2)
    for note in letterhead.warnings:
        out.print(f"- {screen.pick(note.message, note.message_en)}", indent=2)


def _sheet_words(screen: Screen, facts: SheetFacts) -> str:
    size = {"width": screen.digits(f"{facts.width:.0f}"), "height": screen.digits(f"{facts.height:.0f}")}
    if facts.kind == "picture":
        return screen.word("letterhead.sheet.picture", dpi=screen.digits(facts.dpi or 0), **size)
    key = "blank" if facts.kind == "blank" else "vector" if facts.vector else "raster"
    return screen.word(f"letterhead.sheet.{key}", **size)


def _field_lines(screen: Screen, letterhead: tn.Letterhead) -> Iterator[str]:
    if not letterhead.fields:
        yield screen.word("letterhead.no-fields")
    places = {slot.name: slot for slot in letterhead.slots}
    for name in letterhead.fields:
        field = screen.word(f"letterhead.field.{name}")
        slot = places.get(name)
        if slot is None:
            yield screen.word("letterhead.field-found", field=field)
            continue
        numbers = {"x": slot.left, "y": slot.y, "width": slot.right - slot.left}
        told = {key: screen.digits(f"{value:.0f}") for key, value in numbers.items()}
        how = screen.word("letterhead.how.given" if slot.given else "letterhead.how.found")
        yield screen.word("letterhead.field-at", field=field, how=how, **told)
