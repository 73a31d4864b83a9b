"""Lays out findings, changes and demands as tables with colour.

A row has what names a finding on its first line, then the sentence over the whole width. A column of
sentences would be narrow, and a terminal that orders Persian orders whole lines, so that it would carry
words from one column into the next; for the same reason only horizontal rules part the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from taahodname.cli.screen import Pane, Screen
from taahodname.findings import Finding, Report, Severity

if TYPE_CHECKING:
    from taahodname.rules import Demand

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.MANUAL: "bold cyan"}
_GAP = "  "
Piece = tuple[str, str]


def report(screen: Screen, pane: Pane, told: Report) -> None:
    """Write what a check of one line has to say: how much of each kind, then the findings."""
    summary(screen, pane, told)
    findings(screen, pane, told.findings)


def summary(screen: Screen, pane: Pane, told: Report) -> None:
    """Write in one sentence how many findings of each kind there are."""
    sentence = screen.word(
        "summary",
        line=screen.digits(told.line),
        errors=screen.digits(len(told.errors)),
        warnings=screen.digits(len(told.warnings)),
        manual=screen.digits(len(told.manual)),
    )
    pane.print(sentence)


def findings(screen: Screen, pane: Pane, told: Sequence[Finding]) -> None:
    """Write a table of findings; nothing when there is none."""
    _table(pane, [(_finding_head(screen, one), screen.pick(one.message, one.message_en)) for one in told])


def changes(screen: Screen, pane: Pane, reports: Iterable[Report]) -> None:
    """Write a table of the values that are written otherwise than given, each once for all lines.

    Nothing is written when there is none.
    """
    told = dict.fromkeys(change for report in reports for change in report.changes)
    if not told:
        return
    pane.print(screen.word("changes"))
    rows = []
    for one in told:
        reason = screen.pick(one.reason, one.reason_en)
        sentence = screen.word("change", given=one.given, written=one.written, reason=reason)
        rows.append(([(one.field, "bold")], sentence))
    _table(pane, rows)


def demands(screen: Screen, pane: Pane, told: Iterable[Demand]) -> None:
    """Write a table of what a line demands, with the source of each demand."""
    rows = []
    for one in told:
        head = [
            _severity(screen, one.severity),
            (one.name, "bold"),
            (screen.word("rules.source", source=one.source), "dim"),
        ]
        rows.append((head, screen.pick(one.demand, one.demand_en)))
    _table(pane, rows)


def rows(pane: Pane, told: Sequence[tuple[Sequence[Piece], str]]) -> None:
    """Write a table whose rows are the pieces of a first line, each with its style, and a sentence."""
    _table(pane, told)


def _severity(screen: Screen, severity: Severity) -> Piece:
    return screen.word(f"severity.{severity}"), _STYLES[severity]


def _finding_head(screen: Screen, one: Finding) -> list[Piece]:
    pieces = [
        _severity(screen, one.severity),
        (one.rule, "bold"),
        (one.field, ""),
    ]
    if one.line is not None:
        pieces.append((screen.word("line-in-file", number=screen.digits(one.line)), "dim"))
    return [piece for piece in pieces if piece[0]]


def _table(pane: Pane, rows: Sequence[tuple[Sequence[Piece], str]]) -> None:
    if not rows:
        return
    table = Table(box=box.HORIZONTALS, show_header=False, show_lines=True, expand=True, pad_edge=False)
    table.add_column()
    for pieces, sentence in rows:
        lines = [_head(pane, pieces), *(Text(line) for line in pane.lines(sentence, pane.width - 2))]
        for line in lines:
            line.justify = "right" if pane.from_right else "left"
        table.add_row(Group(*lines))
    console = Console(file=pane.file, width=pane.width, highlight=False, markup=False, emoji=False)
    console.print(table)


def _head(pane: Pane, pieces: Sequence[Piece]) -> Text:
    """Return the line that names a row; its pieces run from right to left where we order the lines."""
    styled = [Text(pane.piece(text), style) for text, style in pieces]
    return Text(_GAP).join(reversed(styled) if pane.from_right else styled)
