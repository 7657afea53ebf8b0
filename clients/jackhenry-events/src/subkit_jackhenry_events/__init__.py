# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Jack Henry Modern Eventing, subscriptions.

Manage the event subscriptions of one financial institution: which events are dispatched, where, and how. The events
themselves are read through another API on the same hosts.

Clients: `JackHenryEvents` and `AsyncJackHenryEvents`. Credential: `PrivateKeyJwt`.
"""

from subkit._version import check_runtime

from ._version import __version__

check_runtime("subkit-jackhenry-events", __version__, ">=0.1.0,<0.2")

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from . import operations as operations
    from ._auth import PrivateKeyJwt as PrivateKeyJwt
    from ._client import AsyncJackHenryEvents as AsyncJackHenryEvents
    from ._client import JackHenryEvents as JackHenryEvents
    from .models.batch_settings import BatchSettings as BatchSettings
    from .models.batch_settings_patch import BatchSettingsPatch as BatchSettingsPatch
    from .models.create_subscription_request import CreateSubscriptionRequest as CreateSubscriptionRequest
    from .models.create_subscription_request_patch import (
        CreateSubscriptionRequestPatch as CreateSubscriptionRequestPatch,
    )
    from .models.dispatch_type import DispatchType as DispatchType
    from .models.http_settings import HttpSettings as HttpSettings
    from .models.http_settings_patch import HttpSettingsPatch as HttpSettingsPatch
    from .models.http_settings_response import HttpSettingsResponse as HttpSettingsResponse
    from .models.standard_error import StandardError as StandardError
    from .models.subscription import Subscription as Subscription
    from .models.wcf_settings import WcfSettings as WcfSettings
    from .models.wcf_settings_patch import WcfSettingsPatch as WcfSettingsPatch
    from .models.wcf_settings_response import WcfSettingsResponse as WcfSettingsResponse
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "._auth": ("PrivateKeyJwt",),
            "._client": (
                "AsyncJackHenryEvents",
                "JackHenryEvents",
            ),
            ".models.batch_settings": ("BatchSettings",),
            ".models.batch_settings_patch": ("BatchSettingsPatch",),
            ".models.create_subscription_request": ("CreateSubscriptionRequest",),
            ".models.create_subscription_request_patch": ("CreateSubscriptionRequestPatch",),
            ".models.dispatch_type": ("DispatchType",),
            ".models.http_settings": ("HttpSettings",),
            ".models.http_settings_patch": ("HttpSettingsPatch",),
            ".models.http_settings_response": ("HttpSettingsResponse",),
            ".models.standard_error": ("StandardError",),
            ".models.subscription": ("Subscription",),
            ".models.wcf_settings": ("WcfSettings",),
            ".models.wcf_settings_patch": ("WcfSettingsPatch",),
            ".models.wcf_settings_response": ("WcfSettingsResponse",),
            "": ("operations",),
        },
    )

__all__ = [
    "AsyncJackHenryEvents",
    "BatchSettings",
    "BatchSettingsPatch",
    "CreateSubscriptionRequest",
    "CreateSubscriptionRequestPatch",
    "DispatchType",
    "HttpSettings",
    "HttpSettingsPatch",
    "HttpSettingsResponse",
    "JackHenryEvents",
    "PrivateKeyJwt",
    "StandardError",
    "Subscription",
    "WcfSettings",
    "WcfSettingsPatch",
    "WcfSettingsResponse",
    "__version__",
    "operations",
]
