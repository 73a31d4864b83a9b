from __future__ import annotations

import gc
import hashlib
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from msgspec.structs import replace

import taahodname as tn
from taahodname.dossier import assemble
from taahodname.errors import FontError, PreflightError, UsageError
from taahodname.paper.blocks import Document
from taahodname.resources import fonts_dir
from taahodname.typeset import Typeset, typeset
from tests.batch.clients import client, write_lists
from tests.builders import profile_with

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*/profile.yaml"))
PAPERS = (
    "undertaking.docx",
    "undertaking.pdf",
    "guarantee-note.pdf",
    "signing-guide.pdf",
    "customer-list.xlsx",
    "manifest.json",
)
CASES = [
    (path, line)
    for path in SAMPLES
    for line in dict.fromkeys(line.type for line in tn.Profile.load(path).lines)
]
TOLD = {
    "toranj-cargo": ["letterhead.fields-guessed"],
    "sabzineh-farm": ["letterhead.turned"],
    "aftab-media": ["letterhead.fields"],
}
"""What is told of the samples' letterheads."""


@pytest.mark.parametrize(("path", "line"), CASES, ids=[f"{path.parent.name}-{line}" for path, line in CASES])
def test_every_sample_is_made_without_errors(path: Path, line: str) -> None:
    dossier = tn.render(tn.Profile.load(path), line)
    assert list(dossier) == list(PAPERS)
    assert dossier.report.ok
    assert [note.code for note in dossier.notes] == TOLD.get(path.parent.name, [])


BROKEN = sorted((ROOT / "samples" / "broken").glob("profile.*.yaml"))
UNPRINTABLE = {"profile.text.yaml"}
"""They hold what no paper can: not even a draft is made."""


@pytest.mark.parametrize(
    "path", [one for one in BROKEN if one.name not in UNPRINTABLE], ids=lambda one: one.name
)
def test_of_every_broken_sample_a_draft_is_made(path: Path) -> None:
    profile = tn.Profile.load(path)
    for line in dict.fromkeys(str(line.type) for line in profile.lines):
        assert list(tn.render(profile, line, draft=True)) == list(PAPERS)


def test_errors_keep_the_papers_from_leaving_and_the_report_is_carried() -> None:
    with pytest.raises(tn.CheckFailed) as caught:
        tn.render(profile_with({"company.email": "arya@gmail.com"}), "3000")
    assert [finding.rule for finding in caught.value.report.errors] == ["3000.4"]


def test_only_what_is_wanted_is_given_out() -> None:
    dossier = tn.render(profile_with({}), "3000", only={"undertaking.pdf"})
    assert list(dossier) == ["undertaking.pdf"]
    assert dossier["undertaking.pdf"].startswith(b"%PDF-")


def test_an_unknown_file_or_line_is_told() -> None:
    with pytest.raises(UsageError, match=r"note\.pdf"):
        tn.render(profile_with({}), "3000", only={"note.pdf"})
    with pytest.raises(UsageError, match="2000"):
        tn.render(profile_with({}), "2000")


def test_a_font_that_is_asked_for_and_missing_is_told() -> None:
    dossier = tn.render(profile_with({}), "3000", font="B Nazanin")
    assert any("B Nazanin" in note.message for note in dossier.notes)


def test_a_folder_of_fonts_is_used(tmp_path: Path) -> None:
    data = (fonts_dir() / "Vazirmatn-Regular.ttf").read_bytes()
    renamed = data.replace("Vazirmatn".encode("utf-16-be"), "Nazanintt".encode("utf-16-be"))
    (tmp_path / "own.ttf").write_bytes(renamed)
    dossier = tn.render(profile_with({}), "3000", fonts=[tmp_path], font="Nazanintt")
    assert not [note for note in dossier.notes if "Nazanintt" in note.message]


def test_a_folder_of_fonts_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FontError, match="none"):
        tn.render(profile_with({}), "3000", fonts=[tmp_path / "none"])


def test_a_character_that_no_font_has_is_told_and_nothing_is_made() -> None:
    with pytest.raises(FontError, match="U\\+1F600"):
        tn.render(profile_with({"company.address": "تهران، خیابان \U0001f600، پلاک ۱"}), "3000")


