"""The secret fields of the generated packages, found in their schemas, and values with canaries in all of them."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import frozen
from subkit._models.schema import Schema, resolve
from subkit._operations.endpoint import Endpoint

from .canary import Canaries
from .replays import endpoints
from .scripted import SLUGS, UUID_1, package_of
from .secret_shapes import made

SAMPLES = {"date-time": "2024-02-29T23:59:59Z", "date": "2024-02-29", "uuid": UUID_1, "uri": "https://a.example"}
PLAIN = {"string": "text", "integer": 7, "number": 2.5, "boolean": True, "object": {}}


@frozen
class Call:
    """A call that has secrets in its request or in its reply."""

    slug: str
    endpoint: Endpoint[Any]

    def __str__(self) -> str:
        return f"{self.slug} {self.endpoint.id}"


def resolved(schema: Schema) -> Schema:
    """A schema without a reference at its top."""
    return {**resolve(schema["ref"]).__schema__, **schema} if "ref" in schema else schema


def is_secret(schema: Schema) -> bool:
    """Whether there is a secret in a value of this schema."""
    found = resolved(schema)
    parts = [*found.get("properties", {}).values(), *found.get("oneOf", ())]
    parts += [found[key] for key in ("items", "additionalProperties") if isinstance(found.get(key), dict)]
    return bool(found.get("secret")) or any(map(is_secret, parts))


def sample(schema: Schema, canaries: Canaries, name: str) -> Any:
    """A value of this schema, with all its required properties and all its secrets, which are canaries."""
    found = resolved(schema)
    if found.get("secret"):
        return _secret(found["type"], canaries, name)
    if "oneOf" in found:
        return sample(found["oneOf"][0], canaries, name)
    if "enum" in found:
        return found["enum"][0]
    if found.get("type") == "array":
        return [sample(found["items"], canaries, name)]
    if isinstance(found.get("additionalProperties"), dict):
        return {"some": sample(found["additionalProperties"], canaries, name)}
    if "properties" in found:
        wanted = {
            one: part
            for one, part in found["properties"].items()
            if one in found.get("required", ()) or is_secret(part)
        }
        return {one: sample(part, canaries, f"{name}.{one}") for one, part in wanted.items()}
    return SAMPLES.get(found.get("format", "")) or PLAIN[found.get("type", "object")]


def _secret(kind: str, canaries: Canaries, name: str) -> Any:
    text = canaries.plant(name)
    if kind == "integer":
        number = int.from_bytes(text.encode(), "big")
        canaries.watch(name, str(number))
        return number
    return {"any": [text]} if kind == "object" else text


def arguments(call: Call, canaries: Canaries) -> dict[str, Any]:
    """The arguments of a call: those that it needs, and those in which there are secrets."""
    return {
        one.python: sample(one.schema, canaries, one.python)
        for one in call.endpoint.parameters
        if one.python not in call.endpoint.api.client_parameters and (one.required or is_secret(one.schema))
    }


def as_models(call: Call, given: dict[str, Any]) -> dict[str, Any]:
    """The same, with models in place of dicts."""
    schemas = {one.python: one.schema for one in call.endpoint.parameters}
    return {name: _as_model(schemas[name], value) for name, value in given.items()}


def _as_model(schema: Schema, value: Any) -> Any:
    if "ref" in schema:
        return resolve(schema["ref"]).from_dict(value)
    if "oneOf" in schema:
        return _as_model(schema["oneOf"][0], value)
    if isinstance(value, list) and "items" in schema:
        return [_as_model(schema["items"], item) for item in value]
    extra = schema.get("additionalProperties")
    return {key: _as_model(extra, item) for key, item in value.items()} if isinstance(extra, dict) else value


def takes_models(call: Call) -> bool:
    """Whether some of its arguments may be models."""
    return any(str(one.schema).count("'ref'") for one in call.endpoint.parameters)


def body(call: Call, canaries: Canaries) -> Any:
    """A reply with everything that is promised, secrets included."""
    return sample(next(schema for schema in call.endpoint.success.values() if schema), canaries, "reply")


def perform(client: Any, call: Call, given: dict[str, Any]) -> Any:
    """The call, by the method of its resource."""
    resource, named = getattr(client, call.endpoint.resource), dict(given)
    subject = [named.pop(one.python) for one in call.endpoint.parameters if one.is_id]
    return getattr(resource, call.endpoint.id.rpartition("_")[0])(*subject, **named)


def operation(call: Call, given: dict[str, Any]) -> Any:
    """The call, as a value."""
    named = dict(given)
    subject = [named.pop(one.python) for one in call.endpoint.parameters if one.is_id]
    return getattr(package_of(call.slug).operations, call.endpoint.id)(*subject, **named)


@cache
def calls(place: str) -> list[Call]:
    """The calls with secrets in their `request`, or in their `reply`."""
    found = [Call(slug, endpoint) for slug in (*SLUGS, made()) for endpoint in endpoints(slug).values()]
    if place == "request":
        return [one for one in found if any(is_secret(p.schema) for p in one.endpoint.parameters)]
    return [one for one in found if any(schema and is_secret(schema) for schema in one.endpoint.success.values())]
