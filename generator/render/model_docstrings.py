"""Docstrings of models, of their fields, and of enums."""

from __future__ import annotations

from ..ir.nodes import Enumeration, ModelClass, Property
from .prose import limits, listed, one_line, paragraphs, sentence

_OPEN = "Values that are not listed here are kept: they equal their plain value, and `is_known` is False."


def model_doc(model: ModelClass | Enumeration) -> str:
    """The docstring of a model or enum."""
    return paragraphs(
        sentence(model.description or model.name),
        _OPEN if isinstance(model, Enumeration) else _required(model),
        f"Source: {model.source}" if model.source else "",
    )


def _required(model: ModelClass) -> str:
    names = listed(one.python for one in model.properties if one.required)
    return f"Required: {names}. Reading one that the response left out raises `MissingField`." if names else ""


def property_doc(one: Property) -> str:
    """The docstring of a property. Its source is in the specification, as that of the model is here."""
    said = one_line(one.description or one.wire)
    parts = [said, limits(one.schema, said)]
    if one.schema.get("secret"):
        parts.append("Secret: never shown in `repr`.")
    if one.required and one.schema.get("nullable") and "null" not in said.lower():
        parts.append("May be null.")
    return " ".join(part for part in parts if part)
