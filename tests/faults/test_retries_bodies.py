"""What a repeat carries: the same bytes as the request before it, and the same idempotency key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
import subkit
from subkit._operations.endpoint import Endpoint, Parameter, RequestBody
from subkit._operations.operation import Operation
from support.replays import Told, told
from support.scripted import MODES, header, package_of, reply
from support.timed import Timed

ENS = "illumina-ens"
pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(29)]
MADE = reply(201, {"id": "s1"})
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
make = package_of(ENS).operations
WITH_BODY = [one for one in told() if one.endpoint.body is not None]


def create(**fields: Any) -> Operation[Any]:
    made: Operation[Any] = make.create_subscription(name="n", type="a", delivery_target=QUEUE, **fields)
    return made


@pytest.mark.fault(25)
@pytest.mark.parametrize("one", WITH_BODY, ids=str)
def test_the_same_bytes_each_time(mode: str, one: Told) -> None:
    """A body is finished before the first request, so that each repeat carries the same bytes, to the last one."""
    driven = Timed(one.slug, mode, [reply(429), subkit.NotSent("no"), one.success()], validate=False)
    assert driven.send(one.operation()).attempts == 3
    assert isinstance(driven.last.body, bytes)
    assert b"canary" in driven.last.body
    assert driven.requests == [driven.last] * 3


ONCE: dict[str, Callable[[], Any]] = {
    "iterator": lambda: iter(["a"]),
    "generator": lambda: (text for text in "ab"),
    "map": lambda: map(str, [1]),
}


@pytest.mark.parametrize("validate", [True, False])
@pytest.mark.parametrize("name", ONCE)
def test_what_can_be_read_only_once(mode: str, name: str, validate: bool) -> None:
    """What would be empty the second time is refused before anything is sent, and nothing is taken from it."""
    given: Iterator[str] = ONCE[name]()
    driven = Timed(ENS, mode, validate=validate)
    assert isinstance(driven.send(create(actions=given)), subkit.InvalidArgument)
    assert driven.requests == []
    assert list(given) != []


def test_changes_in_the_meantime(mode: str) -> None:
    """A list or dict that somebody changes while the call is under way changes nothing of what is sent again."""
    actions, target = ["a"], {"awsSqsQueue": {"queueUrl": "q"}}
    driven = Timed(ENS, mode, [reply(429), MADE])

    def change() -> None:
        actions.append("b")
        target["awsSqsQueue"]["queueUrl"] = "other"

    driven.clock.on_pause = change
    driven.send(make.create_subscription(name="n", type="a", delivery_target=target, actions=actions))
    assert driven.requests[0] == driven.requests[1]
    assert actions == ["a", "b"]


BINARY = attrs.evolve(
    create().endpoint,
    parameters=(Parameter("body", "body", "body", {"type": "string", "format": "binary"}, required=True),),
    body=RequestBody({"type": "string", "format": "binary"}, "application/octet-stream", single=True),
)


def test_bytes(mode: str) -> None:
    """Bytes are sent as they are, each time, also if their buffer is used for something else meanwhile."""
    buffer = bytearray(b"\x00\xff")
    driven = Timed(ENS, mode, [reply(429), MADE], validate=False)
    driven.clock.on_pause = buffer.clear
    driven.send(Operation(BINARY, {"body": buffer}))
    assert [request.body for request in driven.requests] == [b"\x00\xff"] * 2


KEY = Parameter("idempotency_key", "Idempotency-Key", "header", {"type": "string"})
KEYED: Endpoint[Any] = attrs.evolve(
    create().endpoint, parameters=(*create().endpoint.parameters, KEY), idempotency_key="Idempotency-Key", lookup=None
)


def keys(driven: Timed) -> list[str | None]:
    return [header(request, "Idempotency-Key") for request in driven.requests]


@pytest.mark.fault(30)
def test_one_key_for_all_attempts(mode: str) -> None:
    """Where the API takes an idempotency key, a create is sent again with the key of its first request, whatever
    befell that; the same call made once more has another key."""
    operation = attrs.evolve(create(), endpoint=KEYED)
    failures = [subkit.OutcomeUnknown("cut"), reply(503), reply(429), subkit.NotSent("no")]
    driven = Timed(ENS, mode, [*failures, MADE] * 2, retry=subkit.Retry(attempts=5))
    assert [driven.send(operation).attempts for _ in range(2)] == [5, 5]
    first, second = set(keys(driven)[:5]), set(keys(driven)[5:])
    assert len(first) == len(second) == 1
    assert first != second
    assert None not in first | second
    tokens = iter("ab")
    renewed = Timed(ENS, mode, [reply(401), MADE], auth=subkit.BearerToken(lambda: next(tokens)))
    assert renewed.send(operation).attempts == 2
    assert len(set(keys(renewed))) == 1


def test_a_key_of_one_s_own(mode: str) -> None:
    """A key that the caller gives is used for every attempt and every call."""
    operation = attrs.evolve(create(), endpoint=KEYED)
    operation = attrs.evolve(operation, arguments={**operation.arguments, "idempotency_key": "mine"})
    driven = Timed(ENS, mode, [subkit.OutcomeUnknown("cut"), MADE, MADE])
    driven.send(operation)
    driven.send(operation)
    assert keys(driven) == ["mine"] * 3
