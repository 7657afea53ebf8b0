"""A precondition that the caller believes in is never left out without a word."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
import subkit
from support.scripted import MODES, Driven, header, package_of, reply

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(104)]
WSO2 = "wso2-publisher"
BODY = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t"}
PAGE = reply(200, {"list": [BODY], "count": 1}, ETag='"page"')
ONE = reply(200, BODY, ETag='"v1"')
CALLS: dict[str, dict[str, Any]] = {"block": {"block_state": "BLOCKED"}, "unblock": {}}


def item_of_a_list(driven: Driven) -> Any:
    return driven(lambda client: client.subscriptions.list(api_id="a").first())


def fetched(driven: Driven) -> Any:
    return driven(lambda client: client.subscriptions.get("s1"))


def write(driven: Driven, call: str, subject: Any, **given: Any) -> Any:
    return driven(lambda client: getattr(client.subscriptions, call)(subject, **CALLS[call], **given))


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", ["if_match", "if_unmodified_since"])
def test_none(mode: str, call: str, name: str) -> None:
    """None, which `Meta` has where the server sent no validator, is refused before anything is sent, for an id too and
    also when arguments are not checked; the error says what to give and how to go without."""
    for validate in (True, False):
        driven = Driven(WSO2, mode, [PAGE, ONE], validate=validate)
        for subject in (item_of_a_list(driven), fetched(driven), "s1"):
            with pytest.raises(subkit.InvalidArgument, match=f"^{name}: must be .*not None; .*pass the id"):
                write(driven, call, subject, **{name: None})
        assert len(driven.requests) == 2


@pytest.mark.parametrize("call", CALLS)
def test_required(mode: str, call: str) -> None:
    """With preconditions="required", the write of an object whose validators are not known is refused, whatever the
    reason: an item of a list, one made or evolved by hand, one whose id was changed, one of another server."""
    driven = Driven(WSO2, mode, [PAGE, ONE, reply(200, BODY), ONE], preconditions="required")
    item, found, bare = item_of_a_list(driven), fetched(driven), fetched(driven)
    other = Driven(WSO2, mode, [ONE], base_url="https://other.example")
    renamed = copy.copy(found)
    renamed.subscription_id = "s2"
    made = package_of(WSO2).Subscription.from_dict(BODY)
    for one in (item, bare, attrs.evolve(found), renamed, made, fetched(other), pickle.loads(pickle.dumps(made))):
        with pytest.raises(subkit.ConfigurationError, match=r'preconditions="required".*pass the id'):
            write(driven, call, one)
    assert len(driven.requests) == 3
    write(driven, call, found)
    assert header(driven.last, "If-Match") == '"v1"'


@pytest.mark.parametrize("call", CALLS)
def test_what_required_leaves(mode: str, call: str) -> None:
    """A tag given by hand is a precondition, an id is a write without one on purpose, and reads are as ever."""
    driven = Driven(WSO2, mode, lambda _: ONE, preconditions="required")
    made = package_of(WSO2).Subscription.from_dict(BODY)
    for subject, given, expected in (
        (made, {"if_match": '"v2"'}, '"v2"'),
        (made, {"if_match": subkit.ANY}, "*"),
        ("s1", {}, None),
    ):
        write(driven, call, subject, **given)
        assert header(driven.last, "If-Match") == expected
    driven(lambda client: client.subscriptions.get(made))
    driven(lambda client: client.subscriptions.refresh(made))


def test_by_default_and_by_option(mode: str) -> None:
    """By default an object without validators is written without a precondition; `with_options` changes that."""
    driven = Driven(WSO2, mode, [PAGE, ONE])
    item = item_of_a_list(driven)
    with pytest.raises(subkit.ConfigurationError, match="required"):
        driven(lambda client: client.with_options(preconditions="required").subscriptions.unblock(item))
    write(driven, "unblock", item)
    assert header(driven.last, "If-Match") is None
    with pytest.raises(subkit.ConfigurationError, match="preconditions: must be 'automatic' or 'required'"):
        Driven(WSO2, mode, [], preconditions=True)


def test_an_operation_keeps_it(mode: str) -> None:
    """The portable form of an operation says whether it was given an object, so that it is refused there too."""
    driven = Driven(WSO2, mode, [], preconditions="required")
    unblock = package_of(WSO2).operations.unblock_subscription
    operation = unblock(package_of(WSO2).Subscription.from_dict(BODY))
    for one in (operation, subkit.Operation.from_dict(operation.to_dict()), pickle.loads(pickle.dumps(operation))):
        with pytest.raises(subkit.ConfigurationError, match="required"):
            driven(lambda client, one=one: client.send(one))
    assert "conditions" not in unblock("s1").to_dict()
