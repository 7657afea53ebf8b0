"""Transports that answer from a script, and a driver that runs one test body on either client."""

from __future__ import annotations

import asyncio
import inspect
import json
import threading
from collections.abc import AsyncIterable, Callable, Iterable
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib import import_module
from typing import Any

import subkit
from subkit._client import AsyncClient, SyncClient
from subkit._flow.steps import Send, Sleep, Step
from subkit._transport.messages import Reply, Request

from .canary_guard import guarded, shared

MODES = ("sync", "async")
SLUGS = ("alteryx-server", "aveva-omf", "illumina-ens", "jackhenry-events", "wso2-publisher")
BASE_URL = "https://api.example/base"
TOKEN = shared("token", "canary-token-7d1f")
HELD = 10.0
"""Seconds after which a request that is held goes on in any case, so that a test that fails does not hang."""
_OWN = {"jackhenry-events": ("institution_id",), "aveva-omf": ("tenant_id", "namespace_id")}
UUID_1 = "64eca60b-2e55-4c38-8603-e9e6bad7d809"
SUBSCRIPTION = {"id": UUID_1, "Id": UUID_1, "subscriptionId": UUID_1}
"""What each of the APIs takes for a subscription."""
EMPTY_PAGE = {"items": [], "list": []}
"""What each of those that page takes for the last page."""

Answer = Reply | BaseException
Script = Iterable[Answer] | Callable[[Request], Answer]


def reply(status: int, body: Any = None, /, **headers: str) -> Reply:
    """A reply; a body that is not bytes is written as JSON, and `_` in the name of a header stands for `-`."""
    pairs = {name.replace("_", "-"): value for name, value in headers.items()}
    if isinstance(body, bytes) or body is None:
        return Reply(status, tuple(pairs.items()), body or b"")
    pairs.setdefault("content-type", "application/json")
    return Reply(status, tuple(pairs.items()), json.dumps(body).encode())


class _Scripted:
    def __init__(self, script: Script = ()) -> None:
        self._answer = script if callable(script) else _one_by_one(script)
        self._script = script
        self.requests: list[Request] = []
        self.timeouts: list[float] = []
        self.closed = 0

    def _arrive(self, request: Request, timeout: float) -> threading.Event | None:
        """Note a request; the event that its answer waits for, if the script has one for it."""
        self.requests.append(request)
        self.timeouts.append(timeout)
        hold = getattr(self._script, "hold", None)
        return None if hold is None else hold(request)

    def _next(self, request: Request) -> Reply:
        answer = self._answer(request)
        if isinstance(answer, Reply):
            return answer
        raise answer


def _one_by_one(answers: Iterable[Answer]) -> Callable[[Request], Answer]:
    left = iter(answers)

    def answer(request: Request) -> Answer:
        found = next(left, None)
        assert found is not None, f"a request that the script does not expect: {request.method} {request.url}"
        return found

    return answer


class ScriptedTransport(_Scripted):
    """A `subkit.Transport` that answers from a script and remembers what it was sent."""

    def send(self, request: Request, *, timeout: float) -> Reply:
        held = self._arrive(request, timeout)
        if held is not None:
            held.wait(HELD)
        return self._next(request)

    def close(self) -> None:
        self.closed += 1


class AsyncScriptedTransport(_Scripted):
    """A `subkit.AsyncTransport` that answers from a script and remembers what it was sent."""

    async def send(self, request: Request, *, timeout: float) -> Reply:
        held = self._arrive(request, timeout)
        await asyncio.sleep(0)
        if held is not None:
            await asyncio.to_thread(held.wait, HELD)
        return self._next(request)

    async def aclose(self) -> None:
        self.closed += 1


def package_of(slug: str) -> Any:
    """The generated package of an API."""
    return import_module(f"subkit_{slug.replace('-', '_')}")


def client_class(slug: str, mode: str) -> Any:
    """The client of an API in one mode, whatever it is called."""
    base = AsyncClient if mode == "async" else SyncClient
    module = import_module(f"{package_of(slug).__name__}._client")
    return next(found for found in vars(module).values() if isinstance(found, type) and base in found.__bases__)


