"""What is removed from a response before any of it is kept in an error: what the specification marks as secret, and
every copy of a secret that the request carried."""

from __future__ import annotations

import html
import json
from base64 import b64decode
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote

from .._formats.json import is_array, is_object
from .._models.schema import resolve
from .._models.visitor import contents, schema_at, visit, visit_values
from .._transport.messages import Headers
from .._values import frozen

if TYPE_CHECKING:
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
            return {self.text(key): self._item(schema, key, item) for key, item in value.items()}
        if is_array(value):
            return [self.value(schema_at(schema, index), item) for index, item in enumerate(value)]
        return self.text(value) if isinstance(value, str) else value

    def _item(self, schema: Schema, key: str, item: Any) -> Any:
        return self.value({"secret": True} if key in self.names else schema_at(schema, key), item)


def redaction_of(raw: RawResponse) -> Redaction:
    """What must not be kept of a response: it may repeat the request, at any place."""
    names = _secret_names(raw.endpoint)
    carried = [*_carried(raw), *(_sent(raw) if names else ())]
    texts = {form for one in carried if len(one) >= SHORTEST for form in _forms(one)}
    return Redaction(names, tuple(sorted(texts, key=len, reverse=True)))


def _forms(text: str) -> set[str]:
    """The forms of a text in messages, URLs, JSON and HTML."""
    return {text, quote(text, safe="", errors="replace"), json.dumps(text)[1:-1], html.escape(text)}


def _carried(raw: RawResponse) -> Iterator[str]:
    """The secrets in the headers and the query of the request that are no arguments of the call."""
    yield from (value for _, value in raw.secrets)
    authorization = raw.authorization
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
        argument = raw.prepared.arguments.get(parameter.python)
        for schema, value in visit_values(parameter.schema, argument):
            if schema.get("secret"):
                yield from _texts_in(value)


def _texts_in(value: Any) -> Iterator[str]:
    """The strings and numbers in a value, as text."""
    for _, one in visit_values({}, value):
        if isinstance(one, (str, int, float)) and not isinstance(one, bool):
            yield str(one)


@cache
def _secret_names(endpoint: Endpoint[Any]) -> frozenset[str]:
    """Names of secret properties of the request and of the responses."""
    sent: Schema = {"properties": {p.wire: p.schema for p in endpoint.parameters}}
    schemas = [sent, endpoint.api.problem, *endpoint.success.values(), *endpoint.errors.values()]
    parts = [part for schema in schemas if schema for part in visit(schema)]
    return frozenset(name for part in parts for name, one in part.get("properties", {}).items() if _is_secret(one))


def _is_secret(schema: Schema) -> bool:
    """Whether a value of this schema is a secret, or contains nothing else."""
    return bool(schema.get("secret")) or any(map(_is_secret, contents(schema)))
