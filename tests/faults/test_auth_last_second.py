"""Tokens of which the server says that they end now, or does not say when; and scopes, where a server drops them."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from support.issuers import Issuer, get, refusal, tokens
from support.scripted import MODES, SLUGS, SUBSCRIPTION, Clock, Driven, package_of, reply

pytestmark = pytest.mark.fault(90)
modes = pytest.mark.parametrize("mode", MODES)
WSO2, OMF, SERVER = "wso2-publisher", "aveva-omf", "alteryx-server"
TIMED = [slug for slug in SLUGS if slug != "illumina-ens"]


def ending(over: Any) -> subkit.Reply:
    """A token that is over."""
    return reply(200, {"access_token": "over", "token_type": "Bearer", "expires_in": over})


@pytest.mark.parametrize("slug", TIMED)
@pytest.mark.parametrize("over", [0, 0.0, "0"])
@modes
def test_a_token_in_its_last_second(mode: str, slug: str, over: Any) -> None:
    """A server may issue the same token until it is over: one more is requested, and the call goes on with that."""
    issuer = Issuer(slug)
    issuer.first = [ending(over)]
    driven = issuer.driven(mode)
    assert get(driven) == get(driven)
    assert len(issuer.asked) == 2
    assert "over" not in tokens(issuer)


@modes
def test_a_server_that_has_no_other(mode: str) -> None:
    """Two such tokens in a row: the second is used, refused, and refreshed like any other; nothing goes round in circles."""
    issuer = Issuer(OMF)
    issuer.first = [ending(0), ending(0)]
    driven = issuer.driven(mode)
    get(driven)
    assert (len(issuer.asked), tokens(issuer)) == (3, ["over", "token-1"])


@pytest.mark.parametrize("slug", TIMED)
@modes
def test_a_token_without_an_end(mode: str, slug: str) -> None:
    """RFC 6749 only recommends `expires_in`: without it a token is used until it is refused."""
    clock = Clock()
    issuer = Issuer(slug, clock=clock, lifetime=3600)
    issuer.members["expires_in"] = None
    driven = clock.drive(issuer.driven(mode))
    get(driven)
    clock.passed = 3000.0
    get(driven)
    assert len(issuer.asked) == 1
    issuer.given.clear()
    get(driven)
    assert len(issuer.asked) == 2


@modes
def test_scopes_that_were_not_granted(mode: str) -> None:
    """They are compared only for a server that is known to drop them silently; elsewhere the API itself will say."""
    issuer = Issuer(WSO2)
    issuer.members["scope"] = "other"
    assert "without the scope apim:subscription_block" in str(refusal(issuer.driven(mode)))
    token = reply(200, {"access_token": "t", "token_type": "Bearer", "scope": "other", "expires_in": 60})
    auth = package_of(SERVER).ClientCredentials("client", "secret", scopes=["read", "write"])
    driven = Driven(SERVER, mode, [token, reply(200, SUBSCRIPTION)], auth=auth)
    assert get(driven) is not None
    assert b"scope=read+write" in (driven.requests[0].body or b"")
