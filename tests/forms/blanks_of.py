"""Small blank forms for the tests, and what is decided of their blanks."""

from __future__ import annotations

from taahodname.forms.judge import judge
from taahodname.forms.survey import survey
from taahodname.word.markup import own_text
from taahodname.word.names import qn
from taahodname.word.package import read
from tests.word.making import paragraph, parts, run, table, zipped

__all__ = ["control", "docx", "fields", "legacy", "paragraph", "run", "table", "texts", "verdicts"]


def docx(*blocks: str, **options) -> bytes:
    return zipped(parts(*blocks, **options))


def verdicts(*blocks: str, line: str = "3000", **options):
    """Return what is decided of every blank, those that are none left out."""
    package = read(docx(*blocks, **options), "blank.docx")
    roots = {part: package.xml(part) for part in package.story_parts()}
    return [one for one in judge(survey(package, roots).spots, line) if one is not None]


def fields(*blocks: str, line: str = "3000") -> list[str]:
    """Return for every blank the field that is put in, or the grade by which it is left."""
    return [one.field if one.put_in else one.grade.value for one in verdicts(*blocks, line=line)]


def texts(data: bytes, part: str = "word/document.xml") -> list[str]:
    """Return the words of every paragraph of a file."""
    return [own_text(one) for one in read(data, "form.docx").xml(part).iter(qn("w:p"))]


def control(
    shown: str = "متن را بنویسید", *, alias: str = "", kind: str = "<w:text/>", look: str = ""
) -> str:
    """Return a content control in a paragraph that shows a placeholder."""
    name = f'<w:alias w:val="{alias}"/>' if alias else ""
    style = f'<w:rStyle w:val="PlaceholderText"/>{look}'
    return (
        f"<w:sdt><w:sdtPr>{name}<w:showingPlcHdr/>{kind}</w:sdtPr>"
        f"<w:sdtContent>{run(shown, style)}</w:sdtContent></w:sdt>"
    )


def legacy(name: str = "Text1", shown: str = "\u2002" * 5, kind: str = "<w:textInput/>") -> str:
    """Return a legacy form field with its bookmark."""
    return (
        f'<w:bookmarkStart w:id="7" w:name="{name}"/>'
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/>{kind}</w:ffData>'
        "</w:fldChar></w:r>"
        '<w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(shown, "<w:b/>")}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:bookmarkEnd w:id="7"/>'
    )
