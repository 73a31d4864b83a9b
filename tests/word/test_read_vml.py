from __future__ import annotations

import pytest

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Crop, FloatingPicture, Paragraph
from taahodname.paper.drawings import Drawing, Image, Lettering, Path, TextBox
from taahodname.word.read import read

from . import drawn_xml as d
from .making import docx, paragraph, run

FLOAT = "position:absolute;z-index:7;"


def read_one(content: str) -> Drawing | FloatingPicture:
    file = docx(
        paragraph(d.drawn(d.pict(content) if not content.startswith("<w:pict") else content)),
        lines=[("logo", "image", "media/logo.png")],
        extra={"word/media/logo.png": d.logo()},
    )
    block = read(file).blocks[0]
    assert isinstance(block, Paragraph)
    (inline,) = block.inlines
    assert isinstance(inline, Drawing | FloatingPicture)
    return inline


def drawing(content: str) -> Drawing:
    found = read_one(content)
    shown = found.picture if isinstance(found, FloatingPicture) else found
    assert isinstance(shown, Drawing)
    return shown


def floating(content: str) -> FloatingPicture:
    found = read_one(content)
    assert isinstance(found, FloatingPicture)
    return found


def path(content: str) -> Path:
    (found,) = [one for one in drawing(content).shapes if isinstance(one, Path)]
    return found


def corners(found: Path) -> list[tuple[float, float]]:
    return [(round(x, 3), round(y, 3)) for step in found.segments for x, y in step.points]


def refusal(content: str) -> str:
    with pytest.raises(UnsupportedFeature) as caught:
        read_one(content)
    return caught.value.feature


def test_a_rectangle_has_its_colours_and_its_line() -> None:
    found = path(
        f'<v:rect style="{FLOAT}width:80pt;height:30pt" fillcolor="#e8f [3]" strokecolor="navy" '
        f'strokeweight="2pt">'
        '<v:stroke dashstyle="shortDash"/></v:rect>'
    )
    assert corners(found) == [(0, 0), (80, 0), (80, 30), (0, 30)]
    assert found.fill == "EE88FF"
    assert found.pen is not None
    assert (found.pen.colour, found.pen.width, found.pen.dashes) == ("000080", 2, (6, 2))


def test_a_shape_that_says_nothing_is_white_with_a_thin_black_line() -> None:
    found = path(f'<v:oval style="{FLOAT}width:1in;height:10mm"/>')
    assert (found.fill, found.opacity) == ("FFFFFF", 1)
    assert found.pen is not None
    assert (found.pen.colour, found.pen.width) == ("000000", 0.75)


def test_a_fill_may_be_switched_off_and_seen_through() -> None:
    assert path(f'<v:rect style="{FLOAT}width:9pt;height:9pt" filled="f"/>').fill is None
    seen = f'<v:rect style="{FLOAT}width:9pt;height:9pt" stroked="f"><v:fill opacity="32768f"/></v:rect>'
    assert (path(seen).opacity, path(seen).pen) == (0.5, None)


def test_a_line_has_its_place_by_its_ends() -> None:
    found = floating(f'<v:line style="{FLOAT}" from="10pt,20pt" to="110pt,50pt"/>')
    assert (found.x, found.y, found.picture.width, found.picture.height) == (10, 20, 100, 30)
    assert isinstance(found.picture, Drawing)
    (drawn,) = found.picture.shapes
    assert isinstance(drawn, Path)
    assert corners(drawn) == [(0, 0), (100, 30)]
    assert drawn.fill is None


def test_a_flipped_line_runs_the_other_way() -> None:
    assert corners(path(f'<v:line style="{FLOAT}flip:x" from="0,0" to="100pt,30pt"/>')) == [(100, 0), (0, 30)]


def test_a_path_of_lines_and_curves_is_scaled_to_its_shape() -> None:
    found = path(
        f'<v:shape style="{FLOAT}width:50pt;height:20pt" coordsize="100,200" coordorigin="10,20" '
        'path="m10,20l110,20,110,220c110,120,60,20,10,220xe"/>'
    )
    assert corners(found) == [(0, 0), (50, 0), (50, 20), (50, 10), (25, 0), (0, 20)]


def test_relative_steps_and_left_out_numbers_of_a_path_are_understood() -> None:
    found = path(
        f'<v:shape style="{FLOAT}width:100pt;height:100pt" coordsize="100,100" path="m,l50,r,50,-50,xe"/>'
    )
    assert corners(found) == [(0, 0), (50, 0), (50, 50), (0, 50)]


def test_a_text_box_keeps_its_insets_and_where_its_text_stands() -> None:
    box = d.vml_box(
        f"{FLOAT}width:100pt;height:40pt;v-text-anchor:middle", d.words("متن"), inset="1pt,2pt,,4pt"
    )
    (found,) = [one for one in drawing(box).shapes if isinstance(one, TextBox)]
    padding = found.padding
    assert (padding.left, padding.top, padding.right, padding.bottom) == (1, 2, 7.2, 4)
    assert found.valign == "center"
    assert [one.text for one in found.blocks if isinstance(one, Paragraph)] == ["متن"]


@pytest.mark.parametrize("tag", ["v:shape", "v:rect", "v:roundrect"])
def test_every_shape_may_hold_a_text_box(tag: str) -> None:
    box = d.vml_box("width:100pt;height:40pt", d.words("متن"), tag=tag)
    assert [type(one) for one in drawing(box).shapes] == [Path, TextBox]


