"""Holds the rooms to their floors, the door to its names, and the heavy libraries to where they are used."""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import taahodname

PACKAGE = Path(taahodname.__file__).parent
DOOR = "taahodname"

FLOORS = {
    "findings": 1,
    "units": 1,
    "version": 1,
    "zip_records": 1,
    "errors": 2,
    "resources": 2,
    "persian": 3,
    "identifiers": 4,
    "paper": 4,
    "contacts": 5,
    "office": 5,
    "profile": 5,
    "rules": 6,
    "word": 6,
    "typeset": 6,
    "letterhead": 7,
    "documents": 8,
    "forms": 9,
    "dossier": 10,
    "batch": 11,
    DOOR: 12,
    "cli": 13,
    "__main__": 14,
}

NAMES = {
    "BatchResult",
    "Change",
    "CheckFailed",
    "CheckedProfile",
    "Dossier",
    "Finding",
    "Letterhead",
    "OperatorData",
    "Profile",
    "ProfileError",
    "Report",
    "Severity",
    "TaahodnameError",
    "__version__",
    "check",
    "render",
    "render_batch",
}

HEAVY = (
    "PIL",
    "arabic_reshaper",
    "bidi",
    "deflate",
    "docx",
    "docxtpl",
    "email_validator",
    "jdatetime",
    "jinja2",
    "lxml",
    "msgspec",
    "num2fawords",
    "phonenumbers",
    "pydantic",
    "pypdf",
    "pypdfium2",
    "python_calamine",
    "reportlab",
    "rich",
    "slugify",
    "tldextract",
    "uharfbuzz",
    "xlrd",
    "xlsxwriter",
    "yaml",
)


def room_of(parts: tuple[str, ...]) -> str:
    """Return the room of a module, given the parts of its name after the package's own."""
    return parts[0] if parts and parts[0] in FLOORS else DOOR


def imports(source: str, module: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the room of every import of our own, also of those inside functions."""
    package = module.split(".")[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            base += node.module.split(".") if node.module else []
            names = [[*base, alias.name] for alias in node.names]
        else:
            continue
        for name in names:
            if name[0] == DOOR:
                yield node.lineno, room_of(tuple(name[1:]))


def upward(source: str, module: str) -> list[str]:
    """Return the imports of a module that do not point to a lower floor, nor inside its own room.

    Args:
        source: the text of the module.
        module: its full name; a package's own file is «….__init__».
    """
    room = room_of(tuple(module.split(".")[1:]))
    return [
        f"line {line}: {room} (floor {FLOORS[room]}) imports {other} (floor {FLOORS[other]})"
        for line, other in imports(source, module)
        if other != room and FLOORS[other] >= FLOORS[room]
    ]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join([DOOR, *path.relative_to(PACKAGE).with_suffix("").parts])


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_room_imports_only_from_lower_floors(path):
    assert upward(path.read_text("utf-8"), name_of(path)) == []


def test_the_table_of_rooms_that_workers_read_has_the_same_floors():
    text = (PACKAGE.parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| ([0-9]+) \| (.+?) \|", text, re.MULTILINE)
    told = {name.rstrip("/"): int(floor) for floor, names in rows for name in re.findall("`(.+?)`", names)}
    assert told == FLOORS


def test_every_room_has_a_floor():
    rooms = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in modules()}
    assert rooms - {"__init__"} <= set(FLOORS)


@pytest.mark.parametrize(
    ("source", "module"),
    [
        ("from taahodname.rules import check", "taahodname.word.some"),
        ("import taahodname.cli.words", "taahodname.persian.some"),
        ("from taahodname import render", "taahodname.documents.some"),
        ("import taahodname as tn", "taahodname.profile.some"),
        ("from ..rules import check", "taahodname.profile.some"),
        ("def late():\n    from taahodname import dossier", "taahodname.letterhead.some"),
        ("from taahodname import errors", "taahodname.findings"),
        ("from . import errors", "taahodname.findings"),
    ],
)
def test_an_upward_import_is_seen(source, module):
    assert len(upward(source, module)) == 1


@pytest.mark.parametrize(
    ("source", "module"),
    [
        ("from taahodname.errors import UsageError", "taahodname.word.some"),
        ("from .package import read", "taahodname.word.some"),
        ("import taahodname as tn", "taahodname.cli.some"),
        ("from .rules import check", "taahodname.__init__"),
        ("import json, taahodnames", "taahodname.findings"),
    ],
)
def test_a_downward_import_and_one_inside_the_room_are_allowed(source, module):
    assert upward(source, module) == []


def test_the_door_has_exactly_the_documented_names():
    assert set(taahodname.__all__) == NAMES
    assert len(taahodname.__all__) == len(NAMES)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_name_of_the_door_resolves(name):
    assert getattr(taahodname, name) is not None
    assert name in dir(taahodname)


def test_a_name_the_door_does_not_have_is_an_attribute_error():
    with pytest.raises(AttributeError, match="rendre"):
        importlib.import_module(DOOR).rendre  # noqa: B018


def test_a_letter_loads_only_what_it_takes(tmp_path):
    profile = PACKAGE.parents[1] / "samples" / "arya-software" / "profile.yaml"
    act = ["render", str(profile), "--line", "3000", "--out", str(tmp_path), "--only", "undertaking.pdf"]
    spared = ("email_validator", "http", "pypdf", "ssl", "taahodname.batch", "taahodname.forms.load")
    spared += ("taahodname.forms.trial", "text_unidecode", "urllib.request", "xlsxwriter")
    code = f"import sys, json\nfrom taahodname.cli import main\nassert main({act!r}) == 0\n"
    code += f"print(json.dumps([name for name in {spared!r} if name in sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == []


@pytest.mark.parametrize(
    "act",
    [
        "import taahodname",
        "from taahodname.cli import main; main(['--help'])",
        "from taahodname.cli import main; main(['render', '--help'])",
        "from taahodname.cli import main; main(['chekc'])",
    ],
)
def test_no_heavy_library_loads_before_it_is_used(act):
    code = f"import sys, json\n{act}\nprint(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == []
