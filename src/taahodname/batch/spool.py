"""What a running batch knows of its clients, on disk: memory does not grow with their number."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Self

from taahodname.batch.results import BatchResult, State
from taahodname.batch.work import CheckedClient, Made
from taahodname.findings import Finding, Severity

_TABLES = """
CREATE TABLE client (number INTEGER PRIMARY KEY, place TEXT, row INTEGER, company TEXT, digest TEXT);
CREATE TABLE owner (name TEXT, client INTEGER);
CREATE TABLE line (
    number INTEGER PRIMARY KEY, client INTEGER, line TEXT, folder TEXT, state TEXT, findings TEXT,
    files TEXT DEFAULT '{}', kept INTEGER DEFAULT 0
);
CREATE INDEX owner_name ON owner (name);
CREATE INDEX line_folder ON line (folder);
CREATE INDEX line_client ON line (client);
"""
_READY = "ready"


class Spool:
    """The clients of one run and what became of their lines.

    Args:
        file: a new file; it is made here and is nobody's record: the manifests of the dossiers are.
    """

    def __init__(self, file: Path) -> None:
        # Lost with the machine, it is made again: waiting for the disk would gain nothing.
        self._base = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._base.execute("PRAGMA synchronous = OFF")
        self._base.execute("PRAGMA journal_mode = MEMORY")
        self._base.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def add(self, number: int, client: CheckedClient) -> None:
        """Note a checked client.

        Args:
            number: his place in the source, from 0.
            client: what the check said.
        """
        self._base.execute(
            "INSERT INTO client VALUES (?, ?, ?, ?, ?)",
            (number, client.place, client.row, client.company, client.digest),
        )
        if client.digest:
            self._base.executemany(
                "INSERT INTO owner VALUES (?, ?)", [(owner, number) for owner in client.owners]
            )
        for line in client.lines:
            state = _READY if line.ok else State.REFUSED
            self._base.execute(
                "INSERT INTO line (client, line, folder, state, findings) VALUES (?, ?, ?, ?, ?)",
                (number, line.line, line.folder, state, _written(line.findings)),
            )

    # What only shows when all clients are seen ----------------------------------------------------

    def same_folder(self) -> Iterator[tuple[int, str]]:
        """Yield each line that another client has too, and the places of those others."""
        yield from self._rows(
            """SELECT a.number, group_concat(c.place, '، ') FROM line a
               JOIN line b ON b.folder = a.folder AND b.number <> a.number
               JOIN client c ON c.number = b.client
               WHERE a.folder <> '' GROUP BY a.number ORDER BY a.number"""
        )

    def other_list(self) -> Iterator[tuple[int, str]]:
        """Yield each client whose owner has another client with another list, and a place of those."""
        yield from self._rows(
            """SELECT a.client, min(other.place) FROM owner a
               JOIN client own ON own.number = a.client
               JOIN owner b ON b.name = a.name AND b.client <> a.client
               JOIN client other ON other.number = b.client AND other.digest <> own.digest
               GROUP BY a.client ORDER BY a.client"""
        )

    def lines_of(self, client: int) -> list[int]:
        """Return the lines of a client."""
        return [number for (number,) in self._rows("SELECT number FROM line WHERE client = ?", client)]

    def refuse(self, line: int, finding: Finding) -> None:
        """Keep a line from being made, with a finding that says why."""
        self._finish(line, State.REFUSED, finding)

    def _finish(self, line: int, state: State, *findings: Finding) -> None:
        ((told,),) = self._rows("SELECT findings FROM line WHERE number = ?", line)
        self._base.execute(
            "UPDATE line SET state = ?, findings = ? WHERE number = ?",
            (state, _written((*findings, *_read(told))), line),
        )

    # The work -------------------------------------------------------------------------------------

    def ready(self) -> Iterator[tuple[int, int, str, str]]:
        """Yield the lines to make, in the order of the source: number, client, line and folder."""
        last = -1
        while True:
            rows = self._rows(
                "SELECT number, client, line, folder FROM line WHERE state = ? AND number > ? "
                "ORDER BY number LIMIT 500",
                _READY,
                last,
            )
            if not rows:
                return
            yield from rows
            last = rows[-1][0]

    def count(self) -> tuple[int, int]:
        """Return how many lines are to be made, and how many are refused or failed."""
        ((ready, lost),) = self._rows(
            "SELECT total(state = ?), total(state IN ('refused', 'failed')) FROM line", _READY
        )
        return int(ready), int(lost)

    def finish(self, made: Made) -> BatchResult:
        """Note what became of a line, and return it."""
        if made.findings:
            self._finish(made.number, State.FAILED, *made.findings)
        else:
            self._base.execute(
                "UPDATE line SET state = ?, files = ?, kept = ? WHERE number = ?",
                (State.DONE, json.dumps(made.files), made.kept, made.number),
            )
            if made.notes:
                self._finish(made.number, State.DONE, *made.notes)
        return next(self.results(made.number))

    def refused(self) -> Iterator[BatchResult]:
        """Yield what is not to be made, in the order of the source."""
        yield from (one for one in self.results() if one.state is State.REFUSED)

    def results(self, line: int | None = None) -> Iterator[BatchResult]:
        """Yield every line that has an end, or the one that is asked for, in the order of the source."""
        last = -1 if line is None else line - 1
        while True:
            rows = self._rows(
                "SELECT line.number, place, company, line, state, folder, findings, files, kept FROM line "
                "JOIN client ON client.number = line.client WHERE line.number > ? AND state <> ? "
                "ORDER BY line.number LIMIT ?",
                last,
                _READY,
                1 if line is not None else 500,
            )
            for row in rows:
                yield _result(row)
            if line is not None or not rows:
                return
            last = rows[-1][0]

    def findings_by_row(self) -> Iterator[tuple[int, Finding]]:
        """Yield each finding with the row of the table it belongs to, in the order of the rows."""
        for row, told in self._base.execute(
            "SELECT row, findings FROM line JOIN client ON client.number = line.client "
            "WHERE row > 0 ORDER BY row, line.number"
        ):
            for finding in _read(told):
                yield row, finding

    def _rows(self, query: str, *values: Any) -> list[Any]:
        return self._base.execute(query, values).fetchall()


def _result(row: tuple[Any, ...]) -> BatchResult:
    _, place, company, line, state, folder, findings, files, kept = row
    done = state == State.DONE
    return BatchResult(
        place,
        company,
        line,
        State(state),
        folder if done else "",
        _read(findings),
        json.loads(files),
        bool(kept),
    )


def _written(findings: Iterable[Finding]) -> str:
    return json.dumps([asdict(one) for one in findings], ensure_ascii=False)


def _read(text: str) -> tuple[Finding, ...]:
    rows = json.loads(text)
    return tuple(replace(Finding(**row), severity=Severity(row["severity"])) for row in rows)
