"""The object that a call is about: the property that holds its id, and the secrets that a replacement would lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from ..spec.facade import ModelFacade
from ..spec.references import component_of
from . import nodes
from .context import Context

Kinds = dict[str, dict[str, str]]
"""The schemas of the objects of each resource, and the property of each that holds the id."""


def kinds_of(context: Context, calls: tuple[nodes.Call, ...]) -> Kinds:
    """The objects that the calls of a resource take for an id."""
    kinds: Kinds = {}
    for call in calls:
        argument = nodes.id_argument(call)
        if argument is not None:
            for schema in _objects_of(context, calls, call.resource):
                wire = _id_property(context.resolved.schemas[schema], argument.wire)
                if wire:
                    kinds.setdefault(call.resource, {})[schema] = wire
    return kinds


def identities_of(kinds: Kinds) -> dict[str, str]:
    """The property that holds the id of an object, by schema."""
    return {schema: wire for kind in kinds.values() for schema, wire in kind.items()}


def _objects_of(context: Context, calls: tuple[nodes.Call, ...], resource: str) -> set[str]:
    """The models of a resource's objects: what its calls return at the path of one object or of all of them.

    What a call returns below the path of an object, its parts for instance, is of another kind.
    """
    own = [call for call in calls if call.resource == resource]
    at_object = [call.path for call in own if nodes.is_at_object(call)]
    paths = {*at_object, *(path.rpartition("/")[0] for path in at_object if path.endswith("}"))}
    return {
        name
        for call in own
        if call.path in paths or not paths
        for name in (call.paging.item.models if call.paging else call.returns.models)
        if context.schemas.is_model(name)
    }


def _id_property(schema: Mapping[str, Any], parameter: str) -> str | None:
    names = {wire.lower(): wire for wire in schema.get("properties", {})}
    return names.get(parameter.lower()) or names.get("id")


def with_object_ids(context: Context, call: nodes.Call, kinds: Kinds) -> nodes.Call:
    """A call that accepts fetched objects for the id of its object, and knows the secrets that it could lose."""
    identities = kinds.get(call.resource, {})
    models = sorted(identities)
    type_ = _id_type(context, models)
    returned = next((identities[name] for name in sorted(call.returns.models) if name in identities), None)
    arguments = tuple(evolve(one, type=type_) if one.is_id else one for one in call.arguments)
    call = evolve(call, arguments=arguments)
    return evolve(
        call,
        empty_reply=returned if call.empty_reply == "id" else call.empty_reply,
        write_only_fields=tuple(_write_only_fields(context, call)),
    )


def _id_type(context: Context, models: list[str]) -> nodes.Type:
    classes = [context.schemas.class_name(name) for name in models]
    return nodes.Type(" | ".join(["str", "UUID", *classes]), frozenset(models))


def _write_only_fields(context: Context, call: nodes.Call) -> Iterator[nodes.WriteOnlyField]:
    """The write-only fields of a body, at any depth, that a whole replacement would lose."""
    if call.method == "PUT" and call.body is not None and "ref" in call.body.schema and nodes.takes_objects(call):
        yield from _fields_below(context, call.body.schema["ref"], (), frozenset())


def _fields_below(
    context: Context, model: str, path: tuple[str, ...], seen: frozenset[str]
) -> Iterator[nodes.WriteOnlyField]:
    facade = context.facade.models.get(model, ModelFacade())
    for wire, raw in context.resolved.schemas[model].get("properties", {}).items():
        inner = component_of(raw.get("items", {}) if raw.get("type") == "array" else raw)
        if raw.get("writeOnly"):
            yield nodes.WriteOnlyField(path, wire, facade.secret_when.get(wire))
        elif inner is not None and inner not in seen and context.schemas.is_model(inner):
            yield from _fields_below(context, inner, (*path, wire), seen | {model})
