"""A user's code, only type-checked: what a developer writes must please mypy and pyright in strict mode."""

from datetime import UTC, datetime
from pathlib import Path
from typing import assert_type

import httpx
from subkit import (
    ANY,
    AsyncHttpTransport,
    AsyncPager,
    BearerToken,
    Drift,
    HttpTransport,
    Meta,
    NotFound,
    NotModified,
    Pager,
    Response,
    Retry,
    meta,
)
from subkit_alteryx_server import (
    AlteryxServer,
    SubscriptionUserWorkflowCountView,
    SubscriptionUserWorkflowDetailsView,
    SubscriptionView,
)
from subkit_aveva_omf import AvevaOmf
from subkit_illumina_ens import AsyncIlluminaEns, DeliveryTarget, IlluminaEns
from subkit_illumina_ens import Subscription as EventSubscription
from subkit_jackhenry_events import HttpSettingsPatch, JackHenryEvents
from subkit_jackhenry_events import Subscription as BankingSubscription
from subkit_wso2_publisher import BlockState, Subscription, SubscriptionList, Wso2Publisher, operations


def publisher() -> None:
    with Wso2Publisher(
        base_url="https://h/api", auth=BearerToken("..."), timeout=5.0, retry=Retry(attempts=1)
    ) as client:
        sub = client.subscriptions.get("1")
        assert_type(sub, Subscription)
        assert_type(client.subscriptions.get("1", if_none_match='"a"'), Subscription | NotModified)
        assert_type(client.subscriptions.get(sub, if_modified_since=datetime.now(UTC)), Subscription | NotModified)
        assert_type(client.subscriptions.refresh(sub), Subscription)
        client.subscriptions.block(sub, block_state="BLOCKED", if_match='"a"')
        client.subscriptions.block(sub, block_state=BlockState.BLOCKED, if_match=ANY)
        assert_type(client.send(operations.get_subscription(sub)), Response[Subscription])
        assert_type(client.subscriptions.with_response.get(sub), Response[Subscription])
        assert_type(
            client.subscriptions.with_response.get("1", if_none_match='"a"'), Response[Subscription | NotModified]
        )
        assert_type(client.subscriptions.with_response.list(api_id="a"), Response[SubscriptionList])
        assert_type(client.subscriptions.with_response.block(sub, block_state="BLOCKED").parsed, Subscription)
        listed = client.send(operations.list_subscriptions(api_id="a", if_none_match='"a"'))
        assert_type(listed, Response[SubscriptionList | NotModified])
        assert_type(client.subscriptions.list(api_id="a"), Pager[Subscription])
        assert_type(sub.tier, str | None)
        assert_type(sub.application_id, str)
        known = meta(sub)
        assert_type(known, Meta | None)
        if known is not None:
            assert_type(known.drift, tuple[Drift, ...])
        assert_type(client.with_options(timeout=1.0), Wso2Publisher)


async def events() -> None:
    async with AsyncIlluminaEns(base_url="https://h", auth=BearerToken(lambda: "...")) as client:
        pager = client.subscriptions.list(page_size=10)
        assert_type(pager, AsyncPager[EventSubscription])
        async for one in pager:
            assert_type(one.time_created, datetime | None)
            assert_type(one.actions, list[str] | None)
        assert_type(await pager.first(), EventSubscription | None)
        made = await client.subscriptions.create(
            name="n",
            type="gds.files",
            delivery_target=DeliveryTarget(aws_sns_topic={"topicArn": "arn"}),
            filter_expression={"equal": []},
        )
        assert_type(made, EventSubscription)


def others(events: IlluminaEns, studio: AlteryxServer, banking: JackHenryEvents, legacy: AvevaOmf) -> None:
    assert_type(studio.subscriptions.list(), Pager[SubscriptionUserWorkflowCountView])
    assert_type(
        studio.subscriptions.update("1", name="n", credential_id="", can_share_schedules=True), SubscriptionView
    )
    found = studio.subscriptions.get("1")
    assert_type(studio.subscriptions.update(found, can_share_schedules=True), SubscriptionView)
    studio.subscriptions.delete("1")
    assert_type(
        studio.subscriptions.modify(found, lambda one: setattr(one, "name", "n")),
        SubscriptionView | SubscriptionUserWorkflowDetailsView,
    )
    assert_type(banking.subscriptions.modify("1", lambda one: one), BankingSubscription)
    assert_type(
        events.subscriptions.create_or_find(name="n", type="t", delivery_target={}, find=lambda one: one.name == "n"),
        EventSubscription,
    )
    banking.subscriptions.patch("1", description=None, http_settings=HttpSettingsPatch(secret="s"))
    banking.subscriptions.patch(banking.subscriptions.get("1"))
    legacy.subscriptions.update("1", name="n")
    legacy.subscriptions.update(legacy.subscriptions.get("1"))
    try:
        events.subscriptions.disable("sub.1")
    except NotFound as error:
        assert_type(error.status, int)


def transports() -> None:
    """One's own transport, one of httpx, and a shared one."""
    shared = HttpTransport(verify=Path("ca.pem"), max_connections=10)
    IlluminaEns(base_url="https://h", auth=None, transport=shared)
    IlluminaEns(base_url="https://h", auth=None, transport=httpx.Client(), max_connections=100)
    IlluminaEns(base_url="https://h", auth=None, transport=httpx.MockTransport(lambda request: httpx.Response(200)))
    AsyncIlluminaEns(base_url="https://h", auth=None, transport=httpx.AsyncClient())
    AsyncIlluminaEns(base_url="https://h", auth=None, transport=AsyncHttpTransport())
    AsyncIlluminaEns(base_url="https://h", auth=None, transport=httpx.AsyncHTTPTransport())
    AlteryxServer(base_url="https://h", auth=None, verify=Path("ca.pem"))
