# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""BatchSettingsPatch, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class BatchSettingsPatch(Model):
    """Changes to the `BatchSettings`: None removes a field; a field left out stays as it is.

    Source: page: components, schemas, BatchSettings
    """

    batch_interval: OptionalField[int | None] = field(
        "batchInterval", {"type": "integer", "format": "int64", "nullable": True}, default=UNSET
    )
    """Interval between batches in seconds."""

    batch_size: OptionalField[int | None] = field(
        "batchSize", {"type": "integer", "format": "int64", "nullable": True}, default=UNSET
    )
    """Maximum number of events per batch."""
