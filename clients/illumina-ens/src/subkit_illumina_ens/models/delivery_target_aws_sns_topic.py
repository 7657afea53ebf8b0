# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTargetAwsSnsTopic, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from subkit._models import Field, Model, field, model


@model()
class DeliveryTargetAwsSnsTopic(Model):
    """An AWS SNS topic. Its policy must allow the platform to publish.

    Required: `topic_arn`. Reading one that the response left out raises `MissingField`.

    Source: swagger: definitions, DeliveryTargetAwsSnsTopic
    """

    topic_arn: Field[str] = field("topicArn", {"type": "string", "minLength": 1})
    """ARN of the topic. At least 1 character."""
