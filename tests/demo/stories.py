"""What the demo does with each API: one call a step, and what has to come of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import subkit
from attrs import frozen
from subkit.mock import Fake

Known = dict[str, Any]
"""The results of earlier steps, by name."""


def nothing(fake: Fake) -> None:
    """Prepare nothing."""


def anything(result: Any, known: Known, fake: Fake) -> bool:
    """Every result is right."""
    return True


@frozen
class Step:
    """One call."""

    title: str
    call: Callable[[Any, Known], Any]
    """Given the calls of a client and what is known."""
    name: str = "last"
    """What its result is known as."""
    raises: type[subkit.SubkitError] | None = None
    prepare: Callable[[Fake], None] = nothing
    right: Callable[[Any, Known, Fake], bool] = anything


def outage(fake: Fake) -> None:
    """The next call meets a server that is not available for 20 seconds."""
    fake.fail(status=503, retry_after=20)


def survivals(call: Callable[[Any, Known], Any]) -> list[Step]:
    """An outage and an expired token, during a call that reads."""
    return [
        Step("survive an outage of 20 s", call, prepare=outage),
        Step("survive an expired token", call, prepare=Fake.expire_tokens),
    ]


QUEUE = {"awsSqsQueue": {"queueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/events"}}
HOOK = {"url": "https://example.com/hook", "authType": "basic", "usesSecrets": True, "secret": "made-up"}
API, FIRST = "890a4f4d-09eb-4877-a323-57f6ce2ed79b", "64eca60b-2e55-4c38-8603-e9e6bad7d809"
TOPIC = {"topic_id": "t", "topic_tenant_id": "u", "topic_namespace_id": "v"}
_ENS = {"type": "gds.files", "delivery_target": QUEUE}
STORIES: dict[str, list[Step]] = {
    "illumina-ens": [
        Step("create", lambda calls, known: calls.create(name="first", **_ENS), "made"),
        *(Step("create another", lambda calls, known: calls.create(name="more", **_ENS)) for _ in range(2)),
        Step(
            "list three in pages of two",
            lambda calls, known: calls.list(page_size=2).take(9),
            right=lambda found, known, fake: len(found) == 3 and len(fake.calls.named("list_subscriptions")) == 2,
        ),
        *survivals(lambda calls, known: calls.get(known["made"].id)),
        Step("disable", lambda calls, known: calls.disable(known["made"])),
        Step("get what is disabled", lambda calls, known: calls.get(known["made"].id), raises=subkit.Gone),
    ],
    "wso2-publisher": [
        Step("list", lambda calls, known: calls.list(api_id=API).take(9)),
        Step("get", lambda calls, known: calls.get(FIRST), "got"),
        Step(
            "get it again, unchanged: 304",
            lambda calls, known: calls.refresh(known["got"]),
            right=lambda found, known, fake: found is known["got"] and fake.calls[-1].status == 304,
        ),
        Step("block", lambda calls, known: calls.block(known["got"], block_state="BLOCKED")),
        Step(
            "unblock an older version: 412",
            lambda calls, known: calls.unblock(known["got"]),
            raises=subkit.PreconditionFailed,
        ),
        *survivals(lambda calls, known: calls.get(FIRST)),
        Step("unblock", lambda calls, known: calls.unblock(FIRST)),
    ],
    "alteryx-server": [
        Step("create", lambda calls, known: calls.create(name="Finance"), "made"),
        Step(
            "get it: its secret came once",
            lambda calls, known: calls.get(known["made"].id),
            right=lambda found, known, fake: sum(b"fake-secret" in one.reply.body for one in fake.calls) == 1,
        ),
        Step("list by name", lambda calls, known: calls.list(name="Finance").take(9)),
        *survivals(lambda calls, known: calls.list().take(9)),
        Step(
            "update",
            lambda calls, known: calls.update(
                known["made"].id, name="Finances", credential_id="", can_share_schedules=True
            ),
        ),
        Step(
            "delete one that has users",
            lambda calls, known: calls.delete("66ebd0896e52ae73b495106f"),
            raises=subkit.BadRequest,
        ),
        Step("delete", lambda calls, known: calls.delete(known["made"].id)),
    ],
    "jackhenry-events": [
        Step(
            "create, with a secret",
            lambda calls, known: calls.create(name="hook", dispatch_type="https", enabled=True, http_settings=HOOK),
            "made",
        ),
        Step("patch one field", lambda calls, known: calls.patch(known["made"].id, description="Orders")),
        Step(
            "patch: null removes it",
            lambda calls, known: calls.patch(known["made"].id, description=None),
            right=lambda found, known, fake: found.description is None and found.http_settings is not None,
        ),
        Step("list", lambda calls, known: calls.list().take(9)),
        *survivals(lambda calls, known: calls.get(known["made"].id)),
        Step("delete", lambda calls, known: calls.delete(known["made"].id)),
        Step("get what is deleted", lambda calls, known: calls.get(known["made"].id), raises=subkit.NotFound),
    ],
    "aveva-omf": [
        Step("create", lambda calls, known: calls.create(name="Pumps", **TOPIC), "made"),
        Step("list", lambda calls, known: calls.list().take(9)),
        *survivals(lambda calls, known: calls.get(known["made"].id)),
        Step("update", lambda calls, known: calls.update(known["made"].id, name="All pumps")),
        Step("delete", lambda calls, known: calls.delete(known["made"].id)),
        Step("get what is deleted", lambda calls, known: calls.get(known["made"].id), raises=subkit.NotFound),
    ],
}
