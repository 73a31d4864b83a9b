"""LibreOffice as a second reader of our Word files, with the shipped fonts and a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from taahodname.resources import fonts_dir

SOFFICE = shutil.which("soffice")
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir>
<cachedir>{cache}</cachedir></fontconfig>"""

Convert = Callable[[dict[str, bytes]], dict[str, bytes]]


class Office:
    """LibreOffice with the shipped fonts and a profile of its own.

    Args:
        home: an empty folder for its profile, its fonts' cache and the files it works on.
    """

    def __init__(self, home: Path) -> None:
        if SOFFICE is None:
            raise FileNotFoundError("LibreOffice (soffice) is not installed")
        self.home = home
        fonts = _FONTS.format(fonts=fonts_dir(), cache=home / "cache")
        (home / "fonts.conf").write_text(fonts, encoding="utf-8")

    def convert(self, files: dict[str, bytes], kind: str) -> dict[str, bytes]:
        """Return Word files in another kind («pdf», «txt:Text (encoded):UTF8»), all made in one call."""
        work = Path(tempfile.mkdtemp(dir=self.home))
        numbered = {f"file{number}": name for number, name in enumerate(files)}
        for stem, name in numbered.items():
            (work / f"{stem}.docx").write_bytes(files[name])
        ending = kind.partition(":")[0]
        subprocess.run(
            [
                str(SOFFICE),
                f"-env:UserInstallation={(self.home / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(work),
                *(str(work / f"{stem}.docx") for stem in numbered),
            ],
            check=True,
            capture_output=True,
            timeout=300,
            env={**os.environ, "FONTCONFIG_FILE": str(self.home / "fonts.conf")},
        )
        return {name: (work / f"{stem}.{ending}").read_bytes() for stem, name in numbered.items()}


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return LibreOffice."""
    if SOFFICE is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def to_pdf(office: Office) -> Convert:
    """Return a function that turns Word files into PDFs, all in one call of LibreOffice."""
    return lambda files: office.convert(files, "pdf")
