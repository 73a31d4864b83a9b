"""Batches on the operators' own forms."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import taahodname as tn
from taahodname.dossier.reading import docx_text
from taahodname.errors import FormFaulty, UsageError
from taahodname.forms import load as module
from tests.forms.making import form

from .clients import tree, write_jsonl

DATE = "1405/09/03"


def run(source: Path, out: Path, template: Any, **options: Any) -> list[tn.BatchResult]:
    given = {"only": {"undertaking.docx"}, "date": DATE, **options}
    return list(tn.render_batch(source, out=out, template=template, **given))


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    folder = tmp_path / "forms"
    folder.mkdir()
    for line in ("3000", "1000", "021"):
        (folder / f"{line}.docx").write_bytes(form(f"فرم ویژهٔ {line}"))
    return folder


def test_each_client_gets_the_form_of_his_line(tmp_path: Path, forms: Path) -> None:
    for one in run(write_jsonl(tmp_path, 3), tmp_path / "out", forms):
        paper = tmp_path / "out" / one.folder / "undertaking.docx"
        assert f"فرم ویژهٔ {one.line}" in docx_text(paper.read_bytes()).body


def test_a_client_whose_line_has_no_form_is_refused_and_stops_nobody(tmp_path: Path, forms: Path) -> None:
    (forms / "1000.docx").unlink()
    results = run(write_jsonl(tmp_path, 3), tmp_path / "out", forms)
    assert {one.line: str(one.state) for one in results} == {"3000": "done", "1000": "refused", "021": "done"}
    assert [one.errors[0].rule for one in results if one.errors] == ["batch.no-form"]


def test_each_form_is_looked_through_once(tmp_path: Path, forms: Path, monkeypatch: Any) -> None:
    (forms / "3000.docx").write_bytes(form("فرمی که تنها این آزمون دارد"))
    seen: list[str] = []
    real = module.report_on

    def counted(package: Any, line: str, **options: Any) -> Any:
        seen.append(line)
        return real(package, line, **options)

    monkeypatch.setattr(module, "report_on", counted)
    module._form.cache_clear()
    run(write_jsonl(tmp_path, 9), tmp_path / "out", forms)
    assert sorted(seen) == ["021", "1000", "3000"]


def test_a_form_with_errors_stops_the_batch_before_anything_is_made(tmp_path: Path, forms: Path) -> None:
    (forms / "021.docx").write_bytes(form("{{ company.nmae }}"))
    with pytest.raises(FormFaulty):
        run(write_jsonl(tmp_path, 3), tmp_path / "out", forms)
    assert not (tmp_path / "out").exists()


def test_a_file_that_names_no_line_is_refused(tmp_path: Path) -> None:
    (tmp_path / "form.docx").write_bytes(form())
    with pytest.raises(UsageError, match="cannot be told"):
        run(write_jsonl(tmp_path, 1), tmp_path / "out", tmp_path / "form.docx")


def test_a_resumed_run_keeps_what_the_same_form_made_and_redoes_it_for_another(
    tmp_path: Path, forms: Path
) -> None:
    source, out = write_jsonl(tmp_path, 3), tmp_path / "out"
    first = run(source, out, forms)
    papers = dict(tree(out))
    again = run(source, out, forms, resume=True)
    assert [one.kept for one in again] == [True] * 3
    assert dict(tree(out)) == papers
    assert again == first
    (forms / "1000.docx").write_bytes(form("فرم تازه"))
    changed = run(source, out, forms, resume=True)
    assert {one.line: one.kept for one in changed} == {"3000": True, "1000": False, "021": True}
    ours = run(source, out, None, resume=True)
    assert not any(one.kept for one in ours)


def test_what_a_person_must_see_to_stands_in_the_results_and_the_report(tmp_path: Path, forms: Path) -> None:
    out = tmp_path / "out"
    results = run(write_jsonl(tmp_path, 3), out, forms)
    rules = {one.line: [finding.rule for finding in one.findings] for one in results}
    assert rules["1000"] == ["batch.form.unprinted", "batch.form.empty-box"]
    assert not any(one.errors for one in results)
    assert "batch.form.empty-box" in json.dumps(json.loads((out / "report.json").read_bytes()))
