"""What was edited is known: by field, in place or by assignment, and at no cost for what nobody touched."""

from __future__ import annotations

import copy
import pickle
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
import subkit
from subkit import UNSET
from subkit._models import Model, OptionalField, field, model
from subkit_illumina_ens import DeliveryTarget, DeliveryTargetAwsSqsQueue, DeliveryTargetWorkflowRunLaunch, Subscription
from subkit_illumina_ens import SubscriptionList as Page
from subkit_jackhenry_events import HttpSettings
from subkit_wso2_publisher import Subscription as Publisher
from support.scripted import Driven, reply

BODY: dict[str, Any] = {
    "id": "sub.1",
    "name": "n",
    "actions": ["a", "b"],
    "timeCreated": "2021-03-18T23:57:44.1234567Z",
    "deliveryTarget": {"workflowRunLaunch": {"id": "w", "version": "v", "name": "n", "input": {"a": [{"b": 1}]}}},
}


def received() -> Subscription:
    """A subscription as it comes in a response."""
    driven = Driven("illumina-ens", "sync", [reply(200, copy.deepcopy(BODY))])
    found: Subscription = driven(lambda client: client.subscriptions.get("sub.1"))
    return found


def launch(sub: Subscription) -> DeliveryTargetWorkflowRunLaunch:
    """The model two levels below."""
    assert sub.delivery_target is not None
    assert sub.delivery_target.workflow_run_launch is not None
    return sub.delivery_target.workflow_run_launch


def test_nothing_is_edited_at_first() -> None:
    """What came, what was read, shown, compared or copied, and what was made by hand has no edits."""
    sub = received()
    for name in (one.alias for one in attrs.fields(Subscription)):
        getattr(sub, name)
    launch(sub)
    assert (repr(sub), sub == received(), sub.to_dict()) == (repr(received()), True, BODY)
    made = HttpSettings(url="u", auth_type="none", uses_secrets=True)
    for one in (sub, made, Subscription.from_dict(BODY), copy.copy(sub), pickle.loads(pickle.dumps(sub))):
        assert subkit.edited(one) == ()


EDITS: dict[str, tuple[Callable[[Subscription], object], tuple[str, ...]]] = {
    "assigned": (lambda sub: setattr(sub, "name", "other"), ("name",)),
    "assigned what it was": (lambda sub: setattr(sub, "name", "n"), ("name",)),
    "set to null": (lambda sub: setattr(sub, "name", None), ("name",)),
    "taken away": (lambda sub: setattr(sub, "name", UNSET), ("name",)),
    "put where nothing was": (lambda sub: setattr(sub, "acl", ["x"]), ("acl",)),
    "appended": (lambda sub: sub.actions.append("c"), ("actions",)),  # type: ignore[union-attr]
    "sorted": (lambda sub: sub.actions.sort(reverse=True), ("actions",)),  # type: ignore[union-attr]
    "replaced in place": (lambda sub: sub.actions.__setitem__(0, True), ("actions",)),  # type: ignore
    "in a free-form value": (lambda sub: launch(sub).input["a"][0].update(b=2), ("delivery_target",)),
    "deep inside": (lambda sub: setattr(launch(sub), "version", "2"), ("delivery_target",)),
    "replaced inside": (
        lambda sub: setattr(sub.delivery_target, "aws_sqs_queue", {"queueUrl": "q"}),
        ("delivery_target",),
    ),
    "two of them": (lambda sub: [setattr(sub, "name", "x"), setattr(sub, "id", "y")], ("id", "name")),
}


@pytest.mark.parametrize(("edit", "names"), EDITS.values(), ids=EDITS)
def test_edits(edit: Callable[[Subscription], object], names: tuple[str, ...]) -> None:
    """An edit is known by the field of the object in hand, in the order of declaration, and keeps its Meta; so is it in
    copies, and in what comes back from a pickle."""
    sub = received()
    edit(sub)
    assert subkit.edited(sub) == names
    assert subkit.meta(sub) == subkit.meta(received())
    assert subkit.meta(sub) is not None
    for twin in (copy.copy(sub), copy.deepcopy(sub), pickle.loads(pickle.dumps(sub))):
        assert (subkit.edited(twin), twin, subkit.meta(twin)) == (names, sub, subkit.meta(sub))


@pytest.mark.parametrize(
    ("value", "other"), [(1, True), (1, 1.0), (0, False), ([1], [True]), ({"a": 1}, {"a": 1.0}), ([], {}), (None, [])]
)
def test_values_that_python_takes_for_equal(value: Any, other: Any) -> None:
    """In a list or dict, another value of JSON is another, though Python says they are equal."""
    sub = Subscription.from_dict({"actions": [value]})
    assert sub.actions is not None
    sub.actions[0] = other
    assert subkit.edited(sub) == ("actions",)
    sub.actions[0] = value
    assert subkit.edited(sub) == ()


def test_equal_values_are_no_edit() -> None:
    """A value that is replaced in place by an equal one is as it was; so is a NaN, which equals nothing."""
    sub = Subscription.from_dict({"actions": ["a" * 5000, float("nan")]})
    assert sub.actions is not None
    sub.actions[0] = "a" * len(sub.actions[0])
    assert subkit.edited(sub) == ()


