# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""DispatchType, values that Jack Henry Modern Eventing, subscriptions knows."""

from subkit._enum import OpenStrEnum


class DispatchType(OpenStrEnum):
    """How events are dispatched: to an HTTPS address, to a WCF service, or not at all.

    A value that is not listed here is kept, equals its plain value, and `is_known` is False for it.

    Source: page: components, schemas, Subscription and CreateSubscriptionRequest, dispatchType
    """

    __module__ = "subkit_jackhenry_events"

    HTTPS = "https"
    WCF = "wcf"
    NONE = "none"
