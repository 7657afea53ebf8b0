"""Who may use which connection, and in which order."""

from __future__ import annotations

import threading
from typing import Any, cast

import pytest
import subkit._errors as errors
from attrs import define
from subkit._transport import pools
from subkit._transport.pools import Place, Pool
from subkit._transport.routes import Route

HERE, THERE = cast("Route", "here"), cast("Route", "there")


@define(eq=False)
class Wire:
    """A connection that only notes what is done to it."""

    route: Route
    reusable: bool = True
    closed: bool = False
    interrupted: bool = False

    def close(self) -> None:
        self.closed = True

    def interrupt(self) -> None:
        self.interrupted = True


@define(eq=False)
class Caller:
    """Somebody who waits for a place, and may have left meanwhile."""

    route: Route = HERE
    gone: bool = False
    place: Place[Wire] | None = None

    def grant(self, place: Place[Wire]) -> bool:
        if not self.gone:
            self.place = place
        return not self.gone


def used(pool: Pool[Wire], route: Route = HERE) -> Place[Wire]:
    """A place, with a connection."""
    place = pool.take(route)
    assert place is not None
    place.connection = place.connection or Wire(route)
    return place


def test_the_last_used_connection_is_the_first() -> None:
    """Connections that are not needed stay idle, and so can expire."""
    pool: Pool[Wire] = Pool(3)
    first, second = used(pool), used(pool)
    pool.give_back(first)
    pool.give_back(second)
    assert [used(pool), used(pool)] == [second, first]


def test_at_most_so_many() -> None:
    """There are as many places as there may be connections, in use or idle."""
    pool: Pool[Wire] = Pool(2)
    places = [used(pool), used(pool)]
    assert (pool.take(HERE), pool.busy) == (None, 2)
    pool.give_back(places[0])
    assert pool.busy == 1
    assert pool.take(HERE) is places[0]


def test_a_connection_that_leads_elsewhere_makes_room() -> None:
    """Where all places hold connections, an idle one to another server is closed for a new one."""
    pool: Pool[Wire] = Pool(1)
    place = used(pool, THERE)
    there = place.connection
    pool.give_back(place)
    assert pool.take(HERE) is place
    assert there is not None
    assert (there.closed, place.connection) == (True, None)


def test_an_idle_connection_expires(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was idle for too long is closed, the older ones too; what was used lately is not."""
    now = [100.0]
    monkeypatch.setattr(pools.time, "monotonic", lambda: now[0])
    pool: Pool[Wire] = Pool(3)
    places = [used(pool) for _ in range(3)]
    wires = [place.connection for place in places]
    for place in places:
        pool.give_back(place)
        now[0] += 3
    found = used(pool)
    assert found is places[2]
    assert [wire.closed for wire in wires if wire is not None] == [True, True, False]


def test_a_connection_that_serves_no_more_is_closed() -> None:
    """A place whose connection cannot be reused comes back empty."""
    pool: Pool[Wire] = Pool(1)
    place = used(pool)
    assert place.connection is not None
    place.connection.reusable = False
    wire = place.connection
    pool.give_back(place)
    assert (wire.closed, pool.take(HERE), place.connection) == (True, place, None)


def test_who_waits_is_served_in_order() -> None:
    """Those who came first are served first, wherever they want to go, and nobody overtakes them."""
    pool: Pool[Wire] = Pool(1)
    place = used(pool)
    callers = [Caller(HERE), Caller(THERE), Caller(HERE)]
    for caller in callers:
        pool.enqueue(caller)
    for number, caller in enumerate(callers):
        assert pool.take(HERE) is None
        pool.give_back(place)
        assert [one.place is not None for one in callers] == [n <= number for n in range(3)]
        assert caller.place is place
        place.connection = place.connection or Wire(caller.route)


def test_who_left_the_queue_is_passed_over() -> None:
    """A place goes to the next one in the queue, and is free again if nobody is left."""
    pool: Pool[Wire] = Pool(1)
    place = used(pool)
    left, gone, last = Caller(), Caller(), Caller()
    for caller in (left, gone, last):
        pool.enqueue(caller)
    pool.leave(left)
    pool.leave(left)
    gone.gone = True
    pool.give_back(place)
    assert [left.place, gone.place, last.place] == [None, None, place]
    pool.enqueue(gone)
    pool.give_back(place)
    assert pool.take(HERE) is place


def test_whoever_queues_for_a_free_place_has_it_at_once() -> None:
    """A place that became free before somebody queued is not overlooked."""
    pool: Pool[Wire] = Pool(1)
    caller = Caller()
    pool.enqueue(caller)
    assert caller.place is not None


def test_closing_ends_what_is_idle_and_what_is_in_use() -> None:
    """After closing, nothing is taken, those who wait find it closed, and what comes back is closed."""
    pool: Pool[Wire] = Pool(2)
    idle, busy = used(pool), used(pool)
    wires = [idle.connection, busy.connection]
    pool.give_back(idle)
    used(pool)
    caller = Caller()
    pool.enqueue(caller)
    pool.close()
    assert [wire.interrupted for wire in wires if wire is not None] == [True, True]
    assert caller.place is not None
    pool.give_back(busy)
    assert [wire.closed for wire in wires if wire is not None] == [False, True]
    with pytest.raises(errors.ClientClosed):
        pool.take(HERE)
    late = Caller()
    pool.enqueue(late)
    assert late.place is not None


def test_threads_share_the_places() -> None:
    """However many threads take, queue, give up and give back, no place is lost or had twice."""
    pool: Pool[Wire] = Pool(3)
    held: set[int] = set()
    wrong: list[Any] = []

    def worker(number: int) -> None:
        for turn in range(300):
            place = pool.take(HERE)
            if place is None:
                caller = Waiting(HERE)
                pool.enqueue(caller)
                place = caller.wait(give_up=(number + turn) % 5 == 0)
                if place is None:
                    pool.leave(caller)
                    continue
            if id(place) in held:
                wrong.append(place)
            held.add(id(place))
            place.connection = place.connection or Wire(HERE)
            held.discard(id(place))
            pool.give_back(place)

    threads = [threading.Thread(target=worker, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert (wrong, pool.busy) == ([], 0)
    assert [used(pool) is not None for _ in range(3)] == [True] * 3


class Waiting:
    """A thread in the queue. It may give up at once, and is then granted nothing."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self._open = [True]
        self._granted = threading.Event()
        self._place: Place[Wire] | None = None

    def grant(self, place: Place[Wire]) -> bool:
        try:
            self._open.pop()
        except IndexError:
            return False
        self._place = place
        self._granted.set()
        return True

    def wait(self, *, give_up: bool) -> Place[Wire] | None:
        """The place, or None if it gave up before there was one."""
        if give_up:
            try:
                self._open.pop()
            except IndexError:
                pass
            else:
                return None
        assert self._granted.wait(20), "nobody was served"
        return self._place
