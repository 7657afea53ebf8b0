# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""BatchSettingsPatch, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._fields import OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model()
class BatchSettingsPatch(Model):
    """Changes to a BatchSettings: None deletes a field, what is left out stays.

    Source: page: components, schemas, BatchSettings
    """

    batch_interval: OptionalField[int | None] = field(
        "batchInterval", {"type": "integer", "format": "int64", "nullable": True}, default=UNSET
    )
    """Time between two batches, in seconds."""

    batch_size: OptionalField[int | None] = field(
        "batchSize", {"type": "integer", "format": "int64", "nullable": True}, default=UNSET
    )
    """Most events in one batch."""
