"""Who signs for the company: the signatories of the profile, or the chief executive alone."""

from __future__ import annotations

from msgspec import Struct

from taahodname.documents.values import shown
from taahodname.rules import CheckedProfile

CEO_TITLE = "مدیرعامل"


class Signer(Struct, frozen=True):
    """One whose signature binds the company.

    Attributes:
        name: the full name.
        title: the post; empty when none is given.
    """

    name: str
    title: str

    @property
    def phrase(self) -> str:
        """The name with the post behind it."""
        return f"{self.name} ({self.title})" if self.title else self.name


def ceo(checked: CheckedProfile) -> Signer:
    """Return the chief executive; in a draft without a name, the mark of a gap."""
    return Signer(shown(checked.profile.ceo.full_name, "ceo.last_name"), CEO_TITLE)


def signers(checked: CheckedProfile) -> tuple[Signer, ...]:
    """Return all who sign, in the order of the profile; the chief executive alone when it names none."""
    named = checked.profile.signatories
    if not named:
        return (ceo(checked),)
    return tuple(
        Signer(shown(one.name, f"signatories.{place}.name"), one.title or "")
        for place, one in enumerate(named)
    )
