# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""ErrorListItem, a model of WSO2 API Manager Publisher, subscriptions."""

from __future__ import annotations

from subkit._models import Field, Model, field, model


@model()
class ErrorListItem(Model):
    """A detail of an error.

    Required: `code`, `message`. Reading one that the response left out raises `MissingField`.

    Source: v0.11: definitions, ErrorListItem
    """

    code: Field[str | int] = field("code", {"oneOf": ({"type": "string"}, {"type": "integer", "format": "int64"})})
    """Error code. Servers send strings and integers."""

    message: Field[str] = field("message", {"type": "string"})
    """Message of the detail."""
