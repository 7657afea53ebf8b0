"""Ids on the wire: whatever one holds, the request goes to that resource and to no other."""

from __future__ import annotations

from urllib.parse import quote

import pytest
import subkit
from support.live import live_client
from support.scripted import MODES, UUID_1
from support.servers import always, answer, serving

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(59), pytest.mark.both_modes]
FOUND = answer(b'{"id": "s1"}', "Content-Type: application/json")
IDS = {
    "escaped dots": "%2e%2e",
    "escaped slash": "a%2Fb",
    "up": "../v2/things",
    "middle": "a/../b",
    "dots": "...",
    "slash": "/",
    "backslash": "..\\..",
    "query": "a?b=c&d#e",
    "parameter": "..;/",
    "space": "a b",
    "foreign": "ü€😀",
    "plus": "+",
    "long": "x" * 10_000,
    "host": "@evil.example",
    "url": "https://evil.example/",
    "double slash": "//evil.example",
}


@pytest.mark.parametrize("name", IDS)
def test_what_goes_out(mode: str, name: str) -> None:
    """An id is one segment of the path that is sent, byte for byte as it is encoded."""
    with serving(always(FOUND)) as server, live_client(mode, f"{server.url}/base", validate=False) as live:
        live(lambda client: client.subscriptions.get(IDS[name]))
        [request] = server.requests
    target = request.split(b" ")[1].decode("ascii")
    assert target == f"/base/v1/subscriptions/{quote(IDS[name], safe='')}"
    assert f"Host: 127.0.0.1:{server.port}".encode() in request


@pytest.mark.parametrize("value", ["", " ", "\t", ".", "..", "\x00", "a\r\nb"])
def test_what_does_not(mode: str, value: str) -> None:
    """An id that would name another resource, or none, reaches no server, in a delete least of all."""
    with serving(always(FOUND)) as server, live_client(mode, server.url, "jackhenry-events", validate=False) as live:
        for call in ("get", "delete"):
            with pytest.raises(subkit.InvalidArgument, match="subscription"):
                live(lambda client, call=call: getattr(client.subscriptions, call)(value))
        assert server.connections == 0
        live(lambda client: client.subscriptions.get(UUID_1))
        assert len(server.requests) == 1