@model()
class Table(Model):
    """A model of a map of models."""

    rows: OptionalField[dict[str, Subscription]] = field(
        "rows",
        {"type": "object", "additionalProperties": {"ref": "subkit_illumina_ens.Subscription"}},
        default=UNSET,
    )


def test_values_of_a_map() -> None:
    """An edit of a model in a map is an edit of the map; so is a row more."""
    table = Table.from_dict({"rows": {"a": BODY, "b": BODY}})
    assert table.rows is not None
    table.rows["b"].name = "x"
    assert subkit.edited(table) == ("rows",)
    table = Table.from_dict({"rows": {"a": BODY}})
    assert table.rows is not None
    assert subkit.edited(table) == ()
    table.rows["b"] = Subscription()
    assert subkit.edited(table) == ("rows",)


def test_items_of_a_list() -> None:
    """An item that was edited is an edit of the list that holds it; so is one that was added or taken away."""
    page = Page.from_dict({"items": [BODY, BODY]})
    assert page.items is not None
    page.items[1].name = "x"
    assert (subkit.edited(page), subkit.edited(page.items[0]), subkit.edited(page.items[1])) == (
        ("items",), (), ("name",),
    )  # fmt: skip
    for change in (lambda items: items.pop(), lambda items: items.append(Subscription())):
        page = Page.from_dict({"items": [BODY, BODY]})
        change(page.items)
        assert subkit.edited(page) == ("items",)


def test_a_made_object_has_the_edits_after_it_was_made() -> None:
    """What the constructor takes is no edit; what is assigned afterwards is one."""
    made = DeliveryTarget(aws_sqs_queue=DeliveryTargetAwsSqsQueue(queue_url="q"))
    assert subkit.edited(made) == ()
    assert made.aws_sqs_queue is not None
    made.aws_sqs_queue.queue_url = "other"
    assert subkit.edited(made) == ("aws_sqs_queue",)


def test_edits_follow_evolve() -> None:
    """A copy made with `attrs.evolve` has the edits of its model and the changes, and no Meta; its model has not."""
    sub = received()
    sub.id = "other"
    assert sub.actions is not None
    sub.actions.append("c")
    twin = attrs.evolve(sub, name="x")
    assert subkit.edited(twin) == ("id", "actions", "name")
    assert subkit.edited(attrs.evolve(twin, description=None)) == ("id", "actions", "name", "description")
    assert subkit.edited(attrs.evolve(received())) == ()
    assert subkit.edited(attrs.evolve(Page.from_dict({"items": [BODY]}))) == ()
    assert (subkit.meta(twin), subkit.edited(sub)) == (None, ("id", "actions"))


def test_unknown_fields_follow_evolve() -> None:
    """A copy has the unknown fields of its model, unless others are given; changing one leaves the other as it is."""
    sub = Subscription.from_dict({**BODY, "new": 1})
    twin = attrs.evolve(sub)
    twin.unknown_fields = {"other": 2}
    assert (sub.unknown_fields, twin.unknown_fields) == ({"new": 1}, {"other": 2})
    assert attrs.evolve(sub, unknown_fields={"x": 1}).unknown_fields == {"x": 1}
    assert attrs.evolve(sub, unknown_fields=None).unknown_fields == {}


def test_assigning_converts() -> None:
    """A value is converted as the constructor does it, and a date loses the text that it came as."""
    sub, made = received(), Subscription()
    sub.delivery_target = {"awsSqsQueue": {"queueUrl": "q"}}
    sub.actions = ("x", "y")
    moment = sub.time_created = datetime(2024, 1, 1, tzinfo=UTC)
    assert sub.delivery_target == DeliveryTarget(aws_sqs_queue={"queueUrl": "q"})
    assert (sub.actions, sub.time_created) == (["x", "y"], moment)
    assert sub.to_dict()["timeCreated"] == "2024-01-01T00:00:00Z"
    made.time_created = received().time_created
    assert made.to_dict() == {"timeCreated": "2021-03-18T23:57:44.123456Z"}


def test_a_missing_field_keeps_its_path() -> None:
    """An object that came without a required field still says where, after another field of it was edited."""
    body = {"subscriptionId": "s", "applicationId": "a", "apiIdentifier": "i"}
    driven = Driven("wso2-publisher", "sync", [reply(200, body)])
    sub: Publisher = driven(lambda client: client.subscriptions.get("s"))
    sub.application_id = "b"
    with pytest.raises(subkit.MissingField, match=r"tier.*\$\.tier"):
        _ = sub.tier


def test_what_nobody_touched_costs_nothing() -> None:
    """A model is as large as its slots, which are its fields, its unknown fields and its Meta; nothing hangs on it."""
    sub = Subscription.from_dict(BODY)
    slots = len(Subscription.__fields__) + 2
    assert sys.getsizeof(sub) <= sys.getsizeof(object()) + 8 * slots + 16  # the collector's head
    _ = sub.name, sub.time_created, sub.delivery_target
    assert not hasattr(sub, "__dict__")
    assert not hasattr(sub, "__meta__")
