# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Alteryx Server API, subscriptions.

Create, find, change and delete subscriptions, and move users between them. The user interface of the server calls a
subscription a studio. Every call is for Curators only, the administrators of the server. A user or workflow belongs
to exactly one subscription. To remove a user from one, move the user to another. The vendor has announced that
studios will be removed. They are still in its current documentation.
"""

from typing import TYPE_CHECKING

from ._version import __version__

if TYPE_CHECKING:
    from . import operations as operations
    from ._auth import ClientCredentials as ClientCredentials
    from ._client import AlteryxServer as AlteryxServer
    from ._client import AsyncAlteryxServer as AsyncAlteryxServer
    from .models.change_users_subscription_contract import (
        ChangeUsersSubscriptionContract as ChangeUsersSubscriptionContract,
    )
    from .models.create_subscription_contract import CreateSubscriptionContract as CreateSubscriptionContract
    from .models.error import Error as Error
    from .models.subscription import Subscription as Subscription
    from .models.subscription_credential import SubscriptionCredential as SubscriptionCredential
    from .models.subscription_data_connection import SubscriptionDataConnection as SubscriptionDataConnection
    from .models.subscription_user_workflow_count_view import (
        SubscriptionUserWorkflowCountView as SubscriptionUserWorkflowCountView,
    )
    from .models.subscription_user_workflow_details_view import (
        SubscriptionUserWorkflowDetailsView as SubscriptionUserWorkflowDetailsView,
    )
    from .models.subscription_view import SubscriptionView as SubscriptionView
    from .models.update_subscription_contract import UpdateSubscriptionContract as UpdateSubscriptionContract
    from .models.user_info import UserInfo as UserInfo
    from .models.workflow_info import WorkflowInfo as WorkflowInfo

__all__ = [
    "AlteryxServer",
    "AsyncAlteryxServer",
    "ChangeUsersSubscriptionContract",
    "ClientCredentials",
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
    "__version__",
    "operations",
]

_HOME_OF = {
    "ClientCredentials": "._auth",
    "AlteryxServer": "._client",
    "AsyncAlteryxServer": "._client",
    "ChangeUsersSubscriptionContract": ".models.change_users_subscription_contract",
    "CreateSubscriptionContract": ".models.create_subscription_contract",
    "Error": ".models.error",
    "Subscription": ".models.subscription",
    "SubscriptionCredential": ".models.subscription_credential",
    "SubscriptionDataConnection": ".models.subscription_data_connection",
    "SubscriptionUserWorkflowCountView": ".models.subscription_user_workflow_count_view",
    "SubscriptionUserWorkflowDetailsView": ".models.subscription_user_workflow_details_view",
    "SubscriptionView": ".models.subscription_view",
    "UpdateSubscriptionContract": ".models.update_subscription_contract",
    "UserInfo": ".models.user_info",
    "WorkflowInfo": ".models.workflow_info",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "operations":
        return import_module(".operations", __name__)
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOME_OF[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
