"""One call on its way: what is sent, when it is sent again, what the answer means.

Pure but for the steps that it yields: whatever needs a clock or chance takes it from `Clockwork`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from ._auth import Occasion
from ._errors import ApiError, AuthError, DeadlineExceeded, DecodeError, Gone, NotSent, SubkitError, TransportError
from ._events import Event, Kind, heeded, tell
from ._failure import error_from
from ._flow import Exchange, Flow, Pause
from ._grant import Fields, Grant
from ._received import Received
from ._reply import already_gone, unexpected_304
from ._request import prepare
from ._response import Headers, Response
from ._retry import RETRIED, Attempts
from ._transport import Reply, Request

if TYPE_CHECKING:
    from datetime import datetime

    from ._engine import Engine
    from ._operation import Operation

T = TypeVar("T")


class Call(Generic[T]):
    """One logical call, however many requests it takes."""

    def __init__(self, engine: Engine, operation: Operation[T]) -> None:
        options = engine.options
        self._engine = engine
        self._endpoint = operation.endpoint
        self._prepared = prepare(operation, options.base_url.origin, options.shared, options.validate)
        self._began = engine.clockwork.monotonic()
        self._attempts = Attempts(options.retry, engine.budget, engine.clockwork, options.timeout)
        self._sent = 0
        self._lost: TransportError | None = None  # the last request that was sent and got no whole answer
        self._refused: Grant | None = None

    def proceed(self) -> Flow[Response[T]]:
        """Authorize, exchange, and again where that is safe."""
        while True:
            grant = yield from self._authorize()
            self._sent += 1
            try:
                received = yield from self._exchange(self._request(grant))
            except TransportError as failure:
                wait: float | None = self._after_failure(failure)
            else:
                if self._succeeded(received):
                    self._engine.budget.earn()
                    return self._engine.response(received)
                error = error_from(received, self._engine.clockwork.now())
                if self._is_done(error):
                    return already_gone(received)
                wait = self._after_error(error, grant)
            if wait is not None:
                yield Pause(wait)

    def _authorize(self) -> Flow[Grant]:
        options = self._engine.options
        if options.auth is None:
            return Grant()
        occasion = Occasion(
            base=options.base_url,
            deadline=self._began + options.timeout,
            clockwork=self._engine.clockwork,
            retry=options.retry,
            budget=self._engine.budget,
            refused=self._refused,
            agent=self._engine.fixed,
            tell=self._tell_refresh,
        )
        try:
            return (yield from options.auth.authorize(occasion))
        except DeadlineExceeded as error:
            error.sent = self._lost is not None
            error.operation = self._endpoint.id
            raise
        except AuthError as error:
            error.operation = self._endpoint.id
            raise

    def _request(self, grant: Grant) -> Request:
        prepared = self._prepared
        return Request(
            self._endpoint.method,
            self._engine.options.base_url.text + grant.extend(prepared.target),
            Fields((*self._engine.fixed, *grant.headers, *prepared.headers)),
            prepared.body,
        )

    def _exchange(self, request: Request) -> Flow[Received]:
        left = self._attempts.left()
        if left <= 0:
            raise DeadlineExceeded(
                f"{self._endpoint.id}: the timeout of {self._engine.options.timeout:g} s ran out; nothing was sent"
            )
        self._tell("request")
        began = self._engine.clockwork.monotonic()
        try:
            reply: Reply = yield Exchange(request, left)
        except TransportError as error:
            self._tell("response", error=error, began=began)
            raise
        self._tell("response", status=reply.status, began=began)
        return self._received(reply)

    def _received(self, reply: Reply) -> Received:
        endpoint, options = self._endpoint, self._engine.options
        if len(reply.body) > options.max_body:
            raise DecodeError(
                f"{endpoint.id}: the body is larger than max_body ({options.max_body} bytes)",
                status=reply.status,
                operation=endpoint.id,
            )
        url = options.base_url.text + self._prepared.target.partition("?")[0]
        return Received(endpoint, self._prepared, reply, Headers(reply.headers), url, self._sent)

    def _succeeded(self, received: Received) -> bool:
        status = received.reply.status
        if status == 304 and not received.prepared.conditional:
            raise unexpected_304(received)
        return 200 <= status < 300 or status == 304

    def _after_failure(self, error: TransportError) -> float:
        """Seconds until it is sent again. Raises the error if that would not be safe, or has no end."""
        error.operation = self._endpoint.id
        if isinstance(error, DeadlineExceeded):
            error.sent = error.sent or self._lost is not None
            raise self._advised(error) if error.sent else error
        if not isinstance(error, NotSent):
            self._lost = error
            if not self._endpoint.repeatable:
                raise self._advised(error)
        return self._wait(self._lost or error)

    def _advised(self, error: TransportError) -> TransportError:
        """An error that says how to find out what became of a write that cannot be repeated blindly."""
        if self._endpoint.inquiry is not None:
            error.args = (f"{error}: before calling again, look with client.{self._endpoint.inquiry} whether it was",)
        return error

    def _after_error(self, error: ApiError, grant: Grant) -> float | None:
        """As `_after_failure`, for an answer; None if it is sent again at once, with another credential."""
        auth = self._engine.options.auth
        if error.status == 401 and self._refused is None and auth is not None and auth.renewable:
            self._refused = grant
            self._tell("retry", status=401, wait=0.0)
            return None
        if error.status == 429 or (self._endpoint.repeatable and error.status in RETRIED):
            return self._wait(error, error.retry_at)
        raise error

    def _is_done(self, error: ApiError) -> bool:
        """Whether a delete met its own work: it was sent before, its answer was lost, and now nothing is there."""
        if self._lost is None or self._endpoint.method != "DELETE" or error.status not in (404, 410):
            return False
        if isinstance(error, Gone):
            error.after_replay = True
        return not any(self._endpoint.success.values())

    def _wait(self, error: SubkitError, retry_at: datetime | None = None) -> float:
        wait = self._attempts.wait(retry_at)
        if wait is None:
            raise error
        self._tell("retry", error=error, wait=wait)
        return wait

    def _tell_refresh(self, seconds: float, error: AuthError | None) -> None:
        began = self._engine.clockwork.monotonic() - seconds
        self._tell("refresh", error=error, began=began)

    def _tell(
        self,
        kind: Kind,
        *,
        status: int | None = None,
        error: SubkitError | None = None,
        began: float | None = None,
        wait: float | None = None,
    ) -> None:
        engine = self._engine
        if not heeded(kind, engine.options.observer):
            return
        event = Event(
            kind=kind,
            api=engine.api.slug,
            operation=self._endpoint.id,
            attempt=self._sent + (kind == "refresh"),
            status=getattr(error, "status", status),
            duration=None if began is None else engine.clockwork.monotonic() - began,
            error=None if error is None or isinstance(error, ApiError) else type(error).__name__,
            wait=wait,
        )
        tell(engine.options.observer, event)
