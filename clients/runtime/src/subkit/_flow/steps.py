"""The steps that a flow yields. A flow is a generator that does no I/O: it yields steps and receives their results.

The synchronous and the asynchronous client perform the same steps; everything between the steps is written once.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, TypeVar

from .._transport.messages import Request
from .._values import field, frozen

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")


@frozen
class Send:
    """Send a request; the result is its `Reply`."""

    request: Request
    timeout: float
    """Seconds that are left for it."""
    attempt: int = 0
    """The number of the request within its call, starting at 1; 0 for a request for a token."""


@frozen
class Sleep:
    """Wait for some time."""

    seconds: float


@frozen
class CallUser:
    """Call a function of the user. On an async client it may be async."""

    function: Callable[[], Any] = field(repr=False)
    timeout: float
    """Seconds that are left for it. A function that is not async cannot be interrupted."""


@frozen
class WaitFor:
    """Wait for the result of another call, in whatever thread or task it runs."""

    future: Future[Any] = field(repr=False)
    timeout: float
    """Maximum number of seconds to wait."""


Step = Send | Sleep | CallUser | WaitFor
Flow = Generator[Step, Any, T]
