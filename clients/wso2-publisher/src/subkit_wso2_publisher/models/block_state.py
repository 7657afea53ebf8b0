# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""BlockState, an enum of WSO2 API Manager Publisher, subscriptions."""

from subkit._models import OpenStrEnum


class BlockState(OpenStrEnum):
    """What to block.

    Values that are not listed here are kept: they equal their plain value, and `is_known` is False.

    Source: page: Block a subscription, Parameters, accepted values
    """

    __module__ = "subkit_wso2_publisher"

    BLOCKED = "BLOCKED"
    PROD_ONLY_BLOCKED = "PROD_ONLY_BLOCKED"
