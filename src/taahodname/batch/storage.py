"""Where a batch's papers go: a folder of this machine, or what fsspec reaches (s3://, memory://)."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from taahodname.dossier import Dossier, manifest
from taahodname.dossier.files import write_file
from taahodname.errors import OutputError, UsageError

MAKING = ".making"
"""The folder, under the output folder, in which papers are made before they are put in their place."""


class Storage(Protocol):
    """Where papers go; it travels to the workers."""

    def kept(self, folder: str, digest: str) -> dict[str, str] | None:
        """Return the SHA-256 of each paper when a folder holds them whole, made from the same input."""

    def put(self, dossier: Dossier) -> None:
        """Write a dossier, whole or not at all."""

    def read(self, name: str) -> bytes | None:
        """Return a file of the output folder; None when it is not there."""

    def move_in(self, file: Path, name: str) -> None:
        """Put a finished file of this machine into the output folder."""


def storage_of(out: str) -> Storage:
    """Return the place of an output folder.

    Args:
        out: a folder, or an address with «://» that fsspec knows.

    Raises:
        UsageError: when fsspec, or its driver for the address, is not installed.
    """
    if "://" not in out:
        return LocalStorage(out)
    try:
        import fsspec

        fsspec.core.url_to_fs(out)
    except (ImportError, ValueError) as error:
        raise UsageError(
            f"برای نوشتن در «{out}» بستهٔ fsspec و راه‌انداز آن لازم است ({error})؛ «taahodname[cluster]» و "
            "راه‌انداز را نصب کنید.",
            f"writing to {out!r} needs fsspec and its driver ({error}); install taahodname[cluster] and it",
        ) from error
    return RemoteStorage(out)


@dataclass(frozen=True)
class LocalStorage:
    """A folder of this machine, or one that all machines of a cluster share."""

    out: str

    @property
    def making(self) -> Path:
        """Where papers are made first."""
        return Path(self.out) / MAKING

    def kept(self, folder: str, digest: str) -> dict[str, str] | None:
        """Return the SHA-256 of each paper when a folder holds them whole, made from the same input."""
        place = Path(self.out) / folder
        try:
            told = (place / manifest.NAME).read_bytes()
            if manifest.input_of(told) != digest:
                return None
            names = json.loads(told)["files"]
            read = {name: (place / name).read_bytes() for name in names}
        except (OSError, ValueError):
            return None
        return _digests(told) if manifest.is_intact(told, read) else None

    def put(self, dossier: Dossier) -> None:
        """Write a dossier, whole or not at all."""
        dossier.write(self.out, replace=True, staging=self.making)

    def read(self, name: str) -> bytes | None:
        """Return a file of the output folder; None when it is not there."""
        try:
            return (Path(self.out) / name).read_bytes()
        except FileNotFoundError:
            return None

    def move_in(self, file: Path, name: str) -> None:
        """Put a finished file of this machine into the output folder."""
        write_file(Path(self.out) / name, file.read_bytes())

    def clean(self) -> None:
        """Remove what a run that died left half-made."""
        shutil.rmtree(self.making, ignore_errors=True)


@dataclass(frozen=True)
class RemoteStorage:
    """What fsspec reaches. The manifest is written last: a folder without one is not there."""

    out: str

    def _open(self) -> tuple[Any, PurePosixPath]:
        import fsspec

        system, root = fsspec.core.url_to_fs(self.out)
        return system, PurePosixPath(root)

    def kept(self, folder: str, digest: str) -> dict[str, str] | None:
        """Return the SHA-256 of each paper when a folder holds them whole, made from the same input."""
        system, root = self._open()
        try:
            told = system.cat_file(str(root / folder / manifest.NAME))
            if manifest.input_of(told) != digest:
                return None
            read = {name: system.cat_file(str(root / folder / name)) for name in _digests(told)}
        except (OSError, ValueError):
            return None
        return _digests(told) if manifest.is_intact(told, read) else None

    def put(self, dossier: Dossier) -> None:
        """Write a dossier; its manifest, without which the folder does not count, comes last."""
        system, root = self._open()
        place = root / dossier.folder
        try:
            system.makedirs(str(place), exist_ok=True)
            if manifest.NAME in dossier and system.exists(str(place / manifest.NAME)):
                system.rm_file(str(place / manifest.NAME))
            for name in sorted(dossier, key=lambda name: name == manifest.NAME):
                system.pipe_file(str(place / name), dossier[name])
        except OSError as error:
            raise OutputError(
                f"نوشتن در «{self.out}» ممکن نشد ({error})؛ دسترسی و نشانی را بررسی کنید.",
                f"cannot write to {self.out!r} ({error}); check the address and permissions",
            ) from error

    def read(self, name: str) -> bytes | None:
        """Return a file of the output folder; None when it is not there."""
        system, root = self._open()
        try:
            return bytes(system.cat_file(str(root / name)))
        except FileNotFoundError:
            return None

    def move_in(self, file: Path, name: str) -> None:
        """Put a finished file of this machine into the output folder."""
        system, root = self._open()
        system.makedirs(str(root), exist_ok=True)
        system.pipe_file(str(root / name), file.read_bytes())


def _digests(told: bytes) -> dict[str, str]:
    return {name: row["sha256"] for name, row in json.loads(told)["files"].items()}
