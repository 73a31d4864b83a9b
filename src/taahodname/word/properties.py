"""Sets properties of runs, paragraphs and sections in the order the schema asks for: Word wants no other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lxml import etree

from taahodname.word.markup import Element
from taahodname.word.names import prefixed, qn

_ORDER: Mapping[str, str] = {
    # ECMA-376 part 1, §17.3.2.28: the children of w:rPr.
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    # §17.3.1.26: the children of w:pPr.
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange",
    # §17.6.17: the children of w:sectPr.
    "w:sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange",
    # §17.4.60: the children of w:tblPr.
    "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    # §17.15.1.78: those of w:settings that are written here, and what may stand before them.
    "w:settings": "writeProtection view zoom removePersonalInformation removeDateAndTime "
    "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
    "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts "
    "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors "
    "activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter "
    "stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves "
    "doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet "
    "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps "
    "showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders",
}


@cache
def _ranks(parent: str) -> Mapping[str, int]:
    return {qn(f"w:{word}"): rank for rank, word in enumerate(_ORDER[parent].split())}


def put(parent: Element, name: str, **values: str) -> Element:
    """Return a property set anew in its place: an old one of the name is replaced.

    Args:
        parent: a `w:rPr`, `w:pPr`, `w:sectPr`, `w:tblPr` or `w:settings`.
        name: the property («w:rtl»).
        values: its attributes of the main namespace, without their prefix.
    """
    for old in parent.findall(qn(name)):
        parent.remove(old)
    element = etree.Element(qn(name))
    for word, value in values.items():
        element.set(qn(f"w:{word}"), value)
    insert(parent, element)
    return element


def insert(parent: Element, element: Element) -> None:
    """Put a property among its siblings where the schema wants it, after those of its own name."""
    ranks = _ranks(prefixed(parent.tag))
    rank = ranks.get(element.tag, len(ranks))
    for place, sibling in enumerate(parent):
        if ranks.get(sibling.tag, len(ranks)) > rank:
            parent.insert(place, element)
            return
    parent.append(element)


def remove(parent: Element, *names: str) -> None:
    """Take properties away where they stand."""
    for name in names:
        for old in parent.findall(qn(name)):
            parent.remove(old)


def first_child(parent: Element, name: str) -> Element:
    """Return the properties element that leads its parent (`w:rPr` of a run), made where it is missing."""
    found = parent.find(qn(name))
    if found is None:
        found = etree.Element(qn(name))
        parent.insert(0, found)
    return found
