from __future__ import annotations

import pytest

from taahodname.errors import UnsupportedFeature, WordFileError
from taahodname.paper.blocks import FloatingPicture, PageNumber, Paragraph, Picture, Table, Text
from taahodname.paper.drawings import Drawing, Image, Path, TextBox
from taahodname.word.read import read

from . import drawn_xml as d
from .docx_xml import field
from .making import LTR_STYLES, docx, paragraph, run, table

THEME: dict[str, object] = {
    "lines": [("rIdTheme", "theme", "theme/theme1.xml"), ("logo", "image", "media/logo.png")],
    "extra": {"word/theme/theme1.xml": d.THEME, "word/media/logo.png": d.logo()},
}


def first(data: bytes) -> Paragraph:
    block = read(data).blocks[0]
    assert isinstance(block, Paragraph)
    return block


def drawing_of(*pieces: str, **options: object) -> Drawing:
    """Return the drawing of the first run with one, floating or not."""
    block = first(docx(paragraph(*pieces, look="<w:bidi/>"), **{**THEME, **options}))
    for inline in block.inlines:
        shown = inline.picture if isinstance(inline, FloatingPicture) else inline
        if isinstance(shown, Drawing):
            return shown
    raise AssertionError("no drawing was read")


def shape(content: str, width: float = 100, height: float = 40) -> Drawing:
    return drawing_of(d.drawn(d.inline(content, width, height)))


def path_of(content: str, width: float = 100, height: float = 40) -> Path:
    (found,) = [one for one in shape(content, width, height).shapes if isinstance(one, Path)]
    return found


def box_of(drawing: Drawing) -> TextBox:
    (found,) = [one for one in drawing.shapes if isinstance(one, TextBox)]
    return found


def corners(path: Path) -> list[tuple[float, float]]:
    return [(round(x, 3), round(y, 3)) for step in path.segments for x, y in step.points]


def refusal(content: str, **options: object) -> str:
    with pytest.raises(UnsupportedFeature) as caught:
        read(docx(paragraph(content, look="<w:bidi/>"), **{**THEME, **options}))
    assert caught.value.part == "word/document.xml"
    return caught.value.feature


# Text boxes -------------------------------------------------------------------------------------------


def test_the_newer_version_of_a_text_box_is_read_once_and_the_older_never() -> None:
    new = d.inline(d.wsp(100, 40, text=d.words("نو")), 100, 40)
    old = d.vml_box("width:100pt;height:40pt", d.words("کهنه"))
    block = first(docx(paragraph(d.alternatives(new, old))))
    drawings = [inline for inline in block.inlines if isinstance(inline, Drawing)]
    assert len(drawings) == 1
    assert [one.text for one in box_of(drawings[0]).blocks if isinstance(one, Paragraph)] == ["نو"]


def test_what_needs_a_newer_word_is_read_as_its_older_version() -> None:
    odd = (
        '<mc:AlternateContent xmlns:new="urn:new"><mc:Choice Requires="new"><w:odd/></mc:Choice><mc:Fallback>'
    )
    old = d.vml_box("width:100pt;height:40pt", d.words("کهنه"))
    drawing = drawing_of(f"<w:r>{odd}{old}</mc:Fallback></mc:AlternateContent></w:r>")
    assert [one.text for one in box_of(drawing).blocks if isinstance(one, Paragraph)] == ["کهنه"]


def test_a_text_box_keeps_its_insets_its_anchor_and_its_size() -> None:
    box = box_of(
        shape(
            d.wsp(
                100,
                40,
                text=d.words("متن"),
                body='lIns="127000" tIns="0" rIns="25400" bIns="12700" anchor="b"',
            )
        )
    )
    padding = box.padding
    assert (padding.left, padding.top, padding.right, padding.bottom) == (10, 0, 2, 1)
    assert (box.x, box.y, box.width, box.height, box.valign) == (0, 0, 100, 40, "bottom")


def test_a_text_box_that_says_no_insets_has_word_s_own() -> None:
    padding = box_of(shape(d.wsp(100, 40, text=d.words("متن")))).padding
    assert (padding.left, padding.top, padding.right, padding.bottom) == (7.2, 3.6, 7.2, 3.6)


def test_tables_pictures_and_page_numbers_in_a_text_box_are_read() -> None:
    inside = (
        table(["الف", "ب"])
        + paragraph(d.drawn(d.inline(d.pic("logo", 30, 20), 30, 20)))
        + paragraph(run("صفحهٔ "), field("PAGE"))
    )
    blocks = box_of(shape(d.wsp(200, 90, text=inside), 200, 90)).blocks
    assert isinstance(blocks[0], Table)
    assert isinstance(blocks[1], Paragraph)
    assert isinstance(blocks[1].inlines[0], Picture)
    assert isinstance(blocks[2], Paragraph)
    assert isinstance(blocks[2].inlines[-1], PageNumber)


