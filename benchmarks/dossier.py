"""Measures an undertaking and a whole dossier beside docxtpl and LibreOffice, on the same templates.

    python benchmarks/dossier.py                 # about two minutes with LibreOffice, half a minute without
    python benchmarks/dossier.py --clients 5000  # also: what the 5,000th client costs beside the 100th

Every round has a client of its own, whose values are all his own: nothing that was made for one serves
another, but for what a batch shares in truth. Two tools take turns, so that both meet the same machine. The
times are milliseconds of one core (CPU) and of the clock (wall), medians after a warm-up; bars are held
against those of the core, of which other work on the machine takes nothing away.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.batch.clients import client  # noqa: E402

from taahodname import resources  # noqa: E402
from taahodname.documents import undertaking  # noqa: E402
from taahodname.documents.values import context  # noqa: E402
from taahodname.dossier import render  # noqa: E402
from taahodname.letterhead import Letterhead  # noqa: E402
from taahodname.profile import Profile  # noqa: E402
from taahodname.rules import CheckedProfile, admit  # noqa: E402
from taahodname.typeset.fonts import shipped_book  # noqa: E402
from taahodname.word.metadata import Properties  # noqa: E402
from taahodname.word.press import print_letter  # noqa: E402

ROUNDS, WARM = 30, 12
TEN = 10
DATE = "1405/09/03"
_FIRST, _LATER = 100, 100_000
_PLACES = ("آذر", "بهار", "پامچال", "ترمه", "جویبار", "چنار", "رازیانه", "زیتون", "ساوالان", "شقایق")
_WORKS = ("نرم‌افزار انبار", "سامانهٔ نوبت", "فروش قطعه", "آموزش زبان", "چاپ کتاب", "تعمیر دستگاه", "حمل بار")


def clients(folder: Path, first: int = 0) -> Iterator[Profile]:
    """Yield invented clients without end; no two have a value in common, nor a customer's number.

    Args:
        folder: where their lists are written.
        first: the number of the first.
    """
    number = first
    while True:
        file = folder / f"customers-{number}.csv"
        phones = (f"0912{(number * 1009 + index * 13) % 10_000_000:07}" for index in range(420 + number % 60))
        file.write_text("\n".join(["شماره همراه", *phones]) + "\n", encoding="utf-8")
        profile = folder / f"{number}.json"
        profile.write_text(json.dumps(_own(client(number, Path(file.name)), number)), encoding="utf-8")
        yield Profile.load(profile)
        profile.unlink()
        number += 1


def _own(data: dict[str, Any], number: int) -> dict[str, Any]:
    """Return the data of a client with words of his own in every field that the tests' clients share."""
    place, work = _PLACES[number % len(_PLACES)], _WORKS[number % len(_WORKS)]
    data["company"] |= {
        "activity": f"{work} برای مشتریان شعبهٔ {number + 1} در محلهٔ {place}",
        "website": f"https://www.arya-data-{number}.ir",
        "email": f"info{number}@arya-data-{number}.ir",
        "phone": f"0218{8000000 + number}",
        "address": f"تهران، خیابان {place}، کوچهٔ {number % 97 + 1}، پلاک {number + 1}، واحد {number % 7 + 1}",
        "postal_code": f"19{68843000 + number:08}",
    }
    for person in ("ceo", "representative"):
        data[person] |= {
            "first_name": f"{data[person]['first_name']} {place}",
            "father_name": f"{data[person]['father_name']} {work.split()[-1]}",
            "birth_certificate_number": str(1000 + number),
            "birth_date": f"13{50 + number % 20}/0{number % 9 + 1}/{number % 28 + 1:02}",
        }
    line = data["lines"][0]
    line["audience"] = f"خریداران {work} از شعبهٔ {number + 1} که قرارداد پشتیبانی دارند"
    line["subject"] = f"یادآوری تمدید قرارداد {work} و اعلام زمان به‌روزرسانی شعبهٔ {number + 1}"
    line["sample_messages"] = [f"مشترک گرامی، قرارداد {number + 1} شما دربارهٔ {work} رو به پایان است."]
    data["letter"]["number"] = f"۱۴۰۵/{number + 1}"
    return data


