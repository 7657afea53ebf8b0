"""A token endpoint that the server itself names: only at its own origin, because it is sent the secret."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from subkit._transport.messages import Reply, Request
from support.issuers import Issuer, get, refusal
from support.lines import own_text
from support.scripted import BASE_URL, MODES, Answer, Clock, Driven, header, reply

OMF = "aveva-omf"
DISCOVERY = f"{BASE_URL}/identity/.well-known/openid-configuration"
pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(55)]


def driven_by(mode: str, *answers: Answer) -> Driven:
    """A client whose first requests are answered so, and which has no others to make."""
    auth = Issuer(OMF).credential()
    return Clock(chance=0.0).drive(Driven(OMF, mode, answers, auth=auth))


def naming(endpoint: Any) -> Reply:
    return reply(200, {"issuer": "https://elsewhere.example", "token_endpoint": endpoint})


def test_the_endpoint_is_looked_for(mode: str) -> None:
    """The server is asked without a credential where tokens are given, and they are bought there."""
    issuer = Issuer(OMF)
    driven = issuer.driven(mode)
    get(driven)
    first = driven.requests[0]
    assert [(one.method, one.url) for one in driven.requests[:2]] == [("GET", DISCOVERY), ("POST", issuer.token_url)]
    assert [name for name, _ in first.headers] == ["User-Agent", "Accept-Encoding", "Accept"]
    assert first.body is None


@pytest.mark.fault(46)
@pytest.mark.parametrize(
    "endpoint",
    [
        "https://evil.example/token",
        "https://api.example.evil.example/token",
        "https://api.example:8443/token",
        "http://api.example/token",
        "https://evil.example/https://api.example/token",
        "https://sub.api.example/token",
        "https://169.254.169.254/token",
    ],
)
def test_an_endpoint_at_another_origin(mode: str, endpoint: str) -> None:
    """It is not believed: nothing is sent there, and the error says how to allow it."""
    driven = driven_by(mode, naming(endpoint))
    error = refusal(driven)
    assert [one.url for one in driven.requests] == [DISCOVERY]
    assert "another origin" in str(error)
    assert "token_url" in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("endpoint", ["https://API.example:443/t", "https://api.example/other/t?tenant=1"])
def test_an_endpoint_at_the_same_origin(mode: str, endpoint: str) -> None:
    """An origin is scheme, host and port, whatever the letters, the path and the query are."""
    driven = driven_by(mode, naming(endpoint), reply(200, {"access_token": "t", "expires_in": 60}), reply(200, {}))
    get(driven)
    assert driven.requests[1].url == endpoint


@pytest.mark.parametrize(
    "endpoint",
    [
        None, "", 7, True, [], {}, ["https://api.example/token"], "/identity/connect/token", "token", "//api.example/token",
        "https:/api.example/token", "https://api.example:port/token", "https://api.example\\@evil.example/token",
        "https://alice:canary@api.example/token", "https://api.example/token\r\nX-Evil: 1", "https://api.example/a?b=\n",
        "https://api.example/to ken", "https://api.example/token\u2028", "https://api.example/token#part", "https://[::1/t",
        "javascript:alert(1)", "file:///etc/passwd", "https://", "\ud800",
    ],
)  # fmt: skip
def test_an_endpoint_that_is_none(mode: str, endpoint: Any) -> None:
    """What is no absolute URL of HTTP is not guessed at: the error says to give the endpoint by hand."""
    driven = driven_by(mode, naming(endpoint))
    error = refusal(driven)
    assert [one.url for one in driven.requests] == [DISCOVERY]
    assert own_text(error) == f"{DISCOVERY} names no token endpoint; pass it as token_url"
    assert error.status == 200


BAD: list[tuple[Answer, str]] = [
    (reply(200, b"<html>Sign in</html>", content_type="text/html"), "not a JSON object"),
    (reply(200, b""), "not a JSON object"),
    (reply(200, []), "not a JSON object"),
    (reply(200, b'{"a": ' * 200_000), "not a JSON object"),
    (reply(200, {"token_endpoint": DISCOVERY, "x": "a" * 300_000}), "not a JSON object"),
    (reply(200, {}), "names no token endpoint"),
    (reply(204), "not a JSON object"),
    (reply(302, location="https://evil.example/"), "302"),
    (reply(401), "401"),
    (reply(404, b"nothing here"), "404"),
]


@pytest.mark.parametrize(("answer", "says"), BAD)
def test_a_discovery_that_fails(mode: str, answer: Answer, says: str) -> None:
    """Whatever comes instead of the document is an `AuthError` that names it; nothing else is sent."""
    driven = driven_by(mode, answer)
    error = refusal(driven)
    assert own_text(error).startswith(DISCOVERY)
    assert says in str(error)
    assert "token_url" in str(error)
    assert (error.status, error.operation) == (answer.status if isinstance(answer, Reply) else None, "get_subscription")


@pytest.mark.parametrize(
    "answer", [reply(500), reply(503), reply(429), subkit.NotSent("x"), subkit.OutcomeUnknown("x")]
)
def test_a_discovery_that_fails_for_now(mode: str, answer: Answer) -> None:
    """A server that is down for a moment is asked again, three times in all."""
    token = reply(200, {"access_token": "t", "expires_in": 60})
    driven = driven_by(mode, answer, answer, naming(f"{BASE_URL}/t"), token, reply(200, {}))
    get(driven)
    assert header(driven.last, "Authorization") == "Bearer t"
    error = refusal(driven_by(mode, answer, answer, answer))
    assert error.status == (answer.status if isinstance(answer, Reply) else None)


def test_the_endpoint_may_move(mode: str) -> None:
    """The server is asked anew for each token, so that it may move its endpoint."""
    token = reply(200, {"access_token": "t", "expires_in": 60})
    urls = [f"{BASE_URL}/one", f"{BASE_URL}/two"]
    seen: list[Request] = []

    def answer(request: Request) -> Reply:
        if request.url == DISCOVERY:
            return naming(urls.pop(0))
        if request.method == "POST":
            seen.append(request)
            return token
        return reply(200, {})

    clock = Clock()
    driven = clock.drive(Driven(OMF, mode, answer, auth=Issuer(OMF).credential()))
    get(driven)
    clock.passed = 60.0
    get(driven)
    assert [one.url for one in seen] == [f"{BASE_URL}/one", f"{BASE_URL}/two"]