def test_words_in_a_shape_with_a_style_take_the_style_s_colour_unless_they_have_their_own() -> None:
    inside = paragraph(run("سفید"), run("سرخ", '<w:color w:val="FF0000"/>'))
    block = box_of(shape(d.wsp(100, 40, fill="", line="", style=d.STYLE, text=inside))).blocks[0]
    assert isinstance(block, Paragraph)
    assert [inline.style.colour for inline in block.inlines] == ["FFFFFF", "FF0000"]  # type: ignore[union-attr]


def test_the_text_of_an_ellipse_stands_inside_it() -> None:
    plain = box_of(shape(d.wsp(100, 40, text=d.words("متن")))).padding
    round_ = box_of(shape(d.wsp(100, 40, shape=d.geometry("ellipse"), text=d.words("متن")))).padding
    assert round_.left - plain.left == pytest.approx(14.64, abs=0.01)
    assert round_.top - plain.top == pytest.approx(5.86, abs=0.01)


def test_text_that_runs_upward_is_a_box_turned_by_three_quarters() -> None:
    box = box_of(shape(d.wsp(40, 100, text=d.words("متن"), body='vert="vert270" lIns="127000"'), 40, 100))
    assert (box.turn, box.width, box.height) == (270, 100, 40)
    assert box.x + box.width / 2 == pytest.approx(20)
    # The left side of the shape is where its lines begin to pile up: the top of the turned box.
    assert box.padding.top == 10


def test_words_of_a_shape_on_its_head_are_turned_and_never_mirrored() -> None:
    assert box_of(shape(d.wsp(100, 40, text=d.words("متن"), turn='flipV="1"'))).turn == 180
    assert box_of(shape(d.wsp(100, 40, text=d.words("متن"), turn='flipH="1"'))).turn == 0


BOXES = {
    "boxes in a chain": (
        d.inline(d.wsp(9, 9, text=d.words("متن")).replace("<wps:txbx>", '<wps:txbx id="1">'), 9, 9)
        + d.inline('<wps:wsp><wps:spPr/><wps:linkedTxbx id="1" seq="1"/><wps:bodyPr/></wps:wsp>', 9, 9),
        "linkedTxbx",
    ),
    "a box in a box": (
        d.inline(
            d.wsp(90, 90, text=paragraph(d.drawn(d.inline(d.wsp(9, 9, text=d.words("درون")), 9, 9)))), 90, 90
        ),
        "wps:txbx",
    ),
    "a floating picture in a box": (
        d.inline(d.wsp(90, 90, text=paragraph(d.drawn(d.anchor(d.pic("logo", 9, 9), 9, 9)))), 90, 90),
        "wp:anchor",
    ),
    "word art": (
        d.inline(d.wsp(90, 20, text=d.words("متن"), inner='<a:prstTxWarp prst="textArchUp"/>'), 90, 20),
        "WordArt",
    ),
    "two columns": (d.inline(d.wsp(90, 20, text=d.words("متن"), body='numCol="2"'), 90, 20), "bodyPr"),
    "a shadow": (
        d.inline(d.wsp(9, 9, line="<a:effectLst><a:outerShdw/></a:effectLst>"), 9, 9),
        "a:outerShdw",
    ),
    "a pattern": (d.inline(d.wsp(9, 9, fill='<a:pattFill prst="pct5"/>'), 9, 9), "a:pattFill"),
    "a filling picture": (d.inline(d.wsp(9, 9, fill="<a:blipFill/>"), 9, 9), "a:blipFill"),
    "a round gradient": (
        d.inline(
            d.wsp(
                9,
                9,
                fill='<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs></a:gsLst>'
                '<a:path path="circle"/></a:gradFill>',
            ),
            9,
            9,
        ),
        "a:gradFill",
    ),
    "an arrow's head": (
        d.inline(d.wsp(9, 9, line=d.ln(more='<a:tailEnd type="triangle"/>')), 9, 9),
        "a:tailEnd",
    ),
    "a shape nobody draws": (d.inline(d.wsp(9, 9, shape=d.geometry("cloud"), line=d.ln()), 9, 9), "cloud"),
    "a chart": (
        '<w:drawing><wp:inline><wp:extent cx="9" cy="9"/><a:graphic><a:graphicData uri="http://x/2006/chart">'
        "<c/></a:graphicData></a:graphic></wp:inline></w:drawing>",
        "chart",
    ),
    "a diagram": (
        '<w:drawing><wp:inline><wp:extent cx="9" cy="9"/><a:graphic><a:graphicData uri="http://x/2006/diagram">'
        "<c/></a:graphicData></a:graphic></wp:inline></w:drawing>",
        "SmartArt",
    ),
    "an embedded object": ('<w:object><v:shape id="x" style="width:9pt;height:9pt"/></w:object>', "w:object"),
}


