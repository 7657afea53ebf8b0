"""Calls with a fake, on a synchronous or an asynchronous client."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

from subkit.mock import Fake

from .typed_calls import Mode

QUEUE = {"awsSqsQueue": {"queueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/events"}}
API = "890a4f4d-09eb-4877-a323-57f6ce2ed79b"
FIRST = "64eca60b-2e55-4c38-8603-e9e6bad7d809"
SECRETIVE = {"url": "https://example.com/hook", "authType": "basic", "usesSecrets": True, "secret": "made-up"}
CREATE: dict[str, dict[str, Any]] = {
    "illumina-ens": {"name": "events", "type": "gds.files", "delivery_target": QUEUE},
    "alteryx-server": {"name": "Finance"},
    "jackhenry-events": {"name": "hook", "dispatch_type": "https", "enabled": True, "http_settings": SECRETIVE},
    "aveva-omf": {"topic_id": "t", "topic_tenant_id": "u", "topic_namespace_id": "v", "name": "N", "description": "D"},
}
"""Arguments of a create, where the API has one."""


def call(fake: Fake, mode: Mode, function: Callable[[Any], Any], **options: Any) -> Any:
    """The result of a function of a client of the fake."""
    if mode == "sync":
        with fake.client(**options) as client:
            return function(client)

    async def run() -> Any:
        async with fake.async_client(**options) as client:
            found = function(client)
            return await found if inspect.isawaitable(found) else found

    return asyncio.run(run())


def some_subscription(fake: Fake, mode: Mode = "sync") -> str:
    """The id of a subscription that the fake has; it is created, where the API can do that."""
    if fake.slug not in CREATE:
        return FIRST
    made = call(fake, mode, lambda client: client.subscriptions.create(**CREATE[fake.slug]))
    return str(made.id)
