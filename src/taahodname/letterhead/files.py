"""Reads the files a letterhead is made of, and says clearly why one cannot be."""

from __future__ import annotations

from pathlib import Path

from taahodname.errors import LetterheadError

MAX_BYTES = 20 * 1024 * 1024
"""More than any letterhead needs; a larger one would make every letter slow to send."""

_MEBIBYTE = 1024 * 1024
_NOT_YET = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)


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


def check_word_file(data: bytes, name: str) -> None:
    """Say by name which kinds of letterhead this version does not take.

    Args:
        data: the file.
        name: its name.

    Raises:
        LetterheadError: when it is empty, too large, a PDF or a picture.
    """
    if not data:
        raise LetterheadError(
            f"فایل «{name}» خالی است. یک فایل docx بدهید.", f"the file {name} is empty; give a .docx file"
        )
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    for mark, kind in _NOT_YET:
        if data.startswith(mark):
            raise LetterheadError(
                f"سربرگ «{name}» فایل {kind} است و این نسخه هنوز آن را نمی‌پذیرد. "
                "سربرگ را با قالب Word Document (.docx) بدهید.",
                f"the letterhead {name} is a {kind} file, which this version does not take yet; "
                "give it as a Word document (.docx)",
            )


def _too_large(name: str) -> LetterheadError:
    limit = MAX_BYTES // _MEBIBYTE
    return LetterheadError(
        f"فایل «{name}» بزرگ‌تر از {limit} مگابایت است. تصویرهای آن را کوچک‌تر کنید.",
        f"the file {name} is larger than {limit} MiB; make its pictures smaller",
    )
