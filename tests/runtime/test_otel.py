"""What OpenTelemetry records of a call: spans, a metric, headers; and that no secret is in it."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from typing import Any

import pytest
import subkit
from opentelemetry import context, trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode
from subkit.otel import OpenTelemetry
from subkit_wso2_publisher import PasswordGrant
from support.scripted import BASE_URL, MODES, SUBSCRIPTION, header, package_of, reply
from support.timed import Timed, Watcher

ENS, WSO2 = "illumina-ens", "wso2-publisher"
CANARY = "canary-9c3e"
OK = reply(200, SUBSCRIPTION, x_request_id="r-1")
GET = package_of(ENS).operations.get_subscription("s1")
modes = pytest.mark.parametrize("mode", MODES)
SUPPRESSED = getattr(context, "_SUPPRESS_INSTRUMENTATION_KEY")  # noqa: B009 - the key of other instrumentations


class Recorded:
    """A client on virtual time whose requests take a quarter of a second each, and what is recorded of its calls."""

    def __init__(self, mode: str, *script: Any, slug: str = ENS, **options: Any) -> None:
        self._exporter, self._reader = InMemorySpanExporter(), InMemoryMetricReader()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.tracer = provider.get_tracer("user")
        self.watcher = Watcher()
        telemetry = OpenTelemetry(
            tracer_provider=provider,
            meter_provider=MeterProvider([self._reader], shutdown_on_exit=False),
            observer=self.watcher,
        )
        self.driven = Timed(slug, mode, script, observer=telemetry, exchange=0.25, **options)

    def send(self, operation: Any = GET) -> Any:
        return self.driven.send(operation)

    @property
    def spans(self) -> list[Any]:
        """In the order in which they began."""
        return sorted(self._exporter.get_finished_spans(), key=lambda span: span.start_time or 0)

    @property
    def call(self) -> Any:
        (found,) = [span for span in self.spans if span.kind is SpanKind.INTERNAL]
        return found

    @property
    def attempts(self) -> list[Any]:
        return [span for span in self.spans if span.kind is SpanKind.CLIENT]

    @property
    def points(self) -> list[Any]:
        """Of the metric."""
        data = self._reader.get_metrics_data()
        assert data is not None
        (metric,) = data.resource_metrics[0].scope_metrics[0].metrics
        assert (metric.name, metric.unit) == ("http.client.request.duration", "s")
        return list(metric.data.data_points)


SERVER = {"http.request.method": "GET", "server.address": "api.example", "server.port": 443, "url.scheme": "https"}
PLACE = {"url.full": f"{BASE_URL}/v1/subscriptions/s1", "url.template": "/v1/subscriptions/{subscriptionId}"}


@modes
def test_a_call_with_a_retry(mode: str) -> None:
    """A call is an INTERNAL span named after its operation; each attempt below it a CLIENT span named after its method,
    which says how often it was sent before."""
    recorded = Recorded(mode, reply(503), OK)
    response = recorded.send()
    assert response.drift
    assert recorded.call.name == "illumina-ens.get_subscription"
    assert dict(recorded.call.attributes) == {
        "subkit.api": ENS, "subkit.operation": "get_subscription", "subkit.attempts": 2,
        "subkit.drift_count": len(response.drift), "subkit.request_id": "r-1",
    }  # fmt: skip
    assert [(span.name, span.parent.span_id) for span in recorded.attempts] == [
        ("GET", recorded.call.context.span_id)
    ] * 2
    first, second = (dict(span.attributes) for span in recorded.attempts)
    assert first == {**SERVER, **PLACE, "http.response.status_code": 503, "error.type": "503"}
    assert second == {**SERVER, **PLACE, "http.response.status_code": 200, "http.request.resend_count": 1}
    assert [span.status.status_code for span in recorded.spans] == [
        StatusCode.UNSET,
        StatusCode.ERROR,
        StatusCode.UNSET,
    ]


@modes
def test_the_metric(mode: str) -> None:
    """The duration of each attempt counts, by status and kind of error, in seconds."""
    recorded = Recorded(mode, reply(503), subkit.NotSent("no"), OK, retry=subkit.Retry(attempts=3))
    recorded.send()
    found = {point.attributes.get("error.type"): point for point in recorded.points}
    assert {kind: (point.count, point.sum) for kind, point in found.items()} == {
        "503": (1, 0.25), "subkit.NotSent": (1, 0.25), None: (1, 0.25),
    }  # fmt: skip
    assert dict(found[None].attributes) == {**SERVER, "http.response.status_code": 200}
    assert found[None].explicit_bounds[:2] == (0.005, 0.01)


ENDS: dict[str, tuple[Any, str, dict[str, Any]]] = {
    "404": (reply(404, x_request_id="r-9"), "subkit.NotFound", {"subkit.attempts": 1, "subkit.request_id": "r-9"}),
    "lost": (subkit.DeadlineExceeded("late", sent=True), "subkit.DeadlineExceeded", {}),
    "html": (reply(200, b"<p>", content_type="text/html"), "subkit.DecodeError", {}),
    "bug": (AssertionError("not mocked"), "AssertionError", {}),
}


@pytest.mark.parametrize("name", ENDS)
@modes
def test_a_call_that_fails(mode: str, name: str) -> None:
    """The span of the call says which error it raised, and that it failed; no text of the error."""
    answer, kind, more = ENDS[name]
    recorded = Recorded(mode, answer)
    with pytest.raises(Exception) as caught:  # noqa: PT011 - any of them
        recorded.driven(lambda client: client.send(GET))
    assert f"{type(caught.value).__module__}.{type(caught.value).__name__}".removeprefix("builtins.") == kind
    own = {"subkit.api": ENS, "subkit.operation": "get_subscription", "error.type": kind}
    assert dict(recorded.call.attributes) == {**own, **more}
    assert recorded.call.status.status_code is StatusCode.ERROR
    assert [(span.events, span.status.description) for span in recorded.spans] == [((), None)] * 2


@modes
def test_a_call_that_is_cancelled(mode: str) -> None:
    """A call that is cut short is recorded, and is no error."""
    recorded = Recorded(mode, asyncio.CancelledError() if mode == "async" else KeyboardInterrupt())
    with pytest.raises((asyncio.CancelledError, KeyboardInterrupt)):
        recorded.driven(lambda client: client.send(GET))
    assert [span.status.status_code for span in recorded.spans] == [StatusCode.UNSET] * 2
    assert [span for span in recorded.spans if "error.type" in span.attributes] == []


@modes
def test_headers(mode: str) -> None:
    """Each attempt carries the trace and its own span, unless the client sets that header itself."""
    recorded = Recorded(mode, reply(503), OK)
    recorded.send()
    sent = [str(header(request, "traceparent"))[:52] for request in recorded.driven.requests]
    spans = [f"00-{span.context.trace_id:032x}-{span.context.span_id:016x}" for span in recorded.attempts]
    assert sent == spans
    own = Recorded(mode, OK, headers={"Traceparent": "mine"})
    own.send()
    assert [value for name, value in own.driven.last.headers if name.lower() == "traceparent"] == ["mine"]


@modes
def test_the_context(mode: str) -> None:
    """While a request is under way, other instrumentations are suppressed and its span is the current one; the user's
    functions run within the call's span; afterwards all is as before."""
    seen: list[tuple[Any, Any]] = []

    def look() -> None:
        seen.append((trace.get_current_span().get_span_context().span_id, context.get_value(SUPPRESSED)))

    def token() -> str:
        look()
        return CANARY

    def answer(_: subkit.Request) -> subkit.Reply:
        look()
        return OK

    recorded = Recorded(mode, auth=subkit.BearerToken(token))
    recorded.driven.transport._answer = answer
    recorded.send()
    look()
    call, attempt = recorded.call.context.span_id, recorded.attempts[0].context.span_id
    assert seen == [(call, None), (attempt, True), (0, None)]


