"""What goes wrong in a program, and not on the network, goes up as it is: at once, and without a word of the server."""

from __future__ import annotations

import sys
import threading
from types import FrameType
from typing import Any

import pytest
import subkit
from subkit import Retry
from support.issuers import Issuer
from support.lines import own_text
from support.scripted import MODES, SLUGS, SUBSCRIPTION, UUID_1, Driven, package_of, reply
from support.timed import Timed

pytestmark = pytest.mark.both_modes
modes = pytest.mark.parametrize("mode", MODES)
ENS, EVENTS, SERVER = "illumina-ens", "jackhenry-events", "alteryx-server"
GET = package_of(ENS).operations.get_subscription("s1")
UPDATE = package_of(EVENTS).operations.patch_subscription(UUID_1, enabled=True)
MISTAKES = [
    AssertionError("not mocked"),
    TypeError("send() got"),
    KeyError("x"),
    RuntimeError("closed"),
    ZeroDivisionError(),
]


@pytest.mark.fault(93)
@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: type(one).__name__)
@modes
def test_a_mistake_in_a_transport(mode: str, mistake: Exception) -> None:
    """An error of a test double, or of a transport that cannot do its work, is raised itself, and not retried."""
    driven = Driven(ENS, mode, lambda _: mistake)
    with pytest.raises(type(mistake)) as caught:
        driven(lambda client: client.send(GET))
    assert caught.value is mistake
    assert len(driven.requests) == 1


@pytest.mark.fault(93)
@pytest.mark.parametrize("slug", SLUGS)
@modes
def test_a_mistake_at_the_token_endpoint(mode: str, slug: str) -> None:
    """The same while a token is requested; the next call requests it anew."""
    issuer = Issuer(slug)
    issuer.api = lambda request: reply(200, SUBSCRIPTION)
    mistakes: list[Exception] = [AssertionError("not mocked")]
    driven = Driven(
        slug, mode, lambda request: mistakes.pop() if mistakes else issuer(request), auth=issuer.credential()
    )
    with pytest.raises(AssertionError, match="not mocked"):
        driven(lambda client: client.subscriptions.get(UUID_1))
    assert len(driven.requests) == 1
    assert driven(lambda client: client.subscriptions.get(UUID_1)) is not None


@pytest.mark.fault(92)
@pytest.mark.parametrize("operation", [GET, UPDATE], ids=lambda one: one.id)
@modes
def test_a_timeout_is_told_as_it_was_given(mode: str, operation: Any) -> None:
    """A transport knows only what was left of the timeout; the line names the timeout of the call."""
    script: list[Any] = [reply(429), None]

    def late() -> Any:
        left = driven.transport.timeouts[-1]
        return subkit.DeadlineExceeded(f"no complete response within the timeout of {left:g} s", sent=True)

    slug = operation.endpoint.api.slug
    driven = Timed(slug, mode, lambda _: script.pop(0) or late(), timeout=10.0, exchange=0.25)
    error = driven.send(operation)
    assert driven.transport.timeouts == [10.0, 9.25]
    assert own_text(error).startswith("no complete response within the timeout of 10 s")
    assert ("client.subscriptions.get(...)" in str(error)) == (operation is UPDATE)


def _lines_of_subkit(visit: Any) -> Any:
    """A trace function that calls `visit` at each line of subkit."""

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        if "subkit" not in frame.f_code.co_filename:
            return None
        if event == "line":
            visit()
        return trace

    return trace


def _sweep(make: Any) -> int:
    """Call a client in the middle of its own call, at each line in turn; how many lines there were."""
    at = 0
    while True:
        at, seen = at + 1, [0]
        driven = make()

        def visit(at: int = at, seen: list[int] = seen, driven: Driven = driven) -> None:
            seen[0] += 1
            if seen[0] == at:
                sys.settrace(None)
                driven.client.subscriptions.list().first()

        sys.settrace(_lines_of_subkit(visit))
        try:
            driven.client.subscriptions.list().first()
        finally:
            sys.settrace(None)
        if seen[0] < at:
            return at


@pytest.mark.fault(98)
@pytest.mark.parametrize("buys", [False, True], ids=["fixed", "token"])
def test_a_call_within_a_call(buys: bool) -> None:
    """A signal handler, or a finalizer, may use the client that its thread is using, wherever that is: both calls end."""
    ends: list[int] = []

    def make() -> Driven:
        issuer = Issuer(SERVER)
        issuer.api = lambda request: reply(200, [])
        auth = issuer.credential() if buys else subkit.BearerToken("t")
        script = issuer if buys else lambda request: reply(200, [])
        return Driven(SERVER, "sync", script, auth=auth, retry=Retry(attempts=1), timeout=3.0)

    thread = threading.Thread(target=lambda: ends.append(_sweep(make)), daemon=True)
    thread.start()
    thread.join(60)
    assert ends != [], "it hangs"
    assert ends[0] > 50
