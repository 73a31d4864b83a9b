"""What every reader of a profile's file gives back, and the findings they share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from taahodname.findings import Finding, Severity
from taahodname.persian.digits import group, to_persian
from taahodname.profile.shown import shown

MAX_BYTES = 1024 * 1024
"""The greatest size of a profile's file."""
MAX_DEPTH = 32
"""How deep tables and lists may stand in one another; a profile needs five."""
MAX_NODES = 50_000
"""How many values a profile may hold when every YAML alias is written out."""

_SOURCE = "profile format"


class Source(Struct, frozen=True):
    """A file that was read, not yet measured by the model.

    Attributes:
        data: plain dictionaries, lists, texts, True, False and None.
        lines: the line of each path, counted from 1, where the format tells.
        findings: what is wrong with the file itself.
    """

    data: Any
    lines: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def join(parent: str, key: object) -> str:
    """Return the path of a key inside a parent; an empty parent is the whole profile."""
    return f"{parent}.{key}" if parent else str(key)


def nearest_line(lines: Mapping[str, int], path: str) -> int | None:
    """Return the line of a path, or of the nearest section around it that the file names."""
    while path and path not in lines:
        path = path.rpartition(".")[0]
    return lines.get(path)


def syntax(message: str, message_en: str, *, path: str = "", line: int | None = None) -> Finding:
    """Return a finding about the text of the file itself."""
    return _finding("profile.syntax", path, None, message, message_en, line)


def shape(
    message: str, message_en: str, *, path: str, value: str | None = None, line: int | None = None
) -> Finding:
    """Return a finding about a value of the wrong kind."""
    return _finding("profile.shape", path, value, message, message_en, line)


def unknown_key(message: str, message_en: str, *, path: str, line: int | None = None) -> Finding:
    """Return a finding about a key that the model does not know."""
    return _finding("profile.unknown-key", path, None, message, message_en, line)


def _finding(
    rule: str, path: str, value: str | None, message: str, message_en: str, line: int | None
) -> Finding:
    """Return a finding of the loaders; a path may hold whatever was typed for a key."""
    return Finding(rule, Severity.ERROR, shown("", path), value, message, message_en, _SOURCE, line)


def repeated(key: str, path: str, line: int | None = None) -> Finding:
    """Return the finding about a key that stands twice in one section."""
    quoted = shown("", key)
    return syntax(
        f"کلید «{quoted}» در یک بخش دو بار آمده است؛ یکی را بردارید.",
        f"the key {quoted!r} stands twice in one section; remove one of them",
        path=path,
        line=line,
    )


def too_deep(line: int | None = None) -> Finding:
    """Return the finding about tables nested past MAX_DEPTH or repeated past MAX_NODES."""
    return syntax(
        "بخش‌های تودرتو یا تکرارشده از اندازه گذشته است "
        f"(حداکثر {to_persian(str(MAX_DEPTH))} لایه و {group(MAX_NODES)} مقدار)؛ فایل را ساده کنید.",
        f"too many nested or repeated parts (at most {MAX_DEPTH} levels, {MAX_NODES} values); simplify it",
        line=line,
    )
