# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Models and enums. Each is loaded when it is first used."""

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
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
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".batch_settings": ("BatchSettings",),
            ".batch_settings_patch": ("BatchSettingsPatch",),
            ".create_subscription_request": ("CreateSubscriptionRequest",),
            ".create_subscription_request_patch": ("CreateSubscriptionRequestPatch",),
            ".dispatch_type": ("DispatchType",),
            ".http_settings": ("HttpSettings",),
            ".http_settings_patch": ("HttpSettingsPatch",),
            ".http_settings_response": ("HttpSettingsResponse",),
            ".standard_error": ("StandardError",),
            ".subscription": ("Subscription",),
            ".wcf_settings": ("WcfSettings",),
            ".wcf_settings_patch": ("WcfSettingsPatch",),
            ".wcf_settings_response": ("WcfSettingsResponse",),
        },
    )

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
