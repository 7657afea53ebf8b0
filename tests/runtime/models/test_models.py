"""Models keep what came, and say where it departs from the specification."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
import subkit
from subkit_alteryx_server import Subscription as Created
from subkit_illumina_ens import DeliveryTarget
from subkit_illumina_ens import Subscription as Ens
from subkit_jackhenry_events import DispatchType, HttpSettings
from subkit_wso2_publisher import BlockState, Subscription, SubscriptionStatus
from support.scripted import MODES, UUID_1, Driven, reply

WSO2 = "wso2-publisher"
WHOLE = {"subscriptionId": "s1", "applicationId": "a1", "apiIdentifier": "p-n-1", "tier": "Gold", "status": "BLOCKED"}
SEVENTH = "2021-03-18T23:57:44.1234567Z"

Round = Callable[[Any], Any]
COPIES: list[Round] = [lambda value: pickle.loads(pickle.dumps(value)), copy.copy, copy.deepcopy]
copies = pytest.mark.parametrize("round_trip", COPIES, ids=["pickle", "copy", "deepcopy"])


def fetched(body: Any, mode: str = "sync", **options: Any) -> Any:
    """A subscription of WSO2 that came in an answer."""
    driven = Driven(WSO2, mode, [reply(200, body, ETag='"v1"', X_Request_Id="r-1")], **options)
    return driven(lambda client: client.subscriptions.get("s1"))


@pytest.mark.parametrize(
    "source",
    [
        {},
        {"id": None},
        {"id": "sub.1", "name": None, "actions": []},
        {"timeCreated": SEVENTH, "timeDeleted": "2021-03-18T23:57:44+00:00"},
        {"timeCreated": "yesterday", "timeDeleted": "2021-03-18", "isDeleted": "no"},
        {"timeCreated": "2016-12-31T23:59:60Z", "timeDeleted": "2021-03-18t23:57:44.5z"},
        {"deliveryTarget": {"awsSqsQueue": {"queueUrl": "q", "extra": {"deep": [1, 2.5, None]}}, "new": 1}},
        {"deliveryTarget": "not an object", "actions": {"not": "a list"}, "acl": [1, None, "x"]},
        {"unknown": {"a": [None]}, "Id": "another case", "unknown_fields": 1, "": 2},
    ],
)
@copies
def test_to_dict_gives_back_what_came(source: dict[str, Any], round_trip: Round) -> None:
    """Whatever came is given back JSON-equal: absent, null, odd values, unknown fields and digits of dates."""
    given = copy.deepcopy(source)
    model = Ens.from_dict(source)
    assert given == model.to_dict() == Ens.from_dict(model.to_dict()).to_dict()
    assert given == round_trip(model).to_dict()
    assert model == round_trip(model) == Ens.from_dict(given)
    assert isinstance(repr(model), str)


@pytest.mark.fault(79)
def test_absent_null_and_value_are_three_things() -> None:
    """An absent and a null field both read as None, and are still told apart."""
    absent, null, value = Ens.from_dict({}), Ens.from_dict({"name": None}), Ens.from_dict({"name": "n"})
    assert [absent.name, null.name, value.name] == [None, None, "n"]
    assert [absent.to_dict(), null.to_dict(), value.to_dict()] == [{}, {"name": None}, {"name": "n"}]
    assert absent != null
    assert "name" not in repr(absent)
    null.name = subkit.UNSET  # type: ignore[assignment]
    assert absent == null


@pytest.mark.fault(71)
def test_dates_are_aware_and_keep_their_text() -> None:
    """A date reads as an aware datetime; an edit drops the original text."""
    model = Ens.from_dict({"timeCreated": SEVENTH})
    assert datetime(2021, 3, 18, 23, 57, 44, 123456, tzinfo=UTC) == model.time_created
    model.time_created = datetime(2022, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert model.to_dict() == {"timeCreated": "2022-01-02T03:04:05Z"}
    assert attrs.evolve(Ens.from_dict({"timeCreated": SEVENTH})).to_dict() == {"timeCreated": SEVENTH}


@pytest.mark.fault(70)
@copies
def test_missing_field(round_trip: Round) -> None:
    """A required field that did not come raises on access and names its path; everything else still works."""
    model = round_trip(fetched({"subscriptionId": "s1", "tier": None}))
    with pytest.raises(subkit.MissingField, match=r"api_identifier.*\$\.apiIdentifier") as caught:
        _ = model.api_identifier
    assert isinstance(caught.value, AttributeError)
    assert isinstance(caught.value, subkit.DecodeError)
    assert model.tier is None
    assert model == Subscription.from_dict({"subscriptionId": "s1", "tier": None})
    assert "apiIdentifier" not in repr(model)
    assert not hasattr(model, "api_identifier")


@pytest.mark.fault(70)
def test_unknown_fields_are_kept_apart() -> None:
    """What the specification does not know is at `unknown_fields`, which is a copy."""
    model = Subscription.from_dict({**WHOLE, "colour": "red"})
    assert model.unknown_fields == {"colour": "red"}
    model.unknown_fields.clear()
    assert model.to_dict() == {**WHOLE, "colour": "red"}
    assert Subscription.from_dict(WHOLE).unknown_fields == {}


@pytest.mark.parametrize("source", [[], "text", None, 1])
def test_from_dict_takes_objects_only(source: Any) -> None:
    """What is no JSON object is no model."""
    with pytest.raises(subkit.DecodeError, match="Subscription"):
        Subscription.from_dict(source)


@pytest.mark.parametrize(("value", "known"), [("BLOCKED", True), ("SOMETHING_NEW", False), ("", False)])
@copies
def test_open_enums(value: str, known: bool, round_trip: Round) -> None:
    """Known and unknown values equal their text, say whether they are known, and survive copies."""
    member = round_trip(BlockState(value))
    assert value == member
    assert known is member.is_known
    assert BlockState(value) == member
    assert hash(value) == hash(member)
    assert value == str(member) == f"{member}"
    assert type(member) is BlockState
    assert (member is BlockState.BLOCKED) is known


def test_open_enum_with_another_name() -> None:
    """A member whose name is not its value is found under its value in a dict."""
    assert {"https": 1}[next(member for member in DispatchType if member == "https")] == 1


@pytest.mark.fault(70)
@pytest.mark.parametrize("status", ["BLOCKED", "NEW"])
def test_enum_in_a_model(status: str) -> None:
    """An enum field holds the enum, whether the value is known or not, and takes plain text."""
    model = Subscription.from_dict({**WHOLE, "status": status})
    assert SubscriptionStatus(status) == model.status
    assert isinstance(model.status, SubscriptionStatus)
    model.status = "ON_HOLD"  # type: ignore[assignment]
    assert model.status is SubscriptionStatus.ON_HOLD


@pytest.mark.parametrize("mode", MODES)
def test_meta_of_an_answer(mode: str) -> None:
    """An object knows the answer it came in; an edited copy and a hand-made one do not."""
    model = fetched(WHOLE, mode)
    found = subkit.meta(model)
    assert found is not None
    assert (found.status, found.etag, found.request_id, found.drift) == (200, '"v1"', "r-1", ())
    assert found.url.endswith("/subscriptions/s1")
    assert subkit.meta(attrs.evolve(model, tier="Silver")) is None
    assert subkit.meta(Subscription.from_dict(WHOLE)) is None


@copies
def test_meta_survives(round_trip: Round) -> None:
    """Meta goes along with pickle and copy."""
    model = fetched({**WHOLE, "extra": 1})
    assert subkit.meta(model) == subkit.meta(round_trip(model))
    assert subkit.meta(model) is not None


def test_evolve_keeps_absence() -> None:
    """An edited copy keeps what was absent absent, what is unknown, and what is missing."""
    model = Subscription.from_dict({"subscriptionId": "s1", "extra": 1})
    assert attrs.evolve(model, tier="T").to_dict() == {"subscriptionId": "s1", "extra": 1, "tier": "T"}
    with pytest.raises(subkit.MissingField):
        _ = attrs.evolve(model).tier


@pytest.mark.fault(60)
@pytest.mark.parametrize(
    "model",
    [
        Created.from_dict({"apiKey": "canary", "apiSecret": "canary", "id": "x"}),
        HttpSettings(url="https://a.example", auth_type="none", uses_secrets=True, secret="canary"),
        HttpSettings.from_dict({"secret": ["canary"], "unknown": "canary"}),
    ],
    ids=["created", "made", "odd"],
)
@copies
def test_secrets_are_not_shown(model: Any, round_trip: Round) -> None:
    """`repr` shows that a secret is there and not the secret; the data still holds it."""
    found = round_trip(model)
    assert "<secret>" in repr(found)
    assert "canary" not in repr(found) + str(found) + f"{found}"
    assert "canary" in str(found.to_dict())


def test_models_are_mutable_and_unhashable() -> None:
    """Like other mutable attrs classes, models have no hash, and no attribute that nobody declared."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(Subscription.from_dict(WHOLE))
    with pytest.raises(AttributeError):
        Subscription.from_dict(WHOLE).teir = "Gold"  # type: ignore[attr-defined]


