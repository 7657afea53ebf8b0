"""One call on its way: what is sent, when it is sent again, what the answer means.

Pure but for the steps that it yields: whatever needs a clock or chance takes it from `Clockwork`.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from attrs import evolve

from .._auth.authorization import NOTHING, Grant
from .._auth.credentials import Occasion
from .._errors import (
    ApiError,
    AuthError,
    DeadlineExceeded,
    DecodeError,
    Gone,
    NotSent,
    PreconditionFailed,
    SubkitError,
    TransportError,
)
from .._flow.retry import RETRIED, Attempts
from .._flow.steps import Exchange, Flow, Pause
from .._operations.operation import ensure_own
from .._operations.request import prepare
from .._responses.failure import error_from
from .._responses.provenance import each_once
from .._responses.response import Received, Response
from .._responses.success import already_gone, read_response, unexpected_304
from .._secrets.secret import Fields
from .._transport.messages import Headers, Reply, Request
from .events import Teller

if TYPE_CHECKING:
    from datetime import datetime

    from .._operations.operation import Operation
    from .context import Engine

T = TypeVar("T")
drift_log: Final = logging.getLogger("subkit.drift")


def call_flow(engine: Engine, operation: Operation[T]) -> Flow[Response[T]]:
    """One logical call. Raises `InvalidArgument` at once."""
    ensure_own(operation, engine.api)
    return Call(engine, _keyed(engine, operation)).proceed()


def _keyed(engine: Engine, operation: Operation[T]) -> Operation[T]:
    """The operation with an idempotency key, where the API takes one: one for the call, whatever is sent again."""
    header = operation.endpoint.idempotency_key
    name = next((p.python for p in operation.endpoint.parameters if header and p.wire == header), None)
    if name is None or name in operation.arguments:
        return operation
    return evolve(operation, arguments={**operation.arguments, name: engine.clockwork.key()})


class Call(Generic[T]):
    """One logical call, however many requests it takes."""

    def __init__(self, engine: Engine, operation: Operation[T]) -> None:
        options = engine.options
        self._engine = engine
        self._endpoint = operation.endpoint
        self._prepared = prepare(operation, options.base_url.origin, options.shared, options.validate)
        self._attempts = Attempts(options.retry, engine.budget, engine.clockwork, options.timeout)
        self._teller = Teller(options.observer, engine.api.slug, self._endpoint.id)
        self._sent = 0
        self._doubt: SubkitError | None = None  # the last failure after which it may have been carried out all the same
        self._refused: Grant | None = None

    def proceed(self) -> Flow[Response[T]]:
        """Authorize, exchange, and again where that is safe."""
        while True:
            grant = yield from self._authorize()
            self._sent += 1
            try:
                received = yield from self._exchange(grant)
            except TransportError as failure:
                wait: float | None = self._after_failure(failure)
            else:
                if self._succeeded(received):
                    self._engine.budget.earn()
                    return self._response(received)
                error = error_from(received, self._engine.clockwork.now())
                if self._is_done(error):
                    return already_gone(received)
                wait = self._after_error(error, grant)
            if wait is not None:
                yield Pause(wait)

    def _authorize(self) -> Flow[Grant]:
        options = self._engine.options
        if options.auth is None:
            return NOTHING
        if options.auth.fixed is not None:
            return options.auth.fixed
        occasion = Occasion(
            base=options.base_url,
            deadline=self._attempts.until,
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
            self._late(error)
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

    def _exchange(self, grant: Grant) -> Flow[Received]:
        left = self._attempts.left()
        if left <= 0:
            raise DeadlineExceeded(
                f"{self._endpoint.id}: the timeout of {self._engine.options.timeout:g} s ran out; nothing was sent"
            )
        self._teller.tell("request", self._sent)
        began = self._engine.clockwork.monotonic()
        try:
            reply: Reply = yield Exchange(self._request(grant), left)
        except TransportError as error:
            self._teller.tell("response", self._sent, error=error, took=self._since(began))
            raise
        self._teller.tell("response", self._sent, status=reply.status, took=self._since(began))
        return self._received(reply, grant)

    def _since(self, moment: float) -> float:
        return self._engine.clockwork.monotonic() - moment

    def _received(self, reply: Reply, grant: Grant) -> Received:
        endpoint, options = self._endpoint, self._engine.options
        if len(reply.body) > options.max_body:
            raise DecodeError(
                f"{endpoint.id}: the body is larger than max_body ({options.max_body} bytes)",
                status=reply.status,
                operation=endpoint.id,
            )
        url = options.base_url.text + self._prepared.target.partition("?")[0]
        return Received(endpoint, self._prepared, reply, Headers(reply.headers), url, self._sent, grant)

    def _succeeded(self, received: Received) -> bool:
        status = received.reply.status
        if status == 304 and not received.prepared.conditional:
            raise unexpected_304(received)
        return 200 <= status < 300 or status == 304

    def _response(self, received: Received) -> Response[Any]:
        """The response in a reply that is a success."""
        response = read_response(received, strict=self._engine.options.decode == "strict")
        names = self._engine.api.slug, self._endpoint.id
        for one in each_once(response.drift, " ".join(names)):
            drift_log.warning("%s %s: %s: %s, expected %s, got %s", *names, one.path, one.kind, one.expected, one.got)
        return response

    def _after_failure(self, error: TransportError) -> float:
        """Seconds until it is sent again. Raises the error if that would not be safe, or has no end."""
        error.operation = self._endpoint.id
        if isinstance(error, DeadlineExceeded):
            self._late(error)
            raise error
        if not isinstance(error, NotSent):
            self._doubt = error
            if not self._endpoint.repeatable:
                self._advise(error)
                raise error
        return self._wait(error)

    def _late(self, error: DeadlineExceeded) -> None:
        """Say what a deadline that fired in one request means for the whole call."""
        error.operation = self._endpoint.id
        if error.sent:
            self._advise(error)
        elif self._doubt is not None:
            error.sent = True
            error.args = (f"{error}, but an earlier request of this call may have been carried out",)

    def _advise(self, error: TransportError) -> None:
        """Say how to find out what became of a write that cannot be repeated blindly."""
        advice = f"before calling again, look with client.{self._endpoint.inquiry} whether it was carried out"
        if self._endpoint.inquiry is not None and not str(error).endswith(advice):
            error.args = (f"{error}; {advice}",)

    def _after_error(self, error: ApiError, grant: Grant) -> float | None:
        """As `_after_failure`, for an answer; None if it is sent again at once, with another credential."""
        auth = self._engine.options.auth
        if error.status == 401 and self._refused is None and auth is not None and auth.renewable:
            self._refused = grant
            self._teller.tell("retry", self._sent, error=error, wait=0.0)
            return None
        if error.status != 429:  # which says that nothing was done
            if not self._endpoint.repeatable or error.status not in RETRIED:
                raise error
            self._doubt = error
        return self._wait(error, error.retry_at)

    def _is_done(self, error: ApiError) -> bool:
        """Whether a delete met its own work: it may have been carried out before, and now nothing is there."""
        if self._doubt is None:
            return False
        deletes = self._endpoint.method == "DELETE"
        if isinstance(error, PreconditionFailed) or (deletes and isinstance(error, Gone)):
            error.after_replay = True
        return deletes and error.status in (404, 410) and not any(self._endpoint.success.values())

    def _wait(self, error: SubkitError, retry_at: datetime | None = None) -> float:
        wait = self._attempts.wait(retry_at)
        if wait is None:
            raise (self._doubt or error) if isinstance(error, NotSent) else error
        self._teller.tell("retry", self._sent, error=error, wait=wait)
        return wait

    def _tell_refresh(self, took: float, error: AuthError | None) -> None:
        self._teller.tell("refresh", self._sent + 1, error=error, took=took)
