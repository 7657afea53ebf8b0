"""Proxies, given or named by the environment."""

from __future__ import annotations

import traceback

import pytest
import subkit._errors as errors
from support.live import busy, live_transport
from support.scripted import MODES
from support.servers import Connection, Script, answer, echo, once, refused_port, serving
from support.transports import SECRET, check_message, exchange, get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


def test_unreachable_proxy_is_named(mode: str) -> None:
    """Who cannot be reached behind a setting of the environment is said, without its password."""
    port = refused_port()
    with pytest.raises(
        errors.NotSent, match=rf"service\.invalid:80, through the proxy 127\.0\.0\.1:{port}\)"
    ) as caught:
        exchange(mode, get("http://service.invalid"), proxy=f"http://user:{SECRET}@127.0.0.1:{port}")
    check_message(caught.value, "service.invalid:80")


def forward(connection: Connection) -> None:
    while connection.request():
        connection.send(answer(b"from the proxy"))


@pytest.mark.fault(63)
def test_environment_names_the_proxy(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTP_PROXY is honoured with trust_env (absolute form on the wire), NO_PROXY excepts, trust_env=False ignores."""
    for name in ("http_proxy", "all_proxy", "no_proxy", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
    with serving(forward) as proxy, serving(echo) as server:
        monkeypatch.setenv("HTTP_PROXY", f"127.0.0.1:{proxy.port}")
        monkeypatch.setenv("http_proxy", f"127.0.0.1:{proxy.port}")
        [via] = exchange(mode, get(server.url, "/x"), trust_env=True)
        [direct] = exchange(mode, get(server.url, "/x"), trust_env=False)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        [excepted] = exchange(mode, get(server.url, "/x"), trust_env=True)
        [explicit] = exchange(mode, get(server.url, "/x"), trust_env=True, proxy=proxy.url)
        assert proxy.requests[0].startswith(f"GET {server.url}/x HTTP/1.1\r\n".encode())
    assert [via.body, direct.body, excepted.body, explicit.body] == [
        b"from the proxy",
        b"/x",
        b"/x",
        b"from the proxy",
    ]


def test_broken_tunnel_leaves_no_connection_behind(mode: str) -> None:
    """TLS that fails inside a tunnel is NotSent, and its place in the pool is free again."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\n\r\nno TLS here, for sure")

    with serving(script) as proxy, live_transport(mode, proxy=proxy.url) as live:
        with pytest.raises(errors.NotSent):
            live(lambda transport: transport.send(get("https://service.invalid"), timeout=5))
        assert live(busy) == 0


@pytest.mark.parametrize("script", [once(answer(status="407 Proxy Authentication Required")), once(b"")])
def test_refused_tunnel_sent_nothing(mode: str, script: Script) -> None:
    """A proxy that opens no tunnel has not seen the request: NotSent."""
    with serving(script) as proxy:
        with pytest.raises(errors.NotSent) as caught:
            exchange(mode, get("https://service.invalid"), proxy=proxy.url)
        assert proxy.requests[0].startswith(b"CONNECT service.invalid:443 ")
        assert SECRET.encode() not in proxy.requests[0]
    check_message(caught.value, "service.invalid:443")


@pytest.mark.parametrize(
    "proxy", [f"gopher://user:{SECRET}@127.0.0.1", "no-scheme:80", "http://", f"socks5://u:{SECRET}@127.0.0.1"]
)
def test_unusable_proxy_is_a_configuration_error(mode: str, proxy: str) -> None:
    """A proxy that cannot work is reported without its URL."""
    with pytest.raises(errors.ConfigurationError) as caught:
        exchange(mode, get("http://service.invalid"), proxy=proxy)
    assert SECRET not in "".join(traceback.format_exception(caught.value))
