# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Operations: calls as values. `client.send(operation)` performs one."""

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from ._subscriptions import create_subscription as create_subscription
    from ._subscriptions import disable_subscription as disable_subscription
    from ._subscriptions import get_subscription as get_subscription
    from ._subscriptions import list_subscriptions as list_subscriptions
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "._subscriptions": (
                "create_subscription",
                "disable_subscription",
                "get_subscription",
                "list_subscriptions",
            ),
        },
    )

__all__ = [
    "create_subscription",
    "disable_subscription",
    "get_subscription",
    "list_subscriptions",
]