def admitted(profile: Profile) -> CheckedProfile:
    """Return a client's profile, checked for his line."""
    return admit(profile, str(profile.lines[0].type), date=DATE)


def docxtpl(checked: CheckedProfile) -> bytes:
    """Fill the same template as docxtpl's manual shows it: open, render, save."""
    form = DocxTemplate(resources.templates_dir() / f"undertaking-{checked.line}.docx")
    form.render(context(checked))
    target = io.BytesIO()
    form.save(target)
    return target.getvalue()


def ours(checked: CheckedProfile, letterhead: Letterhead) -> bytes:
    """Fill the template, set it on the client's letterhead and finish it."""
    properties = Properties("تعهدنامه", str(checked.profile.company.name), checked.date.to_gregorian())
    values = context(checked)
    printed = print_letter(undertaking.template(checked.line), values, letterhead.material, properties)
    if printed is None:
        raise SystemExit("the template cannot be printed from a form; the figures would be of another thing")
    return printed.data


class Times:
    """The milliseconds of some rounds, on the core and on the clock."""

    def __init__(self) -> None:
        self.cpu: list[float] = []
        self.wall: list[float] = []

    def take(self, work: Callable[[], object]) -> None:
        """Do a piece of work and note what it took."""
        cpu, wall = time.process_time(), time.perf_counter()
        work()
        self.cpu.append((time.process_time() - cpu) * 1000)
        self.wall.append((time.perf_counter() - wall) * 1000)

    def shown(self) -> str:
        """Return the medians for a reader."""
        return f"{statistics.median(self.cpu):7.1f} ms CPU {statistics.median(self.wall):7.1f} ms wall"


def _ratio(first: Times, second: Times) -> float:
    return statistics.median(first.cpu) / statistics.median(second.cpu)


def docx_alone(waiting: Iterator[Profile]) -> None:
    """Print what an undertaking.docx costs, ours on its letterhead beside docxtpl's bare one."""
    mine, peer = Times(), Times()
    for round_ in range(WARM + ROUNDS):
        checked = admitted(next(waiting))
        letterhead = Letterhead.from_profile(checked.profile)
        if round_ < WARM:
            ours(checked, letterhead), docxtpl(checked)
            continue
        mine.take(lambda: ours(checked, letterhead))  # noqa: B023
        peer.take(lambda: docxtpl(checked))  # noqa: B023
    print(f"undertaking.docx   ours     {mine.shown()}")
    print(f"                   docxtpl  {peer.shown()}")
    print(f"                   ratio    {_ratio(mine, peer):.3f} (bar: at most 0.25)\n")


def both_files(waiting: Iterator[Profile], folder: Path) -> None:
    """Print what the DOCX and the PDF of ten clients cost, beside docxtpl and one call of LibreOffice."""
    office = shutil.which("soffice")
    mine, peer = Times(), Times()
    fonts = shipped_book()
    for round_ in range(1 + 3):
        ten = [admitted(next(waiting)) for _ in range(TEN)]
        for checked in ten:
            mine.take(
                lambda: undertaking.compose(checked, Letterhead.from_profile(checked.profile), fonts)  # noqa: B023
            )
        if office is not None and round_:
            _by_office(office, ten, folder, peer)
    mine.cpu, mine.wall = mine.cpu[TEN:], mine.wall[TEN:]
    print(f"DOCX and PDF       ours     {mine.shown()}")
    if office is None:
        print("                   LibreOffice is not here: nothing to compare with\n")
        return
    print(f"                   docxtpl and LibreOffice, ten files a call {peer.shown()}")
    print(f"                   ratio    {_ratio(mine, peer):.3f} (bar: at most 0.05)\n")


