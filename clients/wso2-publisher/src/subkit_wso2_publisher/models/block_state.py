# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""BlockState, values that WSO2 API Manager Publisher, subscriptions knows."""

from subkit._enum import OpenStrEnum


class BlockState(OpenStrEnum):
    """What to block.

    A value that is not listed here is kept, equals its plain value, and `is_known` is False for it.

    Source: page: Block a subscription, Parameters, accepted values
    """

    __module__ = "subkit_wso2_publisher"

    BLOCKED = "BLOCKED"
    PROD_ONLY_BLOCKED = "PROD_ONLY_BLOCKED"
