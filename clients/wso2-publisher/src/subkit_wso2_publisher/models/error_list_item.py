# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""ErrorListItem, a model of WSO2 API Manager Publisher, subscriptions."""

from __future__ import annotations

from subkit._fields import Field, field
from subkit._model import Model, model


@model()
class ErrorListItem(Model):
    """One detail of an error.

    Source: v0.11: definitions, ErrorListItem
    """

    code: Field[str | int] = field(
        "code",
        {
            "oneOf": (
                {"type": "string"},
                {"type": "integer", "format": "int64"},
            )
        },
    )
    """Error code. A string in the v0.11 document, an integer in its draft; both occur."""

    message: Field[str] = field("message", {"type": "string"})
    """Text of the detail."""
