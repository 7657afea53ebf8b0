# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""BatchSettings, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class BatchSettings(Model):
    """How events are collected into batches.

    Source: page: components, schemas, BatchSettings
    """

    batch_interval: OptionalField[int] = field("batchInterval", {"type": "integer", "format": "int64"}, default=UNSET)
    """Interval between batches in seconds."""

    batch_size: OptionalField[int] = field("batchSize", {"type": "integer", "format": "int64"}, default=UNSET)
    """Maximum number of events per batch."""
