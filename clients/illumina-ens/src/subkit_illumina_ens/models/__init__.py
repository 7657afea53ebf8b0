# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Models and enums. Each is loaded when it is first used."""

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
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
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".create_subscription_request": ("CreateSubscriptionRequest",),
            ".delivery_target": ("DeliveryTarget",),
            ".delivery_target_aws_sns_topic": ("DeliveryTargetAwsSnsTopic",),
            ".delivery_target_aws_sqs_queue": ("DeliveryTargetAwsSqsQueue",),
            ".delivery_target_workflow_run_launch": ("DeliveryTargetWorkflowRunLaunch",),
            ".error_response": ("ErrorResponse",),
            ".sort_direction": ("SortDirection",),
            ".subscription": ("Subscription",),
            ".subscription_list": ("SubscriptionList",),
            ".subscription_list_sort_fields": ("SubscriptionListSortFields",),
        },
    )

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
