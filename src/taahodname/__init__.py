"""Turns a company's profile into the checked dossier that makes its SMS line a service line (خط خدماتی).

    import taahodname as tn

    profile = tn.Profile.load("profile.yaml")
    report = tn.check(profile, "3000")
    tn.render(profile, "3000").write("out")

This is the door: the names below are what others may call. They are loaded when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from taahodname.version import __version__

if TYPE_CHECKING:
    from taahodname.batch import BatchResult, render_batch
    from taahodname.dossier import Dossier, render
    from taahodname.errors import CheckFailed, ProfileError, TaahodnameError
    from taahodname.findings import Change, Finding, Report, Severity
    from taahodname.letterhead import Letterhead
    from taahodname.profile import Profile
    from taahodname.rules import CheckedProfile, OperatorData, check

__all__ = [
    "BatchResult",
    "Change",
    "CheckFailed",
    "CheckedProfile",
    "Dossier",
    "Finding",
    "Letterhead",
    "OperatorData",
    "Profile",
    "ProfileError",
    "Report",
    "Severity",
    "TaahodnameError",
    "__version__",
    "check",
    "render",
    "render_batch",
]

_ROOMS = {
    "findings": ("Change", "Finding", "Report", "Severity"),
    "errors": ("CheckFailed", "ProfileError", "TaahodnameError"),
    "profile": ("Profile",),
    "rules": ("CheckedProfile", "OperatorData", "check"),
    "letterhead": ("Letterhead",),
    "dossier": ("Dossier", "render"),
    "batch": ("BatchResult", "render_batch"),
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"taahodname.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
