"""Reads a TOML profile and finds the line of each of its keys."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from taahodname.findings import Finding
from taahodname.profile.source import Source, join, syntax, too_deep

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
_PAIR = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PLACE = re.compile(r"\(at (?:line ([0-9]+), column [0-9]+|end of document)\)")


def parse(text: str) -> Source:
    """Return the data of a TOML text; a decimal number keeps its text, a date becomes its ISO text later.

    Args:
        text: the whole file.
    """
    try:
        data = tomllib.loads(text, parse_float=str)
    except RecursionError:
        return Source(None, {}, (too_deep(),))
    except tomllib.TOMLDecodeError as error:
        return Source(None, {}, (_broken(str(error), len(text.splitlines())),))
    except ValueError:  # Python's own limit on the digits of a whole number
        return Source(None, {}, (_broken("a number is too long", None),))
    return Source(data, _lines(text, data))


def _broken(problem: str, last: int | None) -> Finding:
    """Return the finding for a text that is no TOML; `last` is the line of the document's end."""
    place = _PLACE.search(problem)
    problem = _PLACE.sub("", problem).strip()
    return syntax(
        'ساختار TOML درست نیست؛ این سطر را بررسی کنید و کدها، شماره‌ها و تاریخ‌ها را میان دو نشان " بنویسید.',
        f'the TOML is broken ({problem}); check this line; write codes, numbers and dates between " signs',
        line=int(place[1]) if place and place[1] else last,
    )


def _lines(text: str, data: dict[str, Any]) -> dict[str, int]:
    """Return the line of every key that begins a line; keys inside inline tables go by their parent's."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    section, quote = "", ""
    for number, line in enumerate(text.splitlines(), start=1):
        inside, quote = quote, _open_quote(line, quote)
        if inside:
            continue
        if header := _HEADER.match(line):
            section = _section(header[2], header[1] == "[[", counts)
            if header[1] == "[[":
                lines.setdefault(section.rpartition(".")[0], number)
            lines.setdefault(section, number)
        elif pair := _PAIR.match(line):
            lines.setdefault(join(section, ".".join(_keys(pair[1]))), number)
    return {path: line for path, line in lines.items() if _stands(data, path)}


def _section(dotted: str, is_list: bool, counts: dict[str, int]) -> str:
    """Return the path of a header; a list of tables counts its own, and later headers mean its last one."""
    path = ""
    keys = _keys(dotted)
    for place, key in enumerate(keys):
        path = join(path, key)
        if is_list and place == len(keys) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = f"{path}.{counts[path]}"
    return path


def _keys(dotted: str) -> list[str]:
    return [key.strip("\"'") for key in re.findall(_KEY, dotted)]


def _open_quote(line: str, quote: str) -> str:
    """Return the triple quote that is still open at the end of a line, or an empty text."""
    for mark in re.findall(r'"""|\'\'\'', line):
        if not quote:
            quote = mark
        elif mark == quote:
            quote = ""
    return quote


def _stands(data: Any, path: str) -> bool:
    """Tell whether the data has a value at a path, so that a mistaken line is never told."""
    for key in path.split("."):
        if isinstance(data, list) and re.fullmatch(r"[0-9]+", key):
            data = data[int(key)] if int(key) < len(data) else None
        elif isinstance(data, dict) and key in data:
            data = data[key]
        else:
            return False
    return True
