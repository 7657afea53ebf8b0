"""Calls: what is checked before anything is sent, and how it is written."""

from __future__ import annotations

import copy
import pickle
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit
from uuid import UUID

import pytest
import subkit
from subkit_illumina_ens import DeliveryTarget
from support.scripted import (
    BASE_URL,
    EMPTY_PAGE,
    MODES,
    SLUGS,
    SUBSCRIPTION,
    TOKEN,
    UUID_1,
    Driven,
    body_of,
    header,
    package_of,
    reply,
)

ENS, WSO2, EVENTS, SERVER = "illumina-ens", "wso2-publisher", "jackhenry-events", "alteryx-server"
pytestmark = pytest.mark.parametrize("mode", MODES)
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
SETTINGS = {"url": "https://a.example", "authType": "basic", "usesSecrets": True}
WHOLE = {"name": "n", "dispatch_type": "https", "enabled": True}


def ens(mode: str, **changes: Any) -> Driven:
    """A create of one subscription, with these arguments changed."""
    driven = Driven(ENS, mode, [reply(201, {"id": "s1"})])
    fields = {"name": "n", "type": "gds.files", "delivery_target": QUEUE, **changes}
    driven(lambda client: client.subscriptions.create(**fields))
    return driven


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": ""}, "name.*at least 1"),
        ({"name": "x" * 256}, "name.*at most 255"),
        ({"name": "no spaces"}, "name.*pattern"),
        ({"name": "-x"}, "name.*pattern"),
        ({"name": "x\n"}, "name.*pattern"),
        ({"name": 5}, "name.*a string.*an integer"),
        ({"name": None}, "name.*not None"),
        ({"type": "1"}, "type.*pattern"),
        ({"actions": ["a"] * 256}, "actions.*at most 255"),
        ({"actions": ["a", 5]}, r"actions\[1\].*a string"),
        ({"actions": "uploaded"}, "actions.*an array"),
        ({"description": "x" * 8193}, "description.*at most 8192"),
        ({"delivery_target": {}}, "delivery_target.*exactly one of.*none"),
        ({"delivery_target": {**QUEUE, "awsSnsTopic": {"topicArn": "a"}}}, "delivery_target.*exactly one of.*2"),
        ({"delivery_target": {"awsSqsQueues": {"queueUrl": "q"}}}, "did you mean 'awsSqsQueue'"),
        ({"delivery_target": {"aws_sqs_queue": {"queueUrl": "q"}}}, "did you mean 'awsSqsQueue'"),
        ({"delivery_target": "q"}, "delivery_target.*an object.*a string"),
    ],
)
def test_refused_arguments(mode: str, changes: dict[str, Any], message: str) -> None:
    """What the specification forbids is refused by name, on one line, before anything is sent."""
    with pytest.raises(subkit.InvalidArgument, match=message) as caught:
        ens(mode, **changes)
    assert "\n" not in str(caught.value)


def test_limits_are_inclusive(mode: str) -> None:
    """The longest and the shortest that the specification allows are sent."""
    sent = body_of(ens(mode, name="x" * 255, type="a", description="x" * 8192, actions=["a"] * 255).last)
    assert (len(sent["name"]), sent["type"], len(sent["description"]), len(sent["actions"])) == (255, "a", 8192, 255)


