# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Models and enums. Each is loaded when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .create_subscription import CreateSubscription as CreateSubscription
    from .error_response_body import ErrorResponseBody as ErrorResponseBody
    from .subscription import Subscription as Subscription
    from .update_subscription import UpdateSubscription as UpdateSubscription

__all__ = [
    "CreateSubscription",
    "ErrorResponseBody",
    "Subscription",
    "UpdateSubscription",
]

_HOME_OF = {
    "CreateSubscription": ".create_subscription",
    "ErrorResponseBody": ".error_response_body",
    "Subscription": ".subscription",
    "UpdateSubscription": ".update_subscription",
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
