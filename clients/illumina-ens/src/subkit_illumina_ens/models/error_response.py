# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""ErrorResponse, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._fields import OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


@model()
class ErrorResponse(Model):
    """What went wrong. The vendor promises none of the fields.

    Source: swagger: definitions, ErrorResponse
    """

    code: OptionalField[str | None] = field("code", {"type": "string", "nullable": True}, default=UNSET)
    """Which kind of error it is, for programs."""

    message: OptionalField[str | None] = field("message", {"type": "string", "nullable": True}, default=UNSET)
    """What happened, for people."""

    details: OptionalField[list[Any] | None, Sequence[Any] | None] = field(
        "details", {"type": "array", "items": {}, "nullable": True}, default=UNSET
    )
    """Circumstances of the error. Their form is not documented."""
