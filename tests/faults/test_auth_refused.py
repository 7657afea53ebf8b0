"""Tokens that the API refuses before their time, and tokens that end between two pages."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from subkit._transport.messages import Request
from support.issuers import get, refusal, started, tokens
from support.paged import SERVERS, names_of, pager_of
from support.scripted import MODES, SLUGS, UUID_1, body_of, collect, package_of, reply

ENS, WSO2, SERVER = "illumina-ens", "wso2-publisher", "alteryx-server"
pytestmark = pytest.mark.parametrize("mode", MODES)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_token_that_the_api_refuses(mode: str, slug: str) -> None:
    """After a 401 the token is renewed once and the call sent again once, whatever is left of the token's life."""
    driven, issuer, _ = started(mode, slug)
    issuer.revoke()
    operation = package_of(slug).operations.get_subscription(UUID_1)
    response = driven(lambda client: client.send(operation))
    assert (response.status, response.attempts) == (200, 2)
    assert len(issuer.asked) == 2


@pytest.mark.fault(54)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_new_token_that_the_api_refuses(mode: str, slug: str) -> None:
    """A second 401 is the error of the call: one renewal, two requests, no loop."""
    driven, issuer, _ = started(mode, slug)
    issuer.api = lambda request: reply(401, {"title": "no"})
    with pytest.raises(subkit.Unauthenticated) as caught:
        get(driven)
    assert caught.value.attempts == 2
    assert (len(issuer.asked), len(issuer.calls)) == (2, 3)


def test_a_renewal_after_a_401_that_fails(mode: str) -> None:
    """If there is no new token, the call ends with that error, and the refused token is not used again."""
    driven, issuer, _ = started(mode)
    issuer.revoke()
    issuer.first = [reply(400, {"error": "invalid_client"})]
    assert refusal(driven).code == "invalid_client"
    get(driven)
    assert tokens(issuer) == ["token-1", "token-1", "token-2"]


@pytest.mark.fault(54)
def test_a_create_that_is_refused(mode: str) -> None:
    """A create that met a 401 was not carried out: it is sent again once, with the same body."""
    driven, issuer, _ = started(mode, ENS)
    issuer.revoke()
    fields = {"name": "n", "type": "gds.files", "delivery_target": {"awsSqsQueue": {"queueUrl": "q"}}}
    driven(lambda client: client.subscriptions.create(**fields))
    bodies = [body_of(call) for call in issuer.calls[1:]]
    assert len(bodies) == 2
    assert bodies[0] == bodies[1]


@pytest.mark.fault(51)
@pytest.mark.parametrize("slug", [ENS, WSO2, SERVER])
@pytest.mark.parametrize("way", ["expired", "revoked"])
def test_a_token_that_ends_between_pages(mode: str, slug: str, way: str) -> None:
    """One renewal, at most one page asked for again, and every item once."""
    driven, issuer, clock = started(mode, slug)
    served: list[str] = []

    def serve(request: Request) -> Any:
        served.append(request.url)
        if len(served) == 1:
            clock.passed += 1000.0 if way == "expired" else 0.0
            issuer.revoke()
        return SERVERS[slug](request)

    issuer.api = serve
    assert names_of(collect(pager_of(driven))) == ["a", "b", "c", "d", "e"]
    pages = 1 if slug == SERVER else 3
    again = 1 if way == "revoked" and pages > 1 else 0
    assert len(served) == len(set(served)) == pages
    assert len(issuer.calls) == 1 + pages + again
    assert len(issuer.asked) == (2 if pages > 1 else 1)


@pytest.mark.fault(51)
def test_no_token_between_pages(mode: str) -> None:
    """A pager that gets no further token ends with an `AuthError`, from whose checkpoint another one goes on."""
    driven, issuer, clock = started(mode, ENS)
    issuer.api = SERVERS[ENS]
    pager = pager_of(driven)
    first = driven(lambda _: pager.take(2))
    clock.passed = 1000.0
    issuer.first = [reply(400)]
    with pytest.raises(subkit.AuthError) as caught:
        driven(lambda _: pager.take(2))
    rest = collect(pager_of(driven, resume=caught.value.checkpoint))
    assert names_of([*first, *rest]) == ["a", "b", "c", "d", "e"]
