"""Answers that are plain text, in whatever charset they say that they are."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
import subkit
from support.scripted import MODES, Driven, package_of, reply

pytestmark = pytest.mark.parametrize("mode", MODES)
ENS = "illumina-ens"


def text_of(mode: str, body: bytes, content_type: str) -> Any:
    """What a call answers that is promised as plain text."""
    operation = package_of(ENS).operations.get_subscription("s1")
    endpoint = attrs.evolve(operation.endpoint, success={200: {"raw": "text"}}, accept="text/plain")
    driven = Driven(ENS, mode, [reply(200, body, content_type=content_type)])
    return driven(lambda client: client.send(attrs.evolve(operation, endpoint=endpoint))).parsed


CHARSETS = [
    ("", "Grüße"), ("; charset=utf-8", "Grüße"), ('; charset="UTF-8"', "Grüße"), ("; CHARSET=iso-8859-1", "Grüße"),
    ("; charset=windows-1252", "Grüße"), ("; charset=utf-16", "Grüße"), ("; charset=us-ascii", "Gru"),
]  # fmt: skip


@pytest.mark.fault(8)
@pytest.mark.parametrize(("charset", "text"), CHARSETS)
def test_text_in_its_charset(mode: str, charset: str, text: str) -> None:
    """Text is read in the charset that the answer names, UTF-8 without one."""
    name = charset.lower().partition("charset=")[2].strip('"') or "utf-8"
    assert text_of(mode, text.encode(name), f"text/plain{charset}") == text


@pytest.mark.fault(8)
@pytest.mark.parametrize("name", ["us-ascii", "utf-8", "utf-7", "x-unknown", "base64", "hex", "zlib", "rot13", "idna",
                                  "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "..", "-"])  # fmt: skip
def test_text_in_no_charset(mode: str, name: str) -> None:
    """Text that is not in the charset that the answer names, or in one that is none, is a DecodeError and no other."""
    with pytest.raises(subkit.DecodeError, match="charset"):
        text_of(mode, b"a\\q\xff\xfe\xc0", f"text/plain; charset={name}")
