# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Calls as values: `client.send(operation)` performs one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._subscriptions import block_subscription as block_subscription
    from ._subscriptions import get_subscription as get_subscription
    from ._subscriptions import list_subscriptions as list_subscriptions
    from ._subscriptions import refresh_subscription as refresh_subscription
    from ._subscriptions import unblock_subscription as unblock_subscription

__all__ = [
    "block_subscription",
    "get_subscription",
    "list_subscriptions",
    "refresh_subscription",
    "unblock_subscription",
]

_HOME_OF = {
    "block_subscription": "._subscriptions",
    "get_subscription": "._subscriptions",
    "list_subscriptions": "._subscriptions",
    "refresh_subscription": "._subscriptions",
    "unblock_subscription": "._subscriptions",
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
