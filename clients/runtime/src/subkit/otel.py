"""OpenTelemetry: spans and a metric for calls, with the extra `otel` (`pip install 'subkit[otel]'`).

    from subkit.otel import OpenTelemetry

    client = SomeClient(..., observer=OpenTelemetry())

Names and attributes follow the semantic conventions for HTTP clients, version 1. No query, header or body is recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from ._calls.events import CallTracer
from ._errors import SubkitError
from ._flow.steps import Send
from ._secrets.secret import SecretHeaders
from ._transport.urls import PORTS
from ._values import evolve
from ._version import __version__

try:
    from opentelemetry import context, metrics, propagate, trace
    from opentelemetry.trace import SpanKind, Status, StatusCode
except ModuleNotFoundError as _missing:
    if (_missing.name or "").partition(".")[0] != "opentelemetry":
        raise
    raise ModuleNotFoundError(
        "subkit.otel requires OpenTelemetry: pip install 'subkit[otel]'", name=_missing.name
    ) from None

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import Span, TracerProvider

    from ._calls.events import Event
    from ._flow.clock import Clock
    from ._flow.steps import Flow, Step
    from ._responses.response import Response
    from ._transport.messages import Reply

__all__ = ["OpenTelemetry"]

_BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0)
"""Boundaries in seconds, as the conventions advise."""
_SUPPRESSED: Final = [
    "suppress_instrumentation",
    getattr(context, "_SUPPRESS_INSTRUMENTATION_KEY", "suppress_instrumentation"),
    getattr(context, "_SUPPRESS_HTTP_INSTRUMENTATION_KEY", "suppress_http_instrumentation"),
]
"""The keys by which instrumentations of other libraries find out that a request is already recorded."""
Attributes = dict[str, "str | int"]


class OpenTelemetry(CallTracer):
    """Records calls with OpenTelemetry. Pass it to a client as `observer`; clients can share one.

    Each call is an INTERNAL span named after its operation. Below it, each attempt is a CLIENT span with
    `http.request.resend_count`, and so is each request for a token. The metric `http.client.request.duration` has their
    durations. Requests carry the headers of the propagator, such as `traceparent`. Instrumentations of HTTP libraries
    are suppressed while a request is under way, so that none is recorded twice.

    Args:
        tracer_provider: Where spans go. Default: the global one.
        meter_provider: Where the metric goes. Default: the global one.
        observer: Another observer, which is called with each `subkit.Event`.

    """

    __module__ = "subkit.otel"

    def __init__(
        self,
        *,
        tracer_provider: TracerProvider | None = None,
        meter_provider: MeterProvider | None = None,
        observer: Callable[[Event], None] | None = None,
    ) -> None:
        self._tracer = trace.get_tracer("subkit", __version__, tracer_provider)
        self._duration = metrics.get_meter("subkit", __version__, meter_provider).create_histogram(
            "http.client.request.duration",
            unit="s",
            description="Duration of HTTP client requests.",
            explicit_bucket_boundaries_advisory=_BUCKETS,
        )
        self._observer = observer

    def __call__(self, event: Event) -> None:
        """Pass an event to the other observer."""
        if self._observer is not None:
            self._observer(event)

    def trace(self, about: Mapping[str, str], clock: Clock, flow: Flow[Response[Any]]) -> Flow[Response[Any]]:
        """The same call, with its spans."""
        if context.get_value(_SUPPRESSED[1]):
            return flow
        return self._call(about, clock, flow)

    def _call(self, about: Mapping[str, str], clock: Clock, flow: Flow[Response[Any]]) -> Flow[Response[Any]]:
        own = {"subkit.api": about["api"], "subkit.operation": about["operation"]}
        span = self._tracer.start_span(f"{about['api']}.{about['operation']}", kind=SpanKind.INTERNAL, attributes=own)
        token = context.attach(trace.set_span_in_context(span))
        try:
            response = yield from self._steps(about, clock, flow)
            span.set_attributes(_of_response(response) if span.is_recording() else {})
            return response
        except BaseException as error:
            _fail(span, error)
            raise
        finally:
            context.detach(token)
            span.end()

    def _steps(self, about: Mapping[str, str], clock: Clock, flow: Flow[Response[Any]]) -> Flow[Response[Any]]:
        """The steps of a call, with a span around each that sends a request."""
        try:
            step: Step = next(flow)
            while True:
                try:
                    outcome = yield from self._step(about, clock, step)
                except Exception as error:  # noqa: BLE001 - the call decides what it means
                    step = flow.throw(error)
                else:
                    step = flow.send(outcome)
        except StopIteration as stop:
            response: Response[Any] = stop.value
            return response
        finally:
            flow.close()

    def _step(self, about: Mapping[str, str], clock: Clock, step: Step) -> Flow[Any]:
        return (yield from self._request(about, clock, step)) if isinstance(step, Send) else (yield step)

    def _request(self, about: Mapping[str, str], clock: Clock, step: Send) -> Flow[Reply]:
        common = _of_server(step)
        span = self._tracer.start_span(
            step.request.method, kind=SpanKind.CLIENT, attributes={**common, **_of_request(about, step)}
        )
        within = trace.set_span_in_context(span)
        token, began = context.attach(_suppressed(within)), clock.monotonic()
        outcome: Attributes = {}
        try:
            reply: Reply = yield _with_headers(step, within)
            outcome = _of_status(reply.status)
            return reply
        except BaseException as error:
            outcome = _of_error(error)
            raise
        finally:
            context.detach(token)
            self._duration.record(clock.monotonic() - began, {**common, **outcome}, within)
            span.set_attributes(outcome)
            if "error.type" in outcome:
                span.set_status(Status(StatusCode.ERROR))
            span.end()


def _suppressed(within: Context) -> Context:
    for key in _SUPPRESSED:
        within = context.set_value(key, True, within)
    return within


def _with_headers(step: Send, within: Context) -> Send:
    """The step with the propagator's headers, unless the client sets them itself."""
    found: dict[str, str] = {}
    propagate.inject(found, within)
    own = {name.lower() for name, _ in step.request.headers}
    more = [(name, value) for name, value in found.items() if name.lower() not in own]
    headers = SecretHeaders((*step.request.headers, *more))
    return evolve(step, request=evolve(step.request, headers=headers)) if more else step


