"""What an object knows of the answer that it came in: which one, what its validators are good for, and its own drift."""

from __future__ import annotations

import json
import re
from typing import Any
from unittest.mock import patch

import pytest
import subkit
from subkit._models import Field, field
from subkit._models import model as declare
from subkit._models.nested import locate
from subkit._operations.endpoint import Paging
from subkit._responses import provenance
from subkit._responses.provenance import each_once
from subkit._unset import UNSET
from support.replies import MOMENT, SUBJECT, SUBSCRIPTION, read
from support.reported_drift import model
from support.shapes import SLUG

WHOLE = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t"}
PARTLY = {"subscriptionId": "s2", "applicationId": "a"}
PAGE = {"ref": "subkit_wso2_publisher.models.subscription_list.SubscriptionList"}
PAGED = {"success": {200: PAGE}, "paging": Paging("none", items="list")}
ARRAY = {"success": {200: {"type": "array", "items": SUBSCRIPTION}}}


@declare()
class TwoLists(subkit.Model):
    """A page with another list beside that of the items."""

    list: Field[Any] = field("list", {"type": "array", "items": SUBSCRIPTION}, default=UNSET)
    others: Field[Any] = field("others", {"type": "array", "items": SUBSCRIPTION}, default=UNSET)


def answer(body: Any, **settings: Any) -> Any:
    return read(body=json.dumps(body).encode(), **settings)


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        (WHOLE, SUBJECT),
        ({**WHOLE, "subscriptionId": "s7"}, (*SUBJECT[:-1], "s7")),
        ({"tier": "t"}, SUBJECT),
        ({**WHOLE, "subscriptionId": None}, SUBJECT),
        ({**WHOLE, "subscriptionId": 7}, SUBJECT),
    ],
)
def test_what_validators_are_good_for(body: Any, subject: tuple[str, ...]) -> None:
    """They are good for the object that the answer names, or else for the one that was asked for."""
    meta = subkit.meta(answer(body, success={200: SUBSCRIPTION}).parsed)
    assert (meta.etag, meta.last_modified, meta.subject) == ('"e"', MOMENT, subject)


def test_an_answer_without_the_id_that_it_promised() -> None:
    """A required id that did not come changes nothing: the object is the one that was asked for."""
    view = {"ref": "subkit_alteryx_server.models.subscription_view.SubscriptionView"}
    assert subkit.meta(answer({"name": "n"}, success={200: view}).parsed).subject == SUBJECT


def test_validators_that_are_good_for_nothing() -> None:
    """An answer to a call that is about no object has validators for none, whatever id stands in it."""
    assert subkit.meta(answer(WHOLE, success={200: SUBSCRIPTION}, subject=()).parsed).subject == ()
    assert answer([WHOLE], **ARRAY).drift == ()


@pytest.mark.parametrize(("settings", "start"), [(PAGED, "$.list"), (ARRAY, "$")])
def test_items(settings: Any, start: str) -> None:
    """An item knows the call that it came by and its own departures, and has no validators."""
    items = [WHOLE, {**WHOLE, "new": 1}, PARTLY, WHOLE]
    response = answer({"list": items} if settings is PAGED else items, **settings)
    parsed = response.parsed.list if settings is PAGED else response.parsed
    metas = [subkit.meta(item) for item in parsed]
    assert [[one.path for one in meta.drift] for meta in metas] == [
        [], [f"{start}[1].new"], [f"{start}[2].apiIdentifier", f"{start}[2].tier"], [],
    ]  # fmt: skip
    assert {(meta.status, meta.url, meta.request_id) for meta in metas} == {
        (200, "https://api.example/subscriptions/s1", "r7")
    }
    assert {(meta.etag, meta.last_modified, meta.subject) for meta in metas} == {(None, None, ())}
    assert sorted(map(str, response.drift)) == sorted(str(one) for meta in metas for one in meta.drift)
    assert response.drift[0] == subkit.Drift(f"{start}[1].new", "unknown_field", "no field of this name", "an integer")


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "items": {**SUBSCRIPTION, "nullable": True}},
        {"type": "array", "items": {"oneOf": ({"type": "string"}, SUBSCRIPTION)}},
        {"oneOf": ({"type": "string"}, ARRAY["success"][200])},
    ],
)
def test_items_that_may_be_something_else(schema: Any) -> None:
    """Where not only models are promised, each item knows the call that it came by and its own drift as well."""
    whole, new = answer([WHOLE, {**WHOLE, "new": 1}], success={200: schema}).parsed
    assert [subkit.meta(item).status for item in (whole, new)] == [200, 200]
    assert [[one.path for one in subkit.meta(item).drift] for item in (whole, new)] == [[], ["$[1].new"]]
    assert (new.unknown_fields, new.to_dict()) == ({"new": 1}, {**WHOLE, "new": 1})


def test_drift_of_items_that_are_no_models() -> None:
    """An item that is no model has nothing to keep its drift in; the response has it."""
    response = answer(
        [[5], ["a"]], success={200: {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}}
    )
    assert response.parsed == [[5], ["a"]]
    assert [one.path for one in response.drift] == ["$[0][0]"]


def test_lists_that_are_not_the_items() -> None:
    """Models in a list elsewhere, even in one of several variants, have their unknown fields and no `Meta`."""
    either = {"oneOf": ({"type": "string"}, ARRAY["success"][200])}
    response = answer({"k": [{**WHOLE, "new": 1}]}, success={200: {"type": "object", "additionalProperties": either}})
    (item,) = response.parsed["k"]
    assert [one.path for one in response.drift] == ["$.k[0].new"]
    assert (subkit.meta(item), item.unknown_fields) == (None, {"new": 1})


