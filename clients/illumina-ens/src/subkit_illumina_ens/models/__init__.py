# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Models and enums. Each is loaded when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .create_subscription_request import CreateSubscriptionRequest as CreateSubscriptionRequest
    from .delivery_target import DeliveryTarget as DeliveryTarget
    from .delivery_target_aws_sns_topic import DeliveryTargetAwsSnsTopic as DeliveryTargetAwsSnsTopic
    from .delivery_target_aws_sqs_queue import DeliveryTargetAwsSqsQueue as DeliveryTargetAwsSqsQueue
    from .delivery_target_workflow_run_launch import DeliveryTargetWorkflowRunLaunch as DeliveryTargetWorkflowRunLaunch
    from .error_response import ErrorResponse as ErrorResponse
    from .sort_direction import SortDirection as SortDirection
    from .subscription import Subscription as Subscription
    from .subscription_list import SubscriptionList as SubscriptionList
    from .subscription_list_sort_fields import SubscriptionListSortFields as SubscriptionListSortFields

__all__ = [
    "CreateSubscriptionRequest",
    "DeliveryTarget",
    "DeliveryTargetAwsSnsTopic",
    "DeliveryTargetAwsSqsQueue",
    "DeliveryTargetWorkflowRunLaunch",
    "ErrorResponse",
    "SortDirection",
    "Subscription",
    "SubscriptionList",
    "SubscriptionListSortFields",
]

_HOME_OF = {
    "CreateSubscriptionRequest": ".create_subscription_request",
    "DeliveryTarget": ".delivery_target",
    "DeliveryTargetAwsSnsTopic": ".delivery_target_aws_sns_topic",
    "DeliveryTargetAwsSqsQueue": ".delivery_target_aws_sqs_queue",
    "DeliveryTargetWorkflowRunLaunch": ".delivery_target_workflow_run_launch",
    "ErrorResponse": ".error_response",
    "SortDirection": ".sort_direction",
    "Subscription": ".subscription",
    "SubscriptionList": ".subscription_list",
    "SubscriptionListSortFields": ".subscription_list_sort_fields",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOME_OF[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
