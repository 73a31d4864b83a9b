from __future__ import annotations

from lxml import etree

from taahodname.word.graft_marginals import adopt, free_id, marginals, with_prefixes
from taahodname.word.graft_material import prepare
from taahodname.word.markup import own_text
from taahodname.word.names import qn
from taahodname.word.package import Relation

from .making import SECTION, docx, opened, paragraph, part, picture, png, relations

FOOT = {"footer-default": paragraph("صفحهٔ ۱ از ۲")}


def feet(letter: bytes, letterhead: bytes) -> dict[str, list[str]]:
    built = marginals(opened(letter), prepare(letterhead, "x"), "footer")
    return {kind: [own_text(block) for block in one.root] for kind, one in built.items()}


def test_the_letters_own_foot_follows_that_of_the_letterhead_on_every_page() -> None:
    letterhead = docx(
        section=SECTION + "<w:titlePg/>",
        settings="<w:evenAndOddHeaders/>",
        marginals={"footer-default": paragraph("نشانی") + "<w:p/>", "footer-first": paragraph("نخست")},
    )
    assert feet(docx("متن", marginals=FOOT), letterhead) == {
        "default": ["نشانی", "صفحهٔ ۱ از ۲"],
        "first": ["نخست", "صفحهٔ ۱ از ۲"],
        "even": ["صفحهٔ ۱ از ۲"],
    }


def test_a_foot_of_the_same_kind_goes_before_the_default_one() -> None:
    letter = docx(marginals={**FOOT, "footer-first": paragraph("صفحهٔ نخست")})
    assert feet(letter, docx(section=SECTION + "<w:titlePg/>"))["first"] == ["صفحهٔ نخست"]


def test_an_empty_foot_of_the_letter_adds_nothing() -> None:
    letterhead = docx(marginals={"footer-default": paragraph("نشانی")})
    assert feet(docx(marginals={"footer-default": "<w:p/>"}), letterhead) == {"default": ["نشانی"]}
    assert feet(docx(), docx()) == {"default": [""]}


def test_a_paragraph_whose_border_is_the_line_of_the_letterhead_is_not_empty() -> None:
    def foot(kind: str) -> str:
        border = f'<w:pBdr><w:bottom w:val="{kind}" w:sz="6" w:space="4" w:color="2BA699"/></w:pBdr>'
        return paragraph("نشانی") + paragraph(look=border)

    lined, bare = (docx(marginals={"footer-default": foot(kind)}) for kind in ("single", "nil"))
    letter = docx(marginals=FOOT)
    assert feet(letter, lined)["default"] == ["نشانی", "", "صفحهٔ ۱ از ۲"]
    assert feet(letter, bare)["default"] == ["نشانی", "صفحهٔ ۱ از ۲"]


def test_pictures_of_both_feet_keep_their_own_relations() -> None:
    def made(target: str) -> bytes:
        rels = {
            "word/_rels/footer-default.xml.rels": relations(("rId1", "image", f"media/{target}.png")),
            f"word/media/{target}.png": png(),
        }
        return docx(marginals={"footer-default": paragraph(picture("rId1"))}, extra=rels)

    foot = marginals(opened(made("letter")), prepare(made("paper"), "x"), "footer")["default"]
    used = [blip.get(qn("r:embed")) for blip in foot.root.iter(qn("a:blip"))]
    targets = {line.id: line.target for line in foot.relations}
    assert [targets[name or ""] for name in used] == [
        "word/media/letterhead-word-media-paper.png",
        "word/media/letter.png",
    ]


def test_adopted_relations_get_free_names_and_references_follow() -> None:
    root = etree.fromstring(part("w:p", picture("rId1")).encode())
    adopted = adopt(root, [Relation("rId1", "t/image", "x.png")], ["rId1", "rId1Letterhead"])
    assert adopted == [Relation("rId1Letterhead2", "t/image", "x.png")]
    assert next(root.iter(qn("a:blip"))).get(qn("r:embed")) == "rId1Letterhead2"


def test_prefixes_that_values_speak_of_come_along() -> None:
    root = etree.fromstring(part("w:hdr", "<w:p/>").encode())
    guest = etree.fromstring(
        f'<w:hdr xmlns:w="{root.nsmap["w"]}" xmlns:mc="{root.nsmap["mc"]}" xmlns:new="urn:new" '
        'mc:Ignorable="new"/>'
    )
    joined = with_prefixes(root, guest)
    assert joined.nsmap["new"] == "urn:new"
    assert joined.get(qn("mc:Ignorable")) == "new"
    assert len(joined) == 1


def test_a_free_identifier_is_found() -> None:
    assert free_id("a", []) == "a"
    assert free_id("a", ["a", "a2"]) == "a3"
