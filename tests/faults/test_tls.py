"""Servers whose certificate does not hold, and what the environment may not do about it."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import pytest
import subkit
from support.broken import at_first
from support.certificates import authority_file, server_context
from support.live import client, live_client
from support.scripted import MODES, TOKEN
from support.servers import Connection, always, answer, echo, serving
from support.transports import exchange, get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(19), pytest.mark.both_modes]
FOUND = always(answer(b'{"id": "s1"}', "Content-Type: application/json"))
BAD = {
    "unknown authority": {"issuer": "strange"},
    "another host": {"host": "other.example"},
    "another address": {"host": "127.0.0.2"},
    "expired": {"expired": True},
}


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)


def refused(mode: str, tls: ssl.SSLContext, **options: object) -> None:
    """A call that ends in the handshake, which is not tried again: it would end in the same way."""
    with serving(FOUND, tls) as server, live_client(mode, server.url, **options) as live:
        with pytest.raises(subkit.NotSent) as caught:
            live(lambda client: client.subscriptions.get("s1"))
        assert (server.requests, server.connections) == ([], 1)
    assert "certificate" in str(caught.value)
    assert caught.value.permanent
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("kind", BAD)
def test_bad_certificates_are_refused(mode: str, kind: str, tmp_path: Path) -> None:
    """A certificate of an unknown authority, of another host, or out of date: nothing is sent, in clear neither."""
    refused(mode, server_context(**BAD[kind]), verify=authority_file(tmp_path))


def test_good_certificate_passes(mode: str, tmp_path: Path) -> None:
    """With the authority in `verify` (a file, or a context of one's own) the call succeeds; by default it does not."""
    context = ssl.create_default_context(cafile=authority_file(tmp_path))
    for verify in (authority_file(tmp_path), context):
        with serving(FOUND, server_context()) as server, live_client(mode, server.url, verify=verify) as live:
            assert live(lambda client: client.subscriptions.get("s1")).id == "s1"
    refused(mode, server_context())


@pytest.mark.parametrize("trust_env", [True, False])
def test_environment_adds_authorities_only_if_trusted(
    mode: str, trust_env: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SSL_CERT_FILE names authorities with `trust_env`, and has no say without it or beside `verify`."""
    monkeypatch.setenv("SSL_CERT_FILE", authority_file(tmp_path))
    if trust_env:
        with serving(FOUND, server_context()) as server, live_client(mode, server.url, trust_env=True) as live:
            assert live(lambda client: client.subscriptions.get("s1")).id == "s1"
    else:
        refused(mode, server_context())
    other = authority_file(tmp_path, "strange")
    refused(mode, server_context(), trust_env=trust_env, verify=other)


@pytest.mark.parametrize("kind", ["empty", "missing", "none", "folder"])
def test_environment_does_not_switch_the_check_off(
    mode: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No value of a variable that any library looks at makes a bad certificate good."""
    (tmp_path / "empty").touch()
    value = {"empty": tmp_path / "empty", "missing": tmp_path / "none", "none": "", "folder": tmp_path}[kind]
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(value))
    monkeypatch.setenv("PYTHONHTTPSVERIFY", "0")
    expected = subkit.ConfigurationError if kind in ("empty", "missing") else subkit.NotSent
    with serving(FOUND, server_context()) as server, live_client(mode, server.url, trust_env=True) as live:
        with pytest.raises(expected):
            live(lambda client: client.subscriptions.get("s1"))
        assert server.requests == []


def test_only_false_switches_the_check_off(mode: str) -> None:
    """`verify=False` is the one way, and what merely looks false is refused."""
    for verify in (None, 0, ""):
        with pytest.raises(subkit.ConfigurationError, match="verify"):
            client(mode, "https://api.example", verify=verify)
    with serving(FOUND, server_context(expired=True)) as server, live_client(mode, server.url, verify=False) as live:
        assert live(lambda client: client.subscriptions.get("s1")).id == "s1"


def corked(connection: Connection) -> None:
    """An answer and another one beyond it, in two TLS records that arrive together."""
    connection.request()
    connection.option(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
    connection.send(answer(b"one"))
    connection.send(answer(b"stray"))
    connection.option(socket.IPPROTO_TCP, socket.TCP_CORK, 0)
    echo(connection)


@pytest.mark.fault(10)
@pytest.mark.skipif(not hasattr(socket, "TCP_CORK"), reason="needs a socket that holds back what it sends")
def test_stray_records_are_not_the_next_answer(mode: str) -> None:
    """What a server sends beyond its answer in a TLS record of its own is never taken for the next answer."""
    with serving(at_first(corked, echo), server_context()) as server:
        one, two = exchange(mode, get(server.url, "/one"), get(server.url, "/two"), verify=False)
    assert (one.body, two.body) == (b"one", b"/two")
