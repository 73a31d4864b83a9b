"""What a dossier is made from, as one digest: when it is the same, so are the papers."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from taahodname import resources
from taahodname.documents.undertaking import template
from taahodname.letterhead import Letterhead
from taahodname.persian.dates import JalaliDate
from taahodname.profile import Profile
from taahodname.profile.fields import plain
from taahodname.rules import OperatorData, facts
from taahodname.version import __version__

if TYPE_CHECKING:
    from taahodname.forms.load import Form

_ABSENT = "absent"
_FILES = ("file", "logo", "following")


class Inputs(Struct, frozen=True):
    """All that the papers of one profile for one line hang on.

    Attributes:
        profile: the client's profile as given; the files it names count with their bytes.
        line: the line.
        date: the letter's date.
        draft, embed_fonts, font, fonts, letterhead, only, operators, office: as `render` takes them.
        form: the form the undertaking is set on; None for our own template.
    """

    profile: Profile
    line: str
    date: JalaliDate
    draft: bool = False
    embed_fonts: bool = False
    font: str | None = None
    fonts: tuple[str, ...] = ()
    letterhead: Letterhead | None = None
    only: tuple[str, ...] | None = None
    operators: OperatorData | None = None
    form: Form | None = None
    office: bool = False

    def digest(self) -> str:
        """Return the SHA-256 of it all, in hexadecimal; nothing can be read back from it."""
        told = {
            "program": __version__,
            "templates": template_digests(self.line, self.form),
            "profile": self._values(),
            "files": dict(self._files()),
            "line": self.line,
            "date": self.date.plain(),
            "draft": self.draft,
            "embed_fonts": self.embed_fonts,
            "font": self.font,
            "fonts": list(_font_digests(self.fonts)),
            "only": self.only,
            "operators": _facts_of(self.line, self.operators),
        }
        if self.office:
            told["office"] = True
        text = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def _values(self) -> dict[str, Any]:
        """Return the profile's values, of files the bare names: where they lie differs between machines."""
        values: dict[str, Any] = plain(self.profile)
        for key in ("letterhead", "customer_list"):
            options = getattr(self.profile, f"{key}_options")
            told = plain(options) if options else {}
            names = {part: PurePath(told[part]).name for part in _FILES if told.get(part)}
            values[key] = {**told, **names}
        return values

    def _files(self) -> Iterator[tuple[str, str]]:
        options = self.profile.letterhead_options
        if self.letterhead is not None:
            # An object of the caller's own: what it makes of a letter is what it is.
            yield "letterhead", _sha256(self.letterhead.apply(template(self.line)))
        elif options is not None:
            named = (("letterhead", options.file), ("logo", options.logo), ("following", options.following))
            for name, file in named:
                if file:
                    yield name, _file_digest(self.profile.resolve(file))
        numbers = self.profile.customer_list_options
        if numbers is not None and numbers.file:
            yield "customer_list", _file_digest(self.profile.resolve(numbers.file))


def template_digests(line: str, form: Form | None = None) -> dict[str, str]:
    """Return the SHA-256 of every template and table that a line's papers are made with, by name.

    Args:
        line: the line.
        form: the form in the place of our own template; its name is left out, as it may differ.
    """
    own = {f"undertaking-{line}.docx": _template_digest(line)} if form is None else {"form": form.digest}
    return {**own, **_table_digests()}


@cache
def _template_digest(line: str) -> str:
    return _sha256(template(line))


@cache
def _table_digests() -> dict[str, str]:
    folder = resources.templates_dir() / "data"
    return {f"data/{file.name}": _sha256(file.read_bytes()) for file in sorted(folder.glob("*.toml"))}


def _facts_of(line: str, operators: OperatorData | None) -> Any:
    return repr(facts(line, operators)) if operators else None


def _font_digests(folders: Iterable[str | os.PathLike[str]]) -> Iterator[tuple[str, str]]:
    for folder in map(Path, folders):
        for file in [folder] if folder.is_file() else sorted(folder.iterdir()):
            if file.is_file():
                yield file.name, _kept_digest(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=512)
def _kept_digest(file: Path, _modified: int) -> str:
    return _file_digest(file)


def _file_digest(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except (OSError, ValueError):
        return _ABSENT  # the check says so, with its field


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
