# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""WSO2 API Manager Publisher, subscriptions.

List the subscriptions to an API, and block and unblock them, as the publisher of the API. This is version 0.9 of
the Publisher REST API, which comes with API Manager 1.10.0 (January 2016). Subscriptions are created and deleted
through the Store API.

Clients: `Wso2Publisher` and `AsyncWso2Publisher`. Credential: `PasswordGrant`.
"""

from subkit._version import check_runtime

from ._version import __version__

check_runtime("subkit-wso2-publisher", __version__, ">=0.1.0,<0.2")

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from . import operations as operations
    from ._auth import PasswordGrant as PasswordGrant
    from ._client import AsyncWso2Publisher as AsyncWso2Publisher
    from ._client import Wso2Publisher as Wso2Publisher
    from .models.block_state import BlockState as BlockState
    from .models.error import Error as Error
    from .models.error_list_item import ErrorListItem as ErrorListItem
    from .models.subscription import Subscription as Subscription
    from .models.subscription_list import SubscriptionList as SubscriptionList
    from .models.subscription_status import SubscriptionStatus as SubscriptionStatus
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "._auth": ("PasswordGrant",),
            "._client": (
                "AsyncWso2Publisher",
                "Wso2Publisher",
            ),
            ".models.block_state": ("BlockState",),
            ".models.error": ("Error",),
            ".models.error_list_item": ("ErrorListItem",),
            ".models.subscription": ("Subscription",),
            ".models.subscription_list": ("SubscriptionList",),
            ".models.subscription_status": ("SubscriptionStatus",),
            "": ("operations",),
        },
    )

__all__ = [
    "AsyncWso2Publisher",
    "BlockState",
    "Error",
    "ErrorListItem",
    "PasswordGrant",
    "Subscription",
    "SubscriptionList",
    "SubscriptionStatus",
    "Wso2Publisher",
    "__version__",
    "operations",
]
