# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Calls as values: `client.send(operation)` performs one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._subscriptions import subscriptions_create_subscription as subscriptions_create_subscription
    from ._subscriptions import subscriptions_delete_subscription as subscriptions_delete_subscription
    from ._subscriptions import subscriptions_get_subscription as subscriptions_get_subscription
    from ._subscriptions import subscriptions_list_subscription as subscriptions_list_subscription
    from ._subscriptions import subscriptions_update_subscription as subscriptions_update_subscription

__all__ = [
    "subscriptions_create_subscription",
    "subscriptions_delete_subscription",
    "subscriptions_get_subscription",
    "subscriptions_list_subscription",
    "subscriptions_update_subscription",
]

_HOME_OF = {
    "subscriptions_create_subscription": "._subscriptions",
    "subscriptions_delete_subscription": "._subscriptions",
    "subscriptions_get_subscription": "._subscriptions",
    "subscriptions_list_subscription": "._subscriptions",
    "subscriptions_update_subscription": "._subscriptions",
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
