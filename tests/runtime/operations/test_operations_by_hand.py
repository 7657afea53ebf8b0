"""Operations that no function made: unpickled from an older version, or put together by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest
import subkit
from support.scripted import MODES, Driven, body_of, package_of, reply

SERVER, WSO2 = "alteryx-server", "wso2-publisher"
modes = pytest.mark.parametrize("mode", MODES)


def without(operation: Any, name: str) -> Any:
    return attrs.evolve(operation, arguments={key: value for key, value in operation.arguments.items() if key != name})


@modes
@pytest.mark.parametrize("validate", [True, False])
def test_without_the_id(mode: str, validate: bool) -> None:
    """Without a part of its path a call has nowhere to go, checked or not: nothing is sent."""
    driven = Driven(SERVER, mode, validate=validate)
    operation = without(package_of(SERVER).operations.get_subscription("s1"), "subscription")
    with pytest.raises(subkit.InvalidArgument, match="subscription is missing"):
        driven(lambda client: client.send(operation))
    assert driven.requests == []


@modes
def test_without_what_is_required(mode: str) -> None:
    """A required argument that is not there is named, unless checks are switched off: then the call goes out as it is."""
    operation = without(package_of(WSO2).operations.list_subscriptions(api_id="a"), "api_id")
    driven = Driven(WSO2, mode)
    with pytest.raises(subkit.InvalidArgument, match="api_id is required"):
        driven(lambda client: client.send(operation))
    assert driven.requests == []
    unchecked = Driven(WSO2, mode, [reply(200, {"list": []})], validate=False)
    assert unchecked(lambda client: client.send(operation)).parsed.list == []
    assert "apiId" not in unchecked.last.url


@modes
def test_an_optional_argument_that_is_none(mode: str) -> None:
    """None for an optional argument of the query is as if it had been left out; in a body it is null."""
    listed = Driven(WSO2, mode, [reply(200, {"list": []})])
    operation = package_of(WSO2).operations.list_subscriptions(api_id="a", limit=5)
    none = attrs.evolve(operation, arguments={**operation.arguments, "limit": None})
    listed(lambda client: client.send(none))
    assert listed.last.url.endswith("?apiId=a")
    made = Driven(SERVER, mode, [reply(200, {"id": "s1"})], validate=False)
    create = package_of(SERVER).operations.create_subscription(name="n")
    made(lambda client: client.send(attrs.evolve(create, arguments={**create.arguments, "credential_id": None})))
    assert body_of(made.last) == {"name": "n", "credentialId": None}


@pytest.mark.parametrize("value", [Decimal("1.5"), ["n", Decimal("1.5")], {"k": {"n": Decimal("1.5")}}])
def test_an_argument_that_json_cannot_express(value: Any) -> None:
    """The portable form is JSON: what JSON cannot express is refused by its name and type, and its value is not shown."""
    operation = package_of(WSO2).operations.list_subscriptions(api_id="a")
    with pytest.raises(subkit.InvalidArgument, match="limit: a Decimal cannot be stored") as caught:
        attrs.evolve(operation, arguments={**operation.arguments, "limit": value}).to_dict()
    assert "1.5" not in str(caught.value)
