# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Models and enums. Each is loaded when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .batch_settings import BatchSettings as BatchSettings
    from .batch_settings_patch import BatchSettingsPatch as BatchSettingsPatch
    from .create_subscription_request import CreateSubscriptionRequest as CreateSubscriptionRequest
    from .create_subscription_request_patch import CreateSubscriptionRequestPatch as CreateSubscriptionRequestPatch
    from .dispatch_type import DispatchType as DispatchType
    from .http_settings import HttpSettings as HttpSettings
    from .http_settings_patch import HttpSettingsPatch as HttpSettingsPatch
    from .http_settings_response import HttpSettingsResponse as HttpSettingsResponse
    from .standard_error import StandardError as StandardError
    from .subscription import Subscription as Subscription
    from .wcf_settings import WcfSettings as WcfSettings
    from .wcf_settings_patch import WcfSettingsPatch as WcfSettingsPatch
    from .wcf_settings_response import WcfSettingsResponse as WcfSettingsResponse

__all__ = [
    "BatchSettings",
    "BatchSettingsPatch",
    "CreateSubscriptionRequest",
    "CreateSubscriptionRequestPatch",
    "DispatchType",
    "HttpSettings",
    "HttpSettingsPatch",
    "HttpSettingsResponse",
    "StandardError",
    "Subscription",
    "WcfSettings",
    "WcfSettingsPatch",
    "WcfSettingsResponse",
]

_HOME_OF = {
    "BatchSettings": ".batch_settings",
    "BatchSettingsPatch": ".batch_settings_patch",
    "CreateSubscriptionRequest": ".create_subscription_request",
    "CreateSubscriptionRequestPatch": ".create_subscription_request_patch",
    "DispatchType": ".dispatch_type",
    "HttpSettings": ".http_settings",
    "HttpSettingsPatch": ".http_settings_patch",
    "HttpSettingsResponse": ".http_settings_response",
    "StandardError": ".standard_error",
    "Subscription": ".subscription",
    "WcfSettings": ".wcf_settings",
    "WcfSettingsPatch": ".wcf_settings_patch",
    "WcfSettingsResponse": ".wcf_settings_response",
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
