# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTargetAwsSnsTopic, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from subkit._fields import Field, field
from subkit._model import Model, model


@model()
class DeliveryTargetAwsSnsTopic(Model):
    """An AWS SNS topic. Its policy has to let the platform publish.

    Source: swagger: definitions, DeliveryTargetAwsSnsTopic
    """

    topic_arn: Field[str] = field("topicArn", {"type": "string", "minLength": 1})
    """ARN of the topic. Not empty. At least 1 characters."""
