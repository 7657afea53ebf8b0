# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""CreateSubscriptionRequest, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .delivery_target import DeliveryTarget


@model()
class CreateSubscriptionRequest(Model):
    """The event type to subscribe to, and where its events go.

    Required: `type`, `name`, `delivery_target`. Reading one that the response left out raises `MissingField`.

    Source: swagger: definitions, CreateSubscriptionRequest
    """

    type: Field[str] = field(
        "type", {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[a-zA-Z]+[.a-zA-Z]*$"}
    )
    """Event type: 1 to 255 letters and dots, starting with a letter. Documented types: `bssh.runs`,
    `bssh.sequencingstats`, `gds.files`, `gds.folders`, `gds.volumes`, `gss.analysisRuns`, `gss.samples`,
    `tes.runs`, `wes.runs`, `wes.runs.historyevents`, `wes.workflows`. Each type has its own actions. Must match
    `^[a-zA-Z]+[.a-zA-Z]*$`.
    """

    actions: OptionalField[list[str], Sequence[str]] = field(
        "actions", {"type": "array", "maxItems": 255, "items": {"type": "string"}}, default=UNSET
    )
    """Actions of the event type to subscribe to, such as `uploaded` for `gds.files`. At most 255. What the server does
    without them is not documented.
    """

    name: Field[str] = field(
        "name", {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$"}
    )
    """Name of the subscription: 1 to 255 letters, digits, `_` and `-`, starting with a letter or digit. Must match
    `^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$`.
    """

    description: OptionalField[str] = field("description", {"type": "string", "maxLength": 8192}, default=UNSET)
    """Description of the subscription, at most 8192 characters."""

    filter_expression: OptionalField[str] = field(
        "filterExpression", {"type": "string", "maxLength": 8192}, default=UNSET
    )
    """Filter for the events to deliver: a JSON document as a string of at most 8192 characters. Known operators are
    `equal`, `startsWith`, `and` and `or`, each with an array of operands. The operand `{"path": "$.volumeName"}`
    stands for a value of the event.
    """

    delivery_target: Field[DeliveryTarget, DeliveryTarget | Mapping[str, Any]] = field(
        "deliveryTarget", {"ref": "subkit_illumina_ens.models.delivery_target.DeliveryTarget"}
    )
    """Where matching events go. Exactly one of its fields must be given."""
