"""LibreOffice as a last resort: makes a PDF of one Word file in a folder of its own, within a time limit."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path
from typing import Final

from taahodname.errors import OfficeError, UnsupportedFeature
from taahodname.resources import fonts_dir

TIME_LIMIT: Final = 120.0
"""Seconds; LibreOffice needs some 5 to start on a new profile and less than 1 for a letter."""

_NAMES = ("soffice", "libreoffice")
# Tagged PDF/A-2b, as near to our own as LibreOffice comes (its filter «writer_pdf_Export»).
_FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>{folders}<cachedir>{cache}</cachedir>
</fontconfig>"""
_KEPT = ("PATH", "SYSTEMROOT", "PROGRAMFILES", "LD_LIBRARY_PATH")


def program() -> str | None:
    """Return the path of LibreOffice's program; None where it is not installed."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def hint(error: UnsupportedFeature) -> UnsupportedFeature:
    """Return the same refusal, which also tells of LibreOffice where it is installed.

    Args:
        error: what our reader refused.
    """
    if program() is None or not error.hintable:
        return error
    told = UnsupportedFeature(error.feature, error.part, error.near)
    told.message = (
        f"{error.message} LibreOffice در این دستگاه نصب است: با --office (یا office=True) می‌توانید PDF را با "
        "آن بسازید."
    )
    told.message_en = (
        f"{error.message_en}. LibreOffice is installed here: with --office (or office=True) it makes the PDF"
    )
    told.args = (told.message_en,)
    told.hintable = False
    return told


def to_pdf(
    docx: bytes, fonts: Iterable[str | os.PathLike[str]] = (), *, time_limit: float = TIME_LIMIT
) -> bytes:
    """Return a Word file as a PDF made by LibreOffice.

    It runs with a profile folder of its own that is removed afterwards, without a shell, and is killed with
    all its children when the time is up. The caller has seen that the file reaches for nothing outside.

    Args:
        docx: the file, opened safely before.
        fonts: folders with fonts beside the shipped ones.
        time_limit: seconds.

    Raises:
        OfficeError: when LibreOffice is not there, does not end in time, or makes no PDF.
    """
    found = program()
    if found is None:
        raise OfficeError(
            "LibreOffice (soffice) نصب نیست؛ آن را نصب کنید یا چیزی را که خوانده نمی‌شود از فرم بردارید.",
            "LibreOffice (soffice) is not installed; install it, or take out of the form what cannot be read",
        )
    with tempfile.TemporaryDirectory(prefix="taahodname-office-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "letter.docx").write_bytes(docx)
        _run(_command(found, home), _environment(home, fonts), home, time_limit)
        made = home / "letter.pdf"
        if not made.is_file():
            raise OfficeError(
                "LibreOffice از این فایل PDF نساخت؛ فایل را در Word یا LibreOffice باز کنید و ببینید.",
                "LibreOffice made no PDF of this file; open it in Word or LibreOffice and see",
            )
        return made.read_bytes()


def _command(found: str, home: Path) -> list[str]:
    return [
        found,
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--convert-to",
        _FILTER,
        "--outdir",
        str(home),
        str(home / "letter.docx"),
    ]


def _environment(home: Path, fonts: Iterable[str | os.PathLike[str]]) -> Mapping[str, str]:
    paths = [str(Path(one).absolute()) for one in (fonts_dir(), *fonts)]
    folders = "".join(f"<dir>{escape(path, quote=False)}</dir>" for path in paths)
    told = _FONTS.format(folders=folders, cache=escape(str(home / "cache"), quote=False))
    (home / "fonts.conf").write_text(told, encoding="utf-8")
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "TMPDIR": str(home),
        "LANG": "C.UTF-8",
        "FONTCONFIG_FILE": str(home / "fonts.conf"),
    }


def _run(command: list[str], environment: Mapping[str, str], home: Path, time_limit: float) -> None:
    with _started(command, environment, home) as process:
        try:
            process.wait(time_limit)
        except subprocess.TimeoutExpired as error:
            raise OfficeError(
                f"LibreOffice در {time_limit:g} ثانیه کار را تمام نکرد و متوقف شد؛ فایل را ساده‌تر کنید.",
                f"LibreOffice was not done in {time_limit:g} seconds and was stopped; make the file simpler",
            ) from error


@contextmanager
def _started(
    command: list[str], environment: Mapping[str, str], home: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program at the head of its own group, and leave none of the group behind."""
    process = subprocess.Popen(
        command,
        cwd=home,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the group: soffice is a script, and its child does the work."""
    if sys.platform == "win32":
        process.kill()
    else:
        # No such group: all of them have ended.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
