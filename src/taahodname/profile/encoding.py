"""Turns the bytes of a profile's file into text, or says how to save the file again."""

from __future__ import annotations

import codecs

from taahodname.errors import ProfileError

_ARABIC = range(0x0600, 0x0700)
_BINARY_KINDS = {b"PK\x03\x04": "Word/Excel/ZIP", b"%PDF": "PDF", b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG"}


def decode(data: bytes, name: str) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark, or UTF-16 with one.

    Args:
        data: the whole file.
        name: the file's name, for the message.

    Raises:
        ProfileError: when it is another encoding, or no text at all.
    """
    kind = next((kind for head, kind in _BINARY_KINDS.items() if data.startswith(head)), None)
    if kind is not None:
        raise _not_text(name, kind)
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(data, name) from None
    if "\0" in text:
        raise _unreadable(data, name)
    return text


def _unreadable(data: bytes, name: str) -> ProfileError:
    if b"\0" in data:
        return _not_text(name, "binary")
    if _looks_like_windows_1256(data):
        return ProfileError(
            f"فایل «{name}» با رمزگذاری ویندوز عربی (Windows-1256) ذخیره شده است؛ "
            "آن را با رمزگذاری UTF-8 ذخیره کنید.",
            f"{name!r} looks like Windows-1256; save it as UTF-8",
        )
    return ProfileError(
        f"رمزگذاری فایل «{name}» شناخته نشد؛ آن را با رمزگذاری UTF-8 ذخیره کنید.",
        f"the encoding of {name!r} is not known; save it as UTF-8",
    )


def _not_text(name: str, kind: str) -> ProfileError:
    return ProfileError(
        f"فایل «{name}» متن نیست ({kind})؛ پروفایل را به شکل فایل متنی YAML، TOML یا JSON "
        "با رمزگذاری UTF-8 بدهید.",
        f"{name!r} is not text ({kind}); give the profile as a YAML, TOML or JSON text file in UTF-8",
    )


def _looks_like_windows_1256(data: bytes) -> bool:
    """Tell whether most of what is not ASCII would be Arabic letters in Windows-1256; a guess."""
    letters = [c for c in data.decode("cp1256", errors="replace") if ord(c) > 127]
    return bool(letters) and sum(ord(c) in _ARABIC for c in letters) > 0.6 * len(letters)
