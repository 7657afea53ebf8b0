"""Connection pools by process, event loop, proxy and origin: who may use which connection."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._errors import ClientClosed, ConfigurationError
from .._forks import watch_forks

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

P = TypeVar("P")
R = TypeVar("R", bound="Hashable")


class Pools(Generic[P, R]):
    """The pools of one process (and event loop): one for each route, found by origin."""

    def __init__(self, make: Callable[[R], P], loop: object) -> None:
        self.loop = loop
        self._make = make
        self._lock = threading.Lock()
        self._closed = False
        self._by_origin: dict[str, P] = {}
        self._by_route: dict[R, P] = {}

    def find(self, origin: str, route: Callable[[], R]) -> P:
        """The pool for an origin. `route` is called once for each origin; equal routes share a pool."""
        found = self._by_origin.get(origin)
        return self._add(origin, route()) if found is None else found

    def _add(self, origin: str, route: R) -> P:
        with self._lock:
            if self._closed:
                raise ClientClosed("the client is closed")
            if route not in self._by_route:
                self._by_route[route] = self._make(route)
            return self._by_origin.setdefault(origin, self._by_route[route])

    def all(self) -> list[P]:
        return list(self._by_route.values())

    def close(self) -> list[P]:
        """Forget the pools and return them, for the caller to close."""
        with self._lock:
            self._closed = True
            pools = self.all()
            self._by_route.clear()
            self._by_origin.clear()
            return pools


class PoolManager(Generic[P, R]):
    """Separates processes and event loops: two on one connection would read each other's responses.

    `make` creates the pool for a route, `abandon` lets go of those inherited by a fork, and `loop` returns the current
    event loop (or None, if threads may share).
    """

    def __init__(self, make: Callable[[R], P], abandon: Callable[[list[P]], None], loop: Callable[[], object]) -> None:
        self._make = make
        self._abandon = abandon
        self._loop = loop
        self._pools: Pools[P, R] | None = None
        self._inherited: list[P] = []
        self.closed = False
        self.after_fork()
        watch_forks(self)

    def after_fork(self) -> None:
        """Let go of the parent's pools, at the next use, and of its lock."""
        self._lock = threading.Lock()
        self._inherited += self.all()
        self._pools = None

    def current(self) -> Pools[P, R]:
        """The pools of this process. Inherited ones are abandoned."""
        if self.closed:
            raise ClientClosed("the client is closed")
        pools = self._pools or self._start()
        if pools.loop is not self._loop():
            raise ConfigurationError("the client belongs to another event loop; create one for each asyncio.run")
        return pools

    def _start(self) -> Pools[P, R]:
        with self._lock:
            if self._pools is None:
                self._abandon(self._inherited)
                self._inherited = []
                self._pools = Pools(self._make, self._loop())
            return self._pools

    def all(self) -> list[P]:
        """The pools of this process."""
        return [] if self._pools is None else self._pools.all()

    def close(self) -> list[P]:
        """End all use, and return the pools that can be closed from here."""
        self.closed = True
        pools = self._pools
        return pools.close() if pools is not None and pools.loop is self._loop() else []


def leaked_connections(pool: Any, given_up: object = None) -> list[Any]:
    """Remove connections from httpcore's pool that nobody uses and nobody can, for the caller to close.

    httpcore keeps such a connection, and its slot, when a call is cancelled between getting and using it, and when TLS
    fails behind a proxy; a hundred of them block the pool. `given_up` is the `extensions` of a request that no longer
    counts, although httpcore still counts it.
    """
    with pool._optional_thread_lock:
        if given_up is not None:
            pool._requests = [item for item in pool._requests if item.request.extensions is not given_up]
        used = {id(request.connection) for request in pool._requests}
        lost = [item for item in pool._connections if id(item) not in used and not (item.is_idle() or item.is_closed())]
        pool._connections = [item for item in pool._connections if item not in lost]
    return lost
