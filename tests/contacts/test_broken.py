"""A file that was damaged anywhere is read or refused: nothing else comes out of it."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress

import pytest

from taahodname.contacts.reading import read_bytes
from taahodname.errors import CustomerListError
from tests.contacts.making import GOOD, column, ods, text, xls

VALUES = (*GOOD, 9121234567, "۰۹۱۳ ۱۲۳ ۴۵۶۷", "x")
FILES = {
    "a.xlsx": column(*VALUES),
    "a.ods": ods(*VALUES),
    "a.xls": xls(*VALUES),
    "a.csv": text("a;b", *(f"1;{value}" for value in VALUES)),
}
TIMES = 150


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with a few of them changed, taken out or put in."""
    spoilt = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5])):
        place = chance.randrange(len(spoilt))
        put = chance.choice([b"", b"\xff\xff\xff\xff", b"\0\0\0\0", bytes([chance.randrange(256)])])
        spoilt[place : place + chance.randrange(5)] = put
    return bytes(spoilt)


def damaged_inside(data: bytes, chance: random.Random) -> bytes:
    """Return an archive with one part damaged before it is packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(target, "w") as archive:
        chosen = chance.choice(made.namelist())
        for name in made.namelist():
            part = made.read(name)
            archive.writestr(name, damaged(part, chance) if name == chosen and part else part)
    return target.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_read_or_refused(name):
    chance = random.Random(name)
    data = FILES[name]
    for _ in range(TIMES):
        inside = data.startswith(b"PK") and chance.random() < 0.7
        spoilt = damaged_inside(data, chance) if inside else damaged(data, chance)
        with suppress(CustomerListError):
            read_bytes(spoilt, name)
