"""How a call proceeds, for both clients: what is sent, when it is sent again, what the answer means.

Pure but for the steps that it yields. To keep it so, whatever needs a clock or chance takes it from `Clockwork`.
"""

from __future__ import annotations

import logging
import platform
import random
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar
from uuid import uuid4

from attrs import evolve, field, frozen

from ._auth import Grant
from ._errors import ApiError, DeadlineExceeded, DecodeError, Gone, NotSent, SubkitError, TransportError
from ._failure import error_from
from ._flow import Exchange, Flow, Pause
from ._provenance import each_once
from ._received import Received
from ._reply import already_gone, read_response, unexpected_304
from ._request import Prepared, prepare
from ._response import Headers, Response
from ._retry import RETRIED, Retry
from ._transport import Reply, Request
from ._version import __version__

if TYPE_CHECKING:
    from ._auth import Credential
    from ._operation import Api, Operation
    from ._origin import BaseUrl

T = TypeVar("T")
Decode = Literal["tolerant", "strict"]

drift_log: Final = logging.getLogger("subkit.drift")
DEFAULT_TIMEOUT: Final = 30.0
MAX_BODY: Final = 16 * 2**20


@frozen(kw_only=True)
class Options:
    """What a client was told. Checked when the client is made."""

    base_url: BaseUrl
    auth: Credential | None
    timeout: float = DEFAULT_TIMEOUT
    retry: Retry = field(factory=Retry)
    decode: Decode = "tolerant"
    validate: bool = True
    max_body: int = MAX_BODY
    shared: Mapping[str, str] = field(factory=dict[str, str])


