# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Error, a model of WSO2 API Manager Publisher, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .error_list_item import ErrorListItem


@model()
class Error(Model):
    """An error.

    Required: `code`, `message`. Reading one that the response left out raises `MissingField`.

    Source: v0.11: definitions, Error
    """

    code: Field[int] = field("code", {"type": "integer", "format": "int64"})
    """Error code, usually the HTTP status."""

    message: Field[str] = field("message", {"type": "string"})
    """Short error message."""

    description: OptionalField[str] = field("description", {"type": "string"}, default=UNSET)
    """Longer error message. May be empty."""

    more_info: OptionalField[str] = field("moreInfo", {"type": "string"}, default=UNSET)
    """Link to more information. Often empty."""

    error: OptionalField[list[ErrorListItem], Sequence[ErrorListItem | Mapping[str, Any]]] = field(
        "error",
        {"type": "array", "items": {"ref": "subkit_wso2_publisher.models.error_list_item.ErrorListItem"}},
        default=UNSET,
    )
    """Details, if there are several. Often empty."""