def test_threads_give_the_same_bytes_as_one() -> None:
    profiles = [profile_with({"company.name": f"آزمون {name}"}) for name in "ابپتثجچح"]
    alone = [tn.render(profile, "3000", date="1405/09/02") for profile in profiles]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda profile: tn.render(profile, "3000", date="1405/09/02"), profiles))
    assert [dict(one) for one in together] == [dict(one) for one in alone]


_HASH = """
import hashlib, sys
import taahodname as tn
made = tn.render(tn.Profile.load(sys.argv[1]), sys.argv[2], date="1405/09/02")
print([hashlib.sha256(data).hexdigest() for data in made.values()])
"""


def test_another_process_with_another_hash_seed_gives_the_same_bytes() -> None:
    path, line = CASES[0]
    seen = {
        subprocess.run(
            [sys.executable, "-c", _HASH, str(path), line],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


@pytest.mark.slow
def test_clients_in_a_mixed_order_get_the_papers_that_a_fresh_process_makes(tmp_path: Path) -> None:
    files = []
    for number, customers in enumerate(write_lists(tmp_path, 6)):
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(json.dumps(client(number, customers)), encoding="utf-8")
    lines = [str(tn.Profile.load(file).lines[0].type) for file in files]
    alone = [
        subprocess.run(
            [sys.executable, "-c", _HASH, str(file), line],
            env={"PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for file, line in zip(files, lines, strict=True)
    ]
    assert len(set(alone)) == len(alone)
    for at in (3, 0, 5, 1, 1, 4, 2, 0, 3, 5, 2, 4):
        made = tn.render(tn.Profile.load(files[at]), lines[at], date="1405/09/02")
        assert f"{[hashlib.sha256(data).hexdigest() for data in made.values()]}\n" == alone[at]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return the PDFs that are read back from here on."""
    found: list[bytes] = []

    def open_(data: bytes, *rest: Any) -> Any:
        found.append(data)
        return real(data, *rest)

    real = pypdfium2.raw.FPDF_LoadMemDocument64
    monkeypatch.setattr(pypdfium2.raw, "FPDF_LoadMemDocument64", open_)
    return found


def test_each_pdf_of_a_dossier_is_read_back_once(opened: list[bytes]) -> None:
    profile = profile_with({"company.name": "آزمون بازخوانی"})
    made = tn.render(profile, "3000", date="1405/09/02")
    papers = [data for name, data in made.items() if name.endswith(".pdf")]
    # The file itself, which goes on with lines that no paper had before.
    first = [next(paper for paper in papers if one.startswith(paper)) for one in opened]
    assert list(dict.fromkeys(first)) == papers
    opened.clear()
    tn.render(profile, "3000", date="1405/09/02")
    assert opened == papers


def test_a_dossier_leaves_nothing_behind_for_a_look_for_garbage() -> None:
    profiles = [
        profile_with({"company.name": name}) for name in ("نخستین آزمون", "دومین آزمون", "سومین آزمون")
    ]
    for profile in profiles[:2]:
        tn.render(profile, "3000", date="1405/09/02")  # what is kept is made now
    gc.collect()
    gc.disable()
    try:
        tn.render(profiles[2], "3000", date="1405/09/02")
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_an_undertaking_that_only_the_guide_shows_is_read_back_too(opened: list[bytes]) -> None:
    for _ in range(2):
        opened.clear()  # lines that are new are read in several goes
        made = tn.render(profile_with({}), "3000", date="1405/09/02", only={"signing-guide.pdf"})
    assert len(opened) == 2
    assert opened[1] == made["signing-guide.pdf"]


@pytest.mark.parametrize("name", ["guarantee-note.pdf", "signing-guide.pdf"])
def test_no_sheet_leaves_that_lacks_a_word(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(document: Document, *rest: Any) -> Typeset:
        return typeset(replace(document, blocks=document.blocks[:-1]), *rest)

    monkeypatch.setattr(assemble, "typeset", lacking)
    with pytest.raises(PreflightError, match="withheld"):
        tn.render(profile_with({}), "3000", date="1405/09/02", only={name})
