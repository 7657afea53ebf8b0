# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""ErrorResponse, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


@model()
class ErrorResponse(Model):
    """An error. The vendor guarantees none of its fields.

    Source: swagger: definitions, ErrorResponse
    """

    code: OptionalField[str | None] = field("code", {"type": "string", "nullable": True}, default=UNSET)
    """Error code."""

    message: OptionalField[str | None] = field("message", {"type": "string", "nullable": True}, default=UNSET)
    """Error message."""

    details: OptionalField[list[Any] | None, Sequence[Any] | None] = field(
        "details", {"type": "array", "items": {}, "nullable": True}, default=UNSET
    )
    """Details of the error. Their format is not documented."""
