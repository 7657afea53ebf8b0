"""What an error says of the request that failed: in its attributes, in its line, in the log and to an observer."""

from __future__ import annotations

import copy
import logging
import pickle
from typing import Any

import attrs
import pytest
import subkit
from subkit import BearerToken, Retry
from support.lines import own_text
from support.live import live_client
from support.scripted import BASE_URL, MODES, package_of, reply
from support.servers import always, refused_port, serving
from support.timed import Timed, watched

WSO2, OMF = "wso2-publisher", "aveva-omf"
make = package_of(WSO2).operations
GET, URL = make.get_subscription("s1"), f"{BASE_URL}/subscriptions/s1"
BLOCK = make.block_subscription("s3cret", block_state="BLOCKED")
modes = pytest.mark.parametrize("mode", MODES)
pytestmark = pytest.mark.fault(83)


def line(mode: str, answer: Any, operation: Any = GET, **options: Any) -> str:
    """The line of the error that an answer ends in."""
    options = {"retry": Retry(attempts=1), **options}
    return str(Timed(operation.endpoint.api.slug, mode, lambda _: answer, **options).send(operation))


ENDINGS: dict[str, tuple[Any, type[subkit.SubkitError], dict[str, Any]]] = {
    "status": (reply(404, {"code": 404, "message": "gone"}), subkit.NotFound, {}),
    "no-api": (reply(200, b"<html>", content_type="text/html"), subkit.DecodeError, {}),
    "304": (reply(304), subkit.DecodeError, {}),
    "too-long": (reply(200, {"subscriptionId": "s" * 2000}), subkit.DecodeError, {"max_body": 1000}),
    "drift": (reply(200, {"subscriptionId": 5}), subkit.DriftError, {"decode": "strict"}),
    "lost": (subkit.OutcomeUnknown("cut"), subkit.OutcomeUnknown, {}),
    "not-sent": (subkit.NotSent("refused"), subkit.NotSent, {}),
    "late": (subkit.DeadlineExceeded("late"), subkit.DeadlineExceeded, {}),
    "no-token": (reply(200, {}), subkit.AuthError, {"auth": BearerToken(lambda: "not a token")}),
}


