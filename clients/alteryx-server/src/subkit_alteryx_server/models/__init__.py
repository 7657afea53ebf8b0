# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Models and enums. Each is loaded when it is first used."""

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from .change_users_subscription_contract import ChangeUsersSubscriptionContract as ChangeUsersSubscriptionContract
    from .create_subscription_contract import CreateSubscriptionContract as CreateSubscriptionContract
    from .error import Error as Error
    from .subscription import Subscription as Subscription
    from .subscription_credential import SubscriptionCredential as SubscriptionCredential
    from .subscription_data_connection import SubscriptionDataConnection as SubscriptionDataConnection
    from .subscription_user_workflow_count_view import (
        SubscriptionUserWorkflowCountView as SubscriptionUserWorkflowCountView,
    )
    from .subscription_user_workflow_details_view import (
        SubscriptionUserWorkflowDetailsView as SubscriptionUserWorkflowDetailsView,
    )
    from .subscription_view import SubscriptionView as SubscriptionView
    from .update_subscription_contract import UpdateSubscriptionContract as UpdateSubscriptionContract
    from .user_info import UserInfo as UserInfo
    from .workflow_info import WorkflowInfo as WorkflowInfo
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".change_users_subscription_contract": ("ChangeUsersSubscriptionContract",),
            ".create_subscription_contract": ("CreateSubscriptionContract",),
            ".error": ("Error",),
            ".subscription": ("Subscription",),
            ".subscription_credential": ("SubscriptionCredential",),
            ".subscription_data_connection": ("SubscriptionDataConnection",),
            ".subscription_user_workflow_count_view": ("SubscriptionUserWorkflowCountView",),
            ".subscription_user_workflow_details_view": ("SubscriptionUserWorkflowDetailsView",),
            ".subscription_view": ("SubscriptionView",),
            ".update_subscription_contract": ("UpdateSubscriptionContract",),
            ".user_info": ("UserInfo",),
            ".workflow_info": ("WorkflowInfo",),
        },
    )

__all__ = [
    "ChangeUsersSubscriptionContract",
    "CreateSubscriptionContract",
    "Error",
    "Subscription",
    "SubscriptionCredential",
    "SubscriptionDataConnection",
    "SubscriptionUserWorkflowCountView",
    "SubscriptionUserWorkflowDetailsView",
    "SubscriptionView",
    "UpdateSubscriptionContract",
    "UserInfo",
    "WorkflowInfo",
]
