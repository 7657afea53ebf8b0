"""The parameter that is the id of the object that a call is about: recognised by its place, whatever it is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from ..spec.answers import Schemas, followed
from ..spec.engine import identifier, path_key
from ..spec.facade import Facade, OperationFacade
from ..spec.operations import Operation, ResolvedSpec
from .naming import resource_name, singular
from .places import Place, place_of

ID_WORDS: Final = frozenset({"id", "uuid", "guid", "sid", "key"})
"""How the names of ids end."""


@frozen
class Subject:
    """The object of a call."""

    parameter: str
    """The wire name of its id."""
    path: str
    """The path of the object, without the names of its parameters; empty if its id is in the query."""
    noun: str
    """What one object is called."""
    part: str = ""
    """What follows the id in the path of the call."""


def item_paths(resolved: ResolvedSpec, facade: Facade) -> frozenset[tuple[str, str]]:
    """The paths that are those of an object, each with the resource that has calls on it."""
    return frozenset(_item_paths(resolved, facade))


def _item_paths(resolved: ResolvedSpec, facade: Facade) -> Iterator[tuple[str, str]]:
    for operation in resolved.operations:
        settings = facade.operations.get(operation.id, OperationFacade())
        place = place_of(operation.path, facade.client.path_parameters)
        if place is not None and not place.rest and settings.subject is None:
            yield resource_name(settings.resource or operation.tag), path_key(place.path)


def subject_of(
    operation: Operation, facade: Facade, resource: str, items: frozenset[tuple[str, str]], schemas: Schemas
) -> Subject | None:
    """The object that a call is about, or None if it is about none."""
    settings, shared = facade.operations.get(operation.id, OperationFacade()), facade.client.path_parameters
    place = place_of(operation.path, shared)
    if settings.subject is not None:
        return _chosen(settings.subject, place, resource) if settings.subject else None
    if place is not None and _is_object(place, resource, items) and _is_id(operation, place.parameter, schemas):
        return _at(place, resource)
    wanted = f"{singular(resource)}_id"
    names = [p.name for p in operation.parameters if p.location in ("path", "query") and p.data.get("required")]
    found = next((one for one in names if one not in shared and identifier(one) == wanted), None)
    return Subject(found, "", singular(resource)) if found is not None else None


def _chosen(parameter: str, place: Place | None, resource: str) -> Subject:
    """The subject that `facade.toml` names."""
    return (
        _at(place, resource) if place and place.parameter == parameter else Subject(parameter, "", singular(resource))
    )


def _at(place: Place, resource: str) -> Subject:
    return Subject(place.parameter, path_key(place.path), _noun(place, resource), place.rest)


def _noun(place: Place, resource: str) -> str:
    """What one object is called: as its collection in the plural, as its parameter, or as the resource."""
    own, name = identifier(place.collection or "_"), identifier(place.parameter)
    if len(own) > 2 and own != singular(own):
        return singular(own)
    stem = name.rpartition("_")[0] if name.rpartition("_")[2] in ID_WORDS else ""
    return stem or singular(resource)


def _is_id(operation: Operation, name: str, schemas: Schemas) -> bool:
    """Whether the values of a path parameter can be ids: one of a few values, or several values, is none."""
    found = next((p.data for p in operation.parameters if p.location == "path" and p.name == name), None)
    schema = followed((found or {}).get("schema") or {}, schemas)
    return found is not None and "enum" not in schema and schema.get("type") not in ("array", "object", "boolean")


def _is_object(place: Place, resource: str, items: frozenset[tuple[str, str]]) -> bool:
    """Whether the last parameter of a path is the id of an object of this resource."""
    if not place.rest or place.rest.startswith(":"):
        return True
    named = singular(identifier(place.collection)) == singular(resource) if place.collection else False
    return named or (resource, path_key(place.path)) in items
