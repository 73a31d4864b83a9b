from __future__ import annotations

from typing import Any

from taahodname.paper.blocks import FloatingPicture, Paragraph
from taahodname.paper.drawings import Drawing, Image, Path, TextBox
from taahodname.word.graft import graft
from taahodname.word.markup import own_text
from taahodname.word.names import qn
from taahodname.word.read import read

from . import drawn_xml as d
from .making import SECTION, docx, opened, paragraph, relations, run

KINDS = {"default": "همیشگی", "first": "نخست", "even": "زوج"}
THEME = {"word/theme/theme1.xml": d.THEME}


def head(kind: str, number: int) -> str:
    """Return a head with all that letterheads draw: text boxes new and old, a bar, a logo, an old line."""
    box = d.wsp(160, 40, fill="", line="", style=d.STYLE, text=d.words(f"کادر {kind}"))
    old = d.vml_box("position:absolute;width:160pt;height:40pt", d.words(f"کادر {kind}"))
    group = d.group("wpg:wgp", [d.wsp(50, 9, fill=d.themed("accent2")), d.pic("logo", 30, 20, x=60)], 100, 20)
    return paragraph(
        d.alternatives(d.anchor(box, 160, 40, number=number), old),
        d.drawn(d.anchor(group, 100, 20, number=number + 1)),
        d.drawn(d.anchor(d.pic("logo", 60, 40), 60, 40, wrap=d.SQUARE, number=number + 2)),
        d.drawn(d.pict('<v:line id="rule" style="position:absolute" from="0,0" to="99pt,0"/>')),
        run(f"سربرگ {kind}"),
    )


def letterhead() -> bytes:
    extra: dict[str, Any] = {"word/media/logo.png": d.logo(), **THEME}
    extra |= {
        f"word/_rels/header-{kind}.xml.rels": relations(("logo", "image", "media/logo.png")) for kind in KINDS
    }
    return docx(
        marginals={f"header-{kind}": head(name, 5) for kind, name in KINDS.items()},
        section=SECTION + "<w:titlePg/>",
        settings="<w:evenAndOddHeaders/>",
        lines=[("rIdTheme", "theme", "theme/theme1.xml")],
        extra=extra,
    )


GRAFTED = graft(
    docx("متن", paragraph(d.drawn(d.inline(d.wsp(9, 9, line=d.ln()), 9, 9, number=5)))), letterhead()
)


def drawings(kind: str) -> list[Drawing]:
    block = read(GRAFTED).headers[kind][0]  # type: ignore[index]
    assert isinstance(block, Paragraph)
    shown = [one.picture for one in block.inlines if isinstance(one, FloatingPicture)]
    return [one for one in shown if isinstance(one, Drawing)]


def test_every_kind_of_head_keeps_its_text_box_its_shapes_and_its_pictures() -> None:
    for kind, name in KINDS.items():
        box, group, rule = drawings(kind)
        assert [type(shape) for shape in box.shapes] == [Path, TextBox]
        (words,) = [shape for shape in box.shapes if isinstance(shape, TextBox)]
        assert [block.text for block in words.blocks if isinstance(block, Paragraph)] == [f"کادر {name}"]
        assert [type(shape) for shape in group.shapes] == [Path, Image]
        assert [type(shape) for shape in rule.shapes] == [Path]


def test_colours_and_lines_of_the_theme_last_where_the_theme_does_not_come() -> None:
    assert not opened(GRAFTED).related("word/document.xml", "theme")
    path = drawings("first")[0].shapes[0]
    assert isinstance(path, Path)
    assert path.fill == "2BA699"
    assert path.pen is not None
    # The style's second line, one point wide, in its colour darkened by half.
    assert path.pen.width == 1
    assert path.pen.colour != path.fill
    bar = drawings("default")[1].shapes[0]
    assert isinstance(bar, Path)
    assert bar.fill == "D1495B"


def test_what_a_shape_says_itself_wins_over_its_style() -> None:
    shape = d.wsp(99, 9, fill=d.NO_FILL, line='<a:ln w="38100"/>', style=d.STYLE)
    paper = docx(
        marginals={"header-default": paragraph(d.drawn(d.anchor(shape, 99, 9)), run("سربرگ"))},
        lines=[("rIdTheme", "theme", "theme/theme1.xml")],
        extra=THEME,
    )
    block = read(graft(docx("متن"), paper)).headers["default"][0]
    assert isinstance(block, Paragraph)
    (floating,) = [one for one in block.inlines if isinstance(one, FloatingPicture)]
    assert isinstance(floating.picture, Drawing)
    (path,) = floating.picture.shapes
    assert isinstance(path, Path)
    assert (path.fill, path.pen is not None and path.pen.width) == (None, 3)


def test_no_two_drawings_share_a_number_and_no_two_old_shapes_a_name() -> None:
    package = opened(GRAFTED)
    parts = [package.main, *package.related(package.main, "header")]
    roots = [package.xml(part) for part in parts]
    numbers = [one.get("id") for root in roots for one in root.iter(qn("wp:docPr"))]
    assert len(numbers) == len(set(numbers)) == 10
    old = [one.get("id") for root in roots for one in root.iter(qn("v:line"), qn("v:shape"))]
    assert len(old) == len(set(old)) == 6


def test_a_kind_of_shape_keeps_its_name_for_those_that_refer_to_it() -> None:
    package = opened(GRAFTED)
    for part in package.related(package.main, "header"):
        root = package.xml(part)
        known = {one.get("id") for one in root.iter(qn("v:shapetype"))}
        assert {one.get("type", "").removeprefix("#") for one in root.iter(qn("v:shape"))} <= known


def test_the_picture_comes_once_for_all_heads() -> None:
    media = [name for name in opened(GRAFTED).parts if name.startswith("word/media/")]
    assert len(media) == 1


def test_the_words_of_the_older_version_stay_in_the_file_for_older_words() -> None:
    package = opened(GRAFTED)
    root = package.xml(package.related(package.main, "header")[0])
    texts = [own_text(one) for one in root.iter(qn("w:p"))]
    assert sum("کادر" in text for text in texts) == 2
