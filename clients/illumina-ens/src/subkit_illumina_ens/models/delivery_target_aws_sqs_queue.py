# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTargetAwsSqsQueue, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from subkit._models import Field, Model, field, model


@model()
class DeliveryTargetAwsSqsQueue(Model):
    """An AWS SQS queue. Its policy must allow the platform to send.

    Required: `queue_url`. Reading one that the response left out raises `MissingField`.

    Source: swagger: definitions, DeliveryTargetAwsSqsQueue
    """

    queue_url: Field[str] = field("queueUrl", {"type": "string", "minLength": 1})
    """URL of the queue. At least 1 character."""
