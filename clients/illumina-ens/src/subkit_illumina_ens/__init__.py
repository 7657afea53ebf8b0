# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Illumina Connected Analytics v1, Event Notification Service.

Subscribe to events of the Illumina platform. Events are sent to an AWS SQS queue or SNS topic, or start a workflow.
This is ICA v1, which the vendor has deprecated. ICA v2 has a different, incompatible API for the same purpose. A
token only sees the subscriptions of its tenant and context (personal, workgroup or project). If a list is
unexpectedly empty, the token was probably issued for another context.

Clients: `IlluminaEns` and `AsyncIlluminaEns`. Credential: `ApiKey`.
"""

from subkit._version import check_runtime

from ._version import __version__

check_runtime("subkit-illumina-ens", __version__, ">=0.1.0,<0.2")

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from . import operations as operations
    from ._auth import ApiKey as ApiKey
    from ._client import AsyncIlluminaEns as AsyncIlluminaEns
    from ._client import IlluminaEns as IlluminaEns
    from .models.create_subscription_request import CreateSubscriptionRequest as CreateSubscriptionRequest
    from .models.delivery_target import DeliveryTarget as DeliveryTarget
    from .models.delivery_target_aws_sns_topic import DeliveryTargetAwsSnsTopic as DeliveryTargetAwsSnsTopic
    from .models.delivery_target_aws_sqs_queue import DeliveryTargetAwsSqsQueue as DeliveryTargetAwsSqsQueue
    from .models.delivery_target_workflow_run_launch import (
        DeliveryTargetWorkflowRunLaunch as DeliveryTargetWorkflowRunLaunch,
    )
    from .models.error_response import ErrorResponse as ErrorResponse
    from .models.sort_direction import SortDirection as SortDirection
    from .models.subscription import Subscription as Subscription
    from .models.subscription_list import SubscriptionList as SubscriptionList
    from .models.subscription_list_sort_fields import SubscriptionListSortFields as SubscriptionListSortFields
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "._auth": ("ApiKey",),
            "._client": (
                "AsyncIlluminaEns",
                "IlluminaEns",
            ),
            ".models.create_subscription_request": ("CreateSubscriptionRequest",),
            ".models.delivery_target": ("DeliveryTarget",),
            ".models.delivery_target_aws_sns_topic": ("DeliveryTargetAwsSnsTopic",),
            ".models.delivery_target_aws_sqs_queue": ("DeliveryTargetAwsSqsQueue",),
            ".models.delivery_target_workflow_run_launch": ("DeliveryTargetWorkflowRunLaunch",),
            ".models.error_response": ("ErrorResponse",),
            ".models.sort_direction": ("SortDirection",),
            ".models.subscription": ("Subscription",),
            ".models.subscription_list": ("SubscriptionList",),
            ".models.subscription_list_sort_fields": ("SubscriptionListSortFields",),
            "": ("operations",),
        },
    )

__all__ = [
    "ApiKey",
    "AsyncIlluminaEns",
    "CreateSubscriptionRequest",
    "DeliveryTarget",
    "DeliveryTargetAwsSnsTopic",
    "DeliveryTargetAwsSqsQueue",
    "DeliveryTargetWorkflowRunLaunch",
    "ErrorResponse",
    "IlluminaEns",
    "SortDirection",
    "Subscription",
    "SubscriptionList",
    "SubscriptionListSortFields",
    "__version__",
    "operations",
]