def _by_office(office: str, ten: list[CheckedProfile], folder: Path, times: Times) -> None:
    """Note what docxtpl and one call of LibreOffice take for each of ten files, the call itself included."""
    place = Path(tempfile.mkdtemp(dir=folder))
    wall, cpu = time.perf_counter(), _cpu_with_children()
    files = []
    for number, checked in enumerate(ten):
        files.append(place / f"{number}.docx")
        files[-1].write_bytes(docxtpl(checked))
    settings = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [office, settings, "--headless", "--convert-to", "pdf", "--outdir", str(place)]
    subprocess.run([*command, *files], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    times.wall.append((time.perf_counter() - wall) * 1000 / TEN)
    times.cpu.append((_cpu_with_children() - cpu) * 1000 / TEN)
    if len(list(place.glob("*.pdf"))) != len(files):
        raise SystemExit("LibreOffice did not convert every file")


def _cpu_with_children() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def whole_dossier(waiting: Iterator[Profile]) -> None:
    """Print what a client's whole dossier costs, from his profile to the last look at his papers."""
    times = Times()
    for round_ in range(WARM + ROUNDS):
        profile = next(waiting)
        if round_ < WARM:
            _dossier(profile)
        else:
            times.take(lambda: _dossier(profile))  # noqa: B023
    print(f"whole dossier      ours     {times.shown()} (bar: at most 35 ms CPU)\n")


def _dossier(profile: Profile) -> object:
    return render(profile, str(profile.lines[0].type), date=DATE)


def in_a_long_run(count: int, folder: Path) -> None:
    """Print what a client costs a process that has served many, beside one that has served a hundred.

    The two processes then make the same dossiers by turns, so that both meet the same machine.
    """
    command = [sys.executable, __file__, "--served"]
    with (
        subprocess.Popen([*command, str(_FIRST)], stdin=-1, stdout=-1, text=True, cwd=folder) as young,
        subprocess.Popen([*command, str(count)], stdin=-1, stdout=-1, text=True, cwd=folder) as old,
    ):
        answers: dict[str, list[dict[str, float]]] = {"young": [], "old": []}
        for process in (young, old):
            _answer(process)
        for _ in range(3 * ROUNDS):
            for name, process in (("young", young), ("old", old)):
                answers[name].append(_answer(process, "next\n"))
        for process in (young, old):
            process.stdin.close()  # type: ignore[union-attr]
    first, last = (statistics.median(one["cpu"] for one in answers[name]) for name in ("young", "old"))
    memory, later = (answers[name][-1]["peak"] for name in ("young", "old"))
    print(f"after {_FIRST:5} clients {first:7.1f} ms CPU a client, {memory:.0f} MiB at most")
    print(f"after {count:5} clients {last:7.1f} ms CPU a client, {later:.0f} MiB at most")
    print(f"                   ratio    {last / first:.3f} (bar: at most 1.05)")


def _answer(process: subprocess.Popen[str], question: str = "") -> dict[str, float]:
    if process.stdin is None or process.stdout is None:
        raise SystemExit("a process without pipes")
    if question:
        process.stdin.write(question)
        process.stdin.flush()
    found: dict[str, float] = json.loads(process.stdout.readline())
    return found


def serve(count: int) -> None:
    """Make the dossiers of some clients, then one more for every line that is read, and tell its time."""
    import resource

    with tempfile.TemporaryDirectory() as folder:
        waiting = clients(Path(folder))
        for _ in range(count):
            _dossier(next(waiting))
        print("{}", flush=True)
        later = clients(Path(folder), _LATER)
        for _ in sys.stdin:
            times, profile = Times(), next(later)
            times.take(lambda: _dossier(profile))  # noqa: B023
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(json.dumps({"cpu": times.cpu[0], "peak": peak}), flush=True)


def main() -> int:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--clients", type=int, help="measure the cost after so many clients, too")
    parser.add_argument("--served", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.served is not None:
        serve(asked.served)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        waiting = clients(Path(folder))
        docx_alone(waiting)
        both_files(waiting, Path(folder))
        whole_dossier(waiting)
        if asked.clients:
            in_a_long_run(asked.clients, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
