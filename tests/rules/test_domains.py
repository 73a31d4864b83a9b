"""Facts about domains."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taahodname.rules import domains
from taahodname.rules.domains import is_free_mail, is_social, registered


@pytest.mark.parametrize(
    ("host", "part"),
    [
        ("www.arya-data.ir", "arya-data.ir"),
        ("WWW.Arya-Data.CO.IR.", "arya-data.co.ir"),
        ("arya.com", "arya.com"),
        ("a.b.c.arya.org", "arya.org"),
        ("آریا.ایران", "xn--hgbk3a08c.xn--mgba3a4f16a"),
        ("co.ir", None),
        ("ir", None),
        ("localhost", None),
        ("arya.local", None),
        ("127.0.0.1", None),
        ("2130706433", None),
        ("::1", None),
        ("", None),
        ("a..b", None),
        ("a" * 64 + ".ir", None),
    ],
)
def test_the_registered_part_of_a_host(host, part):
    assert registered(host) == part


@pytest.mark.parametrize(
    ("domain", "free"),
    [
        ("gmail.com", True),
        ("GMAIL.com", True),
        ("chmail.ir", True),
        ("x.chmail.ir", True),
        ("mychmail.ir", False),
        ("arya-data.ir", False),
        ("com", False),
        ("", False),
    ],
)
def test_a_free_provider_and_what_is_under_it(domain, free):
    assert is_free_mail(domain) is free


@pytest.mark.parametrize(
    ("host", "social"),
    [
        ("instagram.com", True),
        ("www.instagram.com", True),
        ("notinstagram.com", False),
        ("t.me", True),
        ("net.me", False),
    ],
)
def test_a_social_site_and_what_is_under_it(host, social):
    assert is_social(host) is social


def test_nothing_is_fetched_or_written(monkeypatch, tmp_path):
    import socket

    from taahodname.rules import suffixes

    def refuse(*args, **kwargs):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setenv("HOME", str(tmp_path))
    suffixes._rules.cache_clear()
    assert registered("www.arya.ir") == "arya.ir"
    assert list(tmp_path.iterdir()) == []


def test_a_name_longer_than_a_domain_may_be_is_looked_at_no_further() -> None:
    host = "a." * 30_000 + "telegram.org"
    assert not is_social(host)
    assert is_social("t.me")


@given(st.text("aB1-._" + "x" * 4, max_size=140) | st.integers(60, 70).map(lambda count: "a" * count + ".ir"))
def test_an_ascii_name_is_what_the_codec_of_python_makes_of_it(host):
    try:
        expected = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        expected = None
    assert domains._ascii(host) == expected
