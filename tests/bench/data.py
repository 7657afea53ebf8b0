"""What the servers of the benchmark answer with."""

from __future__ import annotations

import json
import random
from importlib import import_module
from typing import Any

CHANCE = random.Random(1)
ITEM: dict[str, Any] = {
    "id": "sub.1692",
    "urn": "urn:example:ens:subscription:sub.1692",
    "type": "gds.files",
    "actions": ["uploaded", "deleted", "archived"],
    "filterExpression": '{"or":[{"equal":[{"path":"$.volumeName"},"run-data"]},{"startsWith":[{"path":"$.path"},"/a/"]}]}',
    "name": "ExampleGdsFiles",
    "description": "Files of the example project, for the portal",
    "deliveryTarget": {
        "awsSnsTopic": None,
        "awsSqsQueue": {"queueUrl": "https://sqs.ap-southeast-2.amazonaws.com/123456789012/example-events"},
        "workflowRunLaunch": None,
    },
    "matchIdentities": ["cid:example-0001"],
    "acl": ["tid:example"],
    "tenantId": "ten-example-00000001",
    "createdByUserId": "8f14e45f-ceea-467f-9f0e-000000000001",
    "timeCreated": "2026-01-02T03:04:05.678Z",
    "deletedByUserId": None,
    "timeDeleted": "2026-02-02T03:04:05.678Z",
    "isDeleted": False,
}


def items(count: int = 1000, *, sparse: bool = False) -> list[dict[str, Any]]:
    """Subscriptions that differ from each other. In sparse ones, what is null and one field in five is left out."""
    found = [
        {**ITEM, "id": f"sub.{number}", "timeCreated": f"2026-01-02T03:{number % 60:02}:05.{number % 1000:03}Z"}
        for number in range(count)
    ]
    return [_sparse(one, {"id"}) for one in found] if sparse else found


def _sparse(item: dict[str, Any], required: set[str]) -> dict[str, Any]:
    return {
        name: value for name, value in item.items() if name in required or (value is not None and CHANCE.random() < 0.8)
    }


def page(found: list[dict[str, Any]], token: str | None = None) -> bytes:
    """A page of a list."""
    return json.dumps({"items": found, "nextPageToken": token}).encode()


APIS: dict[str, tuple[str, dict[str, Any], dict[str, Any], str | None]] = {
    "illumina-ens": ("IlluminaEns", {}, {}, "items"),
    "wso2-publisher": ("Wso2Publisher", {}, {"api_id": "a"}, "list"),
    "alteryx-server": ("AlteryxServer", {}, {}, None),
    "jackhenry-events": ("JackHenryEvents", {"institution_id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff"}, {}, None),
    "aveva-omf": ("AvevaOmf", {"tenant_id": "t", "namespace_id": "n"}, {}, None),
}
"""Of each API: its client, what that takes, what its list takes, and the property with the items."""


def package(slug: str) -> Any:
    """The package of an API."""
    return import_module(f"subkit_{slug.replace('-', '_')}")


def listing(slug: str) -> Any:
    """The operation that lists the subscriptions of an API."""
    operations = import_module(f"{package(slug).__name__}.operations")
    return operations.list_subscriptions(**APIS[slug][2])


def list_body(slug: str, *, sparse: bool = False, count: int = 1000) -> bytes:
    """A page of an API, with a value for every field of its model."""
    from subkit._models.schema import resolve

    schema = listing(slug).endpoint.success[200]
    key = APIS[slug][3]
    if key is not None:
        schema = resolve(schema["ref"]).__schema__["properties"][key]
    model = resolve(schema["items"]["ref"]).__schema__
    found = [_object(model) for _ in range(count)]
    if sparse:
        found = [_sparse(one, set(model.get("required", ()))) for one in found]
    return json.dumps(found if key is None else {key: found}).encode()


def _object(schema: Any) -> dict[str, Any]:
    return {name: _value(one, name) for name, one in schema["properties"].items()}


def _value(schema: Any, name: str) -> Any:
    from subkit._models.schema import resolve

    match schema:
        case {"ref": reference}:
            return _object(resolve(reference).__schema__)
        case {"oneOf": [first, *_]}:
            return _value(first, name)
        case {"enum": [*values]}:
            return CHANCE.choice(values)
        case {"type": "array", "items": one}:
            return [_value(one, name) for _ in range(2)]
        case {"format": "date-time"}:
            return f"2026-0{CHANCE.randrange(1, 9)}-1{CHANCE.randrange(9)}T12:34:56.{CHANCE.randrange(100, 999)}Z"
        case {"type": "string"}:
            return f"{name}-{CHANCE.randrange(10**12)}"
        case _:
            return {"integer": CHANCE.randrange(1000), "number": 1.5, "boolean": True}.get(
                schema.get("type"), {"a": "b"}
            )
