"""What is read of a PDF of ours straight from its bytes is what other readers find in it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from taahodname.dossier import pdf_contents
from taahodname.dossier.pdf_contents import PdfObjects, objects_of, without_forms
from taahodname.typeset import typeset
from taahodname.typeset.fonts import shipped_book

from ..typeset.blocks import document, paragraph

LETTER = Path(__file__).parents[2] / "samples/arya-software/papers/1000/undertaking.pdf"


def made(*texts: str) -> bytes:
    return typeset(document(*map(paragraph, texts)), shipped_book()).data


def test_pages_draw_what_pypdf_finds_in_them() -> None:
    data = LETTER.read_bytes()
    expected = [page.get_contents() for page in PdfReader(BytesIO(data)).pages]
    pages = list(objects_of(data).pages())
    assert len(pages) == 2
    assert [page.operators for page in pages] == [one.get_data() for one in expected if one is not None]
    assert [sorted(page.named(b"Font")) for page in pages] == [
        sorted(name[1:].encode() for name in page["/Resources"]["/Font"])  # type: ignore[index]
        for page in PdfReader(BytesIO(data)).pages
    ]


def test_an_object_is_told_whole_and_without_numbers() -> None:
    """The same fonts stand under other numbers where a page more comes before them."""
    one, other = (PdfObjects(made(*texts)) for texts in (["متن"], ["متن", *["متن"] * 40]))
    fonts = [next(held.pages()).named(b"Font").popitem()[1] for held in (one, other)]
    assert fonts[0] != fonts[1]
    told = [list(held.whole(number)) for held, number in zip((one, other), fonts, strict=True)]
    assert told[0] == told[1]
    # The font, what is below it, its descriptor, and three streams, each with its dictionary.
    assert len(told[0]) == 9
    assert all(b" 0 R" not in part for part in told[0])


def test_a_stream_is_changed_behind_the_end_of_the_file() -> None:
    data = made("یک", "دو")
    page = next(PdfObjects(data).pages())
    kept = page.operators.split(b"\n")[:3]
    changed = page.objects.with_stream(page.number, b"\n".join(kept))
    assert changed.startswith(data)
    for reader in (
        lambda file: pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range(),
        lambda file: PdfReader(BytesIO(file), strict=True).pages[0].extract_text(),
    ):
        assert ("یک" in reader(changed), "دو" in reader(changed)) == (True, False)
        assert ("یک" in reader(data), "دو" in reader(data)) == (True, True)


def test_a_file_is_read_once_for_all_who_ask_unless_it_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made("متن")
    assert objects_of(data) is objects_of(data)
    monkeypatch.setattr(pdf_contents, "_LARGEST", len(data) - 1)
    assert objects_of(data) is not objects_of(data)


def test_what_is_no_pdf_of_ours_is_told() -> None:
    with pytest.raises(ValueError, match="not a PDF of ours"):
        list(PdfObjects(made("متن").replace(b"/Root", b"/Toor")).pages())


def test_forms_are_covered_up_in_a_file_as_long() -> None:
    assert without_forms(b"<</Subtype /Form /BBox [0 0 1 1]>>") == b"<</Subtype /None /BBox [0 0 1 1]>>"
