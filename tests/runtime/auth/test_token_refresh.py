"""The password grant and its refresh tokens: the password is sent as seldom as can be."""

from __future__ import annotations

import pytest
import subkit
from support.issuers import Issuer, get, refusal
from support.scripted import MODES, Answer, Clock, Driven, reply
from support.secrecy import check_secrecy
from support.vendors import form_of

pytestmark = pytest.mark.parametrize("mode", MODES)
WSO2 = "wso2-publisher"


def started(mode: str) -> tuple[Issuer, Driven]:
    """A client that has a token, whose time is up."""
    issuer = Issuer(WSO2, clock=Clock(chance=0.0))
    driven = issuer.driven(mode)
    get(driven)
    assert issuer.clock is not None
    issuer.clock.passed = 3600.0
    return issuer, driven


def grants(issuer: Issuer) -> list[str]:
    return [form_of(asked)["grant_type"] for asked in issuer.asked]


def test_the_refresh_token_goes_before_the_password(mode: str) -> None:
    """Later tokens are bought with the refresh token of the last one, each of which serves once."""
    issuer, driven = started(mode)
    for _ in range(3):
        get(driven)
        assert issuer.clock is not None
        issuer.clock.passed += 3600.0
    assert grants(issuer) == ["password", "refresh_token", "refresh_token", "refresh_token"]
    assert issuer.refusals == []


def test_a_refresh_token_that_stays(mode: str) -> None:
    """A server that gives no new refresh token lets the old one be used again."""
    issuer, driven = started(mode)
    old = set(issuer.refresh_tokens)
    for _ in range(2):
        issuer.members = {"refresh_token": None}
        get(driven)
        issuer.refresh_tokens = set(old)
        assert issuer.clock is not None
        issuer.clock.passed += 3600.0
    assert grants(issuer) == ["password", "refresh_token", "refresh_token"]
    assert {form_of(asked).get("refresh_token") for asked in issuer.asked[1:]} == old


@pytest.mark.parametrize(
    "answer",
    [
        reply(400, {"error": "invalid_grant"}),
        reply(401, {"error": "invalid_client"}),
        reply(200, b"<html>"),
        reply(200, {"access_token": "t", "expires_in": 3600, "scope": "default"}),
        reply(302, location="/login"),
    ],
)
def test_a_refresh_token_that_is_refused(mode: str, answer: Answer) -> None:
    """What the refresh token does not buy, the password does: the user need not notice."""
    issuer, driven = started(mode)
    issuer.first = [answer]
    get(driven)
    assert grants(issuer) == ["password", "refresh_token", "password"]
    assert issuer.refusals == []


@pytest.mark.parametrize("answer", [reply(503), reply(429), reply(500), subkit.NotSent("refused")])
def test_a_server_that_is_down(mode: str, answer: Answer) -> None:
    """A server that cannot answer now says nothing about the refresh token: the password is not sent after it."""
    issuer, driven = started(mode)
    issuer.first = [answer] * 3
    refusal(driven)
    assert set(grants(issuer)[1:]) == {"refresh_token"}
    get(driven)
    assert grants(issuer)[-1] == "refresh_token"


def test_the_password_is_refused_too(mode: str) -> None:
    """If the password buys nothing either, the error is that of the password."""
    issuer, driven = started(mode)
    issuer.first = [reply(400, {"error": "invalid_grant"}), reply(401, {"error": "invalid_client"})]
    error = refusal(driven)
    assert (error.status, error.code) == (401, "invalid_client")


@pytest.mark.parametrize("odd", ["", 7, ["x"], "half \ud800"])
def test_an_odd_refresh_token(mode: str, odd: object) -> None:
    """A refresh token that cannot be sent is as none: the next token is bought with the password."""
    issuer = Issuer(WSO2, clock=Clock())
    issuer.members = {"refresh_token": odd}
    driven = issuer.driven(mode)
    get(driven)
    assert issuer.clock is not None
    issuer.clock.passed = 3600.0
    get(driven)
    assert grants(issuer) == ["password", "password"]


@pytest.mark.fault(55, 60)
def test_a_refresh_token_that_is_repeated(mode: str) -> None:
    """A server that repeats the refresh token as its error code does not get it into the error."""
    issuer = Issuer(WSO2, clock=Clock(chance=0.0))
    issuer.members = {"refresh_token": "canary_word"}
    driven = issuer.driven(mode)
    get(driven)
    assert issuer.clock is not None
    issuer.clock.passed = 3600.0
    issuer.first = [reply(503, {"error": "canary_word"})] * 3
    error = refusal(driven)
    assert (error.status, error.code) == (503, None)
    check_secrecy(error, "canary")


def test_after_a_401(mode: str) -> None:
    """A token that the API refuses before its time is replaced by the refresh token, too."""
    issuer, driven = started(mode)
    get(driven)
    issuer.revoke()
    get(driven)
    assert grants(issuer) == ["password", "refresh_token", "refresh_token"]
