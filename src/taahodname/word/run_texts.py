"""Directs the runs of a paragraph of plain words as text: what `runs.direct` does to elements, without any.

Most paragraphs that hold a value are runs of words, tabs and line ends and nothing else. For all others there
is `runs.direct`; whatever can be read here comes out as it does there, to the byte.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from taahodname.persian.isolation import LRM, RLM, isolate
from taahodname.word.runs import spans

# Properties within properties, as of a tracked change, are not matched.
_HEAD = re.compile(r"<w:p(?: [^<>]*)?>(?:<w:pPr/>|<w:pPr>(?:[^<]|<(?!/?w:pPr\b))*+</w:pPr>)?")
_TAIL = "</w:p>"
_MEMBER = re.compile(
    r"""<w:r>(?P<look><w:rPr/>|<w:rPr>(?:[^<]|<(?!/?w:rPr\b))*+</w:rPr>)?(?P<inside>(?:
          <w:t(?:[ ]xml:space="preserve")?(?:/>|>[^<]*</w:t>) | <w:tab/> | <w:br/>
        )*)</w:r>
      | <w:bookmark(?:Start|End)(?:[ ][^<>]*)?/>""",
    re.VERBOSE,
)
_CHILD = re.compile(r'<w:t(?P<kept> xml:space="preserve")?(?:/>|>(?P<words>[^<]*)</w:t>)|<w:(?:tab|br)/>')
_SIGNS = {"<w:tab/>": "\t", "<w:br/>": "\n"}
_CHILDREN = {sign: child for child, sign in _SIGNS.items()}
_NO_WORDS = "\t\n"
_SIGN = re.compile(f"[{_NO_WORDS}]")
# Others than these are left to a real reader of XML.
_UNKNOWN = re.compile("&(?!amp;|lt;|gt;|#(?:34|37|39|123|125);)")
_CARRIAGE_RETURN = "\r"
_DIGITS = re.compile("[0-9]+")
_MARKS = re.compile(f"[{LRM}{RLM}]")
_STRETCH = re.compile(b"\x00+|\x01+")
_ISOLATED = re.compile(f"{LRM}[^{LRM}]*{LRM}")


class Look(Struct, frozen=True):
    """The properties of a run.

    Attributes:
        xml: as they are written.
        key: equal for runs that look the same (`runs.key`).
    """

    xml: str
    key: bytes


Looks = Callable[[str, bool | None], Look]
"""Gives properties their direction: left to right, right to left, or as they are where it is None."""


class _Words(Struct):
    """A `w:t`: its text, whether it keeps its spaces, and whether it was put together here."""

    text: str
    kept: bool
    joined: bool = False

    def __str__(self) -> str:
        opening = '<w:t xml:space="preserve"' if self.kept else "<w:t"
        if not self.text and not self.joined:
            return f"{opening}/>"
        return f"{opening}>{html.escape(self.text, quote=False)}</w:t>"


class _Run(Struct):
    """A run: its properties, and its words with the children between them."""

    look: Look
    children: list[_Words | str]

    def __str__(self) -> str:
        inside = self.look.xml + "".join(map(str, self.children))
        return f"<w:r>{inside}</w:r>" if inside else "<w:r/>"

    def take(self, other: _Run) -> None:
        """Take over what a run that looks the same holds, with neighbouring words in one."""
        joined: list[_Words | str] = []
        for child in (*self.children, *other.children):
            last = joined[-1] if joined else None
            if isinstance(child, _Words) and isinstance(last, _Words):
                joined[-1] = _Words(last.text + child.text, kept=True, joined=True)
            else:
                joined.append(child)
        self.children = joined


class _Read(Struct, frozen=True):
    """A run as it was read: its properties as they are written, its children, its text with signs."""

    look: str
    children: list[_Words | str]
    text: str


def directed(paragraph: str, looks: Looks) -> str | None:
    """Return a right-to-left paragraph with the direction of its runs set, None where it is not plain words.

    Args:
        paragraph: a `w:p` as lxml writes it, with references for «{», «}», «%» and quotation marks at most.
        looks: gives the properties of runs their direction.
    """
    head = _HEAD.match(paragraph)
    if head is None or _UNKNOWN.search(paragraph) or _CARRIAGE_RETURN in paragraph:
        return None
    members = _members(paragraph, head.end(), len(paragraph) - len(_TAIL))
    if not members or not paragraph.endswith(_TAIL):
        return None
    return "".join((head.group(), *map(str, _merged(_set(members, looks))), _TAIL))


def _members(paragraph: str, place: int, end: int) -> list[_Read | str] | None:
    """Return what a paragraph consists of, None where something else is among it."""
    members: list[_Read | str] = []
    while place < end:
        match = _MEMBER.match(paragraph, place, end)
        if match is None:
            return None
        place = match.end()
        members.append(match.group() if match["inside"] is None else _read(match))
    return members


def _read(run: re.Match[str]) -> _Read:
    children: list[_Words | str] = []
    text = ""
    for match in _CHILD.finditer(run["inside"]):
        sign = _SIGNS.get(match.group())
        if sign is None:
            words = html.unescape(match["words"] or "")
            children.append(_Words(words, match["kept"] is not None))
            text += words
        else:
            children.append(match.group())
            text += sign
    return _Read(run["look"] or "", children, text)


def _set(members: Sequence[_Read | str], looks: Looks) -> Iterator[_Run | str]:
    runs = [member for member in members if isinstance(member, _Read)]
    if any(run.text.strip(_NO_WORDS) for run in runs):
        pieces = _pieces([run.text for run in runs])
    else:
        pieces = [[] for _ in runs]
    waiting = iter(pieces)
    for member in members:
        if isinstance(member, str):
            yield member
            continue
        of_run = next(waiting)
        if not any(text.strip(_NO_WORDS) for text, _ in of_run):
            yield _Run(looks(member.look, None), member.children)
            continue
        for text, ltr in of_run:
            yield _Run(looks(member.look, ltr), list(_children(text)))


def _children(text: str) -> Iterator[_Words | str]:
    place = 0
    for sign in _SIGN.finditer(text):
        if place < sign.start():
            yield _Words(text[place : sign.start()], kept=True)
        yield _CHILDREN[sign.group()]
        place = sign.end()
    if place < len(text):
        yield _Words(text[place:], kept=True)


def _pieces(texts: Sequence[str]) -> list[list[tuple[str, bool]]]:
    """Return the text of each run, with marks, in pieces of one direction: a piece, left to right or not."""
    text = "".join(texts)
    marked = isolate(text)
    # Where no marks stood before, the pieces are what now stands between them.
    own = _MARKS.search(text) is None
    found = tuple(match.span() for match in _ISOLATED.finditer(marked)) if own else spans(marked)
    if marked == text and not found and not _DIGITS.search(text):
        return [[(one, False)] if one else [] for one in texts]
    ltr = bytearray(len(marked))
    for start, end in (*found, *(match.span() for match in _DIGITS.finditer(marked))):
        ltr[start:end] = b"\x01" * (end - start)
    if len(texts) == 1:
        stretches = (one.span() for one in _STRETCH.finditer(ltr))
        return [[(marked[start:end], bool(ltr[start])) for start, end in stretches]]
    runs = _runs_of(text, marked, texts, {start for start, _ in found})
    pieces: list[list[tuple[str, bool]]] = [[] for _ in texts]
    place = 0
    for (run, flag), group in groupby(zip(runs, ltr, strict=True)):
        length = sum(1 for _ in group)
        pieces[run].append((marked[place : place + length], bool(flag)))
        place += length
    return pieces


def _runs_of(text: str, marked: str, texts: Sequence[str], starts: set[int]) -> list[int]:
    """Return the number of every character's run; an added mark that opens a piece goes with what follows."""
    own = [number for number, one in enumerate(texts) for _ in one]
    if text == marked:
        return own
    runs: list[int] = []
    place = 0
    for at, char in enumerate(marked):
        if place < len(text) and char == text[place]:
            runs.append(own[place])
            place += 1
        elif at in starts:
            runs.append(own[place])
        else:
            runs.append(runs[-1] if runs else own[0])
    return runs


def _merged(members: Iterator[_Run | str]) -> list[_Run | str]:
    merged: list[_Run | str] = []
    for member in members:
        last = merged[-1] if merged else None
        if isinstance(member, _Run) and isinstance(last, _Run) and last.look.key == member.look.key:
            last.take(member)
        else:
            merged.append(member)
    return merged
