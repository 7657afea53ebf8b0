# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""AVEVA Data Hub OMF ingress, subscriptions.

**Legacy.** AVEVA ended support for topics and subscriptions on 2023-04-30 and replaced both with OMF connections
(`.../omfConnections`). The documentation of subscriptions was withdrawn on 2023-07-31. Use this only for existing
systems.

Create, read, change and delete subscriptions. A subscription reads the OMF messages of a topic and writes them to
the Sequential Data Store of its own namespace.
"""

from typing import TYPE_CHECKING

from ._version import __version__

if TYPE_CHECKING:
    from . import operations as operations
    from ._auth import ClientCredentials as ClientCredentials
    from ._client import AsyncAvevaOmf as AsyncAvevaOmf
    from ._client import AvevaOmf as AvevaOmf
    from .models.create_subscription import CreateSubscription as CreateSubscription
    from .models.error_response_body import ErrorResponseBody as ErrorResponseBody
    from .models.subscription import Subscription as Subscription
    from .models.update_subscription import UpdateSubscription as UpdateSubscription

__all__ = [
    "AsyncAvevaOmf",
    "AvevaOmf",
    "ClientCredentials",
    "CreateSubscription",
    "ErrorResponseBody",
    "Subscription",
    "UpdateSubscription",
    "__version__",
    "operations",
]

_HOME_OF = {
    "ClientCredentials": "._auth",
    "AsyncAvevaOmf": "._client",
    "AvevaOmf": "._client",
    "CreateSubscription": ".models.create_subscription",
    "ErrorResponseBody": ".models.error_response_body",
    "Subscription": ".models.subscription",
    "UpdateSubscription": ".models.update_subscription",
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
