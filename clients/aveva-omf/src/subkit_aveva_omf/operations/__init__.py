# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Calls as values: `client.send(operation)` performs one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._subscriptions import create_subscription as create_subscription
    from ._subscriptions import delete_subscription as delete_subscription
    from ._subscriptions import get_subscription as get_subscription
    from ._subscriptions import list_subscriptions as list_subscriptions
    from ._subscriptions import update_subscription as update_subscription

__all__ = [
    "create_subscription",
    "delete_subscription",
    "get_subscription",
    "list_subscriptions",
    "update_subscription",
]

_HOME_OF = {
    "create_subscription": "._subscriptions",
    "delete_subscription": "._subscriptions",
    "get_subscription": "._subscriptions",
    "list_subscriptions": "._subscriptions",
    "update_subscription": "._subscriptions",
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
