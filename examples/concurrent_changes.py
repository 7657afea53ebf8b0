"""Change an object only if nobody else has changed it since it was read: the loop after 412 Precondition Failed.

python examples/concurrent_changes.py SUBSCRIPTION_ID

A fetched object carries its `ETag`, and `block` sends it as `If-Match`. If somebody else was faster, the server
responds with 412 and changes nothing: read again, decide again, write again. The decision is part of the loop.

Servers of WSO2 v0.9 declare the precondition but ignore it: there the loop does no harm and gives no protection.
"""

from __future__ import annotations

import sys

from subkit import PreconditionFailed
from subkit_wso2_publisher import Subscription, Wso2Publisher

ATTEMPTS = 5


def block_production(client: Wso2Publisher, subscription_id: str) -> Subscription:
    """Block requests to production, unless the subscription is blocked already, in whichever way."""
    attempt = 0
    while True:
        current = client.subscriptions.get(subscription_id)
        if current.status in ("BLOCKED", "PROD_ONLY_BLOCKED"):
            return current
        try:
            return client.subscriptions.block(current, block_state="PROD_ONLY_BLOCKED")
        except PreconditionFailed:
            attempt += 1
            if attempt == ATTEMPTS:
                raise


if __name__ == "__main__":
    with Wso2Publisher.from_env(preconditions="required") as publisher:
        print(block_production(publisher, sys.argv[1]))
