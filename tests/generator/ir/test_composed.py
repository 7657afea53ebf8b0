"""Which methods a resource gets that are made of several of its calls."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from attrs import evolve

from generator.__main__ import ROOT
from generator.ir.composed import composed, modifies, recovers
from generator.ir.nodes import Argument, Call, Type, is_conditional_write
from generator.pipeline import package_of

Change = Callable[[Call], Call | None]


@cache
def calls(slug: str) -> list[Call]:
    """The calls of an API of ours."""
    return list(package_of(ROOT / "specs" / slug).calls)


def changed(method: str, change: Change, slug: str = "jackhenry-events") -> list[Call]:
    """These calls, with one of them changed or left out."""
    found = [change(call) if call.method_name == method else call for call in calls(slug)]
    return [call for call in found if call is not None]


def without(call: Call) -> None:
    """Leave it out."""


def needing(name: str, location: str = "query") -> Change:
    """Give a call another required argument."""
    argument = Argument(name, name, location, {"type": "string"}, Type("str"), True, "", "")
    return lambda call: evolve(call, arguments=(*call.arguments, argument))


PROTECTED: Change = lambda call: evolve(call, conditions=("If-Match",))  # noqa: E731


def writes(found: list[Call]) -> str | None:
    """The name of the call with which `modify` writes."""
    made = modifies(found)
    return made.write.method_name if made else None


def test_which_write_modify_takes() -> None:
    """Without preconditions a patch, because it leaves alone what was not edited; with them a replacement, and a write
    with them rather than one without."""
    assert writes(calls("jackhenry-events")) == "patch"
    assert writes(changed("patch", without)) == "update"
    assert writes(changed("update", PROTECTED)) == "update"
    both = [PROTECTED(call) if call.method_name in ("patch", "update") else call for call in calls("jackhenry-events")]
    assert writes([call for call in both if call is not None]) == "update"
    assert writes(changed("patch", PROTECTED)) == "patch"


@pytest.mark.parametrize(
    ("method", "change"),
    [
        ("get", without),
        ("get", lambda call: evolve(call, returns=Type("None"))),
        ("patch", lambda call: evolve(call, returns=Type("None"))),
        ("patch", lambda call: evolve(call, subject=evolve(call.subject, path=f"{call.path}/state"))),
        ("patch", lambda call: evolve(call, method="POST")),
    ],
)
def test_where_modify_is_not_offered(method: str, change: Change) -> None:
    """It takes a read and a write of the same object, that returns it."""
    assert writes([call for call in changed(method, change) if call.method_name != "update"]) is None


def test_what_modify_returns() -> None:
    """What the write returns, or what was read, if that is another model."""
    made = modifies(calls("alteryx-server"))
    assert made is not None
    assert made.returns == "SubscriptionView | SubscriptionUserWorkflowDetailsView"
    assert not made.is_protected
    assert not is_conditional_write(made.write)


@pytest.mark.parametrize(
    ("method", "change"),
    [
        ("create", without),
        ("list", without),
        ("create", lambda call: evolve(call, idempotent=True)),
        ("create", lambda call: evolve(call, idempotency_key="Idempotency-Key")),
        ("create", lambda call: evolve(call, method="PUT")),
        ("create", lambda call: evolve(call, returns=Type("None"))),
        ("create", needing("find", "body")),
        ("create", needing("attempts", "body")),
        ("list", needing("owner")),
    ],
)
def test_where_create_or_find_is_not_offered(method: str, change: Change) -> None:
    """It takes a create that cannot be sent twice, and a list that needs nothing; and no argument gets lost."""
    assert recovers(changed(method, change)) is None


def test_how_the_created_object_is_fetched() -> None:
    """By `get`, which returns the whole object; without it, an item of the list does if it is of the same model."""
    made = recovers(calls("jackhenry-events"))
    assert made is not None
    assert made.fetch is not None
    alone = recovers(changed("get", without))
    assert alone is not None
    assert (alone.fetch, alone.returns) == (None, "Subscription")
    needy = recovers(changed("get", needing("owner")))
    assert needy is not None
    assert needy.fetch is None
    assert recovers(changed("get", without, "alteryx-server")) is None


def test_names() -> None:
    """The names of all that is made, which calls of the same name give way to."""
    assert list(composed(calls("jackhenry-events"))) == ["with_response", "modify", "create_or_find"]
    assert list(composed(calls("wso2-publisher"))) == ["with_response", "refresh"]
    assert list(composed([])) == ["with_response"]
