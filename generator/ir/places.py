"""The object that a path is about: its last parameter, below the collection that it belongs to."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

_PARAMETER: Final = r"\{(?P<name>[^{}]+)\}"
_KEY: Final = r"(?P<collection>\w+)\(['\"]?\{(?P<key>[^{}]+)\}['\"]?\)"
_ITEM: Final = re.compile(rf"{_PARAMETER}(?:\.[a-z]+)?|{_KEY}")
"""A step that is one object: `{id}`, `{id}.json`, `things({id})`."""
_ACTION: Final = re.compile(rf"{_PARAMETER}:[\w-]+")
"""A step that does something to an object: `{id}:cancel`."""


@frozen
class Place:
    """Where the last parameter of a path stands."""

    parameter: str
    collection: str
    """The step before it, which names the collection; empty if there is none."""
    path: str
    """The path of the object itself."""
    rest: str
    """What follows it in the path; empty if the path is that of the object."""


def place_of(path: str, shared: tuple[str, ...] = ()) -> Place | None:
    """The place of the last parameter that is a whole step, but for those of the client."""
    steps = path.rstrip("/").split("/")
    for index in range(len(steps) - 1, 0, -1):
        if found := _ITEM.fullmatch(steps[index]) or _ACTION.fullmatch(steps[index]):
            name = found["name"] or found["key"]
            if name in shared:
                return None
            before = found.groupdict().get("collection") or steps[index - 1]
            end, action, rest = steps[index].partition(":")
            own = "/".join([*steps[:index], end])
            return Place(name, "" if "{" in before else before, own, "/".join([action + rest, *steps[index + 1 :]]))
    return None


def is_about_one(path: str) -> bool:
    """Whether a path ends in the id of an object."""
    found = place_of(path)
    return found is not None and not found.rest
