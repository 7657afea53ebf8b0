# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Jack Henry Modern Eventing, subscriptions.

Manage the event subscriptions of one financial institution: which events are dispatched, where, and how. The events
themselves are read through another API on the same hosts.
"""

from typing import TYPE_CHECKING

from ._version import __version__

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

_HOME_OF = {
    "PrivateKeyJwt": "._auth",
    "AsyncJackHenryEvents": "._client",
    "JackHenryEvents": "._client",
    "BatchSettings": ".models.batch_settings",
    "BatchSettingsPatch": ".models.batch_settings_patch",
    "CreateSubscriptionRequest": ".models.create_subscription_request",
    "CreateSubscriptionRequestPatch": ".models.create_subscription_request_patch",
    "DispatchType": ".models.dispatch_type",
    "HttpSettings": ".models.http_settings",
    "HttpSettingsPatch": ".models.http_settings_patch",
    "HttpSettingsResponse": ".models.http_settings_response",
    "StandardError": ".models.standard_error",
    "Subscription": ".models.subscription",
    "WcfSettings": ".models.wcf_settings",
    "WcfSettingsPatch": ".models.wcf_settings_patch",
    "WcfSettingsResponse": ".models.wcf_settings_response",
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
