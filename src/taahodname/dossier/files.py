"""A dossier as a value: its files in a fixed order, and how they come into a folder, whole or not at all."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from taahodname.errors import OutputError
from taahodname.findings import Report

_MANIFEST = "manifest.json"
PAPERS = frozenset(
    {
        "undertaking.docx",
        "undertaking.pdf",
        "guarantee-note.pdf",
        "signing-guide.pdf",
        "customer-list.xlsx",
        _MANIFEST,
    }
)
"""The names that a dossier's papers have or will have."""


_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can tell
_UNIX = 3


class Note(Protocol):
    """Something to tell about finished papers, in both languages."""

    @property
    def message(self) -> str:
        """The Persian sentence."""

    @property
    def message_en(self) -> str:
        """The same in English."""


@dataclass(frozen=True)
class Dossier(Mapping[str, bytes]):
    """The papers of one company for one line, by file name, in a fixed order.

    Attributes:
        folder: where they belong under the output folder: «<company-slug>-<national_id>/<line>».
        report: the check they passed.
        notes: what else is to be told: fonts that were replaced, a letterhead's oddities.
    """

    files: Mapping[str, bytes]
    folder: str
    report: Report
    notes: tuple[Note, ...] = ()

    def __getitem__(self, name: str) -> bytes:
        return self.files[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each paper by name, in hexadecimal; the manifest, which holds them, is left out."""
        return {
            name: hashlib.sha256(data).hexdigest() for name, data in self.files.items() if name != _MANIFEST
        }

    def zipped(self) -> bytes:
        """Return the files in one ZIP, under their folder; the same files give the same bytes."""
        return zipped({f"{self.folder}/{name}": data for name, data in self.files.items()})

    def write(
        self,
        out: str | os.PathLike[str],
        *,
        replace: bool = False,
        staging: str | os.PathLike[str] | None = None,
    ) -> Path:
        """Write the files into their folder under `out`; the folder appears whole or not at all.

        Files and folders are flushed to the disk before and after the one renaming that puts all of
        them in place, so that this holds when the machine dies in between as well.

        Args:
            out: the output folder; made when it is not there.
            replace: put the new folder in the place of one that is there. What somebody else put into
                it (a scan of the signed paper) is kept; older papers of a dossier are not.
            staging: the folder in which the new one is made, on the same disk; beside its place when None.

        Returns:
            The folder.

        Raises:
            OutputError: when the folder is there and may not be replaced, or cannot be written.
        """
        target = Path(out) / self.folder
        if target.exists() and not replace:
            raise OutputError(
                f"پوشهٔ «{target}» از پیش هست؛ پوشهٔ دیگری بدهید یا اجازهٔ جایگزینی بدهید.",
                f"the folder {str(target)!r} exists already; choose another one or allow replacing it",
            )
        try:
            _write_whole(self.files, target, Path(staging) if staging else target.parent)
        except OSError as error:
            raise _cannot_write(target, error) from error
        return target


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files in one ZIP; the same files give the same bytes.

    Args:
        files: the bytes by path; paths are ASCII here, so that every system shows them alike.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.external_attr = 0o644 << 16
            entry.create_system = _UNIX
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def write_file(path: Path, data: bytes) -> None:
    """Write one file, whole or not at all; one that is there is replaced.

    Raises:
        OutputError: when it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
        try:
            _write_file(making / path.name, data)
            (making / path.name).replace(path)
            _flush_folder(path.parent)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _cannot_write(target: Path, error: OSError) -> OutputError:
    return OutputError(
        f"نوشتن در «{target}» ممکن نشد ({error.strerror})؛ دسترسی و جای خالی دیسک را بررسی کنید.",
        f"cannot write to {str(target)!r} ({error.strerror}); check permissions and free space",
    )


def _write_whole(files: Mapping[str, bytes], target: Path, staging: Path) -> None:
    """Write files aside first; one renaming then puts all of them in place."""
    for folder in (target.parent, staging):
        folder.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=staging))
    try:
        making.chmod(0o755)
        for name, data in files.items():
            _write_file(making / name, data)
        _keep_foreign(target, making)
        _flush_folder(making)
        _exchange(making, target)
        _flush_folder(target.parent)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise


def _write_file(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(path: Path) -> None:
    """Have the disk keep the names of a folder; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _keep_foreign(old: Path, making: Path) -> None:
    """Take over what is in the old folder and is no paper of a dossier."""
    for path in sorted(old.iterdir()) if old.is_dir() else ():
        if path.name in PAPERS or (making / path.name).exists():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, making / path.name, symlinks=True)
        else:
            shutil.copy2(path, making / path.name, follow_symlinks=False)


def _exchange(making: Path, target: Path) -> None:
    if not target.exists():
        making.rename(target)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
    target.rename(aside / target.name)
    try:
        making.rename(target)
    except OSError:
        (aside / target.name).rename(target)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
