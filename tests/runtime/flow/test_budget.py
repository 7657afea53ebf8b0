"""The budget of repeats that the calls of one client share."""

from __future__ import annotations

import itertools
import os
import signal
import threading
from typing import Any

import pytest
import subkit
from subkit._flow.retry import Budget
from subkit_wso2_publisher import PasswordGrant
from support.scripted import MODES, Driven, package_of, reply
from support.timed import Timed

pytestmark = pytest.mark.both_modes

ENS, WSO2 = "illumina-ens", "wso2-publisher"
OK = reply(200, {"id": "s1"})
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
make = package_of(ENS).operations
GET = make.get_subscription("s1")
CREATE = make.create_subscription(name="n", type="a", delivery_target=QUEUE)
modes = pytest.mark.parametrize("mode", MODES)


class Weather:
    """A server that fails as long as it is told to."""

    def __init__(self, failing: Any = None) -> None:
        self.failing = reply(503) if failing is None else failing

    def __call__(self, _: subkit.Request) -> Any:
        return self.failing or OK


def timed(mode: str, weather: Weather, **retry: Any) -> Timed:
    return Timed(ENS, mode, weather, retry=subkit.Retry(**retry))


def sends(driven: Timed, operation: Any = GET, client: Any = None) -> int:
    """How many requests one call takes."""
    before = len(driven.requests)
    driven.outcome(lambda own: (client or own).send(operation))
    return len(driven.requests) - before


class Paced:
    """A server that lets every other request wait for a second."""

    def __init__(self, status: int) -> None:
        self._answers = itertools.cycle([reply(status, Retry_After="1"), OK])

    def __call__(self, _: subkit.Request) -> Any:
        return next(self._answers)


@pytest.mark.fault(89)
@modes
def test_pacing_is_free(mode: str) -> None:
    """A server that asks for a pace is not failing: to wait as a 429 says spends nothing, however often it does."""
    driven = Timed(ENS, mode, Paced(429), retry=subkit.Retry(budget=0))
    assert [sends(driven) for _ in range(20)] == [2] * 20
    failing = Timed(ENS, mode, Paced(503), retry=subkit.Retry(budget=2))
    assert [sends(failing) for _ in range(3)] == [2, 2, 1]


@pytest.mark.fault(89)
@modes
def test_pacing_ends(mode: str) -> None:
    """It is still bounded by the attempts."""
    driven = timed(mode, Weather(reply(429, Retry_After="1")), budget=0, attempts=4)
    assert [sends(driven) for _ in range(3)] == [4, 4, 4]


@pytest.mark.fault(89)
@modes
def test_a_crowd_comes_back_spread(mode: str) -> None:
    """Those who were told the same moment come back after it one by one, within the longest first wait of the policy."""
    waits: list[float] = []
    for chance in (0.0, 0.25, 0.5, 1.0):
        driven = Timed(ENS, mode, Paced(429), chance=chance)
        driven.send(GET)
        waits += driven.pauses
    assert waits == [1.0, 1.125, 1.25, 1.5]


@pytest.mark.fault(26)
@pytest.mark.parametrize("failing", [reply(503), reply(429), subkit.NotSent("no"), subkit.OutcomeUnknown("cut")])
@modes
def test_it_drains(mode: str, failing: Any) -> None:
    """A client spends its repeats, whatever they are for; after that each call fails at its first failure, at once."""
    driven = timed(mode, Weather(failing), budget=3)
    assert [sends(driven) for _ in range(4)] == [3, 2, 1, 1]
    waited = driven.passed
    sends(driven)
    assert driven.passed == waited


@pytest.mark.fault(26)
@modes
def test_it_is_earned_back(mode: str) -> None:
    """Ten calls that succeed, with or without a repeat, earn one repeat; calls that fail earn nothing."""
    weather = Weather()
    driven = timed(mode, weather, budget=1, attempts=2)
    assert [sends(driven), sends(driven)] == [2, 1]
    for good in (9, 1):
        weather.failing = False
        for _ in range(good):
            sends(driven)
        weather.failing = reply(503)
        assert sends(driven) == (1 if good == 9 else 2)
    for refused in (reply(404), reply(401), reply(412)):
        weather.failing = refused
        assert [sends(driven) for _ in range(10)] == [1] * 10
    weather.failing = reply(503)
    assert sends(driven) == 1


