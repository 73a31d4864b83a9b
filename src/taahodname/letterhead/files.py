"""Reads the files a letterhead is made of, and says clearly why one cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from taahodname.errors import LetterheadError

MAX_BYTES = 20 * 1024 * 1024
"""More than any letterhead needs; a larger one would make every letter slow to send."""

_MEBIBYTE = 1024 * 1024
_UNKNOWN = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "WebP"),
    (b"8BPS", "Photoshop"),
    (b"%!PS", "PostScript"),
    (b"<svg", "SVG"),
)
_KNOWN = ((b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"PK", "Word"))
_HEAD = 1024  # bytes before «%PDF» that readers pass over

FileKind = Literal["pdf", "picture", "word"]


def kind_of(data: bytes) -> FileKind:
    """Return what kind of letterhead a file is, by its first bytes; «word» for all that is neither.

    Args:
        data: the file.
    """
    if b"%PDF-" in data[:_HEAD] and not data.startswith(b"PK"):
        return "pdf"
    return "picture" if data.startswith((b"\x89PNG", b"\xff\xd8\xff")) else "word"


def read_file(path: Path) -> bytes:
    """Return the bytes of a file a profile names.

    Args:
        path: where it should be.

    Raises:
        LetterheadError: when it is not there, is empty, too large, or cannot be read.
    """
    try:
        if not path.is_file():
            raise LetterheadError(
                f"فایل «{path.name}» پیدا نشد. نام آن را نسبت به پوشهٔ پروفایل بررسی کنید.",
                f"there is no file {path.name}; check its name, which counts from the profile's folder",
            )
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path.name)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise LetterheadError(
            f"فایل «{path.name}» خوانده نشد. نام و اجازهٔ دسترسی آن را بررسی کنید.",
            f"the file {path.name!r} cannot be read ({error}); check its name and permissions",
        ) from error


def check_size(data: bytes, name: str) -> None:
    """See that a file is neither empty nor too large.

    Raises:
        LetterheadError: when it is.
    """
    if not data:
        raise LetterheadError(
            f"فایل «{name}» خالی است. فایل سربرگ را دوباره ذخیره کنید.",
            f"the file {name} is empty; save the letterhead again",
        )
    if len(data) > MAX_BYTES:
        raise _too_large(name)


def check_word_file(data: bytes, name: str) -> None:
    """Say by name which kinds of letterhead are not taken.

    Args:
        data: the file.
        name: its name.

    Raises:
        LetterheadError: when it is empty, too large, or another kind of picture.
    """
    check_size(data, name)
    if kind_of(data) != "word" or any(data.startswith(mark) for mark, _ in _UNKNOWN):
        raise refused(data, name)


def refused(data: bytes, name: str) -> LetterheadError:
    """Return the error on a file of a kind that is not taken where it stands.

    Args:
        data: the file.
        name: its name.
    """
    kind = next((kind for mark, kind in (*_UNKNOWN, *_KNOWN) if data.startswith(mark)), "?")
    return LetterheadError(
        f"سربرگ «{name}» فایل {kind} است و این‌جا پذیرفته نمی‌شود. قالب‌های پذیرفته: docx، PDF، PNG و JPG.",
        f"the letterhead {name} is a {kind} file, which is not taken here; give .docx, PDF, PNG or JPG",
    )


def _too_large(name: str) -> LetterheadError:
    limit = MAX_BYTES // _MEBIBYTE
    return LetterheadError(
        f"فایل «{name}» بزرگ‌تر از {limit} مگابایت است. تصویرهای آن را کوچک‌تر کنید.",
        f"the file {name} is larger than {limit} MiB; make its pictures smaller",
    )