def test_a_picture_has_its_crop_and_no_line_of_its_own() -> None:
    (image,) = drawing(
        f'{d.TYPE_75}<v:shape type="#_x0000_t75" style="width:90pt;height:60pt">'
        '<v:imagedata r:id="logo" cropleft="16384f" croptop=".125"/></v:shape>'
    ).shapes
    assert isinstance(image, Image)
    assert (image.picture.width, image.picture.height) == (90, 60)
    assert image.picture.crop == Crop(top=0.125, left=0.25)
    assert image.picture.data == d.logo()


def test_a_picture_as_a_watermark_is_made_pale() -> None:
    (image,) = drawing(
        f'{d.TYPE_75}<v:shape id="WordPictureWatermark1" type="#_x0000_t75" '
        f'style="{FLOAT}width:90pt;height:60pt">'
        '<v:imagedata r:id="logo" gain="19661f" blacklevel="22938f"/></v:shape>'
    ).shapes
    assert isinstance(image, Image)
    assert image.picture.data != d.logo()


def test_the_members_of_a_group_stand_where_the_group_takes_them() -> None:
    group = (
        f'<v:group style="{FLOAT}width:300pt;height:40pt" coordsize="3000,400" coordorigin="100,0">'
        '<v:rect style="position:absolute;left:100;top:200;width:1000;height:200"/></v:group>'
    )
    assert corners(path(group))[0] == (0, 20)
    assert corners(path(group))[2] == (100, 40)


def test_a_shape_s_place_and_what_text_does_are_read() -> None:
    found = floating(
        f'<v:rect style="{FLOAT}margin-left:5pt;margin-top:6pt;width:80pt;height:30pt;'
        "mso-position-horizontal:right;mso-position-horizontal-relative:left-margin-area;"
        'mso-position-vertical-relative:page;mso-wrap-distance-left:3pt">'
        '<w10:wrap type="square" side="left"/></v:rect>'
    )
    assert (found.x_from, found.x_align, found.y_from, found.y) == ("left-margin", "right", "page", 6)
    assert (found.wrap, found.side, found.gaps.left, found.gaps.right) == ("square", "left", 3, 9)
    assert (found.behind, found.order) == (False, 7)


def test_a_shape_with_a_negative_height_among_the_others_lies_behind() -> None:
    assert floating('<v:rect style="position:absolute;z-index:-5;width:9pt;height:9pt"/>').behind


def test_a_shape_without_a_position_stands_in_the_line() -> None:
    assert isinstance(read_one('<v:rect style="width:9pt;height:9pt"/>'), Drawing)


def watermark(style: str = "") -> str:
    return (
        f'<v:shape id="PowerPlusWaterMarkObject3" type="#_x0000_t136" {style} fillcolor="#d1495b" '
        f'stroked="f">'
        '<v:fill opacity=".3"/><v:textpath style="font-family:&quot;Vazirmatn&quot;;font-weight:bold" '
        'string="محرمانه"/></v:shape>'
    )


def test_a_watermark_with_a_size_keeps_its_own_look() -> None:
    (found,) = drawing(watermark(f'style="{FLOAT}width:440pt;height:110pt;rotation:315"')).shapes
    assert isinstance(found, Lettering)
    assert (found.words, found.family, found.bold) == ("محرمانه", "Vazirmatn", True)
    assert (found.colour, found.opacity, found.turn) == ("D1495B", 0.3, 315)
    assert (found.width, found.height) == (440, 110)


def test_the_look_of_a_watermark_without_one_is_left_to_the_typesetter() -> None:
    assert read(docx(paragraph(d.drawn(d.pict(watermark()))))).watermark == "محرمانه"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('<v:arc style="width:9pt;height:9pt"/>', "v:arc"),
        ('<v:polyline style="width:9pt;height:9pt" points="0,0 9,9"/>', "v:polyline"),
        ('<v:shape style="width:9pt;height:9pt"><v:textpath string="هنری"/></v:shape>', "WordArt"),
        ('<v:rect style="width:9pt;height:9pt"><v:shadow on="t"/></v:rect>', "v:shadow"),
        ('<v:rect style="width:9pt;height:9pt"><o:extrusion on="t"/></v:rect>', "extrusion"),
        ('<v:rect style="width:9pt;height:9pt"><v:fill type="gradient"/></v:rect>', "gradient"),
        ('<v:line from="0,0" to="9pt,9pt"><v:stroke endarrow="block"/></v:line>', "endarrow"),
        ('<v:rect style="width:9pt;height:9pt"><v:stroke linestyle="wavy"/></v:rect>', "wavy"),
        ('<v:shape style="width:9pt;height:9pt" path="m@0,0l1,1e"/>', "m@0"),
        ('<v:shape style="width:9pt;height:9pt" path="m0,0at1,1,2,2e"/>', "at"),
        ('<v:rect style="width:NaNpt;height:9pt"/>', "nan"),
        ('<v:rect style="width:1e99pt;height:9pt"/>', "کاغذ"),
        ('<v:rect style="width:9pt;height:9pt" fillcolor="fill darken(3)"/>', "fill darken"),
        ('<v:rect style="width:-9pt;height:9pt"/>', "منفی"),
    ],
)
def test_what_is_not_drawn_as_word_draws_it_is_refused_by_its_name(content: str, name: str) -> None:
    assert name in refusal(content)


def test_a_place_by_the_line_in_the_midst_of_a_text_is_refused() -> None:
    shape = f'<v:rect style="{FLOAT}width:9pt;height:9pt;mso-position-vertical-relative:line"/>'
    with pytest.raises(UnsupportedFeature, match="line"):
        read(docx(paragraph(run("متن"), d.drawn(d.pict(shape)))))
