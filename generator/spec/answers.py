"""What a call answers with, followed through references by names that are joined by dots, such as `meta.next`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from .document import Json, is_object
from .operations import Operation, ResolvedSpec, Response
from .references import component_of

Path = tuple[str, ...]
Schemas = Mapping[str, Mapping[str, Any]]


def success_of(operation: Operation) -> Response | None:
    """The success that has a body."""
    replies = operation.responses.items()
    found = (one for status, one in replies if status.startswith("2") or _is_only(operation, status))
    return next((one for one in found if one.content), None)


def _is_only(operation: Operation, status: str) -> bool:
    """Whether a status is `default`, and all that is said of successes."""
    return status == "default" and not any(one.startswith("2") for one in operation.responses)


def success_schema(operation: Operation, resolved: ResolvedSpec) -> Mapping[str, Any]:
    """The schema of that body, with its reference followed; empty if there is none."""
    found = success_of(operation)
    return followed(found.content.schema, resolved.schemas) if found and found.content else {}


def error_schemas(resolved: ResolvedSpec) -> Iterator[Mapping[str, Any]]:
    """The schemas of the bodies of all errors, each once."""
    found = (
        reply.content.schema
        for operation in resolved.operations
        for status, reply in operation.responses.items()
        if reply.content is not None and status[0] in "45d" and not _is_only(operation, status)
    )
    yield from {str(schema): followed(schema, resolved.schemas) for schema in found}.values()


def followed(schema: Mapping[str, Any], schemas: Schemas) -> Mapping[str, Any]:
    """The schema that a reference leads to; a schema without one as it is."""
    seen: set[str] = set()
    while (name := component_of(schema)) is not None and name in schemas and name not in seen:
        seen.add(name)
        schema = schemas[name]
    return schema


def properties_of(schema: Mapping[str, Any], schemas: Schemas) -> Json:
    """The properties of an object, with its reference followed."""
    found = followed(schema, schemas).get("properties")
    return found if is_object(found) else {}


def path_of(name: str, schema: Mapping[str, Any], schemas: Schemas) -> Path | None:
    """The steps to a property that a name means: a property of that name, else one inside another; None if none is."""
    properties = properties_of(schema, schemas)
    if name in properties:
        return (name,)
    for length in (index for index, letter in enumerate(name) if letter == "."):
        if (first := name[:length]) in properties:
            rest = path_of(name[length + 1 :], properties[first], schemas)
            if rest is not None:
                return (first, *rest)
    return None


def property_at(path: Path, schema: Mapping[str, Any], schemas: Schemas) -> Mapping[str, Any]:
    """The schema of the property at the end of these steps, with its reference followed."""
    for step in path:
        schema = properties_of(schema, schemas)[step]
    return followed(schema, schemas)


def type_of(schema: Mapping[str, Any], schemas: Schemas) -> str:
    """The type of a schema's values; `any` where it does not say."""
    plain = followed(schema, schemas)
    return str(plain.get("type") or ("object" if "properties" in plain else "any"))


@frozen
class Place:
    """One property of a response."""

    path: Path
    schema: Mapping[str, Any]
    """Its schema, with its reference followed."""

    @property
    def name(self) -> str:
        """How facade.toml writes it."""
        return ".".join(self.path)


def places(schema: Mapping[str, Any], schemas: Schemas, depth: int = 3, before: Path = ()) -> Iterator[Place]:
    """The properties of a response, also those inside its objects: outer ones first."""
    properties = properties_of(schema, schemas)
    for wire, one in properties.items():
        yield Place((*before, wire), followed(one, schemas))
    for wire, one in properties.items() if depth > 1 else ():
        if type_of(one, schemas) == "object":
            yield from places(one, schemas, depth - 1, (*before, wire))
