# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTarget, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_model,
    kind_of,
    odd,
)
from subkit._unset import UNSET, Unset

from . import delivery_target_aws_sns_topic as _delivery_target_aws_sns_topic
from . import delivery_target_aws_sqs_queue as _delivery_target_aws_sqs_queue
from . import delivery_target_workflow_run_launch as _delivery_target_workflow_run_launch

if TYPE_CHECKING:
    from .delivery_target_aws_sns_topic import DeliveryTargetAwsSnsTopic
    from .delivery_target_aws_sqs_queue import DeliveryTargetAwsSqsQueue
    from .delivery_target_workflow_run_launch import DeliveryTargetWorkflowRunLaunch

_KNOWN = frozenset({"awsSnsTopic", "awsSqsQueue", "workflowRunLaunch"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class DeliveryTarget(Model):
    """Where matching events go. Exactly one of its fields must be given.

    Source: swagger: definitions, DeliveryTarget
    """

    __module__ = "subkit_illumina_ens"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "awsSnsTopic": {
                "ref": "subkit_illumina_ens.models.delivery_target_aws_sns_topic.DeliveryTargetAwsSnsTopic",
                "nullable": True,
            },
            "awsSqsQueue": {
                "ref": "subkit_illumina_ens.models.delivery_target_aws_sqs_queue.DeliveryTargetAwsSqsQueue",
                "nullable": True,
            },
            "workflowRunLaunch": {
                "ref": "subkit_illumina_ens.models.delivery_target_workflow_run_launch.DeliveryTargetWorkflowRunLaunch",
                "nullable": True,
            },
        },
        "exactlyOne": (
            "awsSnsTopic",
            "awsSqsQueue",
            "workflowRunLaunch",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_aws_sns_topic", "awsSnsTopic"),
        ("_aws_sqs_queue", "awsSqsQueue"),
        ("_workflow_run_launch", "workflowRunLaunch"),
    )

    _aws_sns_topic: DeliveryTargetAwsSnsTopic | None | Unset
    _aws_sqs_queue: DeliveryTargetAwsSqsQueue | None | Unset
    _workflow_run_launch: DeliveryTargetWorkflowRunLaunch | None | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        aws_sns_topic: DeliveryTargetAwsSnsTopic | Mapping[str, Any] | None | Unset = UNSET,
        aws_sqs_queue: DeliveryTargetAwsSqsQueue | Mapping[str, Any] | None | Unset = UNSET,
        workflow_run_launch: DeliveryTargetWorkflowRunLaunch | Mapping[str, Any] | None | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._aws_sns_topic = as_model(_delivery_target_aws_sns_topic.DeliveryTargetAwsSnsTopic, aws_sns_topic)
        self._aws_sqs_queue = as_model(_delivery_target_aws_sqs_queue.DeliveryTargetAwsSqsQueue, aws_sqs_queue)
        self._workflow_run_launch = as_model(
            _delivery_target_workflow_run_launch.DeliveryTargetWorkflowRunLaunch, workflow_run_launch
        )
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = get("awsSnsTopic", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._aws_sns_topic = _delivery_target_aws_sns_topic.DeliveryTargetAwsSnsTopic.__read__(value, notes)
        elif value is not UNSET and value is not None:
            self._aws_sns_topic = odd(value, notes)
        else:
            self._aws_sns_topic = value
        value = get("awsSqsQueue", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._aws_sqs_queue = _delivery_target_aws_sqs_queue.DeliveryTargetAwsSqsQueue.__read__(value, notes)
        elif value is not UNSET and value is not None:
            self._aws_sqs_queue = odd(value, notes)
        else:
            self._aws_sqs_queue = value
        value = get("workflowRunLaunch", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._workflow_run_launch = _delivery_target_workflow_run_launch.DeliveryTargetWorkflowRunLaunch.__read__(
                value, notes
            )
        elif value is not UNSET and value is not None:
            self._workflow_run_launch = odd(value, notes)
        else:
            self._workflow_run_launch = value
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def aws_sns_topic(self) -> DeliveryTargetAwsSnsTopic | None:
        """AWS SNS topic. Null or absent if the target is another one."""
        return None if self._aws_sns_topic is UNSET else self._aws_sns_topic

    @aws_sns_topic.setter
    def aws_sns_topic(self, value: DeliveryTargetAwsSnsTopic | Mapping[str, Any] | None | Unset) -> None:
        self._aws_sns_topic = as_model(_delivery_target_aws_sns_topic.DeliveryTargetAwsSnsTopic, value)

    @property
    def aws_sqs_queue(self) -> DeliveryTargetAwsSqsQueue | None:
        """AWS SQS queue. Null or absent if the target is another one."""
        return None if self._aws_sqs_queue is UNSET else self._aws_sqs_queue

    @aws_sqs_queue.setter
    def aws_sqs_queue(self, value: DeliveryTargetAwsSqsQueue | Mapping[str, Any] | None | Unset) -> None:
        self._aws_sqs_queue = as_model(_delivery_target_aws_sqs_queue.DeliveryTargetAwsSqsQueue, value)

    @property
    def workflow_run_launch(self) -> DeliveryTargetWorkflowRunLaunch | None:
        """Workflow to start. Null or absent if the target is another one."""
        return None if self._workflow_run_launch is UNSET else self._workflow_run_launch

    @workflow_run_launch.setter
    def workflow_run_launch(self, value: DeliveryTargetWorkflowRunLaunch | Mapping[str, Any] | None | Unset) -> None:
        self._workflow_run_launch = as_model(
            _delivery_target_workflow_run_launch.DeliveryTargetWorkflowRunLaunch, value
        )
