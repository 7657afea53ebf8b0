"""Where the schemas of a document are, and whether those of OpenAPI 3.1 are valid."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from jsonschema import Draft202012Validator

from .document import Json, Pointer, is_array, is_object

_NAMES: Final = frozenset({"schemas", "parameters", "headers", "responses", "requestBodies", "paths", "content"})
"""Below these, keys are names that the document chooses."""
_DATA: Final = frozenset({"example", "examples", "default", "enum"})
"""Below these, values are data."""


def schemas_in(value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    """All schemas of a document, without those inside of others."""
    if is_array(value):
        for index, item in enumerate(value):
            yield from schemas_in(item, (*pointer, index))
    elif is_object(value):
        named = pointer[-1:] and pointer[-1] in _NAMES
        for key, item in value.items():
            if (key == "schema" and not named) or pointer == ("components", "schemas"):
                yield (*pointer, key), item
            elif named or not (key in _DATA or key.startswith("x-")):
                yield from schemas_in(item, (*pointer, key))


def schema_errors(document: Json) -> Iterator[tuple[Pointer, Any]]:
    """Errors in the schemas of an OpenAPI 3.1 document, whose own schema accepts any object."""
    validator = _dialect()
    for pointer, schema in schemas_in(document):
        for error in validator.iter_errors(schema):
            yield pointer, error


@cache
def _dialect() -> Any:
    """The validator of JSON Schema 2020-12, with what OpenAPI adds to it."""
    texts: Json = {"type": "object", "additionalProperties": {"type": "string"}}
    discriminator: Json = {
        "type": "object",
        "required": ["propertyName"],
        "properties": {"propertyName": {"type": "string"}, "mapping": texts},
    }
    named: Json = {"discriminator": discriminator, "nullable": {"type": "boolean"}}
    published: Any = Draft202012Validator.META_SCHEMA
    own: Json = {"$id": "urn:schemas", "$dynamicAnchor": "meta", "properties": named}
    return Draft202012Validator({**own, "allOf": [{"$ref": published["$id"]}]})
