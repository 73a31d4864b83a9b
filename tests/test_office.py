"""LibreOffice as a last resort: asked for by name, in time, and never left running."""

from __future__ import annotations

import os
import shutil
import stat
import time
from pathlib import Path

import pytest

import taahodname as tn
from taahodname import office
from taahodname.dossier.reading import pdf_pages
from taahodname.errors import FormFaulty, FormRefused, OfficeError, UnsupportedFeature
from tests.builders import profile_with
from tests.forms.making import HEAD, form, paragraph
from tests.word.making import docx

ODD = form(
    paragraph("نوشته", "<w:r><w:ruby/></w:r>"),
    head=(*HEAD, "شماره: {{ letter.number }}، پیوست: {{ letter.attachments }}"),
)
needs_program = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of processes")


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Put a program of our own in the place of LibreOffice."""

    def put(script: str) -> Path:
        place = tmp_path / "bin"
        place.mkdir()
        file = place / "soffice"
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{place}:/usr/bin:/bin")
        return tmp_path

    return put


@pytest.fixture
def none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def test_without_the_program_the_refusal_is_as_it_was(none):
    refused = UnsupportedFeature("w:x", "word/document.xml", "متن")
    assert office.hint(refused) is refused
    with pytest.raises(FormFaulty) as faulty:
        tn.render(profile_with({}), "3000", template=ODD)
    assert "--office" not in faulty.value.message
    with pytest.raises(OfficeError):
        office.to_pdf(docx("متن"))


@posix
def test_where_the_program_is_the_refusal_tells_of_it(fake):
    fake("exit 0")
    told = office.hint(UnsupportedFeature("w:x", "word/document.xml", "متن"))
    assert "--office" in told.message
    assert "--office" in str(told)
    assert office.hint(told) is told


@posix
def test_a_program_that_makes_nothing_is_an_error(fake):
    fake("exit 1")
    with pytest.raises(OfficeError, match="no PDF"):
        office.to_pdf(docx("متن"))


@posix
def test_a_program_that_does_not_end_is_killed_with_its_children(fake):
    folder = fake('sleep 300 & echo $! > "$PIDFILE"; sleep 300')
    script = folder / "bin" / "soffice"
    script.write_text(script.read_text("utf-8").replace("$PIDFILE", str(folder / "pid")), encoding="utf-8")
    with pytest.raises(OfficeError, match="was not done in"):
        office.to_pdf(docx("متن"), time_limit=0.5)
    child = int((folder / "pid").read_text("utf-8"))
    for _ in range(100):
        if not _is_alive(child):
            return
        time.sleep(0.02)
    pytest.fail("the child of the program is still there")


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@posix
def test_a_letterhead_that_fetches_something_is_never_given_to_it(fake, tmp_path):
    fake("exit 1")
    code = '<w:r><w:instrText>INCLUDETEXT "/etc/hosts"</w:instrText></w:r>'
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    head = docx("", marginals={"header-default": paragraph(begin, code, end)})
    (tmp_path / "head.docx").write_bytes(head)
    profile = profile_with({"letterhead": str(tmp_path / "head.docx")})
    with pytest.raises(FormRefused, match="INCLUDETEXT"):
        tn.render(profile, "3000", office=True)


@posix
def test_the_program_gets_a_profile_of_its_own_no_shell_and_nothing_of_the_users(fake, monkeypatch):
    monkeypatch.setenv("SECRET_OF_THE_USER", "x")
    folder = fake('echo "$@" > "$0.args"; env > "$0.env"; exit 1')
    with pytest.raises(OfficeError):
        office.to_pdf(docx("متن"))
    said = (folder / "bin" / "soffice.args").read_text("utf-8")
    held = (folder / "bin" / "soffice.env").read_text("utf-8")
    home = said.partition("UserInstallation=file://")[2].partition("/profile")[0]
    assert "taahodname-office-" in home
    assert not Path(home).exists()
    assert f"HOME={home}" in held
    assert "SECRET_OF_THE_USER" not in held


@pytest.mark.office
@needs_program
def test_what_our_reader_refuses_is_made_by_it_and_the_notes_say_so():
    dossier = tn.render(profile_with({}, "1000"), "1000", template=ODD, office=True)
    assert {"office.pdf", "form.clause-3-page"} <= {getattr(note, "code", "") for note in dossier.notes}
    assert "w:ruby" in next(note.message for note in dossier.notes if "LibreOffice" in note.message)
    assert dossier["undertaking.pdf"].startswith(b"%PDF")
    assert len(dossier) == 6


@pytest.mark.office
@needs_program
def test_a_letter_that_our_reader_takes_is_never_given_to_it(monkeypatch):
    monkeypatch.setattr(office, "to_pdf", lambda *_: pytest.fail("it was not needed"))
    dossier = tn.render(profile_with({}), "3000", template=form(), office=True, only={"undertaking.pdf"})
    assert len(pdf_pages(dossier["undertaking.pdf"])) == 1


@pytest.mark.office
@needs_program
def test_a_letterhead_that_our_reader_refuses_can_be_left_to_it(tmp_path):
    head = paragraph("سربرگ", "<w:r><w:ruby/></w:r>")
    (tmp_path / "head.docx").write_bytes(docx("", marginals={"header-default": head}))
    profile = profile_with({"letterhead": str(tmp_path / "head.docx")})
    with pytest.raises(UnsupportedFeature, match="--office"):
        tn.render(profile, "3000")
    dossier = tn.render(profile, "3000", office=True)
    assert any("LibreOffice" in note.message for note in dossier.notes)
    assert "سربرگ" in "".join(pdf_pages(dossier["undertaking.pdf"]))
