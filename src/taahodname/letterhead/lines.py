"""Says what a generated letterhead prints of a company: the clean values of its profile, for a reader."""

from __future__ import annotations

from taahodname.identifiers import landline, postal_code
from taahodname.letterhead.generated import CompanyLines
from taahodname.profile import Company


def company_lines(company: Company) -> CompanyLines:
    """Return the lines of a letterhead; a missing name is a mark that says so, other gaps are left out.

    Args:
        company: of the profile, in its clean form.
    """
    return CompanyLines(
        legal_name=f"شرکت {company.name or '[نام]'}",
        activity=company.activity,
        address=company.address,
        postal_code=None if not company.postal_code else postal_code.format(company.postal_code),
        phone=None if not company.phone else landline.format(company.phone),
        website=None if not company.website else _bare(company.website),
        email=company.email,
    )


def _bare(website: str) -> str:
    """Return a site's address as people write it on paper: without the protocol and the last slash."""
    for protocol in ("https://", "http://"):
        website = website.removeprefix(protocol)
    return website.rstrip("/")
