"""Faults that a test asks for: what the client makes of them, and that no time passes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
import subkit
from subkit.mock import Fake, Fault
from support.fakes import API, CREATE, FIRST, call, some_subscription
from support.scripted import SLUGS
from support.typed_calls import Mode

pytestmark = pytest.mark.parametrize("mode", ["sync", "async"])


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """Whatever waits are asked for, they pass on the clock of the fake."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < 5


def get(fake: Fake, mode: Mode, **options: Any) -> Any:
    return call(fake, mode, lambda client: client.subscriptions.get(FIRST), **options)


@pytest.fixture
def fake() -> Fake:
    return Fake("wso2-publisher")


@pytest.mark.parametrize("slug", SLUGS)
def test_an_outage_and_an_expired_token_are_survived(slug: str, mode: Mode) -> None:
    """On each API a call survives an outage and, after it, a token that has expired."""
    fake = Fake(slug)
    identity = some_subscription(fake, mode)
    credential = fake.credential()

    def read() -> Any:
        return call(fake, mode, lambda client: client.subscriptions.get(identity), auth=credential)

    read()
    fake.fail("get_subscription", status=503, retry_after=20)
    read()
    fake.expire_tokens()
    read()
    assert [one.status for one in fake.calls.named("get_subscription")] == [200, 503, 200, 401, 200]
    assert fake.pending_faults == []


def test_retry_after(fake: Fake, mode: Mode) -> None:
    """The client waits as long as it was asked to, on the clock that it shares with the fake."""
    before = fake.clock.now()
    fake.fail("get_subscription", status=429, retry_after=15)
    get(fake, mode)
    assert 15 <= (fake.clock.now() - before).total_seconds() < 20


def test_too_slow(fake: Fake, mode: Mode) -> None:
    """A response that takes longer than the timeout ends the call."""
    fake.fail(delay=31)
    with pytest.raises(subkit.DeadlineExceeded) as caught:
        get(fake, mode, timeout=30)
    assert caught.value.sent is True


def test_drip(fake: Fake, mode: Mode) -> None:
    """A response that comes byte by byte takes its time."""
    before = fake.clock.now()
    fake.fail("get_subscription", drip=0.01)
    get(fake, mode)
    size = len(fake.calls[-1].reply.body)
    assert (fake.clock.now() - before).total_seconds() == pytest.approx(size * 0.01)


LOSSES = [("refused", 0), ("reset before", 0), ("reset after", 1), ("cut", 1)]


@pytest.mark.parametrize(("loss", "made"), LOSSES)
def test_losses(loss: str, made: int, mode: Mode) -> None:
    """A create whose response is lost was carried out, or not, and the client says what it knows."""
    fake = Fake("illumina-ens")
    fake.fail("create_subscription", loss=loss, times=None)
    expected = subkit.NotSent if loss == "refused" else subkit.OutcomeUnknown
    with pytest.raises(expected):
        call(fake, mode, lambda client: client.subscriptions.create(**CREATE["illumina-ens"]))
    assert len(fake.objects("subscriptions")) == made


def test_what_is_not_the_apis_answer(fake: Fake, mode: Mode) -> None:
    """Garbage and a gateway's page are errors of decoding."""
    for fault in ({"garbage": True}, {"login_page": True}):
        fake.fail("get_subscription", **fault)
        with pytest.raises(subkit.DecodeError):
            get(fake, mode)


def test_a_repeated_page(fake: Fake, mode: Mode) -> None:
    """A page that names itself as the next one does not make an endless list."""
    fake = Fake("illumina-ens")
    some_subscription(fake, mode)
    fake.fail("list_subscriptions", repeat_page=True, times=None)
    with pytest.raises(subkit.PaginationError):
        call(fake, mode, lambda client: client.subscriptions.list(page_size=1).take(9))


def test_an_expired_token(fake: Fake, mode: Mode) -> None:
    """A token that the API refuses is replaced, once."""
    fake.fail("get_subscription", expired_token=True)
    get(fake, mode)
    fake.calls.assert_called("token", times=2)


def test_a_body_of_ones_own(fake: Fake, mode: Mode) -> None:
    """Status, body and headers can be given, and a fault of the token endpoint too."""
    fake.fail("get_subscription", status=418, body={"code": 7, "message": "no"}, headers=(("X-Why", "tea"),))
    with pytest.raises(subkit.ApiError) as caught:
        get(fake, mode)
    assert (caught.value.code, caught.value.headers["x-why"]) == (7, "tea")
    fake.fail("token", status=400, body={"error": "invalid_scope"})
    with pytest.raises(subkit.AuthError, match="invalid_scope"):
        get(fake, mode)


def test_the_queue(fake: Fake, mode: Mode) -> None:
    """Each call meets the first fault that is about it, as often as it was asked for, after those that go well."""
    fake.fail(Fault(on="get_subscription", status=404, times=2, after=1))
    fake.fail(on="list_subscriptions", status=404)
    seen = []
    for _ in range(4):
        try:
            get(fake, mode)
        except subkit.NotFound:
            seen.append(404)
        else:
            seen.append(200)
    assert seen == [200, 404, 404, 200]
    with pytest.raises(subkit.NotFound):
        call(fake, mode, lambda client: client.subscriptions.list(api_id=API).take(1))


def test_an_unknown_call(fake: Fake, mode: Mode) -> None:
    """A fault for a call that does not exist is refused, because it would never happen."""
    with pytest.raises(subkit.ConfigurationError, match="there are token, list_subscriptions"):
        fake.fail("get_subscriptoin", status=503)
