"""Finds the templates, the fonts and the demo, in a checkout and in an installed wheel alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    """Return the folder that holds templates/, fonts/ and samples/.

    A wheel carries them inside the package; in a checkout they stand at the top, beside src/.
    """
    packed = _PACKAGE / "_data"
    return packed if packed.is_dir() else _PACKAGE.parents[1]


def templates_dir() -> Path:
    """Return the folder of the Word templates and of the operators' data."""
    return _root() / "templates"


def fonts_dir() -> Path:
    """Return the folder of the fonts that are shipped."""
    return _root() / "fonts"


def demo_dir() -> Path:
    """Return the folder with the files of an invented client: a profile and what it names."""
    return _root() / "samples" / "mehr-clinic"


def list_form() -> Path:
    """Return the form of the customers' list, a list of one number (`scripts/list_form.py`)."""
    return templates_dir() / "data" / "customer-list.xlsx"


@cache
def data(name: str) -> dict[str, Any]:
    """Return one table of the operators' data, parsed once.

    Args:
        name: the file's name under templates/data/, without its ending («lines», «mobile-prefixes»).
    """
    import tomllib

    with (templates_dir() / "data" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
