"""The poses of shapes: where a box stands, how it is turned and mirrored, and what a group makes of it."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from taahodname.paper.drawings import Point, Segment
from taahodname.word.markup import Element
from taahodname.word.names import qn
from taahodname.word.read_site import Site


class Pose(Struct, frozen=True):
    """A box with its middle, its size before it is turned, its turn (degrees, clockwise) and its mirrors."""

    x: float
    y: float
    width: float
    height: float
    turn: float = 0.0
    flip_x: bool = False
    flip_y: bool = False

    @property
    def left(self) -> float:
        """The left edge before it is turned."""
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        """The upper edge before it is turned."""
        return self.y - self.height / 2

    def point(self, x: float, y: float) -> Point:
        """Return where a point of the box goes, given from its own top left corner."""
        dx, dy = x - self.width / 2, y - self.height / 2
        dx, dy = (-dx if self.flip_x else dx), (-dy if self.flip_y else dy)
        dx, dy = turned(dx, dy, self.turn)
        return self.x + dx, self.y + dy

    def segment(self, segment: Segment) -> Segment:
        """Return where a step of a path goes."""
        return Segment(segment.kind, tuple(self.point(*point) for point in segment.points))


def turned(x: float, y: float, degrees: float) -> Point:
    """Return a point turned about (0, 0), clockwise where y goes downward."""
    if not degrees:
        return x, y
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return x * cos - y * sin, x * sin + y * cos


class Frame(Struct, frozen=True):
    """A group: its own pose, and the coordinates that its members have in it."""

    pose: Pose
    x: float
    y: float
    width: float
    height: float

    def pose_of(self, member: Pose) -> Pose:
        """Return the pose of a member where the group stands."""
        across = self.pose.width / self.width if self.width else 1.0
        down = self.pose.height / self.height if self.height else 1.0
        x, y = self.pose.point((member.x - self.x) * across, (member.y - self.y) * down)
        # Office stretches a member that lies on its side along its own axes.
        lies = 45 <= member.turn % 180 < 135
        wide, tall = (down, across) if lies else (across, down)
        turn = member.turn
        if self.pose.flip_x != self.pose.flip_y:
            turn = -turn
        return replace(
            member,
            x=x,
            y=y,
            width=member.width * wide,
            height=member.height * tall,
            turn=(turn + self.pose.turn) % 360,
            flip_x=member.flip_x != self.pose.flip_x,
            flip_y=member.flip_y != self.pose.flip_y,
        )


def pose_of(frame: Element | None, site: Site, default: Pose) -> Pose:
    """Return the pose that an `a:xfrm` says.

    Args:
        frame: the element.
        site: the file.
        default: where it is missing.

    Raises:
        UnsupportedFeature: for lengths that no paper has.
    """
    if frame is None:
        return default
    offset, size = frame.find(qn("a:off")), frame.find(qn("a:ext"))
    width = default.width if size is None else site.emu(size.get("cx"))
    height = default.height if size is None else site.emu(size.get("cy"))
    left = 0.0 if offset is None else site.emu(offset.get("x"))
    top = 0.0 if offset is None else site.emu(offset.get("y"))
    if width < 0 or height < 0:
        raise site.refuse("اندازهٔ منفی شکل (a:ext)")
    return Pose(
        left + width / 2,
        top + height / 2,
        width,
        height,
        site.angle(frame.get("rot")),
        frame.get("flipH") in ("1", "true"),
        frame.get("flipV") in ("1", "true"),
    )


def frame_of(frame: Element | None, pose: Pose, site: Site) -> Frame:
    """Return a group's frame: its pose, and its members' coordinates by `a:chOff` and `a:chExt`.

    Raises:
        UnsupportedFeature: for lengths that no paper has.
    """
    offset = None if frame is None else frame.find(qn("a:chOff"))
    size = None if frame is None else frame.find(qn("a:chExt"))
    return Frame(
        pose,
        0.0 if offset is None else site.emu(offset.get("x")),
        0.0 if offset is None else site.emu(offset.get("y")),
        pose.width if size is None else site.emu(size.get("cx")),
        pose.height if size is None else site.emu(size.get("cy")),
    )