def needed(slug: str) -> dict[str, str]:
    """The client-wide ids that a client of this API takes."""
    return dict.fromkeys(_OWN.get(slug, ()), UUID_1)


class Driven:
    """A client of one mode on a scripted transport; `driven(lambda client: ...)` awaits what has to be awaited."""

    def __init__(self, slug: str, mode: str, script: Script = (), **options: Any) -> None:
        self.slug, self.mode = slug, mode
        self.transport: Any = AsyncScriptedTransport(script) if mode == "async" else ScriptedTransport(script)
        options = {"base_url": BASE_URL, "auth": subkit.BearerToken(TOKEN), **needed(slug), **options}
        options.setdefault("retry", subkit.Retry(base=0))
        self.client: Any = client_class(slug, mode)(transport=self.transport, **options)

    def __call__(self, call: Callable[[Any], Any]) -> Any:
        with guarded():
            return settle(call(self.client))

    def close(self, client: Any = None) -> None:
        found = client or self.client
        settle(found.aclose() if self.mode == "async" else found.close())

    @property
    def requests(self) -> list[Request]:
        return self.transport.requests

    @property
    def last(self) -> Request:
        return self.transport.requests[-1]


def settle(value: Any) -> Any:
    """The value itself, or what comes of awaiting it."""
    return asyncio.run(_awaited(value)) if inspect.isawaitable(value) else value


async def _awaited(value: Any) -> Any:
    return await value


def collect(items: Any) -> list[Any]:
    """All of an iterable, sync or async."""
    return asyncio.run(_collected(items)) if isinstance(items, AsyncIterable) else list(items)


async def _collected(items: AsyncIterable[Any]) -> list[Any]:
    return [item async for item in items]


def header(request: Request, name: str) -> str | None:
    """A header of a request."""
    return next((value for key, value in request.headers if key.lower() == name.lower()), None)


def body_of(request: Request) -> Any:
    """The JSON body of a request."""
    return json.loads(request.body or b"null")


class ClientClock(subkit.Clock):
    """The clock of a client, made of functions."""

    def __init__(
        self,
        monotonic: Callable[[], float] | None = None,
        now: Callable[[], datetime] | None = None,
        random: Callable[[], float] | None = None,
    ) -> None:
        given = {"monotonic": monotonic, "now": now, "random": random}
        vars(self).update({name: function for name, function in given.items() if function is not None})


class Clock:
    """A clock that moves only when somebody pauses, or each exchange takes its time."""

    def __init__(self, *, chance: float = 1.0, exchange: float = 0.0) -> None:
        self.passed = 0.0
        self.ahead = 0.0
        """Seconds by which the calendar is off."""
        self.pauses: list[float] = []
        self.start = datetime(2026, 1, 1, tzinfo=UTC)
        self._exchange = exchange
        self.client_clock = ClientClock(monotonic=lambda: self.passed, now=self.now, random=lambda: chance)

    def now(self) -> datetime:
        """What the calendar says."""
        return self.start + timedelta(seconds=self.passed + self.ahead)

    def drive(self, driven: Driven) -> Driven:
        """Have the calls of a client go by this clock: none of them really waits."""
        client = driven.client
        if client._context.clock is not self.client_clock:
            client._context.clock = self.client_clock
            client._step = partial(self._step_async if driven.mode == "async" else self._step, client._step)
        return driven

    def run(self, driven: Driven, operation: Any) -> Any:
        """Perform an operation, without really waiting."""
        return self.drive(driven)(lambda client: client.send(operation))

    def _step(self, take: Callable[[Step], Any], step: Step) -> Any:
        return None if self._passes(step) else take(step)

    async def _step_async(self, take: Callable[[Step], Any], step: Step) -> Any:
        return await asyncio.sleep(0) if self._passes(step) else await take(step)

    def _passes(self, step: Step) -> bool:
        if isinstance(step, Sleep):
            self.pauses.append(step.seconds)
            self.passed += step.seconds
        self.passed += self._exchange if isinstance(step, Send) else 0.0
        return isinstance(step, Sleep)
