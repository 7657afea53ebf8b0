# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Models and enums. Each is loaded when it is first used."""

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from .block_state import BlockState as BlockState
    from .error import Error as Error
    from .error_list_item import ErrorListItem as ErrorListItem
    from .subscription import Subscription as Subscription
    from .subscription_list import SubscriptionList as SubscriptionList
    from .subscription_status import SubscriptionStatus as SubscriptionStatus
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".block_state": ("BlockState",),
            ".error": ("Error",),
            ".error_list_item": ("ErrorListItem",),
            ".subscription": ("Subscription",),
            ".subscription_list": ("SubscriptionList",),
            ".subscription_status": ("SubscriptionStatus",),
        },
    )

__all__ = [
    "BlockState",
    "Error",
    "ErrorListItem",
    "Subscription",
    "SubscriptionList",
    "SubscriptionStatus",
]
