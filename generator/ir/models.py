"""Models and enums of a package."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..spec.references import component_of
from . import nodes
from .context import Context, property_names, source_of, text_of


def models_of(context: Context, identities: Mapping[str, str]) -> Iterator[nodes.ModelClass]:
    """All models of a document."""
    for name, schema in context.resolved.schemas.items():
        if context.schemas.is_model(name):
            class_ = context.schemas.class_name(name)
            body = context.schemas.model(name)
            python = property_names(context, name)
            yield nodes.ModelClass(
                schema=name,
                name=class_,
                module=context.schemas.module(name),
                description=text_of(schema.get("description")),
                source=source_of(schema),
                properties=tuple(_property(context, name, wire, python[wire]) for wire in schema["properties"]),
                extra=body.get("additionalProperties", False),
                identity=python[identities[name]] if name in identities else None,
                body=body,
            )


def _property(context: Context, model: str, wire: str, python: str) -> nodes.Property:
    raw, owner = context.resolved.schemas[model]["properties"][wire], context.resolved.schemas[model]
    schema = context.schemas.property(model, wire)
    reference = component_of(raw)
    described = context.resolved.schemas[reference] if reference else {}
    return nodes.Property(
        wire=wire,
        python=python,
        schema=schema,
        read=context.schemas.type(schema),
        give=context.schemas.type(schema, give="field"),
        required=wire in owner.get("required", ()),
        description=text_of(raw.get("description") or described.get("description")),
        source=source_of(raw, owner, described),
    )


def enums_of(context: Context) -> Iterator[nodes.Enumeration]:
    """All enums of a document."""
    for name, schema in context.resolved.schemas.items():
        if context.schemas.is_enum(name):
            class_ = context.schemas.class_name(name)
            values = [value for value in schema["enum"] if value is not None]
            yield nodes.Enumeration(
                schema=name,
                name=class_,
                module=context.schemas.module(name),
                description=text_of(schema.get("description")),
                source=source_of(schema),
                integer=schema.get("type") == "integer",
                values=tuple(_values(values)),
            )


def _values(values: list[Any]) -> Iterator[nodes.Value]:
    taken: set[str] = set()
    for value in values:
        name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|\W+", "_", str(value)).strip("_").upper() or "EMPTY"
        name = f"VALUE_{name}" if not name[0].isalpha() else name
        while name in taken:
            name += "_"
        taken.add(name)
        yield nodes.Value(name, value)
