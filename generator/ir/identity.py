"""Which object a call is about: whose id it takes, and which of its secrets a replacement would lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from ..spec.facade import ModelFacade
from ..spec.references import component_of
from . import nodes
from .context import Context, property_names


def identities_of(context: Context, calls: tuple[nodes.Call, ...]) -> dict[str, str]:
    """Schema -> wire name of the property that holds the id that calls take."""
    found: dict[str, str] = {}
    for call in calls:
        subject = next((argument for argument in call.arguments if argument.is_id), None)
        if subject is not None:
            for schema in _answers(context, calls, call.resource):
                wire = _id_property(context.resolved.schemas[schema], subject.wire)
                if wire:
                    found[schema] = wire
    return found


def _answers(context: Context, calls: tuple[nodes.Call, ...], resource: str) -> set[str]:
    return {
        name
        for call in calls
        if call.resource == resource
        for name in (call.paging.item.models if call.paging else call.returns.models)
        if context.schemas.is_model(name)
    }


def _id_property(schema: Mapping[str, Any], parameter: str) -> str | None:
    names = {wire.lower(): wire for wire in schema.get("properties", {})}
    return names.get(parameter.lower()) or names.get("id")


def with_object_ids(context: Context, call: nodes.Call, identities: Mapping[str, str]) -> nodes.Call:
    """A call that takes, for the id of its object, fetched objects too; and the secrets that it could lose."""
    answers = sorted(name for name in _answers(context, (call,), call.resource) | set(identities) if name in identities)
    arguments = tuple(
        evolve(argument, type=_id_type(context, answers)) if argument.is_id else argument for argument in call.arguments
    )
    answer = next((identities[name] for name in sorted(call.returns.models) if name in identities), None)
    empty = answer if call.empty_reply == "id" else call.empty_reply
    return evolve(
        call,
        arguments=arguments,
        empty_reply=empty,
        write_only_fields=tuple(_write_only_fields(context, call, answers)),
    )


def _id_type(context: Context, answers: list[str]) -> nodes.Type:
    classes = [context.schemas.class_name(name) for name in answers]
    return nodes.Type(" | ".join(["str", "UUID", *classes]), frozenset(answers))


def _write_only_fields(context: Context, call: nodes.Call, answers: list[str]) -> Iterator[nodes.WriteOnlyField]:
    if call.method != "PUT" or call.body is None or "ref" not in call.body.schema:
        return
    subjects = [argument for argument in call.arguments if argument.is_id]
    body = context.resolved.schemas[call.body.schema["ref"]]
    for wire, raw in body.get("properties", {}).items():
        reference = component_of(raw)
        if not subjects or reference is None or not context.schemas.is_model(reference):
            continue
        if any(wire in context.resolved.schemas[name]["properties"] for name in answers):
            yield from _fields_of(context, answers, reference, wire)


def _fields_of(context: Context, answers: list[str], reference: str, parent: str) -> Iterator[nodes.WriteOnlyField]:
    facade = context.facade.models.get(reference, ModelFacade())
    names = (property_names(context, answer) for answer in answers)
    name = next(found[parent] for found in names if parent in found)
    for wire, raw in context.resolved.schemas[reference]["properties"].items():
        if raw.get("writeOnly"):
            flag = facade.secret_when.get(wire)
            yield nodes.WriteOnlyField(name, parent, wire, flag)
