# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""CreateSubscriptionRequest, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._fields import Field, OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .delivery_target import DeliveryTarget


@model()
class CreateSubscriptionRequest(Model):
    """What to subscribe to, and where the events go.

    Source: swagger: definitions, CreateSubscriptionRequest
    """

    type: Field[str] = field(
        "type", {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[a-zA-Z]+[.a-zA-Z]*$"}
    )
    """Event type, 1 to 255 letters and dots, a letter first. Documented ones: `bssh.runs`, `bssh.sequencingstats`,
    `gds.files`, `gds.folders`, `gds.volumes`, `gss.analysisRuns`, `gss.samples`, `tes.runs`, `wes.runs`,
    `wes.runs.historyevents`, `wes.workflows`. Each has actions of its own. At least 1 characters, at most 255
    characters, of the pattern `^[a-zA-Z]+[.a-zA-Z]*$`.

    Source: swagger: definitions, CreateSubscriptionRequest; guide: available events
    """

    actions: OptionalField[list[str], Sequence[str]] = field(
        "actions", {"type": "array", "maxItems": 255, "items": {"type": "string"}}, default=UNSET
    )
    """Actions of the event type to be told of, such as `uploaded` of `gds.files`. At most 255.
    What happens without it is not documented. At most 255 items.

    Source: swagger: definitions, CreateSubscriptionRequest; guide: available events
    """

    name: Field[str] = field(
        "name", {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$"}
    )
    """Name of the subscription, 1 to 255 letters, digits, `_` and `-`, a letter or digit first. No spaces. At least 1
    characters, at most 255 characters, of the pattern `^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$`.
    """

    description: OptionalField[str] = field("description", {"type": "string", "maxLength": 8192}, default=UNSET)
    """Text for people, at most 8192 characters. At most 8192 characters."""

    filter_expression: OptionalField[str] = field(
        "filterExpression", {"type": "string", "maxLength": 8192}, default=UNSET
    )
    """Which events to deliver: a JSON document, written as a string of at most 8192 characters.
    Operators in use are `equal`, `startsWith`, `and` and `or`, each with an array of operands; an operand
    `{"path": "$.volumeName"}` stands for a value of the event. At most 8192 characters.

    Source: swagger: definitions, CreateSubscriptionRequest; users: filter expressions
    """

    delivery_target: Field[DeliveryTarget, DeliveryTarget | Mapping[str, Any]] = field(
        "deliveryTarget", {"ref": "subkit_illumina_ens.models.delivery_target.DeliveryTarget"}
    )
    """Where matching events go. Exactly one of the three has to be given."""
