# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Models and enums. Each is loaded when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .block_state import BlockState as BlockState
    from .error import Error as Error
    from .error_list_item import ErrorListItem as ErrorListItem
    from .subscription import Subscription as Subscription
    from .subscription_list import SubscriptionList as SubscriptionList
    from .subscription_status import SubscriptionStatus as SubscriptionStatus

__all__ = [
    "BlockState",
    "Error",
    "ErrorListItem",
    "Subscription",
    "SubscriptionList",
    "SubscriptionStatus",
]

_HOME_OF = {
    "BlockState": ".block_state",
    "Error": ".error",
    "ErrorListItem": ".error_list_item",
    "Subscription": ".subscription",
    "SubscriptionList": ".subscription_list",
    "SubscriptionStatus": ".subscription_status",
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
