"""The last look at papers whose letterhead has words of its own in the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from taahodname.documents import undertaking
from taahodname.dossier.inputs import Inputs
from taahodname.dossier.preflight import inspect
from taahodname.dossier.reading import pdf_pages
from taahodname.errors import PreflightError
from taahodname.letterhead import Letterhead
from taahodname.persian.dates import parse
from taahodname.rules import admit
from taahodname.typeset.fonts import shipped_book
from tests.builders import profile_with
from tests.letterhead.making import NAME, company_pdf, scan

CHECKED = admit(profile_with({}), "3000")


@pytest.fixture(scope="module")
def made() -> undertaking.Undertaking:
    return undertaking.compose(CHECKED, Letterhead.from_file(company_pdf(), "a.pdf"), shipped_book())


def test_the_artwork_s_words_are_left_out_when_a_paper_is_read_back(made: undertaking.Undertaking) -> None:
    inspect(made, CHECKED)
    read = "\n".join(pdf_pages(made.pdf))
    assert NAME.split()[-1] not in read
    assert "بسمه تعالی" in read


def test_a_word_of_the_letter_that_is_missing_is_still_found(made: undertaking.Undertaking) -> None:
    other = admit(profile_with({"lines.0.subject": "یادآوری سررسید قسط و اعلام زمان پرداخت آن"}), "3000")
    wrong = undertaking.compose(other, Letterhead.from_file(company_pdf(), "a.pdf"), shipped_book())
    with pytest.raises(PreflightError, match="differ"):
        inspect(replace(made, pdf=wrong.pdf), CHECKED)


def test_a_number_that_is_nowhere_on_the_first_page_is_still_found(made: undertaking.Undertaking) -> None:
    values = {**made.values, "letter": {**made.values["letter"], "number": "۹۹/ناپیدا"}}
    with pytest.raises(PreflightError, match=r"letter\.number"):
        inspect(replace(made, values=values), CHECKED)


def test_the_file_of_the_following_pages_counts_among_the_inputs(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(company_pdf())
    later = tmp_path / "b.jpg"
    options = {"file": str(tmp_path / "a.pdf"), "following": str(later)}
    digests = set()
    for head in (0.1, 0.2):
        later.write_bytes(scan((827, 1170), head=head))
        profile = profile_with({"letterhead": options})
        digests.add(Inputs(profile, "3000", parse("1405/09/02")).digest())
    assert len(digests) == 2
