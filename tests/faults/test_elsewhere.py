"""The credential stays where it belongs: redirects, cookies, and what the environment would like to add."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import subkit
from support.live import live_client
from support.scripted import MODES, TOKEN
from support.servers import Script, TcpServer, always, answer, echo, serving

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
FOUND = answer(b'{"id": "s1"}', "Content-Type: application/json")
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
CALLS: dict[str, Callable[[Any], Any]] = {
    "get": lambda client: client.subscriptions.get("s1"),
    "create": lambda client: client.subscriptions.create(name="n", type="a", delivery_target=QUEUE),
    "disable": lambda client: client.subscriptions.disable("s1"),
    "list": lambda client: client.subscriptions.list().first(),
}
CREDENTIALS: dict[str, Callable[[], subkit.Credential]] = {
    "bearer": lambda: subkit.BearerToken(TOKEN),
    "function": lambda: subkit.BearerToken(lambda: TOKEN),
    "key": lambda: subkit.HeaderKey("X-Api-Key", TOKEN),
    "basic": lambda: subkit.Basic("user", TOKEN),
}


def redirecting(status: int, location: str) -> Script:
    return always(answer(b"", f"Location: {location}", status=f"{status} Moved"))


def redirected(mode: str, server: TcpServer, call: str, **options: Any) -> subkit.UnexpectedRedirect:
    with live_client(mode, server.url, **options) as live:
        with pytest.raises(subkit.UnexpectedRedirect) as caught:
            live(CALLS[call])
    return caught.value


@pytest.mark.fault(49)
@pytest.mark.parametrize("credential", CREDENTIALS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_origin(mode: str, status: int, credential: str) -> None:
    """Nothing goes to where a redirect points, neither credential nor body; the error says what happened."""
    with serving(echo) as other, serving(redirecting(status, f"{other.url}/steal")) as server:
        for call in CALLS:
            error = redirected(mode, server, call, auth=CREDENTIALS[credential]())
            assert (error.status, error.attempts) == (status, 1)
            assert TOKEN not in str(error) + repr(error)
        assert (other.connections, len(server.requests)) == (0, len(CALLS))


@pytest.mark.fault(50)
@pytest.mark.parametrize("status", [300, 301, 302, 303, 305, 307, 308])
@pytest.mark.parametrize("call", CALLS)
def test_a_redirect_loop(mode: str, call: str, status: int) -> None:
    """A redirect to the very same place is an error after one request, and no POST becomes a GET."""
    with serving(redirecting(status, "?again")) as server:
        assert redirected(mode, server, call).status == status
        assert len(server.requests) == 1


@pytest.mark.fault(62)
def test_cookies_are_not_kept(mode: str) -> None:
    """A cookie that the server sets goes back with no later call of this client or another one."""
    found = answer(b'{"id": "s1"}', "Content-Type: application/json", "Set-Cookie: session=canary; Path=/")
    with serving(always(found)) as server, live_client(mode, server.url) as live:
        for _ in range(2):
            live(CALLS["get"])
        live(lambda client: client.with_options(timeout=5.0).subscriptions.get("s1"))
        with live_client(mode, server.url) as second:
            second(CALLS["get"])
        assert len(server.requests) == 4
        assert [request for request in server.requests if b"cookie" in request.lower()] == []


@pytest.fixture
def netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A netrc for this host, in every place where a library would look."""
    for name in (".netrc", "_netrc"):
        (tmp_path / name).write_text(
            "machine 127.0.0.1 login user password canary\ndefault login user password canary\n"
        )
        (tmp_path / name).chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.fault(63)
@pytest.mark.parametrize("trust_env", [True, False])
@pytest.mark.parametrize("with_credential", [True, False])
@pytest.mark.usefixtures("netrc")
def test_netrc_gives_no_credential(mode: str, trust_env: bool, with_credential: bool) -> None:
    """A netrc for the host neither adds a credential nor replaces one, whatever `trust_env` says."""
    auth = subkit.HeaderKey("X-Api-Key", TOKEN) if with_credential else None
    with serving(always(FOUND)) as server, live_client(mode, server.url, auth=auth, trust_env=trust_env) as live:
        live(CALLS["get"])
        [request] = server.requests
    assert b"authorization" not in request.lower()
    assert (TOKEN.encode() in request) is with_credential


@pytest.mark.fault(63)
@pytest.mark.parametrize("trust_env", [True, False])
def test_only_the_proxy_learns_the_password_of_the_proxy(
    mode: str, trust_env: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment's proxy is used with `trust_env` only; its password goes to it, and shows in no error."""
    for name in ("no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
    refusing = always(answer(b"", status="407 Proxy Authentication Required"))
    options = {"trust_env": trust_env, "auth": None, "retry": subkit.Retry(attempts=1)}
    with serving(refusing) as proxy:
        for name in ("http_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, f"http://user:canary@127.0.0.1:{proxy.port}")
        with live_client(mode, "http://service.invalid", **options) as live:
            with pytest.raises(subkit.ApiError if trust_env else subkit.NotSent) as caught:
                live(CALLS["get"])
            assert "canary" not in str(caught.value) + repr(caught.value)
        sent = [b"proxy-authorization: basic" in request.lower() for request in proxy.requests]
        assert sent == ([True] if trust_env else [])
