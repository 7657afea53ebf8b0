# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTarget, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .delivery_target_aws_sns_topic import DeliveryTargetAwsSnsTopic
    from .delivery_target_aws_sqs_queue import DeliveryTargetAwsSqsQueue
    from .delivery_target_workflow_run_launch import DeliveryTargetWorkflowRunLaunch


@model(exactlyOne=("awsSnsTopic", "awsSqsQueue", "workflowRunLaunch"))
class DeliveryTarget(Model):
    """Where matching events go. Exactly one of its fields must be given.

    Source: swagger: definitions, DeliveryTarget
    """

    aws_sns_topic: OptionalField[
        DeliveryTargetAwsSnsTopic | None, DeliveryTargetAwsSnsTopic | Mapping[str, Any] | None
    ] = field(
        "awsSnsTopic",
        {"ref": "subkit_illumina_ens.models.delivery_target_aws_sns_topic.DeliveryTargetAwsSnsTopic", "nullable": True},
        default=UNSET,
    )
    """AWS SNS topic. Null or absent if the target is another one."""

    aws_sqs_queue: OptionalField[
        DeliveryTargetAwsSqsQueue | None, DeliveryTargetAwsSqsQueue | Mapping[str, Any] | None
    ] = field(
        "awsSqsQueue",
        {"ref": "subkit_illumina_ens.models.delivery_target_aws_sqs_queue.DeliveryTargetAwsSqsQueue", "nullable": True},
        default=UNSET,
    )
    """AWS SQS queue. Null or absent if the target is another one."""

    workflow_run_launch: OptionalField[
        DeliveryTargetWorkflowRunLaunch | None, DeliveryTargetWorkflowRunLaunch | Mapping[str, Any] | None
    ] = field(
        "workflowRunLaunch",
        {
            "ref": "subkit_illumina_ens.models.delivery_target_workflow_run_launch.DeliveryTargetWorkflowRunLaunch",
            "nullable": True,
        },
        default=UNSET,
    )
    """Workflow to start. Null or absent if the target is another one."""
