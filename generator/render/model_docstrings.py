"""Docstrings of models, of their fields, and of enums."""

from __future__ import annotations

from typing import Any

from ..ir.nodes import Enumeration, Property
from .prose import limits, one_line, paragraphs, sentence

_OPEN = "Values that are not listed here are kept: they equal their plain value, and `is_known` is False."


def model_doc(model: Any) -> str:
    """The docstring of a model or enum."""
    return paragraphs(
        sentence(model.description or model.name),
        _OPEN if isinstance(model, Enumeration) else "",
        f"Source: {model.source}" if model.source else "",
    )


def property_doc(one: Property) -> str:
    """The docstring of a property. Its source is in the specification, as that of the model is here."""
    said = one_line(one.description or one.wire)
    parts = [said, limits(one.schema, said)]
    if one.schema.get("secret"):
        parts.append("Secret: never shown in `repr`.")
    if one.required and one.schema.get("nullable") and "null" not in said.lower():
        parts.append("May be null.")
    if one.required:
        parts.append("Reading it raises `MissingField` if the response left it out.")
    return " ".join(part for part in parts if part)
