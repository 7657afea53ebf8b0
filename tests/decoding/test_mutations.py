"""One departure from what was promised is one report, with its path and its kind."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from hypothesis import given
from hypothesis import strategies as st
from support.bodies import Spec, full_body, promised
from support.mutations import Mutation, mutations, shown
from support.oracle import PREFIX, accepts, model_names
from support.properties import examples
from support.reported_drift import call, check_kept, model, operation, told
from support.scripted import SLUGS
from support.shapes import SLUG as SHAPES

MODELS = [(slug, name) for slug in (*SLUGS, SHAPES) for name in model_names(slug)]
models = pytest.mark.parametrize(("slug", "name"), MODELS, ids=[f"{slug}-{name}" for slug, name in MODELS])
SOME = 4
quick = examples(10)


def places(slug: str, name: str, body: Any) -> list[Mutation]:
    """All departures below the top of a body."""
    return [one for one in mutations(Spec(slug), {"$ref": PREFIX + name}, body) if one.path]


def check(slug: str, name: str, body: Any, one: Mutation) -> None:
    """Assert that this departure is reported as what it is, and as nothing else."""
    changed = one.applied(body)
    assert not accepts(slug, name, changed)
    assert told(slug, name, changed) == [(shown(one.path), one.kind)]


@models
def test_every_departure_of_a_full_body(slug: str, name: str) -> None:
    """Every departure at every place of a body with every field is one report, among all the others in a list. Of some,
    everything else is looked at too: the same alone, DriftError in strict mode, what the object holds."""
    body = full_body(Spec(slug), {"$ref": PREFIX + name})
    found = places(slug, name, body)
    assert found
    check_list(slug, name, found, [one.applied(body) for one in found])
    for one in found[::SOME]:
        check(slug, name, body, one)


def check_list(slug: str, name: str, found: list[Mutation], bodies: list[Any]) -> None:
    """Assert that of a list of such bodies each departure is reported once, and that all of them are kept."""
    listed = call(operation(slug, name, listed=True), bodies)
    expected = [(f"$[{index}]{shown(one.path)[1:]}", one.kind) for index, one in enumerate(found)]
    assert [(one.path, one.kind) for one in listed.drift] == expected
    for item, body in zip(listed.parsed, bodies, strict=True):
        assert not accepts(slug, name, body)
        check_kept(model(slug, name), item, body)


@models
@quick
@given(data=st.data())
def test_a_departure_of_any_body(slug: str, name: str, data: st.DataObject) -> None:
    """A departure somewhere in any promised body: one report, and DriftError in strict mode."""
    body = data.draw(promised(Spec(slug), name))
    found = places(slug, name, body)
    if found:
        check(slug, name, body, data.draw(st.sampled_from(found)))


@models
def test_no_object_is_not_the_answer(slug: str, name: str) -> None:
    """What is no object at all is not the API's answer, in either mode; in a list it is an item of the wrong type."""
    for body in ([], [{}], "text", 5, 2.5, True):
        check_no_object(slug, name, body)


def check_no_object(slug: str, name: str, body: Any) -> None:
    """Assert that this is not taken for an object."""
    for strict in (False, True):
        with pytest.raises(subkit.DecodeError):
            call(operation(slug, name), body, strict=strict)
    with pytest.raises(subkit.DecodeError):
        model(slug, name).from_dict(body)
    found = call(operation(slug, name, listed=True), [body])
    assert found.parsed == [body]
    assert [(one.path, one.kind) for one in found.drift] == [("$[0]", "wrong_type")]
    with pytest.raises(subkit.DriftError):
        call(operation(slug, name, listed=True), [body], strict=True)


UNIONS: list[tuple[str, Any, str, list[tuple[str, str]]]] = [
    ("loose", {"kind": "c", "lives": 9}, "Cat", []),
    ("loose", {"kind": "c", "lives": 9, "new": 1}, "Cat", [(".new", "unknown_field")]),
    ("loose", {"kind": "c", "lives": 9, "born": "May"}, "Cat", [(".born", "bad_format")]),
    ("loose", {"kind": "d", "name": 5}, "Dog", [(".name", "wrong_type")]),
    ("loose", {"wings": 2}, "dict", [(".kind", "missing"), (".wings", "unknown_field")]),
    ("loose", "cat", "str", [("", "wrong_type")]),
    ("pet", {"kind": "cat", "lives": 9, "new": 1}, "Cat", [(".new", "unknown_field")]),
    ("pet", {"kind": "cat"}, "Cat", [(".lives", "missing")]),
    ("pet", {"kind": "bird", "wings": 2}, "UnknownVariant", [(".kind", "unknown_value")]),
    ("pet", {"wings": 2}, "UnknownVariant", [(".kind", "missing")]),
    ("whenever", "2024-01-01T00:00:00Z", "DatetimeWithText", []),
    ("whenever", 5, "int", []),
    ("whenever", "May", "str", [("", "bad_format")]),
    ("scalar_or_thing", {"name": "n"}, "Small", []),
    ("scalar_or_thing", False, "bool", []),
    ("level_or_text", 30, "Level", []),
    ("level_or_text", "Red", "Colour", []),
    ("level_or_text", "blue", "str", [("", "unknown_value")]),
    ("maybe", None, "NoneType", []),
    ("scalar_or_thing", {"size": "x"}, "dict", [(".name", "missing"), (".size", "wrong_type")]),
    ("maybe", [1, 2], "list", []),
]


@pytest.mark.parametrize(("field", "value", "kind", "drift"), UNIONS)
def test_unions_read_what_they_report(field: str, value: Any, kind: str, drift: list[tuple[str, str]]) -> None:
    """One of several is read as the variant that the report is about; what is none of them is kept as it came."""
    body = {"pet": {"kind": "dog"}, field: value}
    assert told(SHAPES, "Unions", body) == [(f"$.{field}{path}", found) for path, found in drift]
    assert type(getattr(model(SHAPES, "Unions").from_dict(body), field)).__name__ == kind
