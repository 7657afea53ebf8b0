# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""BatchSettings, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._fields import OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model()
class BatchSettings(Model):
    """How events are gathered into batches.

    Source: page: components, schemas, BatchSettings
    """

    batch_interval: OptionalField[int] = field("batchInterval", {"type": "integer", "format": "int64"}, default=UNSET)
    """Time between two batches, in seconds."""

    batch_size: OptionalField[int] = field("batchSize", {"type": "integer", "format": "int64"}, default=UNSET)
    """Most events in one batch."""
