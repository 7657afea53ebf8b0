"""Faults that a test asks for: what goes wrong, with which calls, and how often."""

from __future__ import annotations

from threading import Lock
from typing import Any, Literal

from .._values import evolve, field, frozen

Loss = Literal["refused", "reset before", "reset after", "cut"]
"""How a response gets lost: no connection; the connection is reset before or after the request was carried out; the
response ends in the middle of its body."""


@frozen(kw_only=True)
class Fault:
    """What goes wrong with some calls. Several things can go wrong at once."""

    __module__ = "subkit.mock"

    on: str | None = None
    """The call: the name of its function, such as `get_subscription`, or its operationId, or `token` for the token
    endpoint. None for all operations."""
    times: int | None = 1
    """How many calls; None for all, until `reset`."""
    after: int = 0
    """How many calls go well before."""
    status: int | None = None
    """The status to answer with, before anything is done."""
    body: Any = None
    """The body with that status: text, bytes or JSON. Without it, the vendor's own error."""
    headers: tuple[tuple[str, str], ...] = ()
    """Headers besides."""
    retry_after: float | None = None
    """Seconds for the header `Retry-After`."""
    delay: float = 0.0
    """Seconds before the response."""
    drip: float = 0.0
    """Seconds between the bytes of the response."""
    loss: Loss | None = None
    """How the response gets lost."""
    garbage: bool = False
    """The body is replaced by bytes that are not JSON."""
    login_page: bool = False
    """A 200 with an HTML page, as a gateway sends."""
    expired_token: bool = False
    """The token of the call counts as expired."""
    repeat_page: bool = False
    """The page names itself as the next one."""


@frozen
class _Pending:
    fault: Fault
    left: int | None
    skip: int


@frozen
class Faults:
    """The queue of faults. Each call meets the first one that is about it."""

    _pending: list[_Pending] = field(factory=list[_Pending])
    _lock: Lock = field(factory=Lock, repr=False)

    def add(self, fault: Fault) -> None:
        """Put a fault at the end of the queue."""
        with self._lock:
            self._pending.append(_Pending(fault, fault.times, fault.after))

    def clear(self) -> None:
        """Forget all faults."""
        with self._lock:
            self._pending.clear()

    @property
    def pending(self) -> list[Fault]:
        """The faults that have not all happened yet."""
        return [one.fault for one in self._pending]

    def take(self, *names: str) -> Fault | None:
        """The fault that a call with these names meets."""
        with self._lock:
            for index, one in enumerate(self._pending):
                if one.fault.on in names or (one.fault.on is None and "token" not in names):
                    return self._use(index, one)
        return None

    def _use(self, index: int, one: _Pending) -> Fault | None:
        if one.skip:
            self._pending[index] = evolve(one, skip=one.skip - 1)
            return None
        left = None if one.left is None else one.left - 1
        if left == 0:
            del self._pending[index]
        else:
            self._pending[index] = evolve(one, left=left)
        return one.fault
