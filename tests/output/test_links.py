"""What is an address of the web, and what only looks like one."""

from __future__ import annotations

import pytest

from mycity_cli.output.links import fault_of, is_web_address


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a/b.html?c=d&e=%C3%A9#f",
        "https://www.例子.cn/新闻/一",
        "https://192.0.2.7/a",
        "https://[2001:db8::1]/a",
        "HTTPS://Example.ORG/",
    ],
)
def test_addresses_of_the_web(address: str) -> None:
    assert fault_of(address) == ""
    assert is_web_address(address)


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("", "it does not begin with https:// or http://"),
        ("www.example.org", "it does not begin with https:// or http://"),
        ("javascript:alert(1)", "it does not begin with https:// or http://"),
        ("data:text/html,x", "it does not begin with https:// or http://"),
        ("//example.org/a", "it does not begin with https:// or http://"),
        ("ftp://example.org/a", "it does not begin with https:// or http://"),
        ("https://", "it names no host"),
        ("https:///a", "it names no host"),
        ("https://localhost/a", "it names no host"),
        ("https://-a.org", "it names no host"),
        ("https://a..org", "it names no host"),
        ("https://1.2.3/a", "it names no host"),
        ("https://example.org:/a", "it names no host"),
        ("https://me:secret@example.org/", "it holds a name or a password"),
        ("https://example.org:99999/", "it cannot be read: Port out of range 0-65535"),
        ("https://example.org/a b", "it has characters that no address has"),
        ("https://example.org/\n", "it has characters that no address has"),
        ('https://example.org/"x', "it has characters that no address has"),
        ("https://example.org/<x>", "it has characters that no address has"),
        ("https://example.org/\u202ea", "it has characters that no address has"),
        ("https://example.org/%zz", "a percent sign in it is not followed by two hexadecimal digits"),
        ("https://example.org/" + "a" * 2000, "it is longer than 2,000 characters"),
    ],
)
def test_what_is_none_and_why(address: str, fault: str) -> None:
    assert fault_of(address) == fault
    assert not is_web_address(address)


def test_no_address_is_none() -> None:
    assert not is_web_address(None)
