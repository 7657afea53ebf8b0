# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""Models and enums. Each is loaded when it is first used."""

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from .create_subscription import CreateSubscription as CreateSubscription
    from .error_response_body import ErrorResponseBody as ErrorResponseBody
    from .subscription import Subscription as Subscription
    from .update_subscription import UpdateSubscription as UpdateSubscription
else:
    from subkit._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".create_subscription": ("CreateSubscription",),
            ".error_response_body": ("ErrorResponseBody",),
            ".subscription": ("Subscription",),
            ".update_subscription": ("UpdateSubscription",),
        },
    )

__all__ = [
    "CreateSubscription",
    "ErrorResponseBody",
    "Subscription",
    "UpdateSubscription",
]
