# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""SubscriptionStatus, an enum of WSO2 API Manager Publisher, subscriptions."""

from subkit._models import OpenStrEnum


class SubscriptionStatus(OpenStrEnum):
    """State of a subscription. Later servers have more states.

    Values that are not listed here are kept: they equal their plain value, and `is_known` is False.

    Source: v0.11: definitions, Subscription
    """

    __module__ = "subkit_wso2_publisher"

    BLOCKED = "BLOCKED"
    PROD_ONLY_BLOCKED = "PROD_ONLY_BLOCKED"
    UNBLOCKED = "UNBLOCKED"
    ON_HOLD = "ON_HOLD"
    REJECTED = "REJECTED"