@pytest.mark.parametrize("name", ENDINGS)
@modes
def test_every_error_names_its_request(mode: str, name: str) -> None:
    """Whatever ends a call: its error has method, URL and operation, its line names them, and so do its copies."""
    answer, kind, options = ENDINGS[name]
    error = Timed(WSO2, mode, [answer], retry=Retry(attempts=1), **options).send(GET)
    assert type(error) is kind
    for one in (error, copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert (one.method, one.url, one.operation) == ("GET", URL, "get_subscription")
        assert str(one) == str(error)
    assert f"GET {URL}" in str(error)
    assert str(error).endswith(" (get_subscription)")
    assert "\n" not in str(error)


@modes
def test_the_same_error_twice(mode: str) -> None:
    """A transport may raise one object again and again; its line does not grow."""
    error = subkit.OutcomeUnknown("cut")
    driven = Timed(OMF, mode, lambda _: error)
    create = package_of(OMF).operations.create_subscription(topic_id="a", topic_tenant_id="b", topic_namespace_id="c")
    lines = {str(driven.send(create)) for _ in range(3)}
    assert len(lines) == 1
    assert own_text(error).startswith("cut; before calling again, check with client.subscriptions.list()")


@pytest.mark.parametrize(
    "answer", [reply(404), reply(200, b"<p>"), subkit.OutcomeUnknown("cut")], ids=["404", "200", "lost"]
)
@modes
def test_no_query_and_no_secret(mode: str, answer: Any) -> None:
    """The query is left out, where an id, a page token or a key may stand; what the path holds is shown."""
    error = Timed(WSO2, mode, lambda _: answer, auth=subkit.QueryKey("key", "canary-4")).send(BLOCK)
    assert (error.method, error.url) == ("POST", f"{BASE_URL}/subscriptions/block-subscription")
    assert "s3cret" not in str(error)
    assert "canary-4" not in str(error)


@modes
def test_a_secret_in_the_path(mode: str) -> None:
    """A path parameter that the specification calls secret is not shown."""
    parameters = [
        attrs.evolve(one, schema={**one.schema, "secret": True}) if one.is_id else one for one in GET.endpoint.declared
    ]
    endpoint = attrs.evolve(GET.endpoint, parameters=tuple(parameters))
    driven, watcher = watched(mode, reply(404), slug=WSO2)
    error = driven.send(attrs.evolve(GET, endpoint=endpoint))
    assert driven.last.url == URL
    assert error.url == f"{BASE_URL}/subscriptions/REDACTED"
    assert "s1" not in f"{error} {watcher.events}".replace("v1/s", "")


PAGE = reply(404, b"<html>nginx</html>", content_type="text/html; charset=utf-8")
CHALLENGE = 'Bearer realm="x", error="invalid_token", error_description="The access token\texpired"'
LINES: dict[str, tuple[Any, str]] = {
    "page": (PAGE, f"404 Not Found: GET {URL} answered text/html, not the API's own error: is base_url right?"),
    "no-type": (
        reply(405, b"no"),
        f"405 Method Not Allowed: GET {URL} answered a body of no known type, not the API's own error: is base_url right?",
    ),
    "gateway": (
        reply(502, b"<html>", content_type="text/html"),
        f"502 Bad Gateway: GET {URL} answered text/html, not the API's own error",
    ),
    "own": (reply(404, {"code": 1, "message": "Not Found", "description": "no s1"}), f"404 Not Found: GET {URL}: Not Found: no s1"),
    "nothing": (reply(404), f"404 Not Found: GET {URL}"),
    "challenge": (
        reply(401, WWW_Authenticate=CHALLENGE),
        f"401 Unauthorized: GET {URL}: invalid_token, The access token expired",
    ),
    "no-challenge": (reply(401, WWW_Authenticate="Basic"), f"401 Unauthorized: GET {URL}"),
    "unknown": (reply(599), f"599 Unknown Status: GET {URL}"),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
@modes
def test_lines(mode: str, name: str) -> None:
    """The line says what can be known: who answered, what the API's own error or a challenge says."""
    answer, text = LINES[name]
    assert line(mode, answer) == f"{text} (get_subscription)"


REDIRECTS = {
    "https://sso.example:8443/login": "https://sso.example:8443/login",
    "https://user:pw@sso.example/login?SAMLRequest=AAA#part": "https://sso.example/login",
    "/elsewhere?key=1": "https://api.example/elsewhere",
    "https://[::1]/x": "https://[::1]/x",
}


@pytest.mark.parametrize("location", REDIRECTS)
@modes
def test_a_redirect_says_where_to(mode: str, location: str) -> None:
    """A redirect names its target without query, fragment and user, and says that it is not followed."""
    text = f"redirected to {REDIRECTS[location]}, which is not followed; base_url has to be the API's own address"
    assert line(mode, reply(302, Location=location)) == f"302 Found: GET {URL} {text} (get_subscription)"


@pytest.mark.parametrize("location", [None, "", "https://[", "https://x:y/", "mailto:a@example.com"])
@modes
def test_a_redirect_to_nowhere(mode: str, location: str | None) -> None:
    """A redirect without a target, or with one that is no URL, is told as one."""
    headers = {} if location is None else {"Location": location}
    assert line(mode, reply(302, **headers)) == f"302 Found: GET {URL}: redirects are not followed (get_subscription)"


@modes
def test_no_credential(mode: str) -> None:
    """A 401 to a request without a credential says that; with one it does not."""
    assert line(mode, reply(401), auth=None).endswith(f"GET {URL}: no credential was sent (get_subscription)")
    page = reply(401, b"<html>", content_type="text/html")
    assert "; no credential was sent (" in line(mode, page, auth=None)
    for auth in (BearerToken("t"), BearerToken(lambda: "t"), subkit.QueryKey("k", "key5"), subkit.Basic("a", "b")):
        assert "no credential" not in line(mode, reply(401), auth=auth)


@modes
def test_a_precondition_that_failed(mode: str) -> None:
    """A 412 to a request with a precondition says that the object changed; to another it says nothing of the kind."""
    found = package_of(WSO2).operations.block_subscription("s1", block_state="BLOCKED", if_match='"1"')
    assert ": it changed since it was fetched; get it again, then decide (" in line(mode, reply(412), found)
    assert "changed" not in line(mode, reply(412), BLOCK)


@modes
def test_the_end_of_retries(mode: str) -> None:
    """An error that was retried says why it was not retried once more: attempts, budget or time."""
    driven = Timed(WSO2, mode, lambda _: reply(503), retry=Retry(budget=3))
    assert own_end(driven.send(GET)) == "gave up after 3 attempts"
    driven.send(GET)
    assert own_end(driven.send(GET)) == "not retried: the budget of 3 retries is spent"
    slow = Timed(WSO2, mode, lambda _: subkit.NotSent("refused"), timeout=0.4)
    assert own_end(slow.send(GET)) == "no time for another attempt within the timeout of 0.4 s"
    assert line(mode, reply(503)) == f"503 Service Unavailable: GET {URL} (get_subscription)"


@pytest.mark.parametrize(("seconds", "moment"), [("600", "00:10:00Z"), ("172800", "2026-01-03T00:00:00Z")])
@modes
def test_when_to_come_back(mode: str, seconds: str, moment: str) -> None:
    """A server that wants to be left alone for longer than the timeout: the line says until when."""
    error = Timed(WSO2, mode, [reply(429, Retry_After=seconds)], timeout=5.0).send(GET)
    assert own_end(error) == f"may be called again at {moment}, after the timeout of 5 s"


def own_end(error: subkit.SubkitError) -> str:
    """The last part of a line, before the operation."""
    return str(error).removesuffix(f" ({error.operation})").rpartition("; ")[2]


@modes
def test_the_log_names_the_request(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """Each line of the log names method and URL, without the query."""
    caplog.set_level(logging.DEBUG, "subkit")
    Timed(WSO2, mode, [reply(503), reply(404)]).send(BLOCK)
    said = [one.getMessage() for one in caplog.records if one.name == "subkit"]
    assert len(said) == 7
    assert [one for one in said if f"POST {BASE_URL}/subscriptions/block-subscription" not in one] == []
    assert [one for one in said if "s3cret" in one] == []


@modes
def test_arguments_that_are_refused(mode: str) -> None:
    """An error before anything was sent has the operation too."""
    error = Timed(WSO2, mode).send(make.block_subscription("s1", block_state="NO"))
    assert (type(error), error.operation, error.url) == (subkit.InvalidArgument, "block_subscription", None)


@pytest.mark.both_modes
@modes
def test_over_the_wire(mode: str) -> None:
    """The same over real connections: nobody listens, or the server is silent."""
    with serving(always(b"")) as server:
        for url in (server.url, f"http://127.0.0.1:{refused_port()}"):
            with (
                live_client(mode, url, retry=Retry(attempts=1), timeout=0.3) as live,
                pytest.raises(subkit.TransportError) as caught,
            ):
                live(lambda client: client.subscriptions.get("s1"))
            assert (caught.value.method, caught.value.url) == ("GET", f"{url}/v1/subscriptions/s1")
            assert str(caught.value).startswith(f"GET {url}/v1/subscriptions/s1: ")
