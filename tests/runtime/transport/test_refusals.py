"""Calls of which nothing left: no connection, no handshake, no such request."""

from __future__ import annotations

import socket
import traceback
from pathlib import Path

import pytest
import subkit._errors as errors
from subkit._transport.messages import Request
from support.scripted import MODES
from support.servers import echo, refused_port, serving
from support.transports import SECRET, check_message, exchange, get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


@pytest.mark.fault(16)
def test_refused_connection_sent_nothing(mode: str) -> None:
    """A closed port is NotSent, and the message names it."""
    port = refused_port()
    with pytest.raises(errors.NotSent, match="nothing was sent") as caught:
        exchange(mode, get(f"http://127.0.0.1:{port}"))
    check_message(caught.value, f"127.0.0.1:{port}")


@pytest.mark.fault(17)
@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 70 + ".invalid"])
def test_unknown_name_sent_nothing(mode: str, host: str) -> None:
    """A name that does not resolve, or cannot, is NotSent, and the message names it."""
    with pytest.raises(errors.NotSent, match="nothing was sent") as caught:
        exchange(mode, get(f"http://{host}"))
    check_message(caught.value, host)


@pytest.mark.fault(9)
def test_failed_handshake_sent_nothing(mode: str) -> None:
    """TLS with a server that does not speak it is NotSent."""
    with serving(lambda connection: connection.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as server:
        with pytest.raises(errors.NotSent):
            exchange(mode, get(server.url.replace("http:", "https:")))


@pytest.mark.parametrize(
    "request_",
    [
        Request("GET", "http://[half/"),
        Request("GET", "ftp://127.0.0.1/"),
        Request("GET", "/relative"),
        pytest.param(
            Request("GET", f"http://127.0.0.1:{refused_port()}/", (("X-Key", f"{SECRET}\u20ac"),)),
            marks=pytest.mark.fault(58),
        ),
        Request("BAD METHOD", "http://127.0.0.1:{port}/"),
        pytest.param(
            Request("GET", "http://127.0.0.1:{port}/", (("X-Key", f"{SECRET}\r\nX-Evil: 1"),)),
            marks=pytest.mark.fault(57),
        ),
    ],
)
def test_impossible_request_sends_nothing(mode: str, request_: Request) -> None:
    """What HTTP cannot express is NotSent, and no value is echoed."""
    with serving(echo) as server:
        made = Request(request_.method, request_.url.replace("{port}", str(server.port)), request_.headers)
        with pytest.raises(errors.NotSent) as caught:
            exchange(mode, made)
        assert server.requests == []
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_missing_authorities_are_a_configuration_error(mode: str, tmp_path: Path) -> None:
    """A CA file that is not there is reported as such."""
    with pytest.raises(errors.ConfigurationError, match="certificates"):
        exchange(mode, get("https://service.invalid"), verify=str(tmp_path / "none.pem"))


def test_dead_address_leaves_time_for_the_next(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with a closed address first and a live one second is reached."""
    with serving(echo) as server:
        found = socket.getaddrinfo("127.0.0.1", server.port, type=socket.SOCK_STREAM)
        dead = [(*entry[:4], ("127.0.0.2", server.port)) for entry in found]
        whole = socket.getaddrinfo
        named = {"two.invalid": dead + found, b"two.invalid": dead + found}
        monkeypatch.setattr(socket, "getaddrinfo", lambda host, *a, **k: named.get(host) or whole(host, *a, **k))
        [reply] = exchange(mode, get(f"http://two.invalid:{server.port}", "/x"))
    assert reply.body == b"/x"
