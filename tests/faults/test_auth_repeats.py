"""When a token endpoint is asked again, how often, and when not."""

from __future__ import annotations

import pytest
import subkit
from subkit import Retry
from support.issuers import Issuer, get, refusal
from support.scripted import MODES, SLUGS, Answer, Clock, header, reply
from support.token_answers import TOKEN, check, driven_by, good

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(55)]
SERVER = "alteryx-server"


FOR_NOW: dict[str, Answer] = {
    **{str(status): reply(status) for status in (408, 429, 500, 502, 503, 504)},
    "refused": subkit.NotSent("could not connect"),
    "cut": subkit.OutcomeUnknown("the connection broke"),
    "raw": ConnectionResetError("canary"),
    "refused raw": ConnectionRefusedError("canary"),
}


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("name", FOR_NOW)
def test_a_fault_that_may_pass(mode: str, slug: str, name: str) -> None:
    """A server that is down for a moment, or cannot be reached, is asked again, as often as `Retry` says."""
    driven, issuer = driven_by(mode, slug, FOR_NOW[name], FOR_NOW[name], good())
    get(driven)
    assert len(issuer.asked) == 3
    driven, issuer = driven_by(mode, slug, FOR_NOW[name])
    error = refusal(driven)
    assert len(issuer.asked) == 3
    assert error.status == (int(name) if name.isdigit() else None)
    assert issuer.token_url in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 405, 409, 418, 422, 501, 505])
def test_a_fault_that_stays(mode: str, status: int) -> None:
    """An answer that another request would not change is not asked for again."""
    driven, issuer = driven_by(mode, SERVER, reply(status), good())
    assert refusal(driven).status == status
    assert len(issuer.asked) == 1


@pytest.mark.parametrize(("attempts", "requests"), [(1, 1), (2, 2), (5, 5)])
def test_how_often_it_is_asked(mode: str, attempts: int, requests: int) -> None:
    """The client's `Retry` counts for the token endpoint too."""
    issuer = Issuer(SERVER, clock=Clock(chance=0.0))
    issuer.first = [reply(503)] * 10
    refusal(issuer.driven(mode, retry=Retry(attempts=attempts)))
    assert len(issuer.asked) == requests


def test_the_budget_is_the_client_s(mode: str) -> None:
    """Repeats at the token endpoint are taken from the budget of the client: in an outage it soon fails at once."""
    issuer = Issuer(SERVER, clock=Clock(chance=0.0))
    issuer.first = [reply(503)] * 100
    driven = issuer.driven(mode, retry=Retry(attempts=3, budget=3))
    for requests in (3, 5, 6, 7):
        refusal(driven)
        assert len(issuer.asked) == requests


@pytest.mark.parametrize(("after", "waits"), [("2", [2.0]), ("0", [0.0]), ("11", []), ("99999999", [])])
def test_a_server_that_asks_to_wait(mode: str, after: str, waits: list[float]) -> None:
    """`Retry-After` is obeyed if there is time for it, else the error comes at once."""
    driven, issuer = driven_by(mode, SERVER, reply(429, retry_after=after), good())
    assert issuer.clock is not None
    if waits:
        get(driven)
    else:
        assert refusal(driven).status == 429
    assert issuer.clock.pauses == waits


def test_an_answer_that_the_transport_refuses(mode: str) -> None:
    """An answer that is too large or cannot be inflated is an `AuthError` too, and not asked for again."""
    fault = subkit.DecodeError("the body of the answer is larger than the limit of 16 bytes", status=200)
    driven, issuer = driven_by(mode, SERVER, fault)
    error = refusal(driven)
    check(error, issuer)
    assert (error.status, len(issuer.asked)) == (200, 1)
    assert "larger than the limit" in str(error)


def test_an_error_of_one_s_own(mode: str) -> None:
    """What has nothing to do with the token, such as a transport that was closed, is not called an `AuthError`."""
    driven, issuer = driven_by(mode, SERVER, subkit.ConfigurationError("the proxy's URL is not valid"))
    with pytest.raises(subkit.ConfigurationError, match="proxy"):
        get(driven)
    issuer.first.clear()
    get(driven)
    assert header(issuer.calls[0], "Authorization") == "Bearer token-1"
    assert TOKEN in issuer.given
