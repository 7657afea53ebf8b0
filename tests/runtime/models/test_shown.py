"""What `repr` of a model shows of what came: all that was promised, and of the rest what kind of thing it is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from support.secret_shapes import made

pytestmark = pytest.mark.fault(60)
SETTINGS = {"url": "u", "secret": "s", "keys": ["k"]}
SHOWN: list[tuple[str, Any, str]] = [
    ("name", "text", "'text'"),
    ("name", 5, "5"),
    ("name", None, "None"),
    ("name", {"a": "s"}, "<an object>"),
    ("name", ["s"], "<an array>"),
    ("apiKey", "s", "<secret>"),
    ("apiKey", {"a": "s"}, "<secret>"),
    ("apiKey", None, "<secret>"),
    ("settings", SETTINGS, "Settings(url='u', secret=<secret>, keys=[<secret>])"),
    ("settings", "s", "<a string>"),
    ("settings", [SETTINGS], "<an array>"),
    ("settings", None, "None"),
    ("many", [SETTINGS], "[Settings(url='u', secret=<secret>, keys=[<secret>])]"),
    ("many", ["s", 5, None], "[<a string>, <an integer>, None]"),
    ("many", {"a": SETTINGS}, "<an object>"),
    ("many", "s", "<a string>"),
    ("named", {"a": SETTINGS}, "{'a': Settings(url='u', secret=<secret>, keys=[<secret>])}"),
    ("named", {"a": "s"}, "{'a': <a string>}"),
    ("named", [SETTINGS], "<an array>"),
    ("vault", {"a": "s"}, "{'a': <secret>}"),
    ("vault", "s", "<a string>"),
    ("either", SETTINGS, "Settings(url='u', secret=<secret>, keys=[<secret>])"),
    ("either", {"other": "s"}, "<an object>"),
    ("either", "s", "<a string>"),
]


@pytest.mark.parametrize(("field", "value", "shown"), SHOWN, ids=[f"{one[0]} {one[1]!r:.20}" for one in SHOWN])
def test_what_is_shown(field: str, value: Any, shown: str) -> None:
    """A secret is `<secret>`; an object or array that was not promised, and what came in place of one, is its kind."""
    thing = import_module(f"subkit_{made().replace('-', '_')}").Thing
    python = {name: slot[1:] for slot, name in thing.__names__}
    assert repr(thing.from_dict({"id": "x", field: value})) == f"Thing(id='x', {python[field]}={shown})"


def test_unknown_fields_are_named() -> None:
    """Of fields that nobody promised only the names are shown."""
    thing = import_module(f"subkit_{made().replace('-', '_')}").Thing
    found = thing.from_dict({"id": "x", "more": "s", "other": {"a": "s"}})
    assert repr(found) == "Thing(id='x', unknown_fields=<'more', 'other'>)"
    assert dict(found.__rich_repr__())["id"] == "x"
