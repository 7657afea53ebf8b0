"""Another client of the same API against our fake, unchanged: libica 2.5.0. Run by `nox -s judges`."""

from __future__ import annotations

from typing import Any

import pytest
from libica.openapi import libens
from subkit.mock import FakeClock, FakeServer
from support.fakes import CREATE, QUEUE


def test_libica() -> None:
    """What libica does with the vendor it can do with the fake: create, get, list page by page, and disable."""
    with FakeServer("illumina-ens", clock=FakeClock()) as server:
        fake = server.fakes["illumina-ens"]
        settings = libens.Configuration(
            host=fake.base_url,
            api_key={"Authorization": fake.token()},
            api_key_prefix={"Authorization": "Bearer"},
        )
        with libens.ApiClient(settings) as client:
            use(libens.SubscriptionsApi(client))
        fake.calls.assert_called("disable_subscription", times=1)


def use(calls: Any) -> None:
    queue = libens.DeliveryTargetAwsSqsQueue(queue_url=QUEUE["awsSqsQueue"]["queueUrl"])
    own = {name: CREATE["illumina-ens"][name] for name in ("name", "type")}
    wanted = libens.CreateSubscriptionRequest(**own, delivery_target=libens.DeliveryTarget(aws_sqs_queue=queue))
    made = [calls.create_subscription(body=wanted) for _ in range(3)]
    first = calls.list_subscriptions(page_size=2)
    second = calls.list_subscriptions(page_size=2, page_token=first.next_page_token)
    assert [one.id for one in (*first.items, *second.items)] == [one.id for one in made]
    assert second.next_page_token is None
    assert calls.get_subscription(made[0].id).time_created == made[0].time_created
    assert calls.disable_subscription(made[0].id).is_deleted is True
    with pytest.raises(libens.ApiException) as caught:
        calls.get_subscription(made[0].id)
    assert caught.value.status == 410