def _of_server(step: Send) -> Attributes:
    parts = urlsplit(step.request.url)
    return {
        "http.request.method": step.request.method,
        "server.address": parts.hostname or "",
        "server.port": parts.port or PORTS.get(parts.scheme, 443),
        "url.scheme": parts.scheme,
    }


def _of_request(about: Mapping[str, str], step: Send) -> Attributes:
    if step.attempt == 0:  # for a token
        return {"url.full": step.request.url.partition("?")[0]}
    resent: Attributes = {"http.request.resend_count": step.attempt - 1} if step.attempt > 1 else {}
    return {"url.full": about["url"], "url.template": about["path_template"], **resent}


def _of_status(status: int) -> Attributes:
    failed: Attributes = {"error.type": str(status)} if status >= 400 else {}
    return {"http.response.status_code": status, **failed}


def _of_error(error: BaseException) -> Attributes:
    """What ended it; nothing if it was cancelled."""
    if not isinstance(error, Exception):
        return {}
    kind = type(error)
    return {
        "error.type": kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    }


def _of_response(response: Response[Any]) -> Attributes:
    request: Attributes = {"subkit.request_id": response.request_id} if response.request_id else {}
    return {"subkit.attempts": response.attempts, "subkit.drift_count": len(response.drift), **request}


def _fail(span: Span, error: BaseException) -> None:
    span.set_attributes(_of_error(error))
    if isinstance(error, SubkitError):
        known = {"subkit.attempts": "attempts", "subkit.request_id": "request_id"}
        found = {name: getattr(error, attribute, None) for name, attribute in known.items()}
        span.set_attributes({name: value for name, value in found.items() if value is not None})
    if isinstance(error, Exception):
        span.set_status(Status(StatusCode.ERROR))
