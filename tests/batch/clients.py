"""Makes invented clients for the tests of batches, each with codes of his own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from taahodname.identifiers import national_code, national_id
from tests.builders import valid_profile

_NAMES = ("آریا", "سپهر", "کیمیا", "مهرگان", "آذرخش", "نیک‌سامان", "پرتو", "سروش", "البرز", "دماوند")
_LINES = ("3000", "1000", "021")


def company_id(number: int) -> str:
    """Return a valid شناسه ملی of the invented series 999…."""
    head = f"999{1234567 + 13 * number:07}"
    return next(head + str(digit) for digit in range(10) if _is_valid(national_id, head + str(digit)))


def person_code(number: int) -> str:
    """Return a valid کد ملی of the invented series 999…."""
    head = f"999{number:06}"
    return next(head + str(digit) for digit in range(10) if _is_valid(national_code, head + str(digit)))


def _is_valid(verbs: Any, text: str) -> bool:
    try:
        verbs.validate(text)
    except ValueError:
        return False
    return True


def client(number: int, customers: Path) -> dict[str, Any]:
    """Return the plain data of a client.

    Args:
        number: from 0; it makes his codes, names and line.
        customers: the file of his customers' numbers.
    """
    line = _LINES[number % 3]
    data = valid_profile(line)
    name = f"{_NAMES[number % 10]} {_NAMES[number // 10 % 10]} گستر {number + 1}"
    data["company"] |= {"name": name, "national_id": company_id(number), "economic_code": company_id(number)}
    data["company"] |= {"registration_number": str(1000 + number)}
    for which, (person, head) in enumerate((("ceo", "0912"), ("representative", "0990"))):
        codes = {"national_code": person_code(2 * number + which), "mobile": f"{head}{1234567 + number:07}"}
        data[person] |= codes
    number_of_line = {"3000": f"3000{100000 + number}", "1000": f"1000{100000 + number}"}
    data["lines"][0]["number"] = number_of_line.get(line, f"021{91000000 + number}")
    data["customer_list"] = str(customers)
    del data["letter"]["date"]
    return data


def write_lists(folder: Path, count: int = 3) -> list[Path]:
    """Write some lists of 400 to 500 numbers, and return their files."""
    files = []
    for which in range(count):
        file = folder / f"customers-{which}.csv"
        numbers = [f"0912{2000000 + 1000 * which + index * 7:07}" for index in range(420 + which)]
        file.write_text("\n".join(["شماره همراه", *numbers]) + "\n", encoding="utf-8")
        files.append(file)
    return files


def write_jsonl(folder: Path, count: int, *, change: Any = None) -> Path:
    """Write a file with a client a line.

    Args:
        folder: where it is written, with the lists of customers beside it.
        count: how many clients.
        change: called with the number and the data of each, to spoil some.
    """
    lists = write_lists(folder)
    file = folder / "clients.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            data = client(number, Path(lists[number % len(lists)].name))
            if change is not None:
                change(number, data)
            out.write(json.dumps(data, ensure_ascii=False) + "\n")
    return file


def tree(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file under a folder with its bytes, in order."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
