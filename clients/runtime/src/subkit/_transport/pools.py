"""Who may use which connection: at most so many at once, the last used one first, and those who wait in their order.

No locks: whatever is taken or put back is so in one step of a deque. A signal handler or the garbage collector may run
a call of its own at any line of another call, and a lock that was held there would be held for ever.
"""

from __future__ import annotations

import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from .._errors import ClientClosed

if TYPE_CHECKING:
    from .routes import Route

KEEP_ALIVE: Final = 5.0
"""Seconds for which a connection is kept that nobody uses."""


class Pooled(Protocol):
    """What a pool has to know of a connection."""

    route: Route
    """Where it leads."""
    reusable: bool
    """Whether another request may go over it."""

    def close(self) -> None:
        """Close it. Nobody uses it."""
        ...

    def interrupt(self) -> None:
        """End it under whoever uses it."""
        ...


C = TypeVar("C", bound=Pooled)
T = TypeVar("T")


class Place(Generic[C]):
    """The right to have one connection. There are as many as there may be connections."""

    connection: C | None = None
    idle_since = 0.0

    def clear(self) -> None:
        """Close the connection, if there is one."""
        connection, self.connection = self.connection, None
        if connection is not None:
            connection.close()


class Waiter(Protocol[C]):
    """Somebody in the queue."""

    route: Route
    """Where they want to go."""

    def grant(self, place: Place[C]) -> bool:
        """Give them a place. False if they have left."""
        ...


class Pool(Generic[C]):
    """The connections of one process (and event loop)."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._unmade = iter(range(size))
        self._places: list[Place[C]] = []
        self._empty: deque[Place[C]] = deque()
        self._idle: dict[Route, deque[Place[C]]] = {}
        self._queue: deque[Waiter[C]] = deque()
        self.closed = False
        """Whether `close` was called."""

    @property
    def busy(self) -> int:
        """How many places are in use."""
        return len(self._places) - len(self._empty) - sum(map(len, list(self._idle.values())))

    def take(self, route: Route) -> Place[C] | None:
        """A place for a call, or None if it has to queue: all are in use, or others came before."""
        self.check_open()
        return None if self._queue else self._find(route)

    def check_open(self) -> None:
        """Raise `ClientClosed` after `close`."""
        if self.closed:
            raise ClientClosed("the client is closed")

    def enqueue(self, waiter: Waiter[C]) -> None:
        """Have somebody wait. They are granted a place when it is their turn, which may be at once."""
        self._queue.append(waiter)
        self._serve()

    def leave(self, waiter: Waiter[C]) -> None:
        """Take somebody out of the queue, if they are still there."""
        with suppress(ValueError):
            self._queue.remove(waiter)

    def give_back(self, place: Place[C]) -> None:
        """Take a place back from a call that has ended, with its connection if that serves for more."""
        connection = place.connection
        if connection is None or not connection.reusable or self.closed:
            place.clear()
        place.idle_since = time.monotonic()
        self._put(place)
        self._serve()

    def close(self) -> None:
        """End all connections, those in use too. Who waits is granted a place, and finds the pool closed."""
        self.closed = True
        for places in list(self._idle.values()):
            while (place := _pop(places)) is not None:
                place.clear()
        for place in self._places:
            if (connection := place.connection) is not None:
                connection.interrupt()
        self._serve()

    def after_fork(self) -> Pool[C]:
        """A pool for the child of a fork. Those who used this one, and wait for it, are in the other process."""
        for place in self._places:
            place.clear()
        self.closed, closed = True, self.closed
        other: Pool[C] = Pool(self._size)
        other.closed = closed
        return other

    def _serve(self) -> None:
        """Give free places to those who wait, in their order.

        Whoever adds a place or a waiter calls this afterwards. Of two at once, the one who finds nothing looks again
        after it has put back what it held, so that no place and no waiter are left to each other.
        """
        while (waiter := _pop(self._queue, first=True)) is not None:
            place: Place[C] | None = Place() if self.closed else self._find(waiter.route)
            if place is None:
                self._queue.appendleft(waiter)
                if not (self._empty or any(list(self._idle.values()))):
                    return
            elif not waiter.grant(place):
                self._put(place)

    def _put(self, place: Place[C]) -> None:
        """Make a place free."""
        connection = place.connection
        if connection is None:
            self._empty.append(place)
        else:
            self._idle_for(connection.route).append(place)

    def _find(self, route: Route) -> Place[C] | None:
        """A free place, if there is one: with a connection that leads there, or none, or the oldest of another."""
        mine = self._idle.get(route)
        if mine is not None:
            self._close_expired(mine)
            if (place := _pop(mine)) is not None:
                return place
        return _pop(self._empty) or self._make() or self._evict()

    def _make(self) -> Place[C] | None:
        if next(self._unmade, None) is None:
            return None
        place: Place[C] = Place()
        self._places.append(place)
        return place

    def _evict(self) -> Place[C] | None:
        """The place of a connection that leads elsewhere, without it."""
        for places in list(self._idle.values()):
            if (place := _pop(places, first=True)) is not None:
                place.clear()
                return place
        return None

    def _close_expired(self, places: deque[Place[C]]) -> None:
        """Close what was idle for too long. The first of them is the oldest."""
        since = time.monotonic() - KEEP_ALIVE
        while (place := _pop(places, first=True)) is not None:
            if place.idle_since > since:
                places.appendleft(place)
                return
            place.clear()
            self._empty.append(place)

    def _idle_for(self, route: Route) -> deque[Place[C]]:
        return self._idle.get(route) or self._idle.setdefault(route, deque())


def _pop(items: deque[T], *, first: bool = False) -> T | None:
    """An item, or None if there is none: in one step, whatever other threads do."""
    try:
        return items.popleft() if first else items.pop()
    except IndexError:
        return None