@pytest.mark.parametrize(("content", "name"), BOXES.values(), ids=BOXES)
def test_what_is_not_drawn_as_word_draws_it_is_refused_by_its_name(content: str, name: str) -> None:
    assert name in refusal(d.drawn(content))


def test_ink_is_refused_though_its_file_holds_a_picture_of_it() -> None:
    ink = d.alternatives("<w:contentPart/>", d.inline(d.pic("logo", 9, 9), 9, 9), "wpi").replace(
        "<mc:AlternateContent>",
        '<mc:AlternateContent xmlns:wpi="http://schemas.microsoft.com/office/word/2010/wordprocessingInk">',
    )
    assert "ink" in refusal(ink)


# Shapes -----------------------------------------------------------------------------------------------


def test_a_rectangle_has_its_fill_its_line_and_its_corners() -> None:
    path = path_of(d.wsp(100, 40, fill=d.solid("2BA699"), line=d.ln("16325C", 2, '<a:prstDash val="dash"/>')))
    assert corners(path) == [(0, 0), (100, 0), (100, 40), (0, 40)]
    assert path.fill == "2BA699"
    assert path.pen is not None
    assert (path.pen.colour, path.pen.width, path.pen.dashes) == ("16325C", 2, (8, 6))


def test_a_shape_s_style_gives_what_it_does_not_say_itself() -> None:
    path = path_of(d.wsp(100, 40, fill="", line="", style=d.STYLE))
    assert path.fill == "2BA699"
    assert path.pen is not None
    assert path.pen.width == 1  # the second line of the theme
    own = path_of(d.wsp(100, 40, fill=d.NO_FILL, line=d.ln("FF0000", 3), style=d.STYLE))
    assert own.fill is None
    assert own.pen is not None
    assert (own.pen.colour, own.pen.width) == ("FF0000", 3)


def test_a_line_mirrored_from_top_to_bottom_rises() -> None:
    path = path_of(d.wsp(100, 40, shape=d.geometry("line"), line=d.ln(), turn='flipV="1"'))
    assert corners(path) == [(0, 40), (100, 0)]
    assert path.fill is None


def test_a_turned_shape_turns_about_its_middle() -> None:
    path = path_of(d.wsp(100, 40, fill=d.solid("2BA699"), turn='rot="5400000"'))
    assert corners(path) == [(70, -30), (70, 70), (30, 70), (30, -30)]


def test_a_free_path_is_scaled_to_its_box() -> None:
    geometry = (
        '<a:custGeom><a:gdLst><a:gd name="half" fmla="*/ w 1 2"/></a:gdLst><a:pathLst><a:path w="10" h="10">'
        '<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="10" y="0"/></a:lnTo><a:cubicBezTo>'
        '<a:pt x="10" y="5"/><a:pt x="5" y="10"/><a:pt x="0" y="10"/></a:cubicBezTo><a:close/></a:path>'
        '<a:path><a:moveTo><a:pt x="half" y="vc"/></a:moveTo><a:arcTo wR="127000" hR="127000" stAng="0" '
        'swAng="5400000"/></a:path></a:pathLst></a:custGeom>'
    )
    one, two = (
        path for path in shape(d.wsp(100, 40, shape=geometry, line=d.ln())).shapes if isinstance(path, Path)
    )
    assert corners(one) == [(0, 0), (100, 0), (100, 20), (50, 40), (0, 40)]
    assert corners(two)[0] == (50, 20)
    assert corners(two)[-1] == (40, 30)  # a quarter of a circle of ten points, downward and back


def test_the_members_of_a_group_stand_where_the_group_takes_them() -> None:
    members = [d.wsp(100, 100, fill=d.solid("2BA699")), d.wsp(100, 100, fill=d.solid("D1495B"), x=100, y=50)]
    group = d.group("wpg:wgp", members, 100, 30, child=(200, 150))
    paths = [one for one in shape(group, 100, 30).shapes if isinstance(one, Path)]
    assert corners(paths[0]) == [(0, 0), (50, 0), (50, 20), (0, 20)]
    assert corners(paths[1]) == [(50, 10), (100, 10), (100, 30), (50, 30)]


