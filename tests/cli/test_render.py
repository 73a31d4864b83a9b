"""The command `render`."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import taahodname as tn
from taahodname.cli.render import _on
from taahodname.dossier import FILES

SAMPLES = Path(__file__).parents[2] / "samples"
ARYA = SAMPLES / "arya-software" / "profile.yaml"
BROKEN = SAMPLES / "broken" / "3000.4-free-email.yaml"


def tree(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def test_a_good_profile_gives_its_papers_and_their_paths_on_standard_output(run, out):
    result = run("render", ARYA, "--line", "3000", "--out", out)
    assert result.code == 0
    files = [Path(line) for line in result.out.splitlines()]
    assert [file.name for file in files] == list(FILES)
    assert all(file.is_file() for file in files)
    assert files[0].parent.name == "3000"
    assert files[0].parent.parent.name.endswith("-99901234564")
    assert "خط ۳۰۰۰ ساخته شد: ۶ فایل." in result.told


def test_only_one_document_may_be_asked_for(run, out):
    result = run("render", ARYA, "--line", "021", "--out", out, "--only", "undertaking.docx")
    assert result.code == 0
    assert [Path(line).name for line in result.out.splitlines()] == ["undertaking.docx"]


def test_an_error_writes_nothing_and_is_1(run, out):
    result = run("render", BROKEN, "--out", out)
    assert (result.code, result.out) == (1, "")
    assert "3000.4  company.email" in result.err
    assert not out.exists()


def test_an_error_in_one_line_keeps_all_lines_back(run, out, tmp_path):
    text = ARYA.read_text("utf-8").replace('number: "02146087519"', 'number: "3000146087519"')
    file = tmp_path / "profile.yaml"
    file.write_text(text.replace("letterhead: letterhead.docx", "letterhead: generated"), "utf-8")
    result = run("render", file, "--out", out)
    assert (result.code, result.out) == (1, "")
    assert "خط ۰۲۱" in result.told
    assert not out.exists()


def test_a_draft_is_made_in_spite_of_errors_and_says_that_it_is_one(run, out):
    result = run("render", BROKEN, "--out", out, "--draft", "--only", "undertaking.docx")
    assert result.code == 0
    assert "پیش‌نویس ساخته شد" in result.told
    assert "3000.4  company.email" in result.err


def test_what_was_made_before_is_replaced_only_when_asked_and_that_is_told(run, out):
    call = ("render", ARYA, "--line", "3000", "--out", out, "--only", "undertaking.docx")
    assert "جایگزین شد" not in run(*call).told
    before = tree(out)
    again = run(*call)
    assert (again.code, again.out) == (2, "")
    assert "--replace" in again.told
    assert tree(out) == before
    assert "مدارک پیشین این خط جایگزین شد" in run(*call, "--replace").told
    assert tree(out) == before


def test_all_lines_go_into_one_zip_when_that_is_asked_for(run, out):
    call = ("render", ARYA, "--out", out, "--zip", "--only", "undertaking.docx", "--date", "1405/09/02")
    first = run(*call)
    assert first.code == 0
    (file,) = (Path(line) for line in first.out.splitlines())
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
    assert [name.split("/")[1:] for name in names] == [
        [line, "undertaking.docx"] for line in ("3000", "1000", "021")
    ]
    data = file.read_bytes()
    assert run(*call).code == 2
    assert run(*call, "--replace").code == 0
    assert file.read_bytes() == data
    assert tree(out) == [file.name]


@pytest.mark.parametrize("letterhead", ["generated", "preprinted"])
def test_another_letterhead_may_be_asked_for(run, out, letterhead):
    result = run(
        "render",
        ARYA,
        "--line",
        "3000",
        "--out",
        out,
        "--only",
        "undertaking.docx",
        "--letterhead",
        letterhead,
    )
    assert result.code == 0


def test_another_kind_of_letterhead_keeps_the_logo_that_the_profile_names():
    profile = tn.Profile.load(SAMPLES / "mehr-clinic" / "profile.yaml")
    options = _on(profile, "preprinted").letterhead_options
    assert (options.kind, options.logo) == ("preprinted", "logo.png")


def test_what_only_a_person_can_see_to_is_counted_and_not_listed(run, out):
    told = run("render", ARYA, "--line", "3000", "--out", out, "--only", "undertaking.docx").told
    assert "مورد به عهدهٔ شماست؛ فرمان check آن‌ها را می‌گوید." in told
    assert "intro.guarantee" not in told


def test_a_letterhead_of_the_call_is_looked_for_where_the_call_is_made(run, out, monkeypatch):
    monkeypatch.chdir(ARYA.parent)
    options = (
        "--line",
        "3000",
        "--out",
        out,
        "--only",
        "undertaking.docx",
        "--letterhead",
        "letterhead.docx",
    )
    assert run("render", SAMPLES / "mehr-clinic" / "profile.yaml", *options[2:], "--line", "1000").code == 0


def embedded_fonts(file: Path) -> list[str]:
    with zipfile.ZipFile(file) as archive:
        return [name for name in archive.namelist() if name.endswith(".odttf")]


@pytest.mark.parametrize(("options", "count"), [([], 0), (["--embed-fonts"], 2)])
def test_the_fonts_go_into_the_word_file_where_that_is_asked_for(run, out, options, count):
    result = run("render", ARYA, "--line", "3000", "--out", out, *options)
    word_file = Path(result.out.splitlines()[0])
    assert result.code == 0
    assert len(embedded_fonts(word_file)) == count


def test_a_font_that_may_not_go_into_the_word_file_is_told(run, out, tmp_path):
    # A shipped font under another name, allowed for preview and print alone.
    data = (SAMPLES.parent / "fonts" / "Vazirmatn-Regular.ttf").read_bytes()
    data = bytearray(data.replace("Vazirmatn".encode("utf-16-be"), "Vaziratst".encode("utf-16-be")))
    entry = data.index(b"OS/2")
    rights = int.from_bytes(data[entry + 8 : entry + 12], "big") + 8
    data[rights : rights + 2] = b"\x00\x04"
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "own.ttf").write_bytes(data)
    options = ("--fonts", tmp_path / "own", "--font", "Vaziratst", "--letterhead", "preprinted")
    result = run("render", ARYA, "--line", "3000", "--out", out, "--embed-fonts", *options)
    assert result.code == 0
    assert "قلم «Vaziratst» درون فایل ورد گذاشته نشد" in result.told
    assert embedded_fonts(Path(result.out.splitlines()[0])) == []


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--date", "1400/12/30"], "تاریخ «1400/12/30» پذیرفته نیست."),
        (["--date", "tomorrow"], "تاریخ «tomorrow» پذیرفته نیست."),
        (["--fonts", "gone"], "پوشهٔ «gone» پیدا نشد؛"),
        (["--only", "undertaking.txt"], "undertaking.txt"),
        (["--letterhead", "gone.docx"], "gone.docx"),
        (["--letterhead", str(ARYA)], "profile.yaml"),
        (["--line", "4000"], "خط «4000» شناخته نیست."),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_an_option_that_fits_nothing_is_2_and_writes_nothing(run, out, options, says):
    result = run("render", ARYA, "--line", "3000", "--out", out, *options)
    assert (result.code, result.out) == (2, "")
    assert says in result.told
    assert not out.exists()


def test_a_date_may_be_given_in_persian_digits(run, out):
    result = run(
        "render", ARYA, "--line", "3000", "--out", out, "--date", "۱۴۰۵/۰۹/۰۲", "--only", "undertaking.docx"
    )
    assert result.code == 0


def test_an_output_folder_that_is_a_file_is_2(run, tmp_path):
    (tmp_path / "out").write_text("mine", "utf-8")
    result = run("render", ARYA, "--line", "3000", "--out", tmp_path / "out", "--only", "undertaking.docx")
    assert (result.code, result.out) == (2, "")
    assert (tmp_path / "out").read_text("utf-8") == "mine"
