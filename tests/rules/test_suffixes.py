"""Facts about public suffixes."""

from __future__ import annotations

import pytest

from taahodname.rules.suffixes import _rules, registered_part

ODD = (
    "",
    ".",
    "a.",
    "ir",
    "co.ir",
    "a..ir",
    "localhost",
    "arya.local",
    "127.0.0.1",
    "a.b.ck",
    "www.ck",
    "x.www.ck",
    "xn--.ir",
)


@pytest.fixture(scope="module")
def library():
    import tldextract

    return tldextract.TLDExtract(cache_dir=None, suffix_list_urls=(), fallback_to_snapshot=True)


def test_the_list_is_there():
    assert len(_rules()) > 5_000


def test_the_answers_are_those_of_tldextract(library):
    names = [rule.removeprefix("!").removeprefix("*.") for rule in sorted(_rules())]
    hosts = [name.encode("idna").decode("ascii") for name in names if name.isascii()]
    hosts += ["xn--mgba3a4f16a", "xn--hgbk3a08c.xn--mgba3a4f16a", "a.xn--hgbk3a08c.xn--mgba3a4f16a"]
    for host in (*hosts, *ODD):
        for asked in (host, f"arya.{host}", f"www.arya.{host}", f"a.b.arya.{host}"):
            expected = library(asked).top_domain_under_public_suffix or None
            if asked.endswith(".") or ".." in asked or asked.startswith("."):
                continue  # told apart before it comes here
            assert registered_part(asked) == expected, asked
