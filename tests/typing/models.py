"""A user's code with models, only type-checked: what is right must please mypy and pyright in strict mode."""

from datetime import UTC, datetime
from typing import Any, assert_type

import attrs
import subkit
from subkit import UNSET
from subkit_illumina_ens import DeliveryTarget, DeliveryTargetAwsSqsQueue
from subkit_illumina_ens import Subscription as EventSubscription
from subkit_jackhenry_events import DispatchType, HttpSettings, HttpSettingsPatch
from subkit_wso2_publisher import Subscription, SubscriptionList, SubscriptionStatus


def construct() -> None:
    HttpSettings(url="https://a.example", auth_type="none", uses_secrets=False)
    HttpSettings(url="https://a.example", auth_type="none", uses_secrets=True, secret="s", unknown_fields={"a": 1})
    HttpSettingsPatch(secret=None)
    HttpSettingsPatch(secret=UNSET)
    EventSubscription(
        actions=("a", "b"), delivery_target={"awsSqsQueue": {"queueUrl": "q"}}, time_created=datetime.now(UTC)
    )
    EventSubscription(delivery_target=DeliveryTarget(aws_sqs_queue=DeliveryTargetAwsSqsQueue(queue_url="q")))
    Subscription(subscription_id="s", api_identifier="i", application_id="a", tier="t", status="BLOCKED")


def read(sub: EventSubscription, other: Subscription, page: SubscriptionList) -> None:
    assert_type(sub.name, str | None)
    assert_type(sub.actions, list[str] | None)
    assert_type(sub.time_created, datetime | None)
    assert_type(sub.delivery_target, DeliveryTarget | None)
    assert_type(other.api_identifier, str)
    assert_type(other.status, SubscriptionStatus | None)
    assert_type(page.list, list[Subscription] | None)
    assert_type(sub.unknown_fields, dict[str, Any])
    assert_type(sub.to_dict(), dict[str, Any])
    assert_type(subkit.edited(sub), tuple[str, ...])
    assert_type(EventSubscription.from_dict({}), EventSubscription)
    assert_type(attrs.evolve(sub, name="n"), EventSubscription)


def change(sub: EventSubscription, other: Subscription, settings: HttpSettings) -> None:
    sub.name = "n"
    sub.name = None
    sub.name = UNSET
    sub.actions = ("a",)
    sub.delivery_target = {"awsSqsQueue": {"queueUrl": "q"}}
    sub.time_created = datetime.now(UTC)
    other.status = "BLOCKED"
    other.status = SubscriptionStatus.BLOCKED
    settings.url = "https://b.example"


def values() -> None:
    assert_type(DispatchType("https").is_known, bool)
