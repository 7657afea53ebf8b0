# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""StandardError, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any


@model()
class StandardError(Model):
    """An error. The media type is that of RFC 9457, but not the fields: there is no status, there can be several
    details, and the type is a path instead of a URI.

    Required: `type`, `title`, `details`. Reading one that the response left out raises `MissingField`.

    Source: page: components, schemas, StandardError
    """

    type: Field[str] = field("type", {"type": "string"})
    """Type of the error as a path, such as `jackhenry/operation-failed`."""

    title: Field[str] = field("title", {"type": "string"})
    """Short error message."""

    details: Field[list[str], Sequence[str]] = field("details", {"type": "array", "items": {"type": "string"}})
    """Longer error messages. May be empty."""

    data: OptionalField[dict[str, Any] | None, Mapping[str, Any] | None] = field(
        "data", {"type": "object", "additionalProperties": True, "nullable": True}, default=UNSET
    )
    """Additional data. The format is not documented; may be null."""
