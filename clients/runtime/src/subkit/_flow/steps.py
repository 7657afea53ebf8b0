"""The steps that a flow yields. A flow is a generator that does no I/O: it yields steps and is sent what came of them.

The synchronous and the asynchronous client each perform the same steps in a few lines; everything between the steps
is written once.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from concurrent.futures import Future
from typing import Any, TypeVar

from attrs import field, frozen

from .._transport.messages import Request

T = TypeVar("T")


@frozen
class Exchange:
    """Send a request; its `Reply` comes back."""

    request: Request
    timeout: float
    """Seconds left for it."""


@frozen
class Pause:
    """Wait."""

    seconds: float


@frozen
class Ask:
    """Call a function of the user's, which may be async on an async client; what it returns comes back."""

    function: Callable[[], Any] = field(repr=False)
    timeout: float
    """Seconds left for it. A function that is not async cannot be cut short."""


@frozen
class Await:
    """Wait for what another call, in whatever thread or task, is about to find out."""

    future: Future[Any] = field(repr=False)
    timeout: float
    """Most seconds to wait."""


Step = Exchange | Pause | Ask | Await
Flow = Generator[Step, Any, T]
