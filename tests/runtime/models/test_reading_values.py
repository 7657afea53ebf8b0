"""Values along a schema, without models' generated code: what is read, and whether it is as promised."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import subkit
from subkit._models.decoding import DatetimeWithText, UuidWithText, decoder_of
from subkit._models.model_class import UnknownVariant
from subkit._models.schema import Notes, open_enum, validate
from support.scripted import UUID_1, package_of

STATE = {
    "type": "string",
    "enum": ("BLOCKED", "PROD_ONLY_BLOCKED"),
    "open": "subkit_wso2_publisher.models.block_state.BlockState",
}
SUBSCRIPTION = {"ref": "subkit_wso2_publisher.models.subscription.Subscription"}
ERROR = {"ref": "subkit_wso2_publisher.models.error.Error"}
WHOLE = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t"}
MOMENT = datetime(2026, 3, 18, 23, 57, 44, tzinfo=UTC)
WHEN, DAY, UID = "2026-03-18T23:57:44Z", "2026-03-18", UUID(UUID_1)
TEXT, WHOLE_NUMBER, YES = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
TIME, DATE = {"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}
UUIDS = {"type": "string", "format": "uuid"}
FEW = {"type": "string", "enum": ["a", "b"]}
KINDS = {
    "oneOf": (SUBSCRIPTION, ERROR),
    "discriminator": ("kind", {"sub": 0, "err": 1}),
}
EITHER = {
    "oneOf": (
        {"type": "object", "properties": {"a": TEXT}, "required": ("a",)},
        {"type": "array", "items": TIME},
        WHOLE_NUMBER,
    )
}


def read(schema: Any, value: Any) -> tuple[Any, bool]:
    """What a value is read as, and whether it is odd: exactly if the walk along the schema finds something."""
    notes = Notes()
    found = decoder_of(schema)(value, notes)
    assert notes.drifted is (next(validate(schema, value), None) is not None)
    return found, notes.drifted


def kept(found: Any, value: Any) -> bool:
    return type(found) is type(value) and found == value


@pytest.mark.parametrize(
    ("schema", "value", "read_as"),
    [
        ({}, 7, 7), ({}, None, None), ({}, [{"a": None}], [{"a": None}]),
        (TEXT, "t", "t"), (TEXT, "", ""), (WHOLE_NUMBER, 7, 7), (WHOLE_NUMBER, 30.0, 30.0), (YES, False, False),
        ({"type": "number"}, 1.5, 1.5), ({"type": "number"}, 2, 2), (FEW, "a", "a"), ({"enum": ["a", 1]}, 1, 1),
        ({**TEXT, "nullable": True}, None, None), ({**WHOLE_NUMBER, "nullable": True}, 7, 7),
        ({"type": "string", "format": "uri"}, "no uri", "no uri"),
        ({"type": "array", "items": DATE}, [DAY], [date(2026, 3, 18)]), ({"type": "array"}, [1, "a"], [1, "a"]),
        ({"type": "object", "additionalProperties": True}, {"a": WHEN}, {"a": WHEN}),
        ({"type": "object", "additionalProperties": DATE}, {"a": DAY}, {"a": date(2026, 3, 18)}),
        ({"type": "array", "items": {"type": "array", "items": UUIDS}}, [[UUID_1]], [[UID]]),
        (DATE, DAY, date(2026, 3, 18)), (UUIDS, UUID_1, UID),
        (EITHER, 7, 7), (EITHER, [WHEN], [DatetimeWithText.of(MOMENT, WHEN)]), (EITHER, {"a": "t"}, {"a": "t"}),
    ],
)  # fmt: skip
def test_as_promised(schema: Any, value: Any, read_as: Any) -> None:
    """What is as promised is read as the Python value that it says, and nothing is odd about it."""
    found, odd = read(schema, value)
    assert not odd
    assert kept(found, read_as)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (TEXT, None), (TEXT, 7), (TEXT, True), (WHOLE_NUMBER, "7"), (WHOLE_NUMBER, True), (WHOLE_NUMBER, 1.5), (YES, 1),
        (FEW, "c"), (FEW, 1), ({"enum": ["a", 1]}, 2), ({"type": "array"}, {}), ({"type": "array"}, "ab"), ({"type": "array"}, None),
        ({"type": "array", "items": SUBSCRIPTION}, {"a": WHOLE}), ({"type": "array", "items": SUBSCRIPTION}, "ab"),
        ({"type": "object"}, []), ({"type": "object", "additionalProperties": TEXT}, "ab"),
        (DATE, "2026-02-30"), (DATE, 7), (DATE, WHEN), (DATE, None), (TIME, "soon"), (TIME, 7), (TIME, None), (UUIDS, "no"), (UUIDS, 7),
        (STATE, 7), (STATE, None), (STATE, True), (STATE, ["BLOCKED"]), (SUBSCRIPTION, []), (SUBSCRIPTION, "s1"), (SUBSCRIPTION, None),
        (KINDS, []), (KINDS, "sub"), (KINDS, None), (EITHER, "t"), (EITHER, None), (EITHER, {"b": 1}),
    ],
)  # fmt: skip
def test_not_as_promised(schema: Any, value: Any) -> None:
    """Anything else is kept as it came, and is odd."""
    found, odd = read(schema, value)
    assert odd
    assert kept(found, value)


@pytest.mark.parametrize("schema", [{"type": "array", "items": TEXT}, {"type": "object", "additionalProperties": TEXT}])
def test_what_is_odd_inside(schema: Any) -> None:
    """An array or a map with one wrong value in it is odd, wherever that one stands; one with good values is not."""
    for values in (["a", 7, "b"], [7, "a"], ["a", 7]):
        value = values if schema["type"] == "array" else {str(number): one for number, one in enumerate(values)}
        assert read(schema, value) == (value, True)
    assert read(schema, [] if schema["type"] == "array" else {})[1] is False


@pytest.mark.parametrize(
    ("schema", "good"),
    [(TEXT, "a"), (TIME, WHEN), (DATE, DAY), (UUIDS, UUID_1), (STATE, "BLOCKED"), (EITHER, 7), (SUBSCRIPTION, WHOLE)],
)
def test_once_odd_always_odd(schema: Any, good: Any) -> None:
    """No good value takes back what was noted of one before it."""
    assert read({"type": "array", "items": schema}, [good])[1] is False
    assert read({"type": "array", "items": schema}, [None, good])[1] is True
    assert read({"type": "array", "items": {**schema, "nullable": True}}, [{}, None, good])[1] is True


@pytest.mark.parametrize(
    ("schema", "value", "nested"),
    [
        ({}, [], True), ({}, {}, True), ({}, "text", False), ({}, None, False), (TEXT, [], False),
        ({"type": "array"}, [[], 1], True), ({"type": "array"}, [1, []], True), ({"type": "array"}, [1, 2], False),
    ],
)  # fmt: skip
def test_arrays_and_objects_where_anything_may_be(schema: Any, value: Any, nested: bool) -> None:
    """They are noted, because no schema limits how deep they are; no value takes that back."""
    notes = Notes()
    decoder_of(schema)(value, notes)
    assert notes.nested is nested


def test_open_enums() -> None:
    """An enum keeps a value that it does not know, and says so."""
    state = package_of("wso2-publisher").BlockState
    assert read(STATE, "BLOCKED") == (state.BLOCKED, False)
    found, odd = read(STATE, "FROZEN")
    assert (found, found.is_known, type(found), odd) == ("FROZEN", False, state, True)
    assert open_enum(STATE["open"]) == (state, str)


def test_models() -> None:
    """A model is read by its own code, also inside arrays and maps."""
    found, odd = read({"type": "array", "items": SUBSCRIPTION}, [WHOLE, WHOLE])
    assert ([type(one).__name__ for one in found], odd) == (["Subscription"] * 2, False)
    found, odd = read({"type": "object", "additionalProperties": SUBSCRIPTION}, {"a": {"tier": 7}})
    assert (type(found["a"]).__name__, found["a"].to_dict(), odd) == ("Subscription", {"tier": 7}, True)


@pytest.mark.parametrize(
    ("value", "name"),
    [({"kind": "sub", **WHOLE}, "Subscription"), ({"kind": "err", "code": 1, "message": "m"}, "Error")],
)
def test_discriminated_unions(value: Any, name: str) -> None:
    """The property that tells the variants apart decides, and nothing else."""
    assert type(read(KINDS, value)[0]).__name__ == name


@pytest.mark.parametrize(
    "value", [{"kind": "new", "a": 1}, {"a": 1}, {}, {"kind": None}, {"kind": 0}, {"kind": ["sub"]}]
)
def test_variants_that_nobody_knows(value: Any) -> None:
    """A variant that came later, or one that does not say which it is, is kept with all that came."""
    found, odd = read(KINDS, value)
    assert (type(found), found.to_dict(), odd) == (UnknownVariant, value, True)


def test_unions_of_what_is_similar() -> None:
    """A known variant with something new in it is still that variant; without what it requires, or of another type, it
    stays the JSON value that it is."""
    union = {"oneOf": (SUBSCRIPTION, WHOLE_NUMBER)}
    assert type(read(union, WHOLE)[0]).__name__ == "Subscription"
    found, odd = read(union, {**WHOLE, "new": 1})
    assert (type(found).__name__, odd) == ("Subscription", True)
    assert read(union, {"tier": "t"}) == ({"tier": "t"}, True)
    assert read(union, "text") == ("text", True)


def test_a_reader_looks_at_its_schema_late() -> None:
    """Declaring a reader imports nothing: the models of its schema are looked for when a value comes that needs them."""
    reader = decoder_of({"ref": "no.such.module.Model"})
    assert reader("text", Notes()) == "text"
    with pytest.raises(ModuleNotFoundError):
        reader({}, Notes())


@pytest.mark.parametrize("text", [WHEN, "2026-03-18T23:57:44.1234567Z", "2016-12-31T23:59:60Z", "2026-03-18 23:57:44Z"])
def test_times_keep_their_text(text: str) -> None:
    """A date-time in a container is a datetime with its text; copies keep it, and what is made from it has none."""
    found, odd = read(TIME, text)
    assert isinstance(found, DatetimeWithText)
    assert (found.text, odd) == (text, " " in text)
    for twin in (copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert (type(twin), twin, twin.text) == (DatetimeWithText, found, text)
    assert (found + timedelta(1)).text is None
    assert found.replace(year=2020).text is None


def test_times_without_a_zone() -> None:
    """A time without a zone is a datetime without one, and odd."""
    found, odd = read(TIME, WHEN[:-1])
    assert (found, found.tzinfo, found.text, odd) == (MOMENT.replace(tzinfo=None), None, WHEN[:-1], True)


@pytest.mark.parametrize(
    ("text", "odd"), [(UUID_1.upper(), False), (UUID_1.replace("-", ""), True), (f"{{{UUID_1}}}", True)]
)
def test_uuids_keep_their_writing(text: str, odd: bool) -> None:
    """A UUID in another writing than Python's keeps it, in copies too; in Python's own it is a plain one."""
    found, noted = read(UUIDS, text)
    assert (type(found), found, found.text, noted) == (UuidWithText, UID, text, odd)
    for twin in (copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert (type(twin), twin, twin.text) == (UuidWithText, UID, text)
    assert type(read(UUIDS, UUID_1)[0]) is UUID


def test_an_answer_s_numbers_are_not_compared_by_value() -> None:
    """`True` is no integer and 1 is no boolean, although Python takes them for equal."""
    assert read({"enum": [1]}, True)[1] is True
    assert read({"type": "integer", "enum": [0]}, False)[1] is True
    assert subkit.meta(read(SUBSCRIPTION, WHOLE)[0]) is None