@modes
def test_the_users_span_is_the_parent(mode: str) -> None:
    """A call belongs to the span within which it is made."""
    recorded = Recorded(mode, OK)
    with recorded.tracer.start_as_current_span("mine") as mine:
        recorded.send()
    assert recorded.spans[1].parent.span_id == mine.get_span_context().span_id


@modes
def test_suppressed_from_outside(mode: str) -> None:
    """Where instrumentation is suppressed, as around an exporter, nothing is recorded."""
    recorded = Recorded(mode, OK)
    within = context.attach(context.set_value(SUPPRESSED, True))
    try:
        assert recorded.send().status == 200
    finally:
        context.detach(within)
    assert recorded.spans == []
    assert header(recorded.driven.last, "traceparent") is None


TOKEN = {"access_token": CANARY, "token_type": "Bearer", "expires_in": 3600, "refresh_token": CANARY}


@pytest.mark.fault(60)
@modes
def test_nothing_secret(mode: str) -> None:
    """A request for a token is an attempt too, without a number. Nowhere is a query, a header, a body or a token."""
    auth = PasswordGrant("https://login.example:8243/token", "client", CANARY, "user", CANARY)
    script = [reply(200, TOKEN), reply(503, {"message": CANARY}, Set_Cookie=CANARY), reply(404, {"message": CANARY})]
    recorded = Recorded(mode, *script, slug=WSO2, auth=auth)
    block = package_of(WSO2).operations.block_subscription(CANARY, block_state="BLOCKED")
    assert isinstance(recorded.send(block), subkit.NotFound)
    assert [span.attributes["url.full"] for span in recorded.attempts] == [
        "https://login.example:8243/token",
        *[f"{BASE_URL}/subscriptions/block-subscription"] * 2,
    ]
    assert [span.attributes.get("http.request.resend_count") for span in recorded.attempts] == [None, None, 1]
    assert CANARY not in "".join(span.to_json() for span in recorded.spans)
    assert CANARY not in repr(recorded.points)