def test_dicts_become_models() -> None:
    """Nested objects may be given as dicts with the vendor's names, and read as models."""
    target = DeliveryTarget(aws_sqs_queue={"queueUrl": "q"})
    assert target.aws_sqs_queue is not None
    assert target.aws_sqs_queue.queue_url == "q"
    assert target.to_dict() == {"awsSqsQueue": {"queueUrl": "q"}}
    assert DeliveryTarget.from_dict({"awsSqsQueue": {"queueUrl": "q"}}) == target
    assert UUID_1 not in repr(target)


@pytest.mark.parametrize("other", [DeliveryTarget(), WHOLE, None, 5, "text"])
def test_equal_to_its_own_kind_only(other: Any) -> None:
    """A model equals no model of another class, and nothing else, not even the JSON that it came from."""
    subscription = Subscription.from_dict(WHOLE)
    assert subscription != other
    assert other != subscription
    assert subscription == Subscription.from_dict(WHOLE)


def test_what_is_stored_about_objects_that_are_none_any_more() -> None:
    """Where a later release has no model for an object, its edits and its place in the response are left out, and
    everything else is read."""
    subscription = Ens.from_dict({"id": "s1", "deliveryTarget": {"awsSqsQueue": {}}})
    assert subscription.delivery_target is not None
    subscription.delivery_target.aws_sqs_queue = None
    restore, (stored,) = subscription.__reduce__()
    assert stored["edits"] == ((("deliveryTarget",), ("awsSqsQueue",)),)
    body = {"id": "s1", "deliveryTarget": "text"}
    read = restore({**stored, "json": body, "metas": ((("deliveryTarget",), "$.deliveryTarget"),)})
    assert read == Ens.from_dict(body)
    assert (subkit.edited(read), subkit.meta(read)) == ((), None)
