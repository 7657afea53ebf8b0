# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""AVEVA Data Hub OMF ingress, subscriptions.

**Legacy.** AVEVA ended support for topics and subscriptions on 2023-04-30 and replaced both with OMF connections
(`.../omfConnections`). The documentation of subscriptions was withdrawn on 2023-07-31. Use this only for existing
systems.

Create, read, change and delete subscriptions. A subscription reads the OMF messages of a topic and writes them to
the Sequential Data Store of its own namespace.

Clients: `AvevaOmf` and `AsyncAvevaOmf`. Credential: `ClientCredentials`.
"""

from subkit._version import check_runtime

from ._version import __version__

check_runtime("subkit-aveva-omf", __version__, ">=0.1.0,<0.2")

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from . import operations as operations
    from ._auth import ClientCredentials as ClientCredentials
    from ._client import AsyncAvevaOmf as AsyncAvevaOmf
    from ._client import AvevaOmf as AvevaOmf
    from .models.create_subscription import CreateSubscription as CreateSubscription
    from .models.error_response_body import ErrorResponseBody as ErrorResponseBody
    from .models.subscription import Subscription as Subscription
    from .models.update_subscription import UpdateSubscription as UpdateSubscription
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "._auth": ("ClientCredentials",),
            "._client": (
                "AsyncAvevaOmf",
                "AvevaOmf",
            ),
            ".models.create_subscription": ("CreateSubscription",),
            ".models.error_response_body": ("ErrorResponseBody",),
            ".models.subscription": ("Subscription",),
            ".models.update_subscription": ("UpdateSubscription",),
            "": ("operations",),
        },
    )

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
