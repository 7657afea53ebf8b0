"""A token endpoint that breaks on the wire, over real sockets: an `AuthError`, soon, and without a secret."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest
import subkit
from support.broken import reset_in_body
from support.issuers import Issuer
from support.lines import own_text
from support.live import live_client
from support.scripted import MODES, UUID_1
from support.secrecy import check_secrecy
from support.servers import CHUNKED, Script, always, answer, drip_body, once, refused_port, serving, silence
from support.vendors import CLIENT_ID, SECRETS

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(55)]
SERVER, WSO2 = "alteryx-server", "wso2-publisher"
BASIC = b64encode(f"{CLIENT_ID}:{SECRETS['client_secret']}".encode()).decode("ascii")
KIND = "Content-Type: application/json"
TOKEN = answer(b'{"access_token": "t", "expires_in": 60}', KIND)


def failure(mode: str, slug: str, url: str, **options: Any) -> subkit.SubkitError:
    """The error of a call whose token endpoint is there, checked for secrets."""
    auth = Issuer(slug).credential(token_url=f"{url}/token")
    with live_client(mode, url, slug, auth=auth, **options) as live, pytest.raises(subkit.SubkitError) as caught:
        live(lambda client: client.subscriptions.get(UUID_1))
    assert len(str(caught.value).splitlines()) == 1
    check_secrecy(caught.value, "canary", BASIC)
    return caught.value


BROKEN: dict[str, Script] = {
    "reset": reset_in_body,
    "nothing": once(b""),
    "ssh": once(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "short": once(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"),
    "unfinished": once(CHUNKED + b"3\r\nabc\r\n"),
}


@pytest.mark.parametrize("slug", [SERVER, WSO2])
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_answer(mode: str, slug: str, name: str) -> None:
    """Where no whole answer comes, it is asked for three times; the error names the endpoint."""
    with serving(BROKEN[name]) as server:
        error = failure(mode, slug, server.url)
        assert isinstance(error, subkit.AuthError)
        assert own_text(error).startswith(f"the token endpoint {server.url}/token sent no readable response: ")
        assert (error.status, error.operation, server.connections) == (None, "get_subscription", 3)


@pytest.mark.parametrize("slug", [SERVER, WSO2])
def test_nobody_there(mode: str, slug: str) -> None:
    """A port that nobody listens on is told as such."""
    url = f"http://127.0.0.1:{refused_port()}"
    error = failure(mode, slug, url)
    assert isinstance(error, subkit.AuthError)
    assert f"{url}/token" in str(error)
    assert "could not connect" in str(error)


@pytest.mark.parametrize("script", [always(answer(b"x" * 5000)), always(answer(b"x", "Content-Encoding: br"))])
def test_an_answer_that_is_not_read(mode: str, script: Script) -> None:
    """An answer beyond `max_body`, or in an encoding that nobody asked for, is not asked for again."""
    with serving(script) as server:
        error = failure(mode, SERVER, server.url, max_body=1000)
        assert isinstance(error, subkit.AuthError)
        assert (error.status, len(server.requests)) == (200, 1)


@pytest.mark.fault(14, 15)
@pytest.mark.parametrize("script", [silence, drip_body])
def test_a_slow_endpoint(mode: str, script: Script) -> None:
    """A token endpoint that is silent or drips is given up at the timeout of the call, which was not sent."""
    with serving(script) as server:
        error = failure(mode, SERVER, server.url, timeout=0.3)
        assert isinstance(error, subkit.DeadlineExceeded)
        assert (error.sent, error.operation) == (False, "get_subscription")
        assert server.connections == 1


def test_a_good_endpoint(mode: str) -> None:
    """The whole way over the wire: a token, and two calls that carry it."""

    def script(connection: Any) -> None:
        while request := connection.request():
            connection.send(TOKEN if request.startswith(b"POST /oauth2/token ") else answer(b'{"id": "a"}', KIND))

    with serving(script) as server:
        with live_client(mode, server.url, SERVER, auth=Issuer(SERVER).credential()) as live:
            for _ in range(2):
                assert live(lambda client: client.subscriptions.get(UUID_1)).to_dict() == {"id": "a"}
        asked, first, second = (request.split(b"\r\n") for request in server.requests)
    assert f"Authorization: Basic {BASIC}".encode() in asked
    assert asked[-1] == b"grant_type=client_credentials"
    assert all(b"Authorization: Bearer t" in lines for lines in (first, second))