@modes
def test_none_at_all(mode: str) -> None:
    """A budget of nothing means that nothing is repeated, as with one attempt."""
    assert sends(timed(mode, Weather(), budget=0)) == sends(timed(mode, Weather(), attempts=1)) == 1


@modes
def test_clients_with_other_options_share_it(mode: str) -> None:
    """What is made with `with_options` spends from the same budget, even with another `Retry`; both ways round."""
    driven = timed(mode, Weather(), budget=4)
    twin = driven.client.with_options(timeout=5.0)
    bold = twin.with_options(retry=subkit.Retry(budget=1000, attempts=2))
    assert [sends(driven), sends(driven, client=bold), sends(driven, client=twin), sends(driven)] == [3, 2, 2, 1]
    assert driven.pauses == [0.5, 1.0, 0.5, 0.5]


@modes
def test_buying_tokens_spends_it_too(mode: str) -> None:
    """A token endpoint in trouble is asked again out of the same budget as the API."""
    auth = PasswordGrant("https://api.example:8243/token", "client", "s", "user", "p")
    driven = Timed(WSO2, mode, lambda _: reply(503), auth=auth, retry=subkit.Retry(budget=3))
    get = package_of(WSO2).operations.get_subscription("s1")
    assert isinstance(driven.send(get), subkit.AuthError)
    assert [sends(driven, get), sends(driven, get)] == [2, 1]


@modes
def test_other_clients_have_their_own(mode: str) -> None:
    """A client that has spent its budget takes nothing from another one, of the same API and settings."""
    settings = subkit.Retry(budget=2)
    spent, fresh = (Timed(ENS, mode, Weather(), retry=settings) for _ in range(2))
    assert [sends(spent), sends(spent), sends(fresh)] == [3, 1, 3]


@modes
def test_a_new_token_is_no_repeat(mode: str) -> None:
    """The one request with a new credential after a 401 costs nothing, and does not count as an attempt."""
    tokens = iter("abcdef")
    driven = Timed(
        ENS,
        mode,
        [reply(401), OK],
        auth=subkit.BearerToken(lambda: next(tokens)),
        retry=subkit.Retry(attempts=1, budget=0),
    )
    assert driven.send(GET).attempts == 2
    assert driven.pauses == []


@pytest.mark.fault(26)
@pytest.mark.parametrize("exchange", [0.0, 2.0, 12.0])
@modes
def test_503_for_ever(mode: str, exchange: float) -> None:
    """However patient the settings are, a call ends in time, with the last answer as its error."""
    count = iter(range(1, 1000))
    driven = Timed(
        ENS, mode, lambda _: reply(503, {"message": f"answer {next(count)}"}),
        exchange=exchange, retry=subkit.Retry(attempts=100), timeout=30.0,
    )  # fmt: skip
    error = driven.send(GET)
    assert type(error) is subkit.ServerError
    assert error.title == f"answer {len(driven.requests)}"
    assert error.attempts == len(driven.requests) <= 10
    assert max(driven.started) < 30.0
    assert driven.passed <= 30.0 + exchange


@pytest.mark.fault(26, 74)
def test_threads_share_it() -> None:
    """Threads that hammer one client spend no more than its budget between them, to the last repeat."""
    driven = Driven(ENS, "sync", lambda _: reply(503), retry=subkit.Retry(attempts=4, base=0, budget=25))
    barrier = threading.Barrier(8)
    errors: list[Any] = []

    def hammer() -> None:
        barrier.wait(10)
        for _ in range(10):
            with pytest.raises(subkit.ServerError) as caught:
                driven.client.send(GET)
            errors.append(caught.value)

    threads = [threading.Thread(target=hammer) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(errors) == 80
    assert len(driven.requests) == 80 + 25 == sum(error.attempts for error in errors)


@pytest.mark.fault(75)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_fork_in_the_middle() -> None:
    """A process that is forked while another thread is just spending repeats can spend its own."""
    budget = Budget(2)
    with budget._lock:
        child = os.fork()
        if child == 0:
            signal.alarm(5)
            spent: list[bool] = []
            try:
                spent += [budget.spend() for _ in range(3)]
            finally:
                os._exit(spent != [True, True, False])
    assert os.waitpid(child, 0)[1] == 0
    assert budget.spend()