@modes
def test_another_observer(mode: str) -> None:
    """The observer beside it gets every event."""
    recorded = Recorded(mode, OK)
    recorded.send()
    assert [event.kind for event in recorded.watcher.events] == ["call", "request", "response", "done"]


@modes
def test_a_page_is_a_call(mode: str) -> None:
    """Lists are recorded page by page, and clients made with `with_options` too."""
    recorded = Recorded(mode, reply(200, {"items": []}))
    twin = recorded.driven.client.with_options(timeout=5)
    recorded.driven(lambda _: twin.send(package_of(ENS).operations.list_subscriptions()))
    assert recorded.call.name == "illumina-ens.list_subscriptions"


def test_without_providers() -> None:
    """Where no provider is set up, nothing is recorded and no header is added."""
    driven = Timed(ENS, "sync", [OK], observer=OpenTelemetry())
    assert driven.send(GET).status == 200
    assert header(driven.last, "traceparent") is None


PROGRAM = """
import sys
import subkit
from subkit_wso2_publisher import Wso2Publisher

class Fixed:
    def send(self, request, *, timeout):
        return subkit.Reply(200, (("Content-Type", "application/json"),), b'{"subscriptionId": "s1"}')
    def close(self):
        pass

Wso2Publisher(base_url="https://h.example", auth=None, transport=Fixed()).subscriptions.get("s1")
assert not [name for name in sys.modules if name.partition(".")[0] == "opentelemetry"]
sys.modules["opentelemetry"] = None
try:
    import subkit.otel
except ModuleNotFoundError as error:
    print(error)
"""


def test_nothing_is_imported_without_it() -> None:
    """A program that does not use it loads none of it, though it is installed; without it, the error says what to
    install."""
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM]
    done = subprocess.run(command, env={**os.environ}, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "subkit.otel requires OpenTelemetry: pip install 'subkit[otel]'\n"
