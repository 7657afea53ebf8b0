"""The values that are stored: one of each kind, always the same."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import attrs
import subkit
from support.scripted import Driven, package_of, reply

WSO2, JACK_HENRY, AVEVA, ILLUMINA = "wso2-publisher", "jackhenry-events", "aveva-omf", "illumina-ens"
ID = "64eca60b-2e55-4c38-8603-e9e6bad7d809"
MOMENT = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
VALIDATORS = {"ETag": '"v1"', "Last-Modified": "Fri, 02 Jan 2026 03:04:05 GMT", "X-Request-Id": "r-1"}
ITEM = {"subscriptionId": ID, "tier": "Gold", "apiIdentifier": "admin-a-1.0.0", "status": "SOMETHING_NEW"}


def values() -> dict[str, Any]:
    """One value of each kind by name."""
    return {**models(), **operations(), **responses(), **errors(), **small()}


def models() -> dict[str, Any]:
    """Models with what is easily lost: digits, nulls, unknown fields, missing ones, unions, nested objects."""
    digits = {
        "Id": ID,
        "Name": None,
        "CreationDate": "2021-03-18T23:57:44.1234567Z",
        "somethingNew": {"a": [None, 1.5]},
    }
    target = {"awsSqsQueue": {"queueUrl": "https://sqs.example/q"}}
    return {
        "model": _ask(WSO2, lambda client: client.subscriptions.get(ID), reply(200, ITEM, **VALIDATORS)),
        "model-digits": _ask(AVEVA, lambda client: client.subscriptions.get(ID), reply(200, digits)),
        "model-nested": _ask(
            ILLUMINA, lambda client: client.subscriptions.get(ID), reply(200, {"id": ID, "deliveryTarget": target})
        ),
        "model-by-hand": package_of(JACK_HENRY).BatchSettings(batch_size=5),
        "model-edited": _edited(
            _ask(
                ILLUMINA, lambda client: client.subscriptions.get(ID), reply(200, {"id": ID, "deliveryTarget": target})
            )
        ),
    }


def _edited(model: Any) -> Any:
    """The model with an edit of its own, and one further inside."""
    model.name = "other"
    model.delivery_target.aws_sqs_queue.queue_url = "https://sqs.example/other"
    return model


def operations() -> dict[str, Any]:
    """Operations with conditions, a basis, nested bodies and secrets."""
    wso2, jack_henry = package_of(WSO2).operations, package_of(JACK_HENRY).operations
    return {
        "operation": wso2.get_subscription(ID, if_none_match='"v1"', if_modified_since=MOMENT),
        "operation-basis": wso2.block_subscription(models()["model"], block_state="BLOCKED"),
        "operation-body": jack_henry.create_subscription(
            name="n",
            dispatch_type="Http",
            enabled=True,
            http_settings={"url": "https://h.example", "authType": "Basic", "password": "a password"},
        ),
    }


def responses() -> dict[str, Any]:
    """What `send` returns, and a page of a list."""
    listed = reply(200, {"count": 2, "list": [ITEM, {"tier": "Gold"}], "next": "", "previous": ""}, **VALIDATORS)
    operation = package_of(WSO2).operations.list_subscriptions(api_id="a")
    driven = Driven(WSO2, "sync", [listed])
    return {
        "response": _ask(WSO2, lambda client: client.send(operation), listed),
        "page": next(driven.client.subscriptions.list(api_id="a").pages()),
        "not-modified": subkit.NotModified('"v1"', MOMENT),
    }


def errors() -> dict[str, Any]:
    """One error of each family."""
    problem = {"code": 404, "message": "Not Found", "description": "no such subscription"}
    return {
        "error-api": _failed(WSO2, reply(404, problem, **VALIDATORS)),
        "error-drift": _failed(WSO2, reply(200, ITEM), decode="strict"),
        "error-decode": _failed(WSO2, reply(200, b"<html>")),
        "error-deadline": subkit.DeadlineExceeded("too late", sent=True, operation="get_subscription"),
        "error-auth": subkit.AuthError("refused", status=401, code="invalid_client"),
        "error-pagination": _with_checkpoint(subkit.PaginationError("the pages would never end")),
    }


def small() -> dict[str, Any]:
    """Checkpoints, settings, and the small values around a response."""
    drift = subkit.Drift("$.status", "unknown_value", "one of A", "a string")
    state = package_of(WSO2).BlockState
    return {
        "checkpoint": Driven(WSO2, "sync").client.subscriptions.list(api_id="a").checkpoint(),
        "drift": drift,
        "meta": subkit.Meta(200, '"v1"', MOMENT, "r-1", "https://h.example/x", (drift,)),
        "headers": subkit.Headers([("ETag", '"v1"'), ("Via", "a"), ("via", "b")]),
        "retry": subkit.Retry(attempts=5, base=0.1, cap=2.0, budget=7),
        "event": subkit.Event(kind="response", api=WSO2, operation="get_subscription", attempt=1, status=200),
        "request": subkit.Request("GET", "https://h.example/x", (("Accept", "application/json"),), b"{}"),
        "reply": subkit.Reply(200, (("ETag", '"v1"'),), b"{}"),
        "unset": subkit.UNSET,
        "enum": state.BLOCKED,
        "enum-unknown": state("SOMETHING_NEW"),
    }


def _ask(slug: str, call: Any, *script: subkit.Reply, **options: Any) -> Any:
    return Driven(slug, "sync", script, **options)(call)


def _failed(slug: str, answer: subkit.Reply, **options: Any) -> subkit.SubkitError:
    try:
        _ask(slug, lambda client: client.subscriptions.get(ID), answer, **options)
    except subkit.SubkitError as error:
        return error
    raise AssertionError("the call did not fail")


def _with_checkpoint(error: subkit.SubkitError) -> subkit.SubkitError:
    error.checkpoint = small()["checkpoint"]
    return error


def said(value: Any) -> Any:
    """All that a value says, as JSON: what a stored one has to say for ever, whatever later releases word anew."""
    name = f"{type(value).__module__}.{type(value).__qualname__}"
    if isinstance(value, subkit.SubkitError):
        return [name, said(list(value.args)), {key: said(one) for key, one in vars(value).items() if key != "body"}]
    if isinstance(value, subkit.Model):
        return [name, value.to_dict(), said(subkit.meta(value)), said(subkit.edited(value))]
    if isinstance(value, subkit.Operation):
        return [name, value.to_dict()]
    if isinstance(value, (list, tuple)):
        return [said(one) for one in value]
    if isinstance(value, subkit.Headers):
        return [name, dict(value)]
    if attrs.has(type(value)):
        return [name, {field.name: said(getattr(value, field.name)) for field in attrs.fields(type(value))}]
    return value if value is None or isinstance(value, (bool, int, float)) else [name, str(value)]
