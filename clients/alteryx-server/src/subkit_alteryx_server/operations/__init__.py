# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Operations: calls as values. `client.send(operation)` performs one."""

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from ._subscriptions import create_subscription as create_subscription
    from ._subscriptions import delete_subscription as delete_subscription
    from ._subscriptions import get_subscription as get_subscription
    from ._subscriptions import list_subscriptions as list_subscriptions
    from ._subscriptions import move_users_subscription as move_users_subscription
    from ._subscriptions import update_subscription as update_subscription
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "._subscriptions": (
                "create_subscription",
                "delete_subscription",
                "get_subscription",
                "list_subscriptions",
                "move_users_subscription",
                "update_subscription",
            ),
        },
    )

__all__ = [
    "create_subscription",
    "delete_subscription",
    "get_subscription",
    "list_subscriptions",
    "move_users_subscription",
    "update_subscription",
]
