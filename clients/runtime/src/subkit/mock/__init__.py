"""Fake vendors that behave: stateful stand-ins for the APIs, in process or on a socket, for tests."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._mock.asgi import FakeApp as FakeApp
    from .._mock.calls import Call as Call
    from .._mock.calls import Calls as Calls
    from .._mock.clock import FakeClock as FakeClock
    from .._mock.clock import RunningClock as RunningClock
    from .._mock.fake import Fake as Fake
    from .._mock.faults import Fault as Fault
    from .._mock.refusal import Explanation as Explanation
    from .._mock.server import FakeServer as FakeServer
    from .._mock.transport import AsyncFakeTransport as AsyncFakeTransport
    from .._mock.transport import FakeTransport as FakeTransport
else:
    from .._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".._mock.asgi": ("FakeApp",),
            ".._mock.calls": ("Call", "Calls"),
            ".._mock.clock": ("FakeClock", "RunningClock"),
            ".._mock.fake": ("Fake",),
            ".._mock.faults": ("Fault",),
            ".._mock.refusal": ("Explanation",),
            ".._mock.server": ("FakeServer",),
            ".._mock.transport": ("AsyncFakeTransport", "FakeTransport"),
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
