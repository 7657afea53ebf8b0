# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Alteryx Server API, subscriptions.

Create, find, change and delete subscriptions, and move users between them. The user interface of the server calls a
subscription a studio. Every call is for Curators only, the administrators of the server. A user or workflow belongs
to exactly one subscription. To remove a user from one, move the user to another. The vendor has announced that
studios will be removed. They are still in its current documentation.

Clients: `AlteryxServer` and `AsyncAlteryxServer`. Credential: `ClientCredentials`.
"""

from subkit._version import check_runtime

from ._version import __version__

check_runtime("subkit-alteryx-server", __version__, ">=0.1.0,<0.2")

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
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
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "._auth": ("ClientCredentials",),
            "._client": (
                "AlteryxServer",
                "AsyncAlteryxServer",
            ),
            ".models.change_users_subscription_contract": ("ChangeUsersSubscriptionContract",),
            ".models.create_subscription_contract": ("CreateSubscriptionContract",),
            ".models.error": ("Error",),
            ".models.subscription": ("Subscription",),
            ".models.subscription_credential": ("SubscriptionCredential",),
            ".models.subscription_data_connection": ("SubscriptionDataConnection",),
            ".models.subscription_user_workflow_count_view": ("SubscriptionUserWorkflowCountView",),
            ".models.subscription_user_workflow_details_view": ("SubscriptionUserWorkflowDetailsView",),
            ".models.subscription_view": ("SubscriptionView",),
            ".models.update_subscription_contract": ("UpdateSubscriptionContract",),
            ".models.user_info": ("UserInfo",),
            ".models.workflow_info": ("WorkflowInfo",),
            "": ("operations",),
        },
    )

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
