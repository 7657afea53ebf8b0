"""Headers as users meet them: looked up in any case, told by their names only."""

from __future__ import annotations

import pytest
from subkit._secrets.secret import SecretHeaders
from subkit._transport.messages import Headers

PAIRS = [("Content-Type", "text/plain"), ("X-Key", "canary-1"), ("x-key", "canary-2"), ("Set-Cookie", "canary-3")]


def test_headers_are_a_mapping() -> None:
    """Names have no case, what came more than once is joined, and a name that did not come is a KeyError."""
    headers = Headers(PAIRS)
    assert len(headers) == 3
    assert list(headers) == ["content-type", "x-key", "set-cookie"]
    assert headers["X-KEY"] == headers.get("x-Key") == "canary-1, canary-2"
    assert "CONTENT-TYPE" in headers
    assert "accept" not in headers
    assert (dict(headers)["content-type"], len(Headers()), dict(Headers())) == ("text/plain", 0, {})
    with pytest.raises(KeyError):
        _ = headers["accept"]


def test_headers_show_no_values() -> None:
    """Any header may hold a secret: a `repr` has the names alone, of those that came and of those that are sent."""
    assert repr(Headers(PAIRS)) == "<Headers content-type, x-key, set-cookie>"
    assert repr(SecretHeaders(PAIRS)) == "<Content-Type, X-Key, x-key, Set-Cookie>"
