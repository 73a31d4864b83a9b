"""LibreOffice as a second reader of our Word files, with the shipped fonts and a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable

import pytest

from taahodname.resources import fonts_dir

SOFFICE = shutil.which("soffice")
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir>
<cachedir>{cache}</cachedir></fontconfig>"""

Convert = Callable[[dict[str, bytes]], dict[str, bytes]]


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Return a function that turns Word files into PDFs, all in one call of LibreOffice."""
    if SOFFICE is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    home = tmp_path_factory.mktemp("office")
    (home / "fonts.conf").write_text(_FONTS.format(fonts=fonts_dir(), cache=home / "cache"), encoding="utf-8")

    def convert(files: dict[str, bytes]) -> dict[str, bytes]:
        work = tmp_path_factory.mktemp("docx")
        for name, data in files.items():
            (work / f"{name}.docx").write_bytes(data)
        subprocess.run(
            [
                str(SOFFICE),
                f"-env:UserInstallation={(home / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(work),
                *(str(work / f"{name}.docx") for name in files),
            ],
            check=True,
            capture_output=True,
            timeout=300,
            env={**os.environ, "FONTCONFIG_FILE": str(home / "fonts.conf")},
        )
        return {name: (work / f"{name}.pdf").read_bytes() for name in files}

    return convert
