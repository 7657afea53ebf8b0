"""What is removed from a response before any of it is kept in an error: what the specification marks as secret, and
every copy of a secret that the request carried."""

from __future__ import annotations

import html
import json
from base64 import b64decode
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import parse_qsl, quote

from attrs import frozen

from .._formats.json import is_array, is_object
from .._models.schema import resolve
from .._transport.messages import Headers

if TYPE_CHECKING:
    from .._auth.authorization import Authorization
    from .._models.schema import Schema
    from .._operations.endpoint import Endpoint
    from .response import RawResponse

REDACTED: Final = "<secret>"
SHORTEST: Final = 4
"""Shorter secrets are not searched for: they occur within words."""


@frozen(repr=False)
class Redaction:
    """What a response may contain and an error must not."""

    names: frozenset[str]
    """Properties that are secret wherever they occur."""
    texts: tuple[str, ...]
    """Secrets of the request, the longest first."""

    def text(self, text: str) -> str:
        """A text with these secrets replaced."""
        for one in self.texts:
            text = text.replace(one, REDACTED)
        return text

    def data(self, data: bytes) -> bytes:
        """Bytes with these secrets replaced."""
        for one in self.texts:
            data = data.replace(one.encode("utf-8", "surrogatepass"), REDACTED.encode())
        return data

    def headers(self, headers: Headers) -> Headers:
        """Headers with these secrets replaced."""
        return Headers((name, self.text(value)) for name, value in headers.items())

    def value(self, schema: Schema, value: Any) -> Any:
        """A copy of a JSON value with these secrets replaced, and whatever its schema marks as secret."""
        if schema.get("secret") and value is not None:
            return REDACTED
        if "ref" in schema:
            return self.value(resolve(schema["ref"]).__schema__, value)
        if is_object(value):
            properties, extra = schema.get("properties", {}), schema.get("additionalProperties")
            rest: Schema = cast("Schema", extra) if isinstance(extra, Mapping) else {}
            known = {key: {"secret": True} if key in self.names else properties.get(key, rest) for key in value}
            return {self.text(key): self.value(known[key], item) for key, item in value.items()}
        if is_array(value):
            return [self.value(schema.get("items", {}), item) for item in value]
        return self.text(value) if isinstance(value, str) else value


def redact(schema: Schema, value: Any) -> Any:
    """A copy of a JSON value with whatever its schema marks as secret replaced."""
    return Redaction(frozenset(), ()).value(schema, value)


def redaction_of(raw: RawResponse) -> Redaction:
    """What must not be kept of a response: it may repeat the request, at any place."""
    names = _secret_names(raw.endpoint)
    carried = [*_carried(raw.authorization), *(_sent(raw) if names else ())]
    texts = {form for one in carried if len(one) >= SHORTEST for form in _forms(one)}
    return Redaction(names, tuple(sorted(texts, key=len, reverse=True)))


def _forms(text: str) -> set[str]:
    """The forms of a text in messages, URLs, JSON and HTML."""
    return {text, quote(text, safe="", errors="replace"), json.dumps(text)[1:-1], html.escape(text)}


def _carried(authorization: Authorization | None) -> Iterator[str]:
    """The secrets that a credential added to the request."""
    if authorization is None:
        return
    yield from (value for _, value in parse_qsl(authorization.query))
    for _, value in authorization.headers:
        kind, _, credential = value.partition(" ")
        yield credential or value
        yield value.partition("=")[2]  # of a cookie
        if kind == "Basic":
            yield b64decode(credential).decode().partition(":")[2]


def _sent(raw: RawResponse) -> Iterator[str]:
    """The secrets among the arguments of the call."""
    for parameter in raw.endpoint.parameters:
        yield from _secrets_of(parameter.schema, raw.prepared.arguments.get(parameter.python))


def _secrets_of(schema: Schema, value: Any) -> Iterator[str]:
    if schema.get("secret"):
        yield from _leaves(value)
        return
    if "ref" in schema:
        yield from _secrets_of(resolve(schema["ref"]).__schema__, value)
    for variant in schema.get("oneOf", ()):
        yield from _secrets_of(variant, value)
    if is_object(value):
        properties, extra = schema.get("properties", {}), schema.get("additionalProperties")
        rest: Schema = cast("Schema", extra) if isinstance(extra, Mapping) else {}
        for key, item in value.items():
            yield from _secrets_of(properties.get(key, rest), item)
    elif is_array(value):
        for item in value:
            yield from _secrets_of(schema.get("items", {}), item)


def _leaves(value: Any) -> Iterator[str]:
    if is_object(value) or is_array(value):
        for item in value.values() if is_object(value) else value:
            yield from _leaves(item)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


@cache
def _secret_names(endpoint: Endpoint[Any]) -> frozenset[str]:
    """Names of secret properties of the request and of the responses."""
    sent: Schema = {"properties": {p.wire: p.schema for p in endpoint.parameters}}
    schemas = [sent, endpoint.api.problem, *endpoint.success.values(), *endpoint.errors.values()]
    return frozenset(name for schema in schemas if schema for name in _names_in(schema, frozenset()))


def _names_in(schema: Schema, seen: frozenset[str]) -> Iterator[str]:
    if "ref" in schema:
        reference: str = schema["ref"]
        if reference not in seen:
            yield from _names_in(resolve(reference).__schema__, seen | {reference})
        return
    properties: Mapping[str, Schema] = schema.get("properties", {})
    yield from (name for name, part in properties.items() if _is_secret(part))
    for part in (*properties.values(), *schema.get("oneOf", ()), *_contents(schema)):
        yield from _names_in(part, seen)


def _is_secret(schema: Schema) -> bool:
    """Whether a value of this schema is a secret, or contains nothing else."""
    return bool(schema.get("secret")) or any(map(_is_secret, _contents(schema)))


def _contents(schema: Schema) -> Iterator[Schema]:
    """The schemas of the contents of an array or a map."""
    parts = (schema.get(key) for key in ("items", "additionalProperties"))
    return (cast("Schema", part) for part in parts if isinstance(part, Mapping))
