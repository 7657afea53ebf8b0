"""What an outage looks like to the server: many clients on one virtual time, whose repeats neither grow nor gather."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
import subkit
from subkit._calls.call import call_flow
from subkit._flow import clock
from support.scripted import client_class, needed, package_of, reply
from support.timed import World, busiest

SLUG = "alteryx-server"


def client(**retry: Any) -> Any:
    return client_class(SLUG, "sync")(
        base_url="https://api.example/webapi", auth=None, transport=None, retry=subkit.Retry(**retry), **needed(SLUG)
    )


LIST = package_of(SLUG).operations.list_subscriptions()


def outage(clients: int, calls: int, every: float, chance: Callable[[int], Callable[[], float]], **retry: Any) -> World:
    """Clients that call in step, as often as that, while the server answers 503."""
    world = World(lambda request, now: reply(503))
    for number in range(clients):
        one = client(**retry)
        world.join(one, chance(number))
        for call in range(calls):
            world.begin(call * every, lambda one=one: call_flow(one._context, LIST))
    assert all(isinstance(error, subkit.ServerError) for error in world.run())
    return world


def seeded(seed: int) -> Callable[[int], Callable[[], float]]:
    return lambda number: random.Random(1000 * seed + number).random


@pytest.mark.fault(28)
@pytest.mark.parametrize("seed", range(2))
def test_an_outage_does_not_grow(seed: int) -> None:
    """A hundred clients in a long outage repeat no more than their budgets, however often they call."""
    world = outage(100, 20, 1.0, seeded(seed), budget=5)
    assert len(world.sent) == 100 * (20 + 5)


@pytest.mark.fault(28)
@pytest.mark.parametrize("seed", range(5))
def test_no_second_peak(seed: int) -> None:
    """When a hundred clients fail in the same instant, their repeats come spread: no tenth of a second sees a third."""
    repeats = outage(100, 1, 1.0, seeded(seed)).sent[100:]
    assert len(repeats) == 200
    assert busiest(repeats, 0.1) <= 45
    gaps = [later - earlier for earlier, later in pairwise(sorted(repeats))]
    assert max(gaps) < 0.25


@pytest.mark.fault(28)
def test_the_measure_sees_a_peak() -> None:
    """Were there no chance in the waits, the test above would see all hundred at once."""
    assert busiest(outage(100, 1, 1.0, lambda _: lambda: 1.0).sent[100:], 0.1) == 100


@pytest.mark.parametrize("attempt", [1, 2, 3, 6, 40])
def test_full_jitter(attempt: int) -> None:
    """With chance as a client has it, waits are spread evenly from nothing to the longest, and differ."""
    longest = min(20.0, 0.5 * 2 ** (attempt - 1))
    waits = sorted(subkit.Retry().wait(attempt, clock.Clock().random()) for _ in range(4000))
    assert waits[0] >= 0
    assert waits[-1] < longest
    tenths = [sum(part <= wait / longest * 10 < part + 1 for wait in waits) for part in range(10)]
    assert all(280 < count < 520 for count in tenths)
