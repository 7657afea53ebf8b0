"""Create a subscription exactly once, although the response may get lost.

python examples/lost_create.py NAME QUEUE_URL

A create without an idempotency key is never retried after the request was sent: a second request could create a second
subscription. `OutcomeUnknown` says that it is not known whether the server acted. Look for the object before you try
again. For that, something that you chose must identify it: here the name and the queue.
"""

from __future__ import annotations

import sys

from subkit import DeadlineExceeded, OutcomeUnknown
from subkit_illumina_ens import IlluminaEns, Subscription

TYPE = "gds.files"


def find(client: IlluminaEns, name: str, queue_url: str) -> Subscription | None:
    """The subscription that a create with these arguments would have made."""
    for one in client.subscriptions.list(event_type=TYPE):
        target = one.delivery_target.aws_sqs_queue if one.delivery_target else None
        if one.name == name and target is not None and target.queue_url == queue_url:
            return one
    return None


def create_once(client: IlluminaEns, name: str, queue_url: str, *, attempts: int = 3) -> Subscription:
    """Find or create it. A lost response is looked up, and only what is not there is created again."""
    target = {"awsSqsQueue": {"queueUrl": queue_url}}
    attempt = 0
    while True:
        if (found := find(client, name, queue_url)) is not None:
            return found
        try:
            return client.subscriptions.create(name=name, type=TYPE, delivery_target=target)
        except (OutcomeUnknown, DeadlineExceeded):
            attempt += 1
            if attempt >= attempts:
                raise


if __name__ == "__main__":
    with IlluminaEns.from_env() as ens:
        print(create_once(ens, *sys.argv[1:3]))
