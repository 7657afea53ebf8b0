"""Credentials: where the token comes from, when it is asked for again, and what never shows."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from support.scripted import MODES, Driven, header, reply

ENS = "illumina-ens"
pytestmark = pytest.mark.parametrize("mode", MODES)
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
OK = reply(200, {"id": "s1"})


def driven_ens(mode: str, *answers: Any, **options: Any) -> Driven:
    return Driven(ENS, mode, answers or [OK], **options)


def create(driven: Driven) -> Any:
    fields = {"name": "n", "type": "gds.files", "delivery_target": QUEUE}
    return driven(lambda client: client.subscriptions.create(**fields))


@pytest.mark.parametrize("is_async", [False, True])
def test_token_functions(mode: str, is_async: bool) -> None:
    """A function is asked for the token before each call; an async one on a sync client is refused when it is made."""
    tokens = iter(["one", "two"])

    async def later() -> str:
        return next(tokens)

    credential = subkit.BearerToken(later if is_async else lambda: next(tokens))
    if is_async and mode == "sync":
        with pytest.raises(subkit.ConfigurationError, match="async"):
            driven_ens(mode, auth=credential)
        return
    driven = driven_ens(mode, OK, OK, auth=credential)
    driven(lambda client: client.subscriptions.get("s1"))
    driven(lambda client: client.subscriptions.get("s1"))
    assert [header(request, "authorization") for request in driven.requests] == ["Bearer one", "Bearer two"]


def test_hidden_async_function(mode: str) -> None:
    """A function that does not look async and returns an awaitable is refused by a sync client at the call."""

    async def later() -> str:
        return "t"

    driven = driven_ens(mode, auth=subkit.BearerToken(lambda: later()))  # noqa: PLW0108 - hides it
    if mode == "async":
        assert driven(lambda client: client.subscriptions.get("s1")).id == "s1"
    else:
        with pytest.raises(subkit.ConfigurationError, match="async"):
            driven(lambda client: client.subscriptions.get("s1"))
        assert driven.requests == []


@pytest.mark.fault(54)
@pytest.mark.parametrize("answers", [[401, 200], [401, 401], [401, 503, 200]])
def test_one_replay_after_401(mode: str, answers: list[int]) -> None:
    """With a function, one 401 asks it again and sends again, also a create; with a fixed token it is final."""
    script = [reply(status, {"id": "s1"}) for status in answers]
    tokens = iter("abcd")
    driven = driven_ens(mode, *script, auth=subkit.BearerToken(lambda: next(tokens)))
    if answers[-1] == 200:
        assert driven(lambda client: client.subscriptions.get("s1")).id == "s1"
    else:
        with pytest.raises(subkit.Unauthenticated):
            create(driven)
    sent = [header(request, "authorization") for request in driven.requests]
    assert ["Bearer a", "Bearer b", "Bearer c"][: len(answers)] == sent
    fixed = driven_ens(mode, reply(401))
    with pytest.raises(subkit.Unauthenticated):
        fixed(lambda client: client.subscriptions.get("s1"))
    assert len(fixed.requests) == 1


@pytest.mark.fault(57, 58)
@pytest.mark.parametrize("token", ["canary\r\nX-Other: 1", "canary\n", "canary \x7f", "canäry", "a b ", "", None])
def test_header_injection(mode: str, token: Any) -> None:
    """What cannot stand in a header is refused without being repeated, given or returned by a function."""
    for make in (subkit.BearerToken, lambda key: subkit.HeaderKey("X-Key", key)):
        with pytest.raises(subkit.ConfigurationError) as caught:
            make(token)
        assert "can" not in str(caught.value).replace("cannot", "")
    driven = driven_ens(mode, auth=subkit.BearerToken(lambda: token))
    with pytest.raises(subkit.AuthError) as failed:
        driven(lambda client: client.subscriptions.get("s1"))
    assert driven.requests == []
    assert not token or str(token) not in str(failed.value)


def test_failing_token_function(mode: str) -> None:
    """Its error becomes an `AuthError` that does not repeat it, with the cause attached."""

    def fail() -> str:
        raise RuntimeError("canary")

    with pytest.raises(subkit.AuthError) as caught:
        driven_ens(mode, auth=subkit.BearerToken(fail))(lambda client: client.subscriptions.get("s1"))
    assert "canary" not in str(caught.value)
    assert isinstance(caught.value.__cause__, RuntimeError)


@pytest.mark.parametrize(
    ("auth", "expected"),
    [
        (subkit.HeaderKey("X-Api-Key", "k"), ("X-Api-Key", "k")),
        (subkit.Basic("Aladdin", "open sesame"), ("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")),
        (subkit.Basic("tést", "£"), ("Authorization", "Basic dMOpc3Q6wqM=")),
    ],
)
def test_other_credentials(mode: str, auth: subkit.Credential, expected: tuple[str, str]) -> None:
    """Keys and passwords go out as their RFCs say."""
    driven = driven_ens(mode, auth=auth)
    driven(lambda client: client.subscriptions.get("s1"))
    assert expected in driven.last.headers


def test_a_token_function_that_uses_the_client(mode: str) -> None:
    """A function may get the token by a call of another client of the same package."""
    other = driven_ens("sync", auth=None)
    driven = driven_ens(mode, auth=subkit.BearerToken(lambda: other(lambda client: client.subscriptions.get("s1")).id))
    driven(lambda client: client.subscriptions.get("s1"))
    assert header(driven.last, "authorization") == "Bearer s1"


def test_several_credentials_at_once(mode: str) -> None:
    """All parts are sent with each request, cookies in one header; after a 401 the part that can renews."""
    tokens = iter(["one", "two"])
    parts = (
        subkit.CookieKey("a", "1"),
        subkit.CookieKey("b.c", "2"),
        subkit.SchemeToken("Token", lambda: next(tokens)),
    )
    driven = driven_ens(mode, reply(401, {}), OK, auth=subkit.AllOf(*parts, subkit.QueryKey("k", "3")))
    driven(lambda client: client.subscriptions.get("s1"))
    assert [header(request, "authorization") for request in driven.requests] == ["Token one", "Token two"]
    assert {header(request, "cookie") for request in driven.requests} == {"a=1; b.c=2"}
    assert all(request.url.endswith("?k=3") for request in driven.requests)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "é", "a\nb"])
def test_names_that_are_no_names(mode: str, name: str) -> None:
    """The name of a header, a cookie or a scheme is a token of RFC 9110."""
    for kind in (subkit.HeaderKey, subkit.CookieKey, subkit.SchemeToken):
        with pytest.raises(subkit.ConfigurationError, match="must be"):
            kind(name, "k")
    assert driven_ens(mode, auth=subkit.HeaderKey("x_a.b!", "k"))(lambda client: client.subscriptions.get("s1"))


@pytest.mark.parametrize("key", ["Token abc", 'Signature keyId="a",signature="b"'])
def test_a_key_with_spaces(mode: str, key: str) -> None:
    """A key in a header may have spaces inside, but none at its ends."""
    driven = driven_ens(mode, auth=subkit.HeaderKey("Authorization", key))
    driven(lambda client: client.subscriptions.get("s1"))
    assert header(driven.last, "authorization") == key
    with pytest.raises(subkit.ConfigurationError, match="spaces"):
        subkit.BearerToken(key)
    for wrong in (f"{key} ", f" {key}", key.replace(" ", "\t")):
        with pytest.raises(subkit.ConfigurationError, match="ends"):
            subkit.HeaderKey("Authorization", wrong)
