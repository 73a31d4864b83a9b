"""Drawings for small Word files: DrawingML and VML in the forms that Word itself writes."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from PIL import Image

from taahodname.word.names import NAMESPACES

from .making import paragraph, run

EMU = 12_700
SOLID = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'
NO_FILL = "<a:noFill/>"


def solid(colour: str, changes: str = "") -> str:
    """Return a plain fill; `changes` stands inside the colour."""
    return f'<a:solidFill><a:srgbClr val="{colour}">{changes}</a:srgbClr></a:solidFill>'


def themed(name: str, changes: str = "") -> str:
    """Return a fill in a colour of the theme."""
    return f'<a:solidFill><a:schemeClr val="{name}">{changes}</a:schemeClr></a:solidFill>'


def ln(colour: str = "16325C", width: float = 1.0, more: str = "", look: str = "") -> str:
    """Return an outline; `width` in points."""
    return f'<a:ln w="{round(width * EMU)}" {look}>{solid(colour)}{more}</a:ln>'


def xfrm(x: float, y: float, width: float, height: float, look: str = "", more: str = "") -> str:
    """Return an a:xfrm with lengths in points."""
    x, y, width, height = (round(value * EMU) for value in (x, y, width, height))
    return f'<a:xfrm {look}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>{more}</a:xfrm>'


def geometry(name: str, adjust: str = "") -> str:
    """Return a ready-made outline."""
    return f'<a:prstGeom prst="{name}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'


def wsp(
    width: float,
    height: float,
    *,
    shape: str = geometry("rect"),
    fill: str = NO_FILL,
    line: str = "<a:ln><a:noFill/></a:ln>",
    text: str = "",
    body: str = "",
    turn: str = "",
    x: float = 0,
    y: float = 0,
    style: str = "",
    inner: str = "",
) -> str:
    """Return a shape: its size in points, its outline, and the paragraphs of its text box."""
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    return (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{xfrm(x, y, width, height, turn)}{shape}{fill}{line}</wps:spPr>"
        f"{style}{box}<wps:bodyPr {body}>{inner}</wps:bodyPr></wps:wsp>"
    )


def group(
    kind: str,
    members: Iterable[str],
    width: float,
    height: float,
    *,
    x: float = 0,
    y: float = 0,
    child: tuple[float, float] | None = None,
    turn: str = "",
) -> str:
    """Return a wpg:wgp or wpg:grpSp; `child` is the size of its own coordinates in points."""
    own_width, own_height = child or (width, height)
    size = f'<a:chExt cx="{round(own_width * EMU)}" cy="{round(own_height * EMU)}"/>'
    place = xfrm(x, y, width, height, turn, f'<a:chOff x="0" y="0"/>{size}')
    return f"<{kind}><wpg:cNvGrpSpPr/><wpg:grpSpPr>{place}</wpg:grpSpPr>{''.join(members)}</{kind}>"


def pic(
    relation: str,
    width: float,
    height: float,
    *,
    blip: str = "",
    crop: str = "",
    turn: str = "",
    **place: float,
) -> str:
    """Return a pic:pic; `blip` stands inside its a:blip, `crop` are the attributes of a:srcRect."""
    return (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}">{blip}</a:blip><a:srcRect {crop}/><a:stretch><a:fillRect/></a:stretch>'
        f"</pic:blipFill><pic:spPr>{xfrm(place.get('x', 0), place.get('y', 0), width, height, turn)}"
        f"{geometry('rect')}</pic:spPr></pic:pic>"
    )


def graphic(content: str) -> str:
    """Return the a:graphic of a shape, a group, a canvas or a picture."""
    prefix = content[1 : content.index(":")]
    return (
        f'<a:graphic xmlns:a="{NAMESPACES["a"]}"><a:graphicData uri="{NAMESPACES[prefix]}">{content}'
        "</a:graphicData></a:graphic>"
    )


def inline(content: str, width: float, height: float, alt: str = "", number: int = 1) -> str:
    """Return a w:drawing in the line."""
    size = f'<wp:extent cx="{round(width * EMU)}" cy="{round(height * EMU)}"/>'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{size}'
        f'<wp:docPr id="{number}" name="d{number}" descr="{alt}"/><wp:cNvGraphicFramePr/>{graphic(content)}'
        "</wp:inline></w:drawing>"
    )


def along(axis: str, source: str, place: float | str) -> str:
    """Return a wp:positionH or V: a length in points, an alignment, or «12%»."""
    if isinstance(place, str) and place.endswith("%"):
        share = round(float(place[:-1]) * 1000)
        said = f"<wp14:pctPos{axis}Offset>{share}</wp14:pctPos{axis}Offset>"
        return (
            '<mc:AlternateContent><mc:Choice Requires="wp14">'
            f'<wp:position{axis} relativeFrom="{source}">{said}</wp:position{axis}></mc:Choice><mc:Fallback>'
            f"{along(axis, source, 0)}</mc:Fallback></mc:AlternateContent>"
        )
    if isinstance(place, str):
        said = f"<wp:align>{place}</wp:align>"
    else:
        said = f"<wp:posOffset>{round(place * EMU)}</wp:posOffset>"
    return f'<wp:position{axis} relativeFrom="{source}">{said}</wp:position{axis}>'


def anchor(
    content: str,
    width: float,
    height: float,
    *,
    x: tuple[str, float | str] = ("column", 0),
    y: tuple[str, float | str] = ("paragraph", 0),
    wrap: str = "<wp:wrapNone/>",
    behind: bool = False,
    order: int = 251_658_240,
    gaps: tuple[float, float, float, float] = (0, 9, 0, 9),
    alt: str = "",
    number: int = 1,
    more: str = "",
) -> str:
    """Return a floating w:drawing; `gaps` are top, right, bottom and left in points."""
    top, right, bottom, left = (round(gap * EMU) for gap in gaps)
    return (
        f'<w:drawing><wp:anchor distT="{top}" distB="{bottom}" distL="{left}" distR="{right}" simplePos="0" '
        f'relativeHeight="{order}" behindDoc="{int(behind)}" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{along("H", *x)}{along("V", *y)}'
        f'<wp:extent cx="{round(width * EMU)}" cy="{round(height * EMU)}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}<wp:docPr id="{number}" name="d{number}" '
        f'descr="{alt}"/><wp:cNvGraphicFramePr/>{graphic(content)}{more}</wp:anchor></w:drawing>'
    )


SQUARE = '<wp:wrapSquare wrapText="bothSides"/>'
TOP_BOTTOM = "<wp:wrapTopAndBottom/>"


def drawn(content: str) -> str:
    """Return a run with a drawing or a w:pict."""
    return f"<w:r>{content}</w:r>"


def alternatives(choice: str, fallback: str, requires: str = "wps") -> str:
    """Return a run with a newer and an older version of one thing."""
    return drawn(
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def pict(content: str) -> str:
    """Return a w:pict."""
    return f"<w:pict>{content}</w:pict>"


THEME = (
    f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="Office"><a:themeElements><a:clrScheme name="Office">'
    + "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'
        for name, colour in {
            "dk1": "000000", "lt1": "FFFFFF", "dk2": "16325C", "lt2": "E8F1F8", "accent1": "2BA699",
            "accent2": "D1495B", "accent3": "F2B134", "accent4": "16325C", "accent5": "66A182",
            "accent6": "8D6A9F", "hlink": "0563C1", "folHlink": "954F72",
        }.items()
    )
    + '</a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Vazirmatn"/><a:ea '
    'typeface=""/>'
    '<a:cs typeface="Vazirmatn"/></a:majorFont><a:minorFont><a:latin typeface="Vazirmatn"/><a:ea '
    'typeface=""/>'
    '<a:cs typeface="Vazirmatn"/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>'
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:fillStyleLst><a:lnStyleLst>"
    + "".join(
        f'<a:ln w="{width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash '
        f'val="solid"/></a:ln>'
        for width in (6350, 12700, 25400)
    )
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + "</a:effectStyleLst><a:bgFillStyleLst>"
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)  # fmt: skip
STYLE = (
    '<wps:style><a:lnRef idx="2"><a:schemeClr val="accent1"><a:shade val="50000"/></a:schemeClr></a:lnRef>'
    '<a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0"><a:schemeClr '
    'val="accent1"/>'
    '</a:effectRef><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></wps:style>'
)
"""The style that Word gives a shape fresh from its menu: filled, outlined darker, with white words."""
TYPE_202 = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
TYPE_75 = (
    '<v:shapetype id="_x0000_t75" coordsize="21600,21600" o:spt="75" o:preferrelative="t" '
    'path="m@4@5l@4@11@9@11@9@5xe" filled="f" stroked="f"><v:stroke joinstyle="miter"/></v:shapetype>'
)


def vml_box(
    style: str, text: str, look: str = "", tag: str = "v:shape", inset: str = "", inner: str = ""
) -> str:
    """Return a VML text box."""
    kind = ' type="#_x0000_t202"' if tag == "v:shape" else ""
    sides = f' inset="{inset}"' if inset else ""
    types = TYPE_202 if tag == "v:shape" else ""
    return pict(
        f'{types}<{tag} id="box"{kind} style="{style}" {look}>{inner}<v:textbox{sides}><w:txbxContent>{text}'
        f"</w:txbxContent></v:textbox></{tag}>"
    )


def words(text: str, look: str = "", size: int = 22, align: str = "") -> str:
    """Return a right-to-left paragraph in Vazirmatn."""
    inside = f'<w:rtl/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    return paragraph(run(text, f"{look}{inside}"), look=f"<w:bidi/>{jc}")


def logo(width: int = 120, height: int = 80, kind: str = "PNG", *, clear: bool = False) -> bytes:
    """Return a picture whose four quarters differ, so that a turn, a mirror or a crop is seen."""
    image = Image.new("RGBA" if clear else "RGB", (width, height), "#16325C")
    half_width, half_height = width // 2, height // 2
    image.paste("#2BA699", (half_width, 0, width, half_height))
    image.paste("#F2B134", (0, half_height, half_width, height))
    image.paste((209, 73, 91, 120) if clear else "#D1495B", (half_width, half_height, width, height))
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()