@frozen
class Clockwork:
    """Time and chance, so that tests can bring their own."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    chance: Callable[[], float] = random.random
    key: Callable[[], str] = lambda: str(uuid4())


class Engine:
    """How a call proceeds, for both clients: pure but for the steps that it yields."""

    def __init__(self, api: Api, options: Options, clockwork: Clockwork | None = None) -> None:
        self.api = api
        self.options = options
        self.clockwork = clockwork or Clockwork()
        self._fixed = (("User-Agent", _user_agent(api)), ("Accept-Encoding", "gzip"))

    def call(self, operation: Operation[T]) -> Flow[Response[T]]:
        """One logical call: prepare, authorize, exchange, and again where that is safe."""
        options = self.options
        operation = self._keyed(operation)
        prepared = prepare(operation, options.base_url.origin, options.shared, options.validate)
        attempt = _Attempts(self.clockwork.monotonic() + options.timeout, options.retry)
        refused = False
        while True:
            attempt.number += 1
            granted = yield from self._credential(refused)
            request = Request(
                operation.endpoint.method,
                options.base_url.text + granted.extend(prepared.target),
                _Fields((*self._fixed, *granted.headers, *prepared.headers)),
                prepared.body,
            )
            try:
                reply = yield Exchange(request, self._left(attempt, operation, sent=False))
            except TransportError as failure:
                wait = self._after_failure(operation, attempt, failure)
            else:
                received = self._received(operation, prepared, reply, attempt)
                if self._succeeded(received):
                    return self._response(received)
                error = error_from(received, self.clockwork.now())
                if self._is_done(attempt, received, error):
                    return already_gone(received)
                if error.status == 401 and not refused and options.auth is not None and options.auth.renewable:
                    refused = True
                    continue
                wait = self._after_error(operation, attempt, error)
            yield Pause(wait)

    def _keyed(self, operation: Operation[T]) -> Operation[T]:
        """The operation with an idempotency key, where the API takes one: one for the call, whatever is sent again."""
        header = operation.endpoint.idempotency_key
        name = next((p.python for p in operation.endpoint.parameters if header and p.wire == header), None)
        if name is None or name in operation.arguments:
            return operation
        return evolve(operation, arguments={**operation.arguments, name: self.clockwork.key()})

    def _credential(self, refused: bool) -> Flow[Grant]:
        auth = self.options.auth
        if auth is None:
            return Grant()
        return (yield from auth.authorize(refused=refused))

    def _left(self, attempt: _Attempts, operation: Operation[Any], *, sent: bool) -> float:
        left = attempt.deadline - self.clockwork.monotonic()
        if left <= 0:
            raise DeadlineExceeded(
                f"{operation.id}: the timeout of {self.options.timeout:g} s ran out", sent=sent, operation=operation.id
            )
        return left

    def _received(self, operation: Operation[Any], prepared: Prepared, reply: Reply, attempt: _Attempts) -> Received:
        url = self.options.base_url.text + prepared.target.partition("?")[0]
        if len(reply.body) > self.options.max_body:
            raise DecodeError(
                f"{operation.id}: the body is larger than max_body ({self.options.max_body} bytes)",
                status=reply.status,
                operation=operation.id,
            )
        return Received(operation.endpoint, prepared, reply, Headers(reply.headers), url, attempt.number)

    def _succeeded(self, received: Received) -> bool:
        status = received.reply.status
        if status == 304 and not received.prepared.conditional:
            raise unexpected_304(received)
        return 200 <= status < 300 or status == 304

    def _response(self, received: Received) -> Response[Any]:
        response = read_response(received, strict=self.options.decode == "strict")
        for drift in each_once(response.drift, f"{self.api.slug} {received.endpoint.id}"):
            drift_log.warning(
                "%s %s: %s: %s, expected %s, got %s",
                self.api.slug,
                received.endpoint.id,
                drift.path,
                drift.kind,
                drift.expected,
                drift.got,
            )
        return response

    def _after_failure(self, operation: Operation[Any], attempt: _Attempts, error: TransportError) -> float:
        error.operation = operation.id
        if isinstance(error, DeadlineExceeded):
            error.sent = error.sent or attempt.lost is not None
            raise error
        if not isinstance(error, NotSent):
            attempt.lost = error
            if not _repeatable(operation):
                raise error
        return self._wait(attempt, attempt.lost or error, None)

    def _after_error(self, operation: Operation[Any], attempt: _Attempts, error: ApiError) -> float:
        safe = error.status == 429 or (_repeatable(operation) and error.status in RETRIED)
        if not safe:
            raise error
        return self._wait(attempt, error, error.retry_at)

    def _is_done(self, attempt: _Attempts, received: Received, error: ApiError) -> bool:
        """Whether a delete met its own work: it was sent before, its answer was lost, and now nothing is there."""
        if attempt.lost is None or received.endpoint.method != "DELETE" or error.status not in (404, 410):
            return False
        if isinstance(error, Gone):
            error.after_replay = True
        return not any(received.endpoint.success.values())

    def _wait(self, attempt: _Attempts, error: SubkitError, retry_at: datetime | None) -> float:
        if attempt.number >= attempt.retry.attempts:
            raise error
        wait = attempt.retry.wait(attempt.number, self.clockwork.chance())
        if retry_at is not None:
            wait = max(wait, (retry_at - self.clockwork.now()).total_seconds())
        if wait >= attempt.deadline - self.clockwork.monotonic():
            raise error
        return wait


def _repeatable(operation: Operation[Any]) -> bool:
    return operation.endpoint.idempotent or operation.endpoint.idempotency_key is not None


class _Attempts:
    __slots__ = ("deadline", "lost", "number", "retry")

    def __init__(self, deadline: float, retry: Retry) -> None:
        self.deadline = deadline
        self.retry = retry
        self.number = 0
        self.lost: TransportError | None = None  # the last request that was sent and got no whole answer


class _Fields(tuple[tuple[str, str], ...]):
    """Headers whose `repr` names them without their values, because the credential is among them."""

    def __repr__(self) -> str:
        return f"<{', '.join(name for name, _ in self)}>"


def _user_agent(api: Api) -> str:
    return f"subkit-{api.slug}/{api.version} subkit/{__version__} python/{platform.python_version()}"
