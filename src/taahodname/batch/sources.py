"""Where a batch's clients come from: a folder of profiles, JSON lines, a table, or a program's own values."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from taahodname.errors import ProfileError, UsageError
from taahodname.findings import Finding, Severity
from taahodname.persian.digits import to_persian
from taahodname.profile import Profile
from taahodname.profile.shown import printable

_PROFILES = frozenset({".yaml", ".yml", ".toml", ".json"})
_JSON_LINES = frozenset({".jsonl", ".ndjson"})
_LONGEST_LINE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Client:
    """One client of a source.

    Attributes:
        place: where he stands in it.
        profile: what he fills; None when it is no profile.
        findings: why it is none, or what of the source itself is wrong; either keeps the client back.
        row: the row of a table, from 1; 0 elsewhere.
    """

    place: str
    profile: Profile | None
    findings: tuple[Finding, ...] = ()
    row: int = 0


class Source(Protocol):
    """Clients that can be gone through more than once, always in one order."""

    def __iter__(self) -> Iterator[Client]:
        """Yield the clients one by one; none is held in memory."""

    def hand_back(self, findings: Iterable[tuple[int, Finding]], file: Path) -> bool:
        """Write the source again with a finding in each wrong cell.

        Args:
            findings: each with its row, in the order of the rows.
            file: what to write.

        Returns:
            False when a source of this kind has no cells, and nothing was written.
        """


Given = str | os.PathLike[str] | Sequence[Profile | Mapping[str, Any]]
"""What a caller may pass: a path, or profiles (or their plain data) in a sequence."""


def open_source(given: Given) -> Source:
    """Return the clients of a source.

    Args:
        given: a folder with a profile a client, a .jsonl file, an Excel workbook or .csv file with a
            client a row, or a sequence of profiles.

    Raises:
        UsageError: when there is no such file or folder, or it is of no known kind.
        TableError: when a table cannot be read.
    """
    if not isinstance(given, str | os.PathLike):
        return _Values(given)
    path = Path(given)
    if path.is_dir():
        return _Folder(path)
    if not path.is_file():
        raise UsageError(
            f"«{printable(str(given))}» پیدا نشد؛ فایل یا پوشهٔ مشتریان را درست بنویسید.",
            f"{printable(str(given))!r} is not there; name a file or a folder of clients",
        )
    if path.suffix.lower() in _JSON_LINES:
        return _JsonLines(path)
    from taahodname.batch.tables import TABLES, open_table

    if path.suffix.lower() in TABLES:
        return open_table(path)
    raise UsageError(
        f"«{printable(path.name)}» از گونهٔ ناشناخته است؛ یکی از این‌ها را بدهید: پوشهٔ پروفایل‌ها، "
        f".jsonl، {'، '.join(sorted(TABLES))}.",
        f"{printable(path.name)!r} is of no known kind; give a folder of profiles, .jsonl, "
        f"{', '.join(sorted(TABLES))}",
    )


class _NoCells:
    """A source without cells."""

    def hand_back(self, findings: Iterable[tuple[int, Finding]], file: Path) -> bool:
        """Write nothing."""
        return False


class _Values(_NoCells):
    """A program's own profiles."""

    def __init__(self, profiles: Sequence[Profile | Mapping[str, Any]]) -> None:
        self._profiles = profiles

    def __iter__(self) -> Iterator[Client]:
        for number, given in enumerate(self._profiles, 1):
            yield _client(f"#{number}", given, None)


class _Folder(_NoCells):
    """A folder with a profile a client: files of its own, and «profile.*» of the folders in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = sorted(self._find())
        if not self._files:
            raise UsageError(
                f"در پوشهٔ «{printable(str(folder))}» هیچ پروفایلی نیست؛ فایل‌های yaml، toml یا json "
                "را در آن بگذارید.",
                f"the folder {printable(str(folder))!r} holds no profile; put yaml, toml or json files there",
            )

    def _find(self) -> Iterator[str]:
        for path in self._folder.iterdir():
            if path.is_file() and path.suffix.lower() in _PROFILES:
                yield path.name
            elif path.is_dir():
                for inner in path.glob("profile.*"):
                    if inner.is_file() and inner.suffix.lower() in _PROFILES:
                        yield f"{path.name}/{inner.name}"

    def __iter__(self) -> Iterator[Client]:
        for name in self._files:
            try:
                yield Client(name, Profile.load(self._folder / name))
            except ProfileError as error:
                yield Client(name, None, tuple(error.findings) or (refusal(error.message, error.message_en),))
            except UsageError as error:
                yield Client(name, None, (refusal(error.message, error.message_en),))


class _JsonLines(_NoCells):
    """A file with a JSON profile a line; the files that it names count from its folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __iter__(self) -> Iterator[Client]:
        with self._path.open("rb") as lines:
            number = 0
            while raw := lines.readline(_LONGEST_LINE):
                number += 1
                if raw.strip():
                    yield self._client(f"{self._path.name}:{number}", raw)
                if len(raw) >= _LONGEST_LINE:
                    return  # the finding of this line tells it

    def _client(self, place: str, raw: bytes) -> Client:
        try:
            data = json.loads(raw.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            fault = refusal(
                "این سطر JSON درستی نیست؛ در هر سطر یک پروفایل کامل بنویسید.",
                "this line is no proper JSON; write one whole profile a line",
            )
            return Client(place, None, (fault,))
        return _client(place, data, self._path.parent)


def _client(place: str, given: Any, folder: Path | None) -> Client:
    if isinstance(given, Profile):
        return Client(place, given)
    try:
        return Client(place, Profile.of(given, folder=folder))
    except ProfileError as error:
        return Client(place, None, tuple(error.findings) or (refusal(error.message, error.message_en),))


def refusal(message: str, message_en: str, *, rule: str = "batch.source", field: str = "") -> Finding:
    """Return the finding for a client that is no profile.

    Args:
        message, message_en: what is wrong and what to do.
        rule: its stable name.
        field: the path of the field, where it is one.
    """
    return Finding(rule, Severity.ERROR, field, None, message, message_en, "batch")


def row_place(name: str, row: int) -> str:
    """Return how a row of a table is called."""
    return f"{name}، سطر {to_persian(str(row))}"
