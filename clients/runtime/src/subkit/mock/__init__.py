"""Fake vendors that behave: stateful stand-ins for the APIs, in process or on a socket, for tests."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .asgi import FakeApp as FakeApp
    from .calls import Call as Call
    from .calls import Calls as Calls
    from .clock import FakeClock as FakeClock
    from .clock import RunningClock as RunningClock
    from .fake import Fake as Fake
    from .faults import Fault as Fault
    from .refusal import Explanation as Explanation
    from .server import FakeServer as FakeServer
    from .transport import AsyncFakeTransport as AsyncFakeTransport
    from .transport import FakeTransport as FakeTransport
else:
    from .._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".asgi": ("FakeApp",),
            ".calls": ("Call", "Calls"),
            ".clock": ("FakeClock", "RunningClock"),
            ".fake": ("Fake",),
            ".faults": ("Fault",),
            ".refusal": ("Explanation",),
            ".server": ("FakeServer",),
            ".transport": ("AsyncFakeTransport", "FakeTransport"),
        },
    )

__all__ = [
    "AsyncFakeTransport",
    "Call",
    "Calls",
    "Explanation",
    "Fake",
    "FakeApp",
    "FakeClock",
    "FakeServer",
    "FakeTransport",
    "Fault",
    "RunningClock",
]
