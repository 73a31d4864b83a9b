from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import taahodname as tn
from taahodname.errors import DataError
from taahodname.resources import data
from taahodname.rules import demands, facts
from tests.builders import profile_with


def written(folder: Path, text: str) -> Path:
    file = folder / "reseller.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_what_is_not_named_stays_as_it_is_shipped(tmp_path: Path) -> None:
    file = written(tmp_path, '["3000".guarantee]\nrial = 600_000_000\n')
    operators = tn.OperatorData.load(file)
    changed, shipped = facts("3000", operators), facts("3000")
    assert changed.guarantee.sum == 600_000_000
    assert (changed.least, changed.most, changed.addressee) == (
        shipped.least,
        shipped.most,
        shipped.addressee,
    )
    assert facts("1000", operators) == facts("1000")
    assert facts("3000").guarantee.sum == 500_000_000


def test_a_changed_sum_reaches_findings_and_papers(tmp_path: Path) -> None:
    file = written(tmp_path, '["3000".guarantee]\nrial = 600_000_000\n')
    report = tn.check(profile_with({}), "3000", data=file)
    assert any("۶۰۰٬۰۰۰٬۰۰۰" in finding.message for finding in report.manual)
    dossier = tn.render(profile_with({}), "3000", data=file, only={"undertaking.docx"})
    assert dossier.report.ok
    (told,) = [row for row in demands("3000", tn.OperatorData.load(file)) if row.name == "intro.guarantee"]
    assert "ششصد میلیون" in told.demand


def test_a_place_that_is_told_becomes_one_to_fill_but_an_empty_one_stays_empty(tmp_path: Path) -> None:
    operators = tn.OperatorData.of(
        {line: {"guarantee": {"payee": "شرکت نمونه"}} for line in ("3000", "1000")}
    )
    assert facts("3000", operators).guarantee.state("payee") == "fill"
    assert facts("1000", operators).guarantee.state("payee") == "empty"


def test_the_facts_go_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(facts("021"))) == facts("021")


@pytest.mark.parametrize("line", ["3000", "1000", "021"])
def test_the_shipped_table_passes_its_own_check(line: str) -> None:
    assert tn.OperatorData.of({line: data("lines")[line]}).rows == data("lines")


@pytest.mark.parametrize(
    ("text", "told", "told_en"),
    [
        ('["3000".garantee]\npayee = "x"', "guarantee", "did you mean 'guarantee'"),
        ('["5000"]\noperator = "x"', "5000", "5000"),
        ('["3000".guarantee]\nrial = "many"', "3000.guarantee.rial", "3000.guarantee.rial"),
        ('["3000".guarantee]\nrial = 0', "3000.guarantee.rial", "3000.guarantee.rial"),
        ('["3000".guarantee.places]\nmaker = "maybe"', "sample", "3000.guarantee.places.maker"),
        ('["3000".guarantee.write]\nmaker = "x"', "3000.guarantee.write.maker", "known here"),
        ('["3000"]\ncustomer_list = 5', "3000.customer_list", "3000.customer_list"),
        ('["3000".customer_list]\nleast = 600', "most", "most"),
        ('"3000" = [', "TOML", "TOML"),
        ("", "چیزی را تغییر نمی‌دهد", "changes nothing"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_key(
    tmp_path: Path, text: str, told: str, told_en: str
) -> None:
    with pytest.raises(DataError) as caught:
        tn.OperatorData.load(written(tmp_path, text))
    assert "reseller.toml" in caught.value.message
    assert told in caught.value.message
    assert told_en in caught.value.message_en


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.toml"):
        tn.check(profile_with({}), "3000", data=tmp_path / "none.toml")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.toml"
    file.write_bytes(b"#" * 2_000_000)
    with pytest.raises(DataError, match="too large"):
        tn.OperatorData.load(file)
