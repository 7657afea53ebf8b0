# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Models and enums. Each is loaded when it is first used."""

from typing import TYPE_CHECKING

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

_HOME_OF = {
    "ChangeUsersSubscriptionContract": ".change_users_subscription_contract",
    "CreateSubscriptionContract": ".create_subscription_contract",
    "Error": ".error",
    "Subscription": ".subscription",
    "SubscriptionCredential": ".subscription_credential",
    "SubscriptionDataConnection": ".subscription_data_connection",
    "SubscriptionUserWorkflowCountView": ".subscription_user_workflow_count_view",
    "SubscriptionUserWorkflowDetailsView": ".subscription_user_workflow_details_view",
    "SubscriptionView": ".subscription_view",
    "UpdateSubscriptionContract": ".update_subscription_contract",
    "UserInfo": ".user_info",
    "WorkflowInfo": ".workflow_info",
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
