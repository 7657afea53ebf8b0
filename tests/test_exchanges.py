"""Every documented exchange, through the generated clients: what goes out and what comes back."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from subkit import ApiError, NotModified
from subkit._errors import class_for
from support.drivers import WAYS, Done, perform
from support.exchanges import Exchange, exchanges, installed, plain, text

BEYOND: Final = {
    "user-agent": "says which package asks, for the vendor's logs",
    "accept": "says which media type is understood, where the page's line leaves it to curl's default",
    "accept-encoding": "allows a compressed answer",
    "content-type": "says what the body is, where the page's line leaves it out",
    "content-length": "HTTP: how long the body is",
    "host": "HTTP: which server is meant",
    "connection": "HTTP: the connection is kept for the next call",
}
"""Headers that may go out although the page does not list them, each with the reason."""

ALL: Final = exchanges(installed())
SUCCESSES: Final = [exchange for exchange in ALL if 200 <= exchange.status < 300]
every_way = pytest.mark.parametrize("way", WAYS)


def each(found: list[Exchange]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("exchange", found, ids=lambda exchange: exchange.id)


@every_way
@each(ALL)
def test_an_exchange(exchange: Exchange, way: str) -> None:
    """What goes out is the page's request, and what comes back is the page's answer: as a result, or as an error."""
    done = perform(exchange, way)
    check_request(exchange, done)
    check_headers(exchange, done)
    if exchange.status >= 400:
        check_error(exchange, done)
    elif exchange.status == 304:
        check_unchanged(exchange, done)
    else:
        check_success(exchange, done)
        check_whole_answer(exchange, way)


def check_request(exchange: Exchange, done: Done) -> None:
    """Method, path, query and JSON body are the page's."""
    sent, request = done.sent, exchange.request
    base, url = urlsplit(exchange.example["base_url"]), urlsplit(sent.url)

    assert request["method"] == sent.method
    assert (base.scheme, base.netloc) == (url.scheme, url.netloc)
    assert base.path + request["path"] == unquote(url.path)
    assert sorted((name, value) for name, value in request.get("query", ())) == sorted(
        parse_qsl(url.query, keep_blank_values=True)
    )
    assert ("body" in request) == (sent.body is not None)
    assert text(request.get("body")) == text(json.loads(sent.body or b"null"))


def check_headers(exchange: Exchange, done: Done) -> None:
    """Each header of the page goes out once, as it stands there, and beyond them only what is listed with a reason."""
    listed = {name.lower(): value for name, value in exchange.request.get("headers", {}).items()}
    got = {name.lower(): value for name, value in done.sent.headers}

    assert len(got) == len(done.sent.headers), "no header goes out twice"
    assert listed == {name: got.get(name) for name in listed}
    assert set() == got.keys() - listed.keys() - BEYOND.keys()
    if "body" not in exchange.request:
        assert "content-type" not in got


def check_success(exchange: Exchange, done: Done) -> None:
    """What the method returns is JSON-equal to the documented answer."""
    assert done.error is None
    if exchange.empty_reply:
        assert [exchange.call.subject[0]] == list(plain(done.result).values()), "the result holds only its id"
    else:
        assert text(exchange.expected) == text(plain(done.result))


def check_whole_answer(exchange: Exchange, way: str) -> None:
    """`client.send(operation)` gives the whole body, the status, and drift only where a promised body did not come."""
    response = perform(exchange, way, by_value=True).result

    assert exchange.status == response.status
    if exchange.empty_reply:
        missing = [("$", "missing")]
        assert missing == [(drift.path, drift.kind) for drift in response.drift]
    else:
        assert not response.drift
        assert text(exchange.response.get("body")) == text(plain(response.parsed))
    for name, value in exchange.response["headers"].items():
        assert value == response.headers[name]


def check_unchanged(exchange: Exchange, done: Done) -> None:
    """A 304 that was asked for gives `NotModified` with the entity tag of the answer."""
    assert isinstance(done.result, NotModified)
    assert exchange.response["headers"].get("ETag") == done.result.etag


def check_error(exchange: Exchange, done: Done) -> None:
    """The error is of the class for its status and holds the vendor's texts as facade.toml maps them, body or none."""
    error = done.error
    assert error is not None
    body = exchange.response.get("body")
    fields = exchange.api["facade"].get("errors", {})

    assert class_for(exchange.status) is type(error)
    assert exchange.status == error.status
    assert exchange.call.function == error.operation
    assert text(body) == text(error.body)
    assert text(body) == text(plain(error.problem))
    assert said(body, fields.get("title")) == error.title
    assert said(body, fields.get("detail")) == error.detail
    assert (body or {}).get(fields.get("code")) == error.code
    check_one_line(exchange, error)


def check_one_line(exchange: Exchange, error: ApiError) -> None:
    """`str(error)` is one line with the status, the operation, and the vendor's words where it has any."""
    line = str(error)

    assert [line] == line.splitlines()
    assert line.startswith(f"{exchange.status} ")
    assert exchange.call.function in line
    assert (error.title or "").rstrip(".") in line
    assert (error.detail or "") in line


@each(SUCCESSES)
def test_models_go_to_json_and_back(exchange: Exchange) -> None:
    """`from_dict(to_dict(x))` equals x, for each model of an answer."""
    parsed = perform(exchange, "sync-in_process", by_value=True).result.parsed
    models = [one for one in (parsed if isinstance(parsed, list) else [parsed]) if one is not None]

    for model in models:
        assert model == type(model).from_dict(model.to_dict())
        assert text(model.to_dict()) == text(type(model).from_dict(model.to_dict()).to_dict())


def said(body: Any, name: str | None) -> str | None:
    """The text that a field of an error body holds."""
    found = (body or {}).get(name)
    return ("; ".join(found) if isinstance(found, list) else found) or None


@each(ALL)
def test_all_ways_agree(exchange: Exchange) -> None:
    """Sync and async, in process and through HTTP, give equal results and equal errors."""
    found = [perform(exchange, way) for way in WAYS]

    for other in found[1:]:
        assert found[0].result == other.result
        assert told(found[0].error) == told(other.error)


def told(error: ApiError | None) -> Any:
    """What an error says, without the headers that differ from carrier to carrier."""
    return error and (type(error), {**vars(error), "headers": None}, error.args)


@each(ALL)
def test_the_token_is_never_shown(exchange: Exchange) -> None:
    """The bearer token goes out, and is in no repr and no str of result, error, response, client or operation."""
    done = [perform(exchange, way, by_value=by_value) for way in WAYS for by_value in (True, False)]
    shown = [f"{one.result!r} {one.result} {one.error!r} {one.error} {one.sent!r} {one.shown}" for one in done]

    for one in done:
        assert ("authorization", f"Bearer {exchange.call.token}") in [
            (name.lower(), got) for name, got in one.sent.headers
        ]
    assert not [one for one in shown if exchange.call.token in one]


@pytest.mark.parametrize("slug", sorted(installed()))
def test_every_operation_is_covered(slug: str) -> None:
    """Every operation of every specification is called here with a success and with an error."""
    api = installed()[slug]
    called = {(exchange.example["operation"], exchange.status < 400) for exchange in ALL if exchange.slug == slug}

    assert {(operation, good) for operation in api["operations"] for good in (True, False)} == called
