"""Which transport a client uses: what is taken as one, what is refused, and who closes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import subkit
from support.live import Live, client, live_client, transport
from support.scripted import MODES, TOKEN
from support.servers import Connection, answer, serving

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
URL = "https://api.example"


class Double:
    """A transport that notes whether it was closed."""

    closed = False

    def send(self, request: subkit.Request, *, timeout: float) -> subkit.Reply:
        return subkit.Reply(200, (("Content-Type", "application/json"),), b'{"id": "s1"}')

    def close(self) -> None:
        self.closed = True


class AsyncDouble(Double):
    async def send(self, request: subkit.Request, *, timeout: float) -> subkit.Reply:  # type: ignore[override]
        return super().send(request, timeout=timeout)

    async def aclose(self) -> None:
        self.close()


def double(mode: str) -> Any:
    return AsyncDouble() if mode == "async" else Double()


def things(connection: Connection) -> None:
    while connection.request():
        connection.send(answer(b'{"id": "s1"}', "Content-Type: application/json"))


def test_a_client_closes_only_what_it_made(mode: str) -> None:
    """A transport that was given is not closed, neither by the client nor by one derived from it."""
    given = double(mode)
    with Live(client(mode, URL, transport=given, trust_env=True), mode) as live:
        assert live(lambda subject: subject.subscriptions.get("s1")).id == "s1"
        derived = live.subject.with_options(timeout=5.0)
        live(lambda _: derived.close() if mode == "sync" else derived.aclose())
        assert live(lambda subject: subject.subscriptions.get("s1")).id == "s1"
    assert given.closed is False


def test_clients_can_share_a_transport(mode: str) -> None:
    """Two clients on one `HttpTransport` use the same connections, and each may be closed without the other."""
    with serving(things) as server:
        with Live(transport(mode), mode) as shared:
            for _ in range(2):
                subject = client(mode, server.url, transport=shared.subject, trust_env=True)
                assert shared(lambda _, own=subject: own.subscriptions.get("s1")).id == "s1"
                shared(lambda _, own=subject: own.close() if mode == "sync" else own.aclose())
                with pytest.raises(subkit.ClientClosed):
                    shared(lambda _, own=subject: own.subscriptions.get("s1"))
        assert server.connections == 1


def test_a_transport_can_be_wrapped(mode: str) -> None:
    """`HttpTransport` is a transport like any other: what stands around it sees each request."""
    seen: list[str] = []

    class Recording(Double):
        def __init__(self, inner: Any) -> None:
            self.inner = inner

        def send(self, request: subkit.Request, *, timeout: float) -> Any:
            seen.append(request.method)
            return self.inner.send(request, timeout=timeout)

        async def aclose(self) -> None:
            """Nothing."""

    with serving(things) as server, Live(transport(mode), mode) as inner:
        subject = client(mode, server.url, transport=Recording(inner.subject), trust_env=True)
        assert inner(lambda _: subject.subscriptions.get("s1")).id == "s1"
    assert seen == ["GET"]


@pytest.mark.parametrize(
    "given", [object(), "https://api.example", 5, type("Half", (), {"send": lambda self, request, *, timeout: None})()]
)
def test_what_is_no_transport(mode: str, given: Any) -> None:
    """An object that cannot serve as a transport is refused when the client is made, with what to give instead."""
    with pytest.raises(subkit.ConfigurationError, match=r"^transport: .*subkit\.(Async)?HttpTransport.*httpx"):
        client(mode, URL, transport=given, trust_env=True)


def test_a_transport_of_the_other_mode(mode: str) -> None:
    """A transport for the other kind of client is refused when the client is made."""
    other = Double() if mode == "async" else AsyncDouble()
    with pytest.raises(subkit.ConfigurationError, match=r"^transport"):
        client(mode, URL, transport=other, trust_env=True)


@pytest.mark.parametrize(
    "option",
    [
        {"verify": False},
        {"verify": Path("ca.pem")},
        {"proxy": f"http://u:{TOKEN}@p"},
        {"trust_env": False},
        {"max_connections": 5},
    ],
    ids=lambda option: next(iter(option)),
)
def test_options_that_a_given_transport_would_not_see(mode: str, option: dict[str, Any]) -> None:
    """Settings of connections beside a transport are refused, not ignored, and never shown."""
    [name] = option
    with pytest.raises(subkit.ConfigurationError, match=rf"^{name}.*transport") as caught:
        client(mode, URL, transport=double(mode), **{"trust_env": True, **option})
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("value", [0, -1, True, 2.5, "5", None])
def test_a_number_of_connections(mode: str, value: Any) -> None:
    """`max_connections` is a number greater than 0."""
    with pytest.raises(subkit.ConfigurationError, match=r"^max_connections"):
        client(mode, URL, max_connections=value)


@pytest.mark.parametrize("verify", ["none.pem", Path("none.pem"), b"ca.pem", 0, 1, [], object()])
def test_a_setting_for_tls_that_cannot_be_used(mode: str, verify: Any) -> None:
    """What `verify` cannot use is refused when the client is made, never replaced by the usual authorities."""
    with pytest.raises(subkit.ConfigurationError, match=r"^verify"):
        client(mode, URL, verify=verify)


def test_a_path_of_authorities(mode: str, tmp_path: Path) -> None:
    """An empty file is refused; a folder, even an empty one, trusts nobody else."""
    empty = tmp_path / "empty.pem"
    empty.touch()
    with pytest.raises(subkit.ConfigurationError, match=r"^verify"):
        client(mode, URL, verify=empty)
    with live_client(mode, URL, verify=tmp_path):
        pass


@pytest.mark.parametrize("proxy", ["proxy.example:3128", "http://", "ftp://proxy.example", "http://[half", 5])
def test_a_proxy_that_is_none(mode: str, proxy: Any) -> None:
    """A proxy's URL that is none is refused when the client is made."""
    with pytest.raises(subkit.ConfigurationError, match=r"^proxy"):
        client(mode, URL, proxy=proxy)
