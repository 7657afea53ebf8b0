# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""StandardError, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._fields import Field, OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any


@model()
class StandardError(Model):
    """What went wrong. The media type is that of RFC 9457, the fields are not: there is no status, the details are
    many, and the type is a path, not a URI.

    Source: page: components, schemas, StandardError
    """

    type: Field[str] = field("type", {"type": "string"})
    """Path that says which kind of error it is, such as `jackhenry/operation-failed`."""

    title: Field[str] = field("title", {"type": "string"})
    """Short text for people."""

    details: Field[list[str], Sequence[str]] = field("details", {"type": "array", "items": {"type": "string"}})
    """Longer texts for people. May be empty."""

    data: OptionalField[dict[str, Any] | None, Mapping[str, Any] | None] = field(
        "data", {"type": "object", "additionalProperties": True, "nullable": True}, default=UNSET
    )
    """More, for programs. Its form is left open by the vendor; may be null."""
