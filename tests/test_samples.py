"""The samples: the committed papers are those the program makes, and each broken profile breaks its rule."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import taahodname as tn
from taahodname.contacts import read_list
from taahodname.contacts.reading import read_bytes
from taahodname.dossier.reading import docx_text, pdf_pages

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
CASES = {
    f"{path.parent.name}-{line}": (path, line)
    for path in sorted(SAMPLES.glob("*/profile.yaml"))
    for line in dict.fromkeys(line.type for line in tn.Profile.load(path).lines)
}
BROKEN = tomllib.loads((SAMPLES / "broken" / "expected.toml").read_text(encoding="utf-8"))


def test_one_client_asks_for_all_three_lines() -> None:
    asked = [name.rpartition("-") for name in CASES]
    assert {line for client, _, line in asked if client == "arya-software"} == {"3000", "1000", "021"}
    assert len({client for client, _, _ in asked}) == 6


@pytest.mark.parametrize("name", CASES)
def test_the_committed_papers_are_those_the_program_makes(name: str) -> None:
    path, line = CASES[name]
    papers = path.parent / "papers" / line
    made = tn.render(tn.Profile.load(path), line)
    assert sorted(file.name for file in papers.iterdir()) == sorted(made)
    committed = (papers / "undertaking.docx").read_bytes()
    assert docx_text(made["undertaking.docx"]) == docx_text(committed)
    for file in sorted(papers.glob("*.pdf")):
        assert pdf_pages(made[file.name]) == pdf_pages(file.read_bytes())
    numbers = read_bytes(made["customer-list.xlsx"], "made").numbers
    assert numbers == read_list(papers / "customer-list.xlsx").numbers


def test_every_broken_profile_has_its_finding_written_down() -> None:
    files = {path.name for path in (SAMPLES / "broken").glob("*.yaml")}
    assert files == set(BROKEN)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_profile_has_the_finding_that_is_expected(name: str) -> None:
    wanted = BROKEN[name]
    report = tn.check(tn.Profile.load(SAMPLES / "broken" / name), wanted["line"])
    found = {(f.rule, f.severity.value, f.field) for f in report.findings}
    assert (wanted["rule"], wanted["severity"], wanted["field"]) in found
    others = {f.rule for f in report.findings if f.severity is tn.Severity.ERROR} - {wanted["rule"]}
    assert not others
