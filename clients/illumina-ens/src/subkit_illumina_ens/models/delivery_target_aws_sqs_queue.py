# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTargetAwsSqsQueue, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from subkit._fields import Field, field
from subkit._model import Model, model


@model()
class DeliveryTargetAwsSqsQueue(Model):
    """An AWS SQS queue. Its policy has to let the platform send.

    Source: swagger: definitions, DeliveryTargetAwsSqsQueue
    """

    queue_url: Field[str] = field("queueUrl", {"type": "string", "minLength": 1})
    """URL of the queue. Not empty. At least 1 characters."""
