"""No credential shows its secrets, whatever happens to the call that it is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import subkit
from subkit import Reply, Request
from support.canary import Canaries
from support.canary_credentials import BUYING, PLANTS, Issuer, Plant, is_for_token, page, repeating, said
from support.captured_output import overhearing
from support.failures import BODY, MISHAPS, Answer, Mishap, outcome
from support.renderings import Reach, Theirs
from support.scripted import MODES, UUID_1, Driven, collect, package_of, reply

pytestmark = [pytest.mark.fault(60, 61), pytest.mark.parametrize("mode", MODES)]


def fails(event: subkit.Event) -> None:
    raise Theirs(event)


def planted(plant: Plant, mode: str, canaries: Canaries, answer: Answer, **options: Any) -> Driven:
    """A client with a credential; tokens are to be had."""
    issuer = Issuer(canaries)
    return Driven(
        plant.slug,
        mode,
        lambda request: issuer(request) if is_for_token(request) else answer(request),
        **{"auth": plant.make(canaries, mode), "retry": subkit.Retry(base=0, attempts=2), **options},
    )


@pytest.mark.parametrize("mishap", MISHAPS, ids=str)
@pytest.mark.parametrize("plant", PLANTS, ids=str)
def test_a_call(mode: str, plant: Plant, mishap: Mishap) -> None:
    """No secret shows in the error, its pickle, our frames, the logs, the events, nor in anything of the client."""
    canaries, events = Canaries(), list[subkit.Event]()
    with overhearing() as heard:
        driven = planted(plant, mode, canaries, mishap.answer, observer=events.append, **mishap.options)
        operation = package_of(plant.slug).operations.get_subscription(UUID_1)
        found = outcome(lambda: driven(lambda client: client.send(operation)))
    if mishap.error is None:
        assert isinstance(found, subkit.Response)
        found = Reach(found)
    else:
        assert type(found) is mishap.error
    assert canaries.planted
    assert events
    assert canaries.hits(found, Reach(driven.client), Reach(operation), *events, *heard.all) == []


@pytest.mark.parametrize("plant", PLANTS, ids=str)
def test_a_failing_observer(mode: str, plant: Plant) -> None:
    """An observer that fails is logged, without a secret."""
    canaries = Canaries()
    with overhearing() as heard:
        driven = planted(plant, mode, canaries, lambda request: reply(200, BODY), observer=fails)
        driven(lambda client: client.subscriptions.get(UUID_1))
    assert [record for record in heard.records if record.exc_info]
    assert canaries.hits(*heard.all) == []


@pytest.mark.parametrize("plant", PLANTS, ids=str)
def test_a_closed_client(mode: str, plant: Plant) -> None:
    """A call on a closed client shows no secret."""
    canaries = Canaries()
    driven = planted(plant, mode, canaries, lambda request: reply(200, BODY))
    driven.close()
    found = outcome(lambda: driven(lambda client: client.subscriptions.get(UUID_1)))
    assert type(found) is subkit.ClientClosed
    assert canaries.hits(found, Reach(driven.client)) == []


@pytest.mark.parametrize("plant", [one for one in PLANTS if one.slug == "illumina-ens"], ids=str)
def test_pages(mode: str, plant: Plant) -> None:
    """Pages that make no sense, their error, its checkpoint and the pager show no secret."""
    canaries, again = Canaries(), {"items": [BODY], "nextPageToken": "again"}
    with overhearing() as heard:
        driven = planted(plant, mode, canaries, lambda request: reply(200, again))
        pager = driven.client.subscriptions.list()
        found = outcome(lambda: collect(pager))
    assert type(found) is subkit.PaginationError
    assert canaries.hits(found, found.checkpoint, Reach(pager), *heard.all) == []


def odd(**fields: Any) -> Callable[[Issuer, Request], Reply]:
    return lambda issuer, request: reply(200, {**issuer.answer(), "echo": said(request), **fields})


ISSUING: dict[str, Callable[[Issuer, Request], Any]] = {
    "invalid client": lambda issuer, request: repeating(request, 401, error="invalid_client"),
    "a secret as its code": lambda issuer, request: repeating(request, 400, error=issuer.answer()["access_token"]),
    "what came as its code": lambda issuer, request: repeating(request, 400, error=said(request)["form"][-60:]),
    "a page": lambda issuer, request: page(request),
    "a page with 500": lambda issuer, request: page(request, 500),
    "a redirect": lambda issuer, request: repeating(request, 302),
    "no token": odd(access_token=None),
    "a token with a line break": lambda issuer, request: reply(200, {**issuer.answer(), "access_token": f"{issuer.answer()['access_token']}\r\n"}),
    "a token that is none": lambda issuer, request: reply(200, {**issuer.answer(), "access_token": [issuer.answer()["access_token"]]}),
    "another type": lambda issuer, request: reply(200, issuer.answer(token_type=issuer.answer()["access_token"])),
    "a scope that is none": odd(scope=["x"]),
    "no right": odd(scope="other"),
    "no number": lambda issuer, request: reply(200, issuer.answer(expires_in=issuer.answer()["access_token"])),
    "a list": lambda issuer, request: reply(200, [issuer.answer()]),
    "cut": lambda issuer, request: reply(200, odd()(issuer, request).body[:-1]),
    "too large": odd(more="x" * 2**18),
    "lost": lambda issuer, request: subkit.OutcomeUnknown("no"),
    "late": lambda issuer, request: subkit.DeadlineExceeded("no"),
    "their transport": lambda issuer, request: Theirs(str(said(request))),
}  # fmt: skip
UNMINDED = {"a scope that is none", "no right", "no number"}  # by some of them


@pytest.mark.parametrize("name", ISSUING)
@pytest.mark.parametrize("plant", BUYING, ids=str)
def test_no_token(mode: str, plant: Plant, name: str) -> None:
    """Whatever the authorization server answers instead of a token, no secret and no token shows."""
    canaries = Canaries()
    issuer = Issuer(canaries)

    def answer(request: Request) -> Any:
        if not is_for_token(request):
            return reply(200, BODY)
        return issuer(request) if request.method == "GET" else ISSUING[name](issuer, request)

    with overhearing() as heard:
        driven = Driven(
            plant.slug, mode, answer, auth=plant.make(canaries, mode), retry=subkit.Retry(base=0, attempts=2)
        )
        found = outcome(lambda: driven(lambda client: client.subscriptions.get(UUID_1)))
    assert isinstance(found, subkit.AuthError) or name in UNMINDED
    assert canaries.hits(found, Reach(driven.client), *heard.all) == []


GIVING: dict[str, Callable[[str], Any]] = {
    "an error that quotes it": lambda token: Theirs(token),  # noqa: PLW0108
    "a line break": lambda token: f"{token}\r\nX-Other: 1",
    "a space": lambda token: f"{token} x",
    "a surrogate": lambda token: f"{token}\ud800",
    "a list": lambda token: [token],
    "bytes": lambda token: token.encode(),
}


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("name", GIVING)
def test_a_function_that_gives_no_token(mode: str, name: str, is_async: bool) -> None:
    """A function that fails, or gives what cannot be a token, leads to an error that does not repeat it."""
    canaries = Canaries()
    given = GIVING[name](canaries.plant("token"))

    def ask() -> Any:
        if isinstance(given, Theirs):
            raise given
        return given

    async def ask_later() -> Any:
        return ask()

    source = (lambda: ask_later()) if is_async else ask  # noqa: PLW0108 - hides that it is async
    with overhearing() as heard:
        driven = Driven("illumina-ens", mode, auth=subkit.BearerToken(source))
        found = outcome(lambda: driven(lambda client: client.subscriptions.get(UUID_1)))
    assert type(found) is (subkit.ConfigurationError if is_async and mode == "sync" else subkit.AuthError)
    assert driven.requests == []
    assert canaries.hits(found, Reach(driven.client), *heard.all) == []
