"""Clients of either mode on virtual time: pauses are noted, not slept, and an exchange takes as long as a test says."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import subkit
from attrs import asdict, define, field
from subkit._flow.steps import Send, Sleep, Step

from .scripted import ClientClock, Clock, Driven, Script

START = datetime(2026, 1, 1, tzinfo=UTC)


class _Clock(Clock):
    """Notes when each request goes out, and lets a test do something in each pause."""

    def __init__(self, chance: float, exchange: float) -> None:
        super().__init__(chance=chance, exchange=exchange)
        self.started: list[float] = []
        self.on_pause: Callable[[], object] = lambda: None

    def _passes(self, step: Step) -> bool:
        if isinstance(step, Send):
            self.started.append(self.passed)
        if not super()._passes(step):
            return False
        self.on_pause()
        return True


class Timed(Driven):
    """A client on virtual time, with subkit's own policy of repeats. `exchange` is how long a request takes."""

    def __init__(
        self, slug: str, mode: str, script: Script = (), *, chance: float = 1.0, exchange: float = 0.0, **options: Any
    ) -> None:
        super().__init__(slug, mode, script, **{"retry": subkit.Retry(), **options})
        self.clock = _Clock(chance, exchange)
        self.clock.drive(self)

    @property
    def passed(self) -> float:
        """The time."""
        return self.clock.passed

    @property
    def pauses(self) -> list[float]:
        """How long each wait was."""
        return self.clock.pauses

    @property
    def started(self) -> list[float]:
        """When each request went out."""
        return self.clock.started

    def outcome(self, call: Callable[[Any], Any]) -> Any:
        """What a call returns, or the error of subkit that it raises."""
        try:
            return self(call)
        except subkit.SubkitError as error:
            return error

    def send(self, operation: Any) -> Any:
        """As `outcome`, for a call as a value."""
        return self.outcome(lambda client: client.send(operation))


class Watcher:
    """An observer that keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[subkit.Event] = []

    def __call__(self, event: subkit.Event) -> None:
        self.events.append(event)

    def told(self) -> list[dict[str, Any]]:
        """The events but for the call's begin and end, without what is the same for all of them and what is empty."""
        common = {"api", "operation", "method", "url", "call", "path_template", "server"}
        return [
            {name: value for name, value in asdict(one).items() if name not in common and value is not None}
            for one in self.events
            if one.kind not in ("call", "done")
        ]


def watched(mode: str, *script: Any, slug: str = "illumina-ens", **options: Any) -> tuple[Timed, Watcher]:
    """A client whose requests take a quarter of a second each, and its observer."""
    watcher = Watcher()
    return Timed(slug, mode, script, observer=watcher, exchange=0.25, **options), watcher


@define
class World:
    """Many clients side by side on one virtual time. Their calls are flows of steps, which it performs."""

    answer: Callable[[subkit.Request, float], subkit.Reply]
    """What the server says to a request at a moment."""
    exchange: float = 0.01
    """Seconds that a request takes."""
    now: float = 0.0
    sent: list[float] = field(factory=list[float])
    """When each request went out."""
    _queue: list[tuple[float, int, Generator[Step, Any, Any], Any]] = field(factory=list[Any])
    _order: Iterator[int] = field(factory=itertools.count)

    def join(self, client: Any, chance: Callable[[], float]) -> None:
        """Let a client live on this time."""
        client._context.clock = ClientClock(
            monotonic=lambda: self.now, now=lambda: START + timedelta(seconds=self.now), random=chance
        )

    def begin(self, at: float, call: Callable[[], Generator[Step, Any, Any]]) -> None:
        """Have a call begin at a moment."""

        def flow() -> Generator[Step, Any, Any]:
            return (yield from call())

        self._queue_up(at, flow(), None)

    def run(self) -> list[Any]:
        """Perform everything. Returns what came of each call, in the order in which they ended."""
        ended: list[Any] = []
        while self._queue:
            self.now, _, flow, outcome = heapq.heappop(self._queue)
            try:
                step = flow.send(outcome)
            except StopIteration as stop:
                ended.append(stop.value)
            except subkit.SubkitError as error:
                ended.append(error)
            else:
                self._perform(step, flow)
        return ended

    def _perform(self, step: Step, flow: Generator[Step, Any, Any]) -> None:
        if isinstance(step, Sleep):
            self._queue_up(self.now + step.seconds, flow, None)
        else:
            assert isinstance(step, Send)
            self.sent.append(self.now)
            self._queue_up(self.now + self.exchange, flow, self.answer(step.request, self.now))

    def _queue_up(self, at: float, flow: Generator[Step, Any, Any], outcome: Any) -> None:
        heapq.heappush(self._queue, (at, next(self._order), flow, outcome))


def busiest(moments: Iterable[float], width: float) -> int:
    """The largest number of moments in any window of this width."""
    found, first = 0, 0
    ordered = sorted(moments)
    for last, moment in enumerate(ordered):
        while moment - ordered[first] > width:
            first += 1
        found = max(found, last - first + 1)
    return found
