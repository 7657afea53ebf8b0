"""Errors: their tree, what they carry, and what they never show."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import subkit
from subkit import _errors
from subkit._errors import class_for
from subkit_wso2_publisher import Error
from support.scripted import MODES, Driven, package_of, reply

WSO2, ENS, EVENTS = "wso2-publisher", "illumina-ens", "jackhenry-events"
modes = pytest.mark.parametrize("mode", MODES)

TREE = {
    "ConfigurationError": "SubkitError",
    "InvalidArgument": "ConfigurationError",
    "ClientClosed": "ConfigurationError",
    "AuthError": "SubkitError",
    "TransportError": "SubkitError",
    "NotSent": "TransportError",
    "OutcomeUnknown": "TransportError",
    "DeadlineExceeded": "TransportError",
    "ApiError": "SubkitError",
    **dict.fromkeys(
        (
            *("BadRequest", "Unauthenticated", "Forbidden", "NotFound", "NotAcceptable", "RequestTimeout", "Conflict"),
            *("Gone", "PreconditionFailed", "UnsupportedMediaType", "Unprocessable", "RateLimited"),
            *("UnexpectedRedirect", "ServerError"),
        ),
        "ApiError",
    ),
    "DecodeError": "SubkitError",
    "DriftError": "DecodeError",
    "MissingField": "DecodeError",
    "PaginationError": "SubkitError",
}
COPIES: list[Callable[[Any], Any]] = [lambda value: pickle.loads(pickle.dumps(value)), copy.copy, copy.deepcopy]
copies = pytest.mark.parametrize("round_trip", COPIES, ids=["pickle", "copy", "deepcopy"])


def get(mode: str, answer: Any, slug: str = WSO2, **options: Any) -> Any:
    """One get that meets this answer, without repeats."""
    driven = Driven(slug, mode, [answer], retry=subkit.Retry(attempts=1), **options)
    return driven(lambda client: client.subscriptions.get("s1"))


@pytest.mark.parametrize(("name", "base"), TREE.items())
def test_tree(name: str, base: str) -> None:
    """Every error stands where the contract says."""
    found = getattr(subkit, name)
    assert getattr(subkit, base) is found.__mro__[1]
    assert issubclass(found, subkit.SubkitError)


def test_tree_is_whole() -> None:
    """There is no error that the contract does not name, and the builtin bases are those of the contract."""
    classes = {name for name, one in vars(_errors).items() if isinstance(one, type) and issubclass(one, Exception)}
    assert {*TREE, "SubkitError"} == classes
    assert issubclass(subkit.InvalidArgument, ValueError)
    assert issubclass(subkit.MissingField, AttributeError)
    assert subkit.SubkitError.__mro__[1] is Exception


@modes
@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy])
def test_a_copy_is_whole(mode: str, twin: Any) -> None:
    """A copy of an error has its body, too; only a pickle, which may go anywhere, leaves it out."""
    with pytest.raises(subkit.NotFound) as caught:
        get(mode, reply(404, {"code": 900, "message": "m"}))
    error, other = caught.value, twin(caught.value)
    assert (type(other), str(other), other.body, other.problem) == (type(error), str(error), error.body, error.problem)
    assert pickle.loads(pickle.dumps(other)).body is None
    assert (other.body is error.body) is (twin is copy.copy)


STATUSES = {
    400: "BadRequest", 401: "Unauthenticated", 403: "Forbidden", 404: "NotFound", 406: "NotAcceptable",
    408: "RequestTimeout", 409: "Conflict", 410: "Gone", 412: "PreconditionFailed", 415: "UnsupportedMediaType",
    422: "Unprocessable", 429: "RateLimited", 300: "UnexpectedRedirect", 301: "UnexpectedRedirect",
    302: "UnexpectedRedirect", 307: "UnexpectedRedirect", 399: "UnexpectedRedirect", 402: "ApiError",
    418: "ApiError", 499: "ApiError", 500: "ServerError", 503: "ServerError", 520: "ServerError", 599: "ServerError",
    100: "ApiError",
}  # fmt: skip


@pytest.mark.fault(78)
@modes
@pytest.mark.parametrize(("status", "name"), STATUSES.items())
def test_status(mode: str, status: int, name: str) -> None:
    """Each status, documented or not, with a body or without, is the error that the contract names."""
    for answer in (reply(status), reply(status, {"message": "no"}), reply(status, b"<html>", content_type="text/html")):
        with pytest.raises(subkit.ApiError) as caught:
            get(mode, answer)
        assert getattr(subkit, name) is type(caught.value) is class_for(status)
        assert (status, "get_subscription", 1) == (caught.value.status, caught.value.operation, caught.value.attempts)
        assert str(status) in str(caught.value)
        assert "\n" not in str(caught.value)


@modes
def test_undocumented_success(mode: str) -> None:
    """A 2xx that the specification does not list is a success."""
    body = {"applicationId": "a", "apiIdentifier": "i", "tier": None}
    assert body == get(mode, reply(299, body)).to_dict()


@pytest.mark.fault(78)
@modes
def test_what_an_error_carries(mode: str) -> None:
    """Code, title, detail, the vendor's own model, request id, headers, body and the time to come back."""
    body = {"code": 900, "message": "Not\nfound", "description": "No such thing", "moreInfo": "", "error": []}
    answer = reply(404, body, X_Request_ID="r-7", Retry_After="120", Date="Thu, 01 Jan 2026 00:00:00 GMT")
    with pytest.raises(subkit.NotFound) as caught:
        get(mode, answer)
    error = caught.value
    assert (error.code, error.title, error.detail, error.request_id) == (900, "Not found", "No such thing", "r-7")
    assert isinstance(error.problem, Error)
    assert body == error.problem.to_dict() == error.body
    assert error.headers["RETRY-AFTER"] == "120"
    assert error.retry_at is not None
    assert 110 < (error.retry_at - datetime.now(UTC)).total_seconds() <= 120
    assert "Not found" in str(error)
    assert "No such thing" in str(error)


