# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""UpdateSubscription, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from subkit._fields import Field, OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model()
class UpdateSubscription(Model):
    """The new name and description.

    Source: page: Definitions, UpdateSubscription
    """

    name: Field[str] = field("Name", {"type": "string", "maxLength": 200})
    """Name of the subscription, at most 200 characters. At most 200 characters."""

    description: OptionalField[str | None] = field(
        "Description", {"type": "string", "maxLength": 1000, "nullable": True}, default=UNSET
    )
    """Description of the subscription, at most 1000 characters. Null, or leaving it out, most likely removes it;
    neither is documented. At most 1000 characters.
    """