@pytest.mark.parametrize(
    ("slug", "call", "message"),
    [
        (WSO2, lambda s: s.block("s1", block_state="EVERYTHING"), "block_state.*BLOCKED, PROD_ONLY_BLOCKED"),
        (WSO2, lambda s: s.list(api_id="a", limit="5").first(), "limit.*an integer"),
        (WSO2, lambda s: s.list(api_id="a", limit=True).first(), "limit.*an integer"),
        (WSO2, lambda s: s.list(api_id=None).first(), "api_id"),
        (ENS, lambda s: s.list(page_size=1001).first(), "page_size.*at most"),
        (ENS, lambda s: s.list(page_size=-1).first(), "page_size.*at least"),
        (EVENTS, lambda s: s.create(**{**WHOLE, "enabled": "yes"}), "enabled.*true or false"),
        (EVENTS, lambda s: s.create(**WHOLE, http_settings={"url": "u"}), r"http_settings\.authType.*required"),
        (EVENTS, lambda s: s.create(**WHOLE, http_settings={**SETTINGS, "secert": "x"}), "did you mean 'secret'"),
    ],
)
def test_refused_elsewhere(mode: str, slug: str, call: Any, message: str) -> None:
    """Enums, types, ranges and required fields are checked, also in queries and inside of objects; what is refused
    is not sent, unless `validate=False`."""
    driven = Driven(slug, mode)
    with pytest.raises(subkit.InvalidArgument, match=message):
        driven(lambda client: call(client.subscriptions))
    assert driven.requests == []
    unchecked = Driven(slug, mode, [reply(200, {**SUBSCRIPTION, **EMPTY_PAGE})], validate=False)
    unchecked(lambda client: call(client.subscriptions))
    assert len(unchecked.requests) == 1


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(
    "value", ["", " ", ".", "..", "a\nb", "\x00", "a\x7f", "\x85", "\ud800", None, 5, b"s1", object()]
)
@pytest.mark.fault(57, 59)
def test_bad_ids(mode: str, slug: str, value: Any) -> None:
    """What cannot be an id, or would name another resource, is refused even with `validate=False`."""
    driven = Driven(slug, mode, [reply(200, {**SUBSCRIPTION, **EMPTY_PAGE})], validate=False)
    with pytest.raises(subkit.InvalidArgument, match="subscription"):
        driven(lambda client: client.subscriptions.get(value))
    assert driven.requests == []


@pytest.mark.parametrize(
    "text", ["a b", "a/b", "../x", "a%2Fb", "%", "ü€😀", "a?b=c#d", "a;b,c&d=e", "a\\b", "...", "+"]
)
@pytest.mark.fault(59)
def test_ids_are_encoded(mode: str, text: str) -> None:
    """Whatever an id holds, it stays one segment of the path, or one value of the query."""
    driven = Driven(ENS, mode, [reply(200, {"id": "x"})])
    driven(lambda client: client.subscriptions.get(text))
    assert f"{BASE_URL}/v1/subscriptions/{quote(text, safe='')}" == driven.last.url
    other = Driven(WSO2, mode, [reply(200, {})])
    other(lambda client: client.subscriptions.block(text, block_state="BLOCKED"))
    parts = urlsplit(other.last.url)
    assert {"subscriptionId": [text], "blockState": ["BLOCKED"]} == parse_qs(parts.query, strict_parsing=True)
    assert parts.fragment == ""


@pytest.mark.parametrize("slug", SLUGS)
def test_ids_come_in_three_forms(mode: str, slug: str) -> None:
    """Text, a UUID and a fetched object name the same subscription."""
    driven = Driven(slug, mode, [reply(200, {})] * 3)
    model = package_of(slug).Subscription
    identity = dict(model.__names__)[f"_{model.__identity__}"]
    for subject in (UUID_1, UUID(UUID_1), model.from_dict({identity: UUID_1})):
        driven(lambda client, subject=subject: client.subscriptions.get(subject))
    assert [driven.requests[0].url] * 3 == [request.url for request in driven.requests]
    assert UUID_1 in driven.last.url
    with pytest.raises(subkit.InvalidArgument, match="has no id"):
        driven(lambda client: client.subscriptions.get(model.from_dict({})))


def test_a_json_document_in_a_string(mode: str) -> None:
    """A filter expression is a text or a dict; both go out as a JSON text."""
    text = '{"equal":[{"path":"$.volumeName"},"x"]}'
    given = {"equal": [{"path": "$.volumeName"}, "x"]}
    assert text == body_of(ens(mode, filter_expression=given).last)["filterExpression"]
    assert text == body_of(ens(mode, filter_expression=text).last)["filterExpression"]
    with pytest.raises(subkit.InvalidArgument, match="filter_expression"):
        ens(mode, filter_expression={"equal": ["x" * 8192]})


