# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""ErrorResponseBody, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._fields import Field, OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


@model(extra=True)
class ErrorResponseBody(Model):
    """What went wrong. Other services of the platform send more fields.

    Source: page: Definitions, ErrorResponseBody
    """

    operation_id: OptionalField[str | None] = field("OperationId", {"type": "string", "nullable": True}, default=UNSET)
    """Id of this request at the vendor, for its support."""

    error: OptionalField[str | None] = field("Error", {"type": "string", "nullable": True}, default=UNSET)
    """What went wrong, in short."""

    reason: OptionalField[str | None] = field("Reason", {"type": "string", "nullable": True}, default=UNSET)
    """Why it went wrong."""

    resolution: OptionalField[str | None] = field("Resolution", {"type": "string", "nullable": True}, default=UNSET)
    """What may be done about it."""

    parameters: OptionalField[dict[str, str] | None, Mapping[str, str] | None] = field(
        "Parameters", {"type": "object", "additionalProperties": {"type": "string"}, "nullable": True}, default=UNSET
    )
    """What the error is about, by name."""

    child_errors: Field[Any] = field("ChildErrors", {}, default=UNSET)
    """Details, if there are more than one. Not on the page of this service; newer ones send an array of errors, and
    the vendor's own client reads an object as well.

    Source: newer: MultiStatusResponseChildError; library: SdsError and DataErrors
    """
