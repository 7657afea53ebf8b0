"""Objects and operations of others: an id says nothing of whose it is, so only the kind of an object can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
import subkit
from support.scripted import MODES, SLUGS, UUID_1, Driven, package_of, reply

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(101)]
ID = UUID_1


def _identity(slug: str) -> Any:
    """The class of an API's subscriptions, and the wire name of their id."""
    model = package_of(slug).Subscription
    return model, next(one.wire for one in model.__fields__ if one.name == model.__identity__)


def _received(slug: str, mode: str) -> Any:
    _, name = _identity(slug)
    body = {name: ID, "name": "n"}
    return Driven(slug, mode, [reply(200, body)])(lambda client: client.subscriptions.get(ID))


def _others(slug: str, mode: str) -> Iterator[Any]:
    """What has an id, and is no subscription of this API."""
    for other in SLUGS:
        if other != slug:
            model, name = _identity(other)
            found = _received(other, mode)
            yield from (found, attrs.evolve(found, unknown_fields={"x": 1}), model.from_dict({name: ID}))
    yield package_of("alteryx-server").UserInfo.from_dict({"id": ID})


def _calls(slug: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every call about one object, with an argument where it takes no less."""
    given = {
        "block": {"block_state": "BLOCKED"},
        "move_users": {"user_ids": ["u"]},
        "update": {"name": "n", "dispatch_type": "https", "enabled": True},
    }
    names = ("get", "delete", "disable", "block", "unblock", "move_users", "patch", "update", "refresh")
    found = [name for name in names if hasattr(package_of(slug).operations, f"{name}_subscription")]
    yield from ((name, {**given.get(name, {}), **({"name": "n"} if name == "patch" else {})}) for name in found)


UPDATES = {
    "alteryx-server": {"name": "n", "credential_id": "c", "can_share_schedules": True},
    "aveva-omf": {"name": "n"},
}


@pytest.mark.parametrize("slug", SLUGS)
def test_an_object_of_another_kind(mode: str, slug: str) -> None:
    """An object of another API, or a part of an object, is refused by every call: whether it was fetched, copied or
    made by hand, and also when arguments are not checked. The error names both classes."""
    for other in _others(slug, mode):
        for name, given in _calls(slug):
            driven = Driven(slug, mode, validate=False)
            own = UPDATES.get(slug, given) if name == "update" else given
            with pytest.raises(subkit.InvalidArgument, match="of another kind") as caught:
                driven(lambda client, name=name, own=own, it=other: getattr(client.subscriptions, name)(it, **own))
            for cls in (type(other), package_of(slug).Subscription):
                assert f"{cls.__module__}.{cls.__name__}" in str(caught.value)
            assert driven.requests == []


@pytest.mark.parametrize("slug", SLUGS)
def test_an_object_of_its_own_kind(mode: str, slug: str) -> None:
    """A fetched object, a copy, one made by hand and one of a subclass are taken for their id."""
    model, name = _identity(slug)
    derived = type("Derived", (model,), {})
    found = _received(slug, mode)
    for one in (found, attrs.evolve(found), model.from_dict({name: ID}), derived.from_dict({name: ID})):
        driven = Driven(slug, mode, [reply(200, {name: ID})])
        driven(lambda client, one=one: client.subscriptions.get(one))
        assert ID in driven.last.url


@pytest.mark.parametrize("slug", SLUGS)
def test_an_operation_of_another_api(mode: str, slug: str) -> None:
    """`send`, and a pager, take the operations of their own API: another one's path may exist here too. So do
    operations that came back from their portable form."""
    for other in SLUGS:
        if other == slug:
            continue
        operation = package_of(other).operations.get_subscription(ID)
        driven = Driven(slug, mode, validate=False)
        for one in (operation, subkit.Operation.from_dict(operation.to_dict())):
            with pytest.raises(subkit.InvalidArgument, match=package_of(other).__name__):
                driven(lambda client, one=one: client.send(one))
        with pytest.raises(subkit.InvalidArgument, match=package_of(other).__name__):
            driven.client.pager(operation)
        assert driven.requests == []


def test_what_is_no_operation(mode: str) -> None:
    """A function that was not called, an object and a text are no operations, and the error says what one is."""
    driven = Driven("wso2-publisher", mode)
    made = package_of("wso2-publisher").Subscription.from_dict({"subscriptionId": "s"})
    for other in (package_of("wso2-publisher").operations.get_subscription, made, "get_subscription", None):
        with pytest.raises(subkit.InvalidArgument, match=r"operations\.get_"):
            driven(lambda client, other=other: client.send(other))
    assert driven.requests == []
