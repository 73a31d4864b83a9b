"""What a client fills: the model of a profile, its loaders and its normalisation."""

from taahodname.profile.model import (
    Company,
    CustomerListOptions,
    Letter,
    LetterheadOptions,
    Line,
    Person,
    Profile,
    Representative,
    Signatory,
)

__all__ = [
    "Company",
    "CustomerListOptions",
    "Letter",
    "LetterheadOptions",
    "Line",
    "Person",
    "Profile",
    "Representative",
    "Signatory",
]
