# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""SubscriptionStatus, values that WSO2 API Manager Publisher, subscriptions knows."""

from subkit._enum import OpenStrEnum


class SubscriptionStatus(OpenStrEnum):
    """State of a subscription. Later servers know more of them.

    A value that is not listed here is kept, equals its plain value, and `is_known` is False for it.

    Source: v0.11: definitions, Subscription
    """

    __module__ = "subkit_wso2_publisher"

    BLOCKED = "BLOCKED"
    PROD_ONLY_BLOCKED = "PROD_ONLY_BLOCKED"
    UNBLOCKED = "UNBLOCKED"
    ON_HOLD = "ON_HOLD"
    REJECTED = "REJECTED"