def test_a_mirrored_group_mirrors_places_and_a_turned_one_turns_them() -> None:
    members = [d.wsp(50, 20, fill=d.solid("2BA699"))]
    mirrored = d.group("wpg:wgp", members, 100, 20, child=(100, 20), turn='flipH="1"')
    (path,) = shape(mirrored, 100, 20).shapes
    assert isinstance(path, Path)
    assert corners(path) == [(100, 0), (50, 0), (50, 20), (100, 20)]
    turned = d.group("wpg:wgp", members, 100, 20, child=(100, 20), turn='rot="10800000"')
    (path,) = shape(turned, 100, 20).shapes
    assert isinstance(path, Path)
    assert corners(path) == [(100, 20), (50, 20), (50, 0), (100, 0)]


def test_pictures_and_text_boxes_in_groups_in_groups_are_read_in_their_order() -> None:
    inner = d.group(
        "wpg:grpSp", [d.pic("logo", 30, 20), d.wsp(30, 20, text=d.words("نام"), x=30)], 60, 20, x=10
    )
    group = d.group("wpg:wgp", [inner], 100, 20)
    image, box = shape(group, 100, 20).shapes
    assert isinstance(image, Image)
    assert (image.x, image.picture.width) == (10, 30)
    assert isinstance(box, TextBox)
    assert box.x == 40


def test_a_canvas_draws_its_ground_and_what_stands_on_it() -> None:
    inside = d.wsp(50, 20, fill=d.solid("2BA699"), x=10, y=10)
    canvas = f"<wpc:wpc><wpc:bg>{d.solid('F4F4F4')}</wpc:bg><wpc:whole/>{inside}</wpc:wpc>"
    ground, member = shape(canvas, 200, 60).shapes
    assert isinstance(ground, Path)
    assert isinstance(member, Path)
    assert (ground.fill, corners(ground)[2]) == ("F4F4F4", (200, 60))
    assert corners(member)[0] == (10, 10)


def test_a_gradient_runs_along_its_line_over_the_whole_shape() -> None:
    stops = (
        '<a:gs pos="0"><a:srgbClr val="16325C"/></a:gs><a:gs pos="100000"><a:srgbClr val="2BA699"/></a:gs>'
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    gradient = path_of(d.wsp(100, 40, fill=fill)).fill
    assert gradient is not None
    assert not isinstance(gradient, str)
    assert gradient.start == pytest.approx((50, 0))
    assert gradient.end == pytest.approx((50, 40))
    assert gradient.stops == ((0.0, "16325C"), (1.0, "2BA699"))


def test_a_hidden_drawing_is_not_drawn() -> None:
    hidden = d.inline(d.wsp(9, 9, line=d.ln()), 9, 9).replace("<wp:docPr ", '<wp:docPr hidden="1" ')
    (only,) = first(docx(paragraph(d.drawn(hidden), run("متن")))).inlines
    assert isinstance(only, Text)


# What strangers may send ------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["NaN", "inf", "-1e999", "1e30", "abc", "99999999999999999999"])
def test_numbers_that_no_paper_holds_are_refused(number: str) -> None:
    huge = d.inline(d.wsp(9, 9, line=d.ln()), 9, 9).replace('cx="114300"', f'cx="{number}"')
    assert "شکل" in refusal(d.drawn(huge), styles=LTR_STYLES)


def test_a_negative_size_is_refused() -> None:
    assert "منفی" in refusal(d.drawn(d.inline(d.wsp(-9, 9, line=d.ln()), -9, 9)))


def test_groups_within_groups_without_end_are_refused() -> None:
    content = d.wsp(9, 9, line=d.ln())
    for _ in range(30):
        content = d.group("wpg:grpSp", [content], 9, 9)
    assert "تودرتو" in refusal(d.drawn(d.inline(d.group("wpg:wgp", [content], 9, 9), 9, 9)))


def test_ten_thousand_groups_within_groups_are_refused() -> None:
    deep = "<wpg:grpSp>" * 10_000 + "</wpg:grpSp>" * 10_000
    content = d.inline(f"<wpg:wgp>{deep}</wpg:wgp>", 9, 9)
    with pytest.raises(WordFileError):
        read(docx(paragraph(d.drawn(content))))


def test_more_shapes_than_anyone_draws_are_refused() -> None:
    member = "<wps:wsp><wps:spPr/><wps:bodyPr/></wps:wsp>"
    assert "5000" in refusal(d.drawn(d.inline(f"<wpg:wgp>{member * 5_001}</wpg:wgp>", 9, 9)))
