"""Sees to the company's website and its e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from taahodname.rules.case import Case
from taahodname.rules.domains import is_free_mail, is_social, registered
from taahodname.rules.faults import Fault, error, reminder, warning
from taahodname.rules.registry import rule

_WEBSITE = "company.website"
_EMAIL = "company.email"
# An address that is well formed beyond doubt, as most are: the library, whose patterns take longer to compile
# than all rules to run, is not loaded for it.
_PLAIN_EMAIL = re.compile(
    r"[a-z0-9]+(?:[._-][a-z0-9]+)*@(?P<domain>(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+(?:ir|com|net|org))", re.I | re.A
)
_PLAIN_LENGTH = 60  # of all of it: shorter than what any part may have


@rule("website")
def website(case: Case) -> Iterator[Fault]:
    """The website is on a public domain, the company's own; what it shows is for a person to see."""
    address = case.text(_WEBSITE)
    if address is None:
        return
    host = _host(address)
    if host is None or registered(host) is None:
        yield error(
            _WEBSITE,
            "invalid",
            "نشانی معتبری روی یک دامنهٔ عمومی نیست؛ آن را مانند https://www.arya-data.ir بنویسید.",
            "is no address on a public domain; write it like https://www.arya-data.ir",
        )
    elif is_social(host):
        yield error(
            _WEBSITE,
            "social",
            "صفحهٔ شبکهٔ اجتماعی یا پیام‌رسان است و پذیرفته نمی‌شود؛ نشانی سایت خود شرکت را بنویسید.",
            "is a page of a social network or messenger, which is not accepted; write the company's own site",
        )
    yield reminder(
        _WEBSITE,
        "visible",
        "سایت را باز کنید و ببینید که نام کامل شرکت و زمینهٔ فعالیت مرتبط آن به‌آسانی دیده می‌شود.",
        "open the site and see that the company's full name and its field of activity are plainly visible",
    )


@rule("organisational-email")
def organisational_email(case: Case) -> Iterator[Fault]:
    """The e-mail is well formed and not of a provider where anyone can open a mailbox."""
    address = case.text(_EMAIL)
    if address is None:
        return
    domain = _mail_domain(address)
    if domain is None or registered(domain) is None:
        yield error(
            _EMAIL,
            "invalid",
            "نشانی درستی روی یک دامنهٔ عمومی نیست؛ آن را مانند info@arya-data.ir و با دامنهٔ شرکت بنویسید.",
            "is no address on a public domain; write it like info@arya-data.ir, on the company's own",
        )
    elif is_free_mail(domain):
        yield error(
            _EMAIL,
            "free-mail",
            f"از سرویس عمومی {domain} است و سازمانی نیست؛ ایمیلی با دامنهٔ خود شرکت بنویسید.",
            f"is of the public provider {domain}, not organisational; write one on the company's own domain",
        )
    else:
        yield from _other_domain(case, domain)


def _other_domain(case: Case, mail_domain: str) -> Iterator[Fault]:
    """A mailbox on another domain than the website's may be another organisation's."""
    host = _host(case.text(_WEBSITE) or "")
    site = registered(host) if host and not is_social(host) else None
    if site is not None and site != registered(mail_domain):
        yield warning(
            _EMAIL,
            "other-domain",
            f"روی دامنهٔ وب‌سایت ({site}) نیست؛ اگر ایمیلی با دامنهٔ سایت دارید آن را بنویسید.",
            f"is not on the website's domain ({site}); write one that is, if there is one",
        )


def _host(address: str) -> str | None:
    """Return the host of an http(s) address, in lower case, or None when it is no such address."""
    if re.search(r"[\s\\]", address):
        return None
    try:
        parts: SplitResult = urlsplit(address)
        plain = parts.scheme in ("http", "https") and parts.username is None and parts.port in (None, 80, 443)
    except ValueError:
        return None
    return parts.hostname if plain else None


def _mail_domain(address: str) -> str | None:
    """Return the domain of an e-mail address in ASCII, or None when the address is not well formed."""
    if (plain := _PLAIN_EMAIL.fullmatch(address)) and len(address) <= _PLAIN_LENGTH:
        return plain["domain"].lower()
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(address, check_deliverability=False, allow_smtputf8=False).ascii_domain
    except EmailNotValidError:
        return None
