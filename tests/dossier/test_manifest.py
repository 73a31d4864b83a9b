from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import taahodname as tn
from taahodname.dossier.manifest import input_of, is_intact
from taahodname.rules import demands
from tests.builders import profile_with, valid_profile

ROOT = Path(__file__).resolve().parents[2]
DATE = "1405/09/02"


@pytest.fixture(scope="module")
def dossier() -> tn.Dossier:
    return tn.render(profile_with({"company.email": "info@other-domain.ir"}), "3000", date=DATE)


@pytest.fixture(scope="module")
def told(dossier: tn.Dossier) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dossier["manifest.json"])
    return found


def only_manifest(profile: tn.Profile, line: str = "3000", **options: Any) -> bytes:
    return tn.render(profile, line, only={"manifest.json"}, **{"date": DATE, **options})["manifest.json"]


def test_it_names_every_other_file_with_its_digest_and_size(
    dossier: tn.Dossier, told: dict[str, Any]
) -> None:
    assert list(told["files"]) == [name for name in dossier if name != "manifest.json"]
    for name, row in told["files"].items():
        assert row == {"sha256": hashlib.sha256(dossier[name]).hexdigest(), "bytes": len(dossier[name])}
    assert dossier.digests == {name: row["sha256"] for name, row in told["files"].items()}


def test_it_says_of_every_rule_how_it_came_out(told: dict[str, Any]) -> None:
    assert [row["rule"] for row in told["rules"]] == [demand.name for demand in demands("3000")]
    results = {row["rule"]: row["result"] for row in told["rules"]}
    assert results["3000.4"] == "warning"
    assert results["3000.7"] == "ok"
    assert results["intro.guarantee"] == "manual"


def test_it_is_written_as_the_standard_library_writes_json(dossier: tn.Dossier, told: dict[str, Any]) -> None:
    assert dossier["manifest.json"].decode() == json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def test_it_names_the_program_the_templates_and_the_date(told: dict[str, Any]) -> None:
    assert told["program"] == {"name": "taahodname", "version": tn.__version__}
    assert told["date"] == DATE
    template = (ROOT / "templates/undertaking-3000.docx").read_bytes()
    assert told["templates"]["undertaking-3000.docx"] == hashlib.sha256(template).hexdigest()
    assert "data/lines.toml" in told["templates"]


def test_no_personal_number_stands_in_it_in_clear() -> None:
    # Even where a finding quotes one.
    text = only_manifest(profile_with({"ceo.mobile": "0912345678"}), draft=True).decode("utf-8")
    data = valid_profile()
    for person in ("ceo", "representative"):
        for key in ("national_code", "mobile", "birth_certificate_number", "birth_date"):
            assert data[person][key] not in text.replace(told_digest(text), "")
    assert "0912345678" not in text


def told_digest(text: str) -> str:
    return str(json.loads(text)["input"])


@pytest.mark.parametrize(
    "changes",
    [
        {"company.address": "تهران، خیابان دیگر، پلاک ۱"},
        {"ceo.birth_certificate_number": "1235"},
        {"lines.0.subject": "یادآوری تمدید قرارداد پشتیبانی و اعلام زمان به‌روزرسانی نرم‌افزار"},
        {"letter.number": "۱"},
        {"letterhead": "preprinted"},
    ],
)
def test_another_value_is_another_input(changes: dict[str, Any]) -> None:
    assert input_of(only_manifest(profile_with(changes))) != input_of(only_manifest(profile_with({})))


@pytest.mark.parametrize(
    "options", [{"date": "1405/09/03"}, {"draft": True}, {"embed_fonts": True}, {"font": "Amiri"}]
)
def test_another_option_is_another_input(options: dict[str, Any]) -> None:
    assert input_of(only_manifest(profile_with({}), **options)) != input_of(only_manifest(profile_with({})))


def test_a_file_counts_by_its_bytes_wherever_it_lies(tmp_path: Path) -> None:
    sample = ROOT / "samples/mehr-clinic"
    digests = []
    for name in ("here", "elsewhere/deep"):
        shutil.copytree(sample, tmp_path / name, ignore=shutil.ignore_patterns("papers"))
        digests.append(input_of(only_manifest(tn.Profile.load(tmp_path / name / "profile.yaml"), "1000")))
    with (tmp_path / "here/customers.csv").open("a", encoding="utf-8") as file:
        file.write("09129999998\n")
    digests.append(input_of(only_manifest(tn.Profile.load(tmp_path / "here/profile.yaml"), "1000")))
    assert digests[0] == digests[1] != digests[2]


def test_a_file_s_name_counts_for_the_papers_quote_it(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        shutil.copy(ROOT / "samples/mehr-clinic/customers.csv", tmp_path / name)
    one, other = (
        only_manifest(profile_with({"customer_list": str(tmp_path / name)})) for name in ("a.csv", "b.csv")
    )
    assert input_of(one) != input_of(other)


def test_a_letterhead_of_the_caller_s_own_counts_by_what_it_makes() -> None:
    from taahodname.units import Mm

    papers = [tn.Letterhead.preprinted(Mm(head), Mm(30)) for head in (50, 50, 60)]
    one, same, other = (input_of(only_manifest(profile_with({}), letterhead=paper)) for paper in papers)
    assert one == same != other


def test_what_is_broken_or_no_manifest_is_noticed(dossier: tn.Dossier) -> None:
    manifest, files = dossier["manifest.json"], dict(dossier)
    assert is_intact(manifest, files)
    assert not is_intact(manifest, {**files, "undertaking.pdf": b"%PDF-"})
    assert not is_intact(manifest, {name: data for name, data in files.items() if name != "undertaking.pdf"})
    assert not is_intact(b"{}", files)
    assert input_of(b"[]") is None
    assert input_of(b'{"format": 99, "input": "x"}') is None


@pytest.mark.slow
def test_another_process_with_another_hash_seed_makes_the_same_whole_dossier(tmp_path: Path) -> None:
    code = (
        "import sys, taahodname as tn; p = tn.Profile.load(sys.argv[1]); "
        "sys.stdout.buffer.write(tn.render(p, '1000', date='1405/09/02').zipped())"
    )
    sample = str(ROOT / "samples/mehr-clinic/profile.yaml")
    made = [
        subprocess.run(
            [sys.executable, "-c", code, sample],
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1405", "Asia/Tehran"))
    ]
    assert made[0] == made[1]
    assert len(made[0]) > 100_000


def test_a_manifest_is_written_as_json_is(dossier: tn.Dossier, told: dict[str, Any]) -> None:
    written = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    assert dossier["manifest.json"] == written.encode("utf-8")
