# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""UpdateSubscription, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class UpdateSubscription(Model):
    """The new name and description.

    Required: `name`. Reading one that the response left out raises `MissingField`.

    Source: page: Definitions, UpdateSubscription
    """

    name: Field[str] = field("Name", {"type": "string", "maxLength": 200})
    """Name of the subscription, at most 200 characters."""

    description: OptionalField[str | None] = field(
        "Description", {"type": "string", "maxLength": 1000, "nullable": True}, default=UNSET
    )
    """Description of the subscription, at most 1000 characters. Null, or leaving it out, most likely removes it;
    neither is documented.
    """