@pytest.mark.fault(78)
@pytest.mark.parametrize("body", [b"", b"  ", b"plain", b"\xff\xfe", b"[1]", b'"text"', b"null", b'{"code": {"a": 1}}'])
@modes
def test_odd_error_bodies(mode: str, body: bytes) -> None:
    """An error is never hidden behind the body that it came with."""
    with pytest.raises(subkit.PreconditionFailed) as caught:
        get(mode, reply(412, body))
    assert caught.value.code is None
    assert caught.value.title is None


def errors() -> list[Any]:
    """One of each class, with data."""
    message = "one line"
    api = {
        "status": 418, "code": "c", "title": "t", "detail": "d", "problem": Error.from_dict({"code": 1}),
        "request_id": "r", "headers": {"a": "b"}, "body": "canary", "operation": "get_x",
        "retry_at": datetime(2026, 1, 1, tzinfo=UTC), "attempts": 2,
    }  # fmt: skip
    own: dict[str, dict[str, Any]] = {
        "AuthError": {"status": 400, "code": "invalid_client", "operation": "o"},
        "DeadlineExceeded": {"sent": True, "operation": "o"},
        "DecodeError": {"status": 200, "excerpt": "<html>", "operation": "o"},
    }
    made = []
    for name in (*TREE, "SubkitError"):
        cls = getattr(subkit, name)
        kind = next((one for one in ("DecodeError", *own) if issubclass(cls, getattr(subkit, one))), None)
        made.append(cls(message, **(api if issubclass(cls, subkit.ApiError) else own.get(kind or "", {}))))
    return made


@pytest.mark.fault(60)
@pytest.mark.parametrize("error", errors(), ids=lambda error: type(error).__name__)
@copies
def test_pickle_and_copy(error: Any, round_trip: Callable[[Any], Any]) -> None:
    """Every error pickles and copies with its data; only a pickle is without the body."""
    error.checkpoint = "mark"
    found = round_trip(error)
    assert type(error) is type(found)
    assert "one line" == str(found) == found.args[0]
    kept = {key: value for key, value in vars(error).items() if key != "body"}
    assert kept == {key: value for key, value in vars(found).items() if key != "body"}
    assert found.checkpoint == "mark"
    assert getattr(found, "body", None) == (None if round_trip is COPIES[0] else getattr(error, "body", None))
    assert b"canary" not in pickle.dumps(error)
    assert "canary" not in str(error) + repr(error)


@modes
@copies
def test_a_raised_error_pickles(mode: str, round_trip: Callable[[Any], Any]) -> None:
    """An error as it is raised pickles with the vendor's model and the headers, and copies go on comparing."""
    with pytest.raises(subkit.ServerError) as caught:
        get(mode, reply(500, {"code": 1, "message": "m", "secret": "canary"}, X_Other="1"))
    found = round_trip(caught.value)
    assert caught.value.problem == found.problem
    assert found.headers["x-other"] == "1"
    assert str(caught.value) == str(found)
    assert "canary" not in str(found) + repr(found) + repr(found.problem)


def events(mode: str, answer: Any) -> subkit.ApiError:
    """The error of a write that sends a secret, and meets this answer."""
    driven = Driven(EVENTS, mode, [answer], retry=subkit.Retry(attempts=1))
    settings = {"url": "https://a.example", "authType": "basic", "usesSecrets": True, "secret": "canary"}
    fields = {"name": "n", "dispatch_type": "https", "enabled": True, "http_settings": settings}
    with pytest.raises(subkit.ApiError) as caught:
        driven(lambda client: client.subscriptions.create(**fields))
    return caught.value


@pytest.mark.fault(60)
@modes
def test_redaction_by_the_specification(mode: str) -> None:
    """What the specification calls secret is not in an error, also where the API echoes the request."""
    echo = {"title": "bad", "request": {"name": "n", "httpSettings": {"secret": "canary", "url": "https://a.example"}}}
    error = events(mode, reply(400, echo))
    assert "canary" not in str(error.body) + repr(error.problem) + str(error) + str(error.problem.to_dict())
    assert error.body["request"]["httpSettings"]["url"] == "https://a.example"
    assert b"canary" not in pickle.dumps(error)


def test_problem_model_is_importable() -> None:
    """The vendor's error model, which users see as `.problem`, is imported from the root of its package."""
    assert Error is package_of(WSO2).Error
