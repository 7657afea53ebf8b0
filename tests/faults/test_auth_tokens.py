"""What makes an answer of a token endpoint a token: its text, type, scope and lifetime."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from subkit._transport.messages import Reply
from support.issuers import get, refusal, unsigned_jwt
from support.lines import own_text
from support.scripted import MODES, SLUGS, reply
from support.token_answers import TOKEN, check, driven_by, good

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(55)]
ENS, WSO2, SERVER = "illumina-ens", "wso2-publisher", "alteryx-server"
OAUTH = [slug for slug in SLUGS if slug != ENS]


@pytest.mark.parametrize(
    "token", [None, "", 7, True, [], {}, "canary\r\nX: 1", "canary\n", "canäry", "canary 2", "\0canary"]
)
@pytest.mark.parametrize("slug", [SERVER, ENS])
def test_a_token_that_cannot_be_sent(mode: str, slug: str, token: Any) -> None:
    """Nothing, another type, or what would break a header is no token."""
    driven, issuer = driven_by(mode, slug, good(access_token=token))
    error = refusal(driven)
    check(error, issuer)
    assert own_text(error).endswith("responded with 200 and no usable access_token")


@pytest.mark.parametrize("kind", [None, "bearer", "BEARER", "Bearer"])
def test_a_bearer_token(mode: str, kind: str | None) -> None:
    """The type is read without regard to case; one that is not told is taken for granted."""
    driven, issuer = driven_by(mode, SERVER, good(token_type=kind))
    get(driven)
    assert len(issuer.calls) == 1


@pytest.mark.parametrize("kind", ["mac", "", "DPoP", "Bearer canary", 7, False, [], {"canary": 1}])
def test_a_token_of_another_type(mode: str, kind: Any) -> None:
    """A token that is not to be sent as a bearer token is not sent at all."""
    driven, issuer = driven_by(mode, SERVER, good(token_type=kind))
    error = refusal(driven)
    check(error, issuer)
    assert own_text(error).endswith("responded with 200 and a token of a type other than Bearer")


@pytest.mark.parametrize("scope", [7, [], ["apim:subscription_view"], {}, True, "canary apim:subscription_view"])
def test_an_odd_scope(mode: str, scope: Any) -> None:
    """Where scopes were asked for, an answer with others, or with a scope that is no text, is no token."""
    driven, issuer = driven_by(mode, WSO2, good(scope=scope))
    check(refusal(driven), issuer)


@pytest.mark.parametrize("scope", [None, "apim:subscription_block more apim:subscription_view\n"])
def test_a_scope_that_will_do(mode: str, scope: str | None) -> None:
    """A scope that is not told is the one that was asked for; more than that does no harm."""
    driven, issuer = driven_by(mode, WSO2, good(scope=scope))
    get(driven)
    assert len(issuer.calls) == 1


@pytest.mark.parametrize("member", [None, ""])
def test_an_error_that_is_none(mode: str, member: str | None) -> None:
    """A success with an empty `error` is a success; servers fill in members that they do not need."""
    driven, issuer = driven_by(mode, SERVER, reply(200, {"access_token": TOKEN, "expires_in": 60, "error": member}))
    get(driven)
    assert len(issuer.calls) == 1


LIFETIMES: list[tuple[Any, float | None]] = [
    (3600, 3600.0),
    ("3600", 3600.0),
    (3600.5, 3600.5),
    ("3600.5", 3600.5),
    (1, 1.0),
    (10**15, 1e15),
    (-1, None),
    ("-1", None),
    ("", None),
    ("abc", None),
    ("1e3", None),
    ("1_000", None),
    (" 60 ", None),
    ("٣٦٠٠", None),
    ("NaN", None),
    ("Infinity", None),
    (True, None),
    (False, None),
    ([], None),
    ([3600], None),
    ({}, None),
    (10**400, None),
    ("9" * 5000, None),
]


@pytest.mark.parametrize("digits", [b"1e400", b"9" * 5000], ids=["infinite", "digits"])
def test_a_lifetime_that_fits_no_number(mode: str, digits: bytes) -> None:
    """A lifetime beyond every float is refused like any other that cannot be meant."""
    driven, issuer = driven_by(mode, SERVER, reply(200, b'{"access_token": "canary", "expires_in": %s}' % digits))
    error = refusal(driven)
    check(error, issuer)
    assert "an invalid expires_in; pass lifetime=<seconds> to ignore it" in str(error)


@pytest.mark.parametrize(("says", "lifetime"), LIFETIMES)
def test_how_long_a_token_is_good_for(mode: str, says: Any, lifetime: float | None) -> None:
    """`expires_in` is a number of seconds, or its digits; anything else is an error that says how to go on."""
    driven, issuer = driven_by(mode, SERVER, good(expires_in=says))
    if lifetime is None:
        error = refusal(driven)
        check(error, issuer)
        assert "expires_in" in str(error)
        assert "lifetime=" in str(error)
        return
    get(driven)
    for passed, requests in ((0.79 * min(lifetime, 1500), 1), (lifetime - 0.01, 2)):
        assert issuer.clock is not None
        issuer.clock.passed = passed
        get(driven)
        assert len(issuer.asked) == requests


@pytest.mark.parametrize("says", [None, 0, -1, "abc", True, [], 10**400])
@pytest.mark.parametrize("slug", OAUTH)
def test_a_lifetime_that_is_given(mode: str, slug: str, says: Any) -> None:
    """With `lifetime=` a token whose answer says nothing, or nonsense, is good for so long."""
    driven, issuer = driven_by(mode, slug, good(expires_in=says), lifetime=100)
    for passed, requests in ((0.0, 1), (79.0, 1), (96.0, 2)):
        assert issuer.clock is not None
        issuer.clock.passed = passed
        get(driven)
        assert len(issuer.asked) == requests


def test_a_lifetime_that_is_told_goes_before_it(mode: str) -> None:
    """What the server says about its token goes before what the user said."""
    driven, issuer = driven_by(mode, SERVER, good(expires_in=1000), lifetime=10)
    get(driven)
    assert issuer.clock is not None
    issuer.clock.passed = 500.0
    get(driven)
    assert len(issuer.asked) == 1


@pytest.mark.parametrize("says", [None, 0, "abc", True])
@pytest.mark.parametrize(
    ("claims", "lifetime"), [({"exp": 1767225600 + 1000}, 1000.0), ({}, None), ({"exp": "x"}, None)]
)
def test_a_token_that_says_so_itself(mode: str, says: Any, claims: dict[str, Any], lifetime: float | None) -> None:
    """A token for a key need not come with a lifetime: a JWT says it, another one is used until it is refused."""
    token = unsigned_jwt(**claims)
    answer = good(access_token=token, expires_in=says)
    dated = Reply(201, (*answer.headers, ("Date", "Thu, 01 Jan 2026 00:00:00 GMT")), answer.body)
    driven, issuer = driven_by(mode, ENS, dated)
    issuer.given[token] = float("inf")
    for passed, requests in ((0.0, 1), (790.0, 1), (960.0, 2 if lifetime else 1), (10**6, 3 if lifetime else 1)):
        assert issuer.clock is not None
        issuer.clock.passed = passed
        get(driven)
        assert len(issuer.asked) == requests
    issuer.revoke()
    with pytest.raises(subkit.Unauthenticated):
        get(driven)
