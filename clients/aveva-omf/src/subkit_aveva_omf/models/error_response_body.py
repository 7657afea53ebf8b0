# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""ErrorResponseBody, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


@model(extra=True)
class ErrorResponseBody(Model):
    """An error. Other services of the platform send more fields.

    Source: page: Definitions, ErrorResponseBody
    """

    operation_id: OptionalField[str | None] = field("OperationId", {"type": "string", "nullable": True}, default=UNSET)
    """Id of the request, for the vendor's support."""

    error: OptionalField[str | None] = field("Error", {"type": "string", "nullable": True}, default=UNSET)
    """Short error message."""

    reason: OptionalField[str | None] = field("Reason", {"type": "string", "nullable": True}, default=UNSET)
    """Reason of the error."""

    resolution: OptionalField[str | None] = field("Resolution", {"type": "string", "nullable": True}, default=UNSET)
    """Possible resolution."""

    parameters: OptionalField[dict[str, str] | None, Mapping[str, str] | None] = field(
        "Parameters", {"type": "object", "additionalProperties": {"type": "string"}, "nullable": True}, default=UNSET
    )
    """Parameters of the error, by name."""

    child_errors: Field[Any] = field("ChildErrors", {}, default=UNSET)
    """Details, if there are several. Not documented for this service; newer services send an array, and the vendor's
    own client reads an object as well.
    """
