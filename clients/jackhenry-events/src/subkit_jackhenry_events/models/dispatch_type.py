# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""DispatchType, an enum of Jack Henry Modern Eventing, subscriptions."""

from subkit._models import OpenStrEnum


class DispatchType(OpenStrEnum):
    """How events are dispatched: to an HTTPS URL, to a WCF service, or not at all.

    Values that are not listed here are kept: they equal their plain value, and `is_known` is False.

    Source: page: components, schemas, Subscription and CreateSubscriptionRequest, dispatchType
    """

    __module__ = "subkit_jackhenry_events"

    HTTPS = "https"
    WCF = "wcf"
    NONE = "none"