def test_models_and_dicts_are_written_alike(mode: str) -> None:
    """Nested objects are models, or dicts with the vendor's names; what is left out is not sent."""
    model = ens(mode, delivery_target=DeliveryTarget(aws_sqs_queue={"queueUrl": "q"}))
    assert {"name": "n", "type": "gds.files", "deliveryTarget": QUEUE} == body_of(model.last) == body_of(ens(mode).last)
    assert header(model.last, "content-type") == "application/json"
    assert header(model.last, "accept") == "application/json"
    assert header(model.last, "authorization") == f"Bearer {TOKEN}"


def test_query_values(mode: str) -> None:
    """Booleans are written as JSON does, and a query value may hold anything."""
    driven = Driven(SERVER, mode, [reply(200, [])])
    driven(lambda client: client.subscriptions.list(name="a b&c=ü", can_share_schedules=False).first())
    assert parse_qs(urlsplit(driven.last.url).query) == {"name": ["a b&c=ü"], "canShareSchedule": ["false"]}


def test_merge_patch(mode: str) -> None:
    """In a patch None deletes, a value sets, and what is left out is not in the body."""
    driven = Driven(EVENTS, mode, [reply(200, {})])
    driven(lambda client: client.subscriptions.patch(UUID_1, description=None, http_settings={"secret": "s"}))
    assert body_of(driven.last) == {"description": None, "httpSettings": {"secret": "s"}}
    assert header(driven.last, "content-type") == "application/merge-patch+json"
    assert driven.last.method == "PATCH"


@pytest.mark.parametrize(
    ("fetched", "given", "refused"),
    [
        ({"httpSettings": SETTINGS}, {"http_settings": SETTINGS}, True),
        ({"httpSettings": SETTINGS}, {}, True),
        ({"httpSettings": SETTINGS}, {"http_settings": {**SETTINGS, "secret": "s"}}, False),
        ({"httpSettings": SETTINGS}, {"allow_secret_loss": True}, False),
        ({"httpSettings": {**SETTINGS, "usesSecrets": False}}, {}, False),
        ({"wcfSettings": {"useWcfSecurity": True}}, {}, True),
        ({"wcfSettings": None}, {}, False),
        ({}, {}, False),
    ],
)
def test_secret_loss(mode: str, fetched: dict[str, Any], given: dict[str, Any], refused: bool) -> None:
    """Replacing a fetched subscription that uses secrets needs them again, or leave to lose them."""
    driven = Driven(EVENTS, mode, [reply(200, {"id": UUID_1, **fetched}), reply(200, {}), reply(200, {})])
    subject = driven(lambda client: client.subscriptions.get(UUID_1))
    if refused:
        with pytest.raises(subkit.InvalidArgument, match="allow_secret_loss"):
            driven(lambda client: client.subscriptions.update(subject, **WHOLE, **given))
        assert len(driven.requests) == 1
    else:
        driven(lambda client: client.subscriptions.update(subject, **WHOLE, **given))
        assert {"name": "n", "dispatchType": "https", "enabled": True}.items() <= body_of(driven.last).items()
    driven(lambda client: client.subscriptions.update(UUID_1, **WHOLE))


def test_calls_as_values(mode: str) -> None:
    """An operation holds no client, pickles and copies, shows no argument, and gives the whole answer when sent."""
    operation = package_of(ENS).operations.create_subscription(name="n", type="a", delivery_target=QUEUE)
    for one in (operation, pickle.loads(pickle.dumps(operation)), copy.deepcopy(operation)):
        assert operation == one
        answer = reply(
            201, {"id": "s1", "odd": 1}, ETag='"e"', Last_Modified="Thu, 01 Jan 2026 00:00:00 GMT", X_Request_Id="r"
        )
        response = Driven(ENS, mode, [reply(429), answer])(lambda client, one=one: client.send(one))
        assert (
            response.status, response.etag, response.request_id, response.attempts, response.parsed.id
        ) == (201, '"e"', "r", 2, "s1")  # fmt: skip
        assert datetime.fromisoformat("2026-01-01T00:00:00Z") == response.last_modified
        assert [drift.path for drift in response.drift] == ["$.odd"]
        assert response.headers["etag"] == '"e"'
    assert "queueUrl" not in repr(operation)