def test_drift_beside_the_items() -> None:
    """What is odd beside the items is the page's and no item's, however deep it is."""
    node = model(SLUG, "Node")
    body = {"name": "n", "children": [{"name": "m"}], "parent": {"name": "o", "new": 1}}
    success = {200: {"ref": f"{node.__module__}.Node"}}
    response = answer(body, success=success, paging=Paging("none", items="children"))
    assert [one.path for one in response.drift] == ["$.parent.new"]
    assert subkit.meta(response.parsed.children[0]).drift == ()


def test_another_list_beside_the_items() -> None:
    """Only the items of a page have its `Meta`, although objects of another list in it drifted too."""
    items = [{**WHOLE, "new": 1}]
    page = {"ref": f"{__name__}.TwoLists"}
    response = answer({"list": items, "others": items}, success={200: page}, paging=Paging("none", items="list"))
    (item,), (other,) = response.parsed.list, response.parsed.others
    assert [one.path for one in response.drift] == ["$.list[0].new", "$.others[0].new"]
    assert [one.path for one in subkit.meta(item).drift] == ["$.list[0].new"]
    assert (subkit.meta(other), other.unknown_fields) == (None, {"new": 1})


def test_a_list_that_nobody_promised() -> None:
    """A list in the place of something else is kept, and drift of the whole answer is that of no item."""
    response = answer([1, WHOLE], success={200: {"type": "string"}})
    assert response.parsed == [1, WHOLE]
    assert [(one.path, one.kind) for one in response.drift] == [("$", "wrong_type")]


@pytest.mark.parametrize("items", [5, "text", {"a": 1}, None, [], [None, 7, "x"]])
def test_what_is_no_list_of_models(items: Any) -> None:
    """Something else where the items should be is reported and handed on; nothing raises."""
    response = answer({"list": items}, **PAGED)
    assert response.parsed.to_dict() == {"list": items}
    assert bool(response.drift) is (items != [])


@pytest.mark.parametrize(
    ("success", "body", "steps", "path"),
    [
        (SUBSCRIPTION, PARTLY, (), "$.tier"),
        (ARRAY["success"][200], [WHOLE, PARTLY], (1,), "$[1].tier"),
        ({"type": "object", "additionalProperties": SUBSCRIPTION}, {"a": WHOLE, "b": PARTLY}, ("b",), "$.b.tier"),
        ({"type": "array", "items": {"type": "array", "items": SUBSCRIPTION}}, [[], [PARTLY]], (1, 0), "$[1][0].tier"),
        (
            {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": SUBSCRIPTION}},
            {"a": {"b": PARTLY}},
            ("a", "b"),
            "$.a.b.tier",
        ),
    ],
)
def test_the_path_of_a_missing_field(success: Any, body: Any, steps: tuple[Any, ...], path: str) -> None:
    """A missing field says where it should have been, counted from the whole answer, wherever its object stands."""
    found = answer(body, success={200: success}).parsed
    for step in steps:
        found = found[step]
    with pytest.raises(subkit.MissingField) as caught:
        _ = found.tier
    assert path in str(caught.value)
    assert f"{path}." not in str(caught.value)


def test_the_path_of_a_field_that_is_missing_inside_an_item() -> None:
    """Objects inside the items of a list know their places as well, where all items lack the same field."""
    node = model(SLUG, "Node")
    items = [{"name": "n", "parent": {"parent": {}}}] * 2
    found = answer(items, success={200: {"type": "array", "items": {"ref": f"{node.__module__}.Node"}}}).parsed
    for row in (0, 1):
        for owner, path in ((found[row].parent, "parent"), (found[row].parent.parent, "parent.parent")):
            with pytest.raises(subkit.MissingField, match=re.escape(f"$[{row}].{path}") + r"(?!\.parent)"):
                _ = owner.name


def test_finding_values() -> None:
    """A path of the wire leads to the Python value, through objects, arrays and models; one that leads nowhere does
    not raise."""
    parsed = answer(
        {"a": [WHOLE]}, success={200: {"additionalProperties": ARRAY["success"][200], "type": "object"}}
    ).parsed
    assert locate(parsed, ()) is parsed
    assert locate(parsed, ("a", 0)) is parsed["a"][0]
    assert locate(parsed, ("a", 0, "subscriptionId")) == "s1"
    for path in [
        ("b",),
        ("a", 1),
        ("a", "x"),
        ("a", 0, "new"),
        ("a", 0, "subscription_id"),
        ("a", 0, "new", "x"),
        ("a", 0, "tier", "x"),
    ]:
        assert locate(parsed, path) is None


def drift(path: str, kind: Any = "missing") -> subkit.Drift:
    return subkit.Drift(path, kind, "a string", "nothing")


def test_what_was_reported_before() -> None:
    """A departure is new by its operation, its kind and its place; another index is not another place."""
    seen = [drift("$.a[1].b"), drift("$.a[20].b"), drift("$.a[1].b", "null"), drift("$.a[1].c")]
    with patch.object(provenance, "_reported", set()):
        assert list(each_once(tuple(seen), "get")) == [seen[0], seen[2], seen[3]]
        assert list(each_once(tuple(seen), "get")) == []
        assert list(each_once((seen[1],), "list")) == [seen[1]]


@pytest.mark.parametrize(("known", "count"), [(9_999, 1), (10_000, 0), (0, 2)])
def test_reports_do_not_fill_the_memory(known: int, count: int) -> None:
    """After ten thousand different departures nothing more is reported, so that a server cannot fill the memory."""
    with patch.object(provenance, "_reported", {("get", str(one), "null") for one in range(known)}):
        assert len(list(each_once((drift("$.a"), drift("$.b")), "get"))) == count
