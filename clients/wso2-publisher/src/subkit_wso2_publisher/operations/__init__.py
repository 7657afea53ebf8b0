# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Operations: calls as values. `client.send(operation)` performs one."""

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from ._subscriptions import block_subscription as block_subscription
    from ._subscriptions import get_subscription as get_subscription
    from ._subscriptions import list_subscriptions as list_subscriptions
    from ._subscriptions import refresh_subscription as refresh_subscription
    from ._subscriptions import unblock_subscription as unblock_subscription
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "._subscriptions": (
                "block_subscription",
                "get_subscription",
                "list_subscriptions",
                "refresh_subscription",
                "unblock_subscription",
            ),
        },
    )

__all__ = [
    "block_subscription",
    "get_subscription",
    "list_subscriptions",
    "refresh_subscription",
    "unblock_subscription",
]
