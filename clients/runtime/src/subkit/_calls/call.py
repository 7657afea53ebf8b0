"""One call: what is sent, when it is retried, what the response means.

Pure but for the steps that it yields: time, random numbers and new ids come from `Clock`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from .._auth.authorization import NO_AUTHORIZATION, Authorization
from .._auth.credentials import AuthContext
from .._auth.extra_headers import besides, secrets_among
from .._errors import (
    ApiError,
    AuthError,
    ConfigurationError,
    DeadlineExceeded,
    DecodeError,
    Gone,
    NotSent,
    PreconditionFailed,
    SubkitError,
    TransportError,
)
from .._flow.retry import RETRIED, Attempts
from .._flow.steps import Flow, Send, Sleep
from .._operations.operation import ensure_own
from .._operations.request import prepare
from .._operations.servers import server_of
from .._responses.response import RawResponse, Response
from .._responses.success import already_gone, parse_response, unexpected_304
from .._secrets.secret import SecretHeaders
from .._transport.messages import Headers, Reply, Request
from .._values import evolve
from .drift_log import log_drift
from .events import CallTracer, EventEmitter

if TYPE_CHECKING:
    from datetime import datetime

    from .._operations.operation import Operation
    from .body_log import BodyKind
    from .context import ClientContext

T = TypeVar("T")
_READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def call_flow(context: ClientContext, operation: Operation[T]) -> Flow[Response[T]]:
    """Make one call. Raises `InvalidArgument` at once."""
    ensure_own(operation, context.api)
    try:
        call = Call(context, _keyed(context, operation))
    except ConfigurationError as error:
        error.operation = operation.endpoint.id
        raise
    tracer = context.options.observer
    return call.accompanied(tracer) if isinstance(tracer, CallTracer) else call.proceed()


def _keyed(context: ClientContext, operation: Operation[T]) -> Operation[T]:
    """The operation with an idempotency key, if the API takes one. The key belongs to the call, so all its requests
    share it."""
    header = operation.endpoint.idempotency_key
    name = next((p.python for p in operation.endpoint.parameters if header and p.wire == header), None)
    if name is None or name in operation.arguments:
        return operation
    return evolve(operation, arguments={**operation.arguments, name: context.clock.new_id()})


class Call(Generic[T]):
    """One logical call, however many requests it takes."""

    def __init__(self, context: ClientContext, operation: Operation[T]) -> None:
        options = context.options
        self._context = context
        self._endpoint = operation.endpoint
        self._base = server_of(self._endpoint, options.base_url)
        self._prepared = prepare(
            operation,
            self._base.origin,
            options.client_parameters,
            options.validate,
            protected=options.preconditions == "required",
        )
        self._attempts = Attempts(options.retry, context.budget, context.clock, options.timeout)
        self._url = self._base.text + self._prepared.path
        self._events = EventEmitter(options.observer, context.clock, self._about())
        self._sent = 0
        # The last failure after which the request may still have been carried out.
        self._uncertain_failure: SubkitError | None = None
        self._refused: Authorization | None = None

    def _about(self) -> dict[str, str]:
        """What all events of the call say."""
        return {
            "api": self._context.api.slug,
            "operation": self._endpoint.id,
            "method": self._endpoint.method,
            "url": self._url,
            "path_template": self._endpoint.path,
            "server": self._base.origin,
        }

    def accompanied(self, tracer: CallTracer) -> Flow[Response[T]]:
        """As `proceed`, with a tracer."""
        return tracer.trace(self._events.about, self._context.clock, self.proceed())

    def proceed(self) -> Flow[Response[T]]:
        """Make the call. Its errors name the request, and its begin and its end are events."""
        began = self._context.clock.monotonic()
        self._events.emit("call", 0)
        try:
            response = yield from self._requests()
        except BaseException as error:
            if isinstance(error, SubkitError):
                error.method, error.url, error.operation = self._endpoint.method, self._url, self._endpoint.id
            self._events.emit("done", self._sent, error=error, began=began)
            raise
        self._events.emit("done", self._sent, status=response.status, began=began)
        return response

    def _requests(self) -> Flow[Response[T]]:
        """Authorize, send, and retry where that is safe."""
        while True:
            authorization = yield from self._authorize()
            self._sent += 1
            try:
                raw = yield from self._exchange(authorization)
            except TransportError as failure:
                wait: float | None = self._after_failure(failure)
            else:
                if self._succeeded(raw):
                    self._context.budget.earn()
                    return self._response(raw)
                error = self._error(raw)
                if self._already_done(raw, error):
                    return already_gone(raw)
                wait = self._after_error(error, authorization)
            if wait is not None:
                yield Sleep(wait)

    def _authorize(self) -> Flow[Authorization]:
        options = self._context.options
        if options.auth is None or not self._endpoint.secured:
            return NO_AUTHORIZATION
        if options.auth.fixed is not None:
            return options.auth.fixed
        context = AuthContext(
            base=options.base_url,
            deadline=self._attempts.until,
            clock=self._context.clock,
            retry=options.retry,
            budget=self._context.budget,
            refused=self._refused,
            agent=self._context.fixed,
            extra=self._context.options.headers,
            notify=self._notify_refresh,
        )
        try:
            return (yield from options.auth.authorize(context))
        except DeadlineExceeded as error:
            self._on_deadline(error)
            raise

    def _request(self, authorization: Authorization) -> Request:
        prepared = self._prepared
        own = {name.lower() for name, _ in prepared.headers}
        fixed = [one for one in self._context.fixed if one[0].lower() not in own]
        headers = (*fixed, *authorization.headers, *prepared.headers)
        return Request(
            self._endpoint.method,
            self._base.text + authorization.extend(prepared.target),
            SecretHeaders((*headers, *besides(self._context.options.headers, headers))),
            prepared.body,
        )

    def _exchange(self, authorization: Authorization) -> Flow[RawResponse]:
        left = self._attempts.left()
        if left <= 0:
            raise DeadlineExceeded(f"the timeout of {self._context.options.timeout:g} s ran out; nothing was sent")
        self._events.emit("request", self._sent)
        request = self._request(authorization)
        if self._context.options.log_bodies:
            self._log_body("request", Reply(0), authorization)
        began = self._context.clock.monotonic()
        try:
            reply: Reply = yield Send(request, left, self._sent)
        except TransportError as error:
            if isinstance(error, DeadlineExceeded):
                self._say_timeout(error, left)
            self._events.emit("response", self._sent, error=error, began=began)
            raise
        self._events.emit("response", self._sent, status=reply.status, began=began)
        if self._context.options.log_bodies:
            self._log_body("response", reply, authorization)
        return self._raw_response(reply, authorization)

    def _say_timeout(self, error: DeadlineExceeded, left: float) -> None:
        """Name the timeout as it was given: a transport knows only the time that was left."""
        if error.args:
            told, given = f"{left:g} s", f"{self._context.options.timeout:g} s"
            error.args = (str(error.args[0]).replace(told, given), *error.args[1:])

    def _log_body(self, kind: BodyKind, reply: Reply, authorization: Authorization) -> None:
        from .body_log import log_body  # noqa: PLC0415 - only for `SUBKIT_LOG=debug`

        log_body(kind, self._with_request(reply, authorization))

    def _raw_response(self, reply: Reply, authorization: Authorization) -> RawResponse:
        options = self._context.options
        if len(reply.body) > options.max_body:
            what = f"the body is larger than max_body ({options.max_body} bytes)"
            if 200 <= reply.status < 300:
                raise DecodeError(what, status=reply.status)
            reply = evolve(reply, body=b"", unreadable=what)
        return self._with_request(reply, authorization)

    def _with_request(self, reply: Reply, authorization: Authorization) -> RawResponse:
        secrets = secrets_among(self._context.options.headers)
        headers = Headers(reply.headers)
        return RawResponse(
            self._endpoint, self._prepared, reply, headers, self._url, self._sent, authorization, secrets
        )

    def _succeeded(self, raw: RawResponse) -> bool:
        status = raw.reply.status
        if status == 304 and not raw.prepared.conditional:
            raise unexpected_304(raw)
        return 200 <= status < 300 or status == 304

    def _response(self, raw: RawResponse) -> Response[Any]:
        """The response for a successful reply."""
        strict = self._context.options.decode == "strict"
        report = partial(log_drift, self._context.api.slug, self._endpoint.id)
        return parse_response(raw, strict=strict, report=report)

    def _error(self, raw: RawResponse) -> ApiError:
        """The error for a reply that is not successful."""
        from .._responses.failure import parse_error  # noqa: PLC0415 - only for errors

        return parse_error(raw, self._context.clock.now())

    def _after_failure(self, error: TransportError) -> float:
        """Seconds to wait before a retry. Raises the error if a retry is unsafe, or none is left."""
        if isinstance(error, DeadlineExceeded):
            self._on_deadline(error)
            raise error
        if isinstance(error, NotSent) and error.permanent:
            raise self._uncertain_failure or error
        if not isinstance(error, NotSent):
            self._uncertain_failure = error
            if not self._endpoint.safe_to_retry:
                self._add_hint(error)
                raise error
        return self._wait(error)

    def _on_deadline(self, error: DeadlineExceeded) -> None:
        """Explain what a deadline in one request means for the whole call."""
        if error.sent:
            self._add_hint(error)
        elif self._uncertain_failure is not None:
            error.sent = True
            fate = "was sent" if self._endpoint.method in _READS else "may have been carried out"
            error.hint = f"an earlier request of this call {fate}"

    def _add_hint(self, error: TransportError) -> None:
        """Say how to find out whether a write that must not be retried was carried out."""
        if self._endpoint.lookup is not None and not self._endpoint.safe_to_retry:
            error.hint = f"before calling again, check with client.{self._endpoint.lookup} whether it was carried out"

    def _after_error(self, error: ApiError, authorization: Authorization) -> float | None:
        """As `_after_failure`, for a response; None if it is retried at once, with another credential."""
        auth = self._context.options.auth
        if error.status == 401 and self._refused is None and auth is not None and auth.renewable:
            self._refused = authorization
            self._events.emit("retry", self._sent, error=error, wait=0.0)
            return None
        if error.status != 429:  # 429 says that nothing was done
            if not self._endpoint.safe_to_retry or error.status not in RETRIED:
                raise error
            self._uncertain_failure = error
        return self._wait(error, error.retry_at)

    def _already_done(self, raw: RawResponse, error: ApiError) -> bool:
        """Whether a delete finds its own work done: an earlier request may have been carried out, and now nothing is
        there."""
        if self._uncertain_failure is None:
            return False
        from .._responses.error_text import is_own_error  # noqa: PLC0415 - only for errors

        deletes = self._endpoint.method == "DELETE"
        gone = deletes and error.status in (404, 410) and is_own_error(raw, error.body)
        if isinstance(error, PreconditionFailed) or (gone and isinstance(error, Gone)):
            error.after_replay = True
        return gone and not any(self._endpoint.success.values())

    def _wait(self, error: SubkitError, retry_at: datetime | None = None) -> float:
        wait = self._attempts.wait(retry_at, paced=getattr(error, "status", 0) == 429)
        if wait is None:
            final = (self._uncertain_failure or error) if isinstance(error, NotSent) else error
            final.hint = self._attempts.ended
            raise final
        self._events.emit("retry", self._sent, error=error, wait=wait)
        return wait

    def _notify_refresh(self, took: float, error: AuthError | None) -> None:
        self._events.emit("refresh", self._sent + 1, error=error, took=took)
