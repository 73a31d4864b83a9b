"""Public suffixes: what stands under «ir» or «co.ir», by the list that tldextract carries, always offline.

Only the list is taken, not the library: it loads an HTTP client and builds a tree of all suffixes, a tenth of
a second in every call of the command line. `tests/rules/test_suffixes.py` holds the two to the same answers.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_LIST = ".tld_set_snapshot"
_BEGIN, _END = "===BEGIN ICANN DOMAINS===", "===END ICANN DOMAINS==="


def registered_part(host: str) -> str | None:
    """Return the registered part of a host, or None when it has none: a label and its suffix.

    Args:
        host: in the ASCII form of the domain name system, lower case.

    Source: the algorithm of publicsuffix.org/list, without its default rule: a name under no suffix of the
    list has no such part.
    """
    labels = host.split(".")
    if not all(labels):
        return None
    readable = [_readable(label) for label in labels]
    for start in range(len(labels)):
        cut = _cut(readable, start)
        if cut is not None:
            return ".".join(labels[cut - 1 :]) if cut else None
    return None


def _cut(labels: list[str], start: int) -> int | None:
    """Return where the suffix begins when a rule is for the labels from `start` on, else None."""
    rules, name, above = _rules(), ".".join(labels[start:]), ".".join(labels[start + 1 :])
    if f"!{name}" in rules:
        return start + 1
    return start if name in rules or (above and f"*.{above}" in rules) else None


def _readable(label: str) -> str:
    """Return a label as the list writes it."""
    if not label.startswith("xn--"):
        return label
    import idna

    try:
        return idna.decode(label)
    except UnicodeError:
        return label


@cache
def _rules() -> frozenset[str]:
    spec = find_spec("tldextract")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("tldextract is not installed", name="tldextract")
    text = Path(spec.origin).with_name(_LIST).read_text(encoding="utf-8")
    listed = text.partition(_BEGIN)[2].partition(_END)[0]
    return frozenset(rule for rule in listed.split("\n") if rule and not rule.startswith("//"))
