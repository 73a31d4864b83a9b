"""Opens a profile's file and hands its text to the reader of its format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from taahodname.errors import ProfileError, UsageError
from taahodname.profile.encoding import decode
from taahodname.profile.shown import printable
from taahodname.profile.source import MAX_BYTES, Source


def _yaml(text: str) -> Source:
    from taahodname.profile.yaml_source import parse

    return parse(text)


def _toml(text: str) -> Source:
    from taahodname.profile.toml_source import parse

    return parse(text)


def _json(text: str) -> Source:
    from taahodname.profile.json_source import parse

    return parse(text)


_READERS: dict[str, Callable[[str], Source]] = {".yaml": _yaml, ".yml": _yaml, ".toml": _toml, ".json": _json}


def read(file: Path) -> Source:
    """Return what a profile's file says, as plain data with the lines of its keys.

    Args:
        file: a .yaml, .yml, .toml or .json file.

    Raises:
        UsageError: when there is no such file, it cannot be opened, or its ending is another.
        ProfileError: when it is empty, too large, binary or in an unknown encoding.
    """
    data = _bytes(file)
    name = printable(file.name)
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        raise UsageError(
            f"پسوند فایل «{name}» شناخته نشد؛ پروفایل باید .yaml، .yml، .toml یا .json باشد.",
            f"the ending of '{name}' is not known; a profile is a .yaml, .yml, .toml or .json file",
        )
    if len(data) > MAX_BYTES:
        raise ProfileError(
            f"فایل «{name}» از یک مگابایت بزرگ‌تر است و پروفایل نیست؛ فایل درست را بدهید.",
            f"'{name}' is larger than 1 MiB and no profile; give the right file",
        )
    text = decode(data, name)
    source = reader(text) if text.strip() else Source(None)
    if source.data is None and not source.findings:
        raise ProfileError(
            f"فایل «{name}» خالی است؛ مشخصات شرکت را در آن بنویسید یا فایل درست را بدهید.",
            f"'{name}' is empty; fill in the company's data or give the right file",
        )
    return source


def _bytes(file: Path) -> bytes:
    """Return the bytes of a regular file, no more than one past MAX_BYTES."""
    name = printable(str(file))
    try:
        if file.is_dir():
            raise UsageError(
                f"«{name}» پوشه است؛ نشانی خود فایل پروفایل را بدهید.",
                f"'{name}' is a folder; name the profile's file",
            )
        if not file.is_file():
            raise UsageError(
                f"فایل «{name}» پیدا نشد؛ نام و نشانی آن را بررسی کنید.",
                f"there is no file '{name}'; check its name",
            )
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(
            f"فایل «{name}» باز نشد؛ نام آن و دسترسی خواندنش را بررسی کنید.",
            f"'{name}' cannot be opened ({error.strerror}); check its name and that it may be read",
        ) from error
