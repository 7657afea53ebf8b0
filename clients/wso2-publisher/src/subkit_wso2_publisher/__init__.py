# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""WSO2 API Manager Publisher, subscriptions.

List the subscriptions to an API, and block and unblock them, as the publisher of the API. This is version 0.9 of
the Publisher REST API, which comes with API Manager 1.10.0 (January 2016). Subscriptions are created and deleted
through the Store API.
"""

from typing import TYPE_CHECKING

from ._version import __version__

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

_HOME_OF = {
    "PasswordGrant": "._auth",
    "AsyncWso2Publisher": "._client",
    "Wso2Publisher": "._client",
    "BlockState": ".models.block_state",
    "Error": ".models.error",
    "ErrorListItem": ".models.error_list_item",
    "Subscription": ".models.subscription",
    "SubscriptionList": ".models.subscription_list",
    "SubscriptionStatus": ".models.subscription_status",
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
