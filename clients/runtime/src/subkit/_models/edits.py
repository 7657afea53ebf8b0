"""Which fields of a model were edited since it was made or received.

An untouched model costs nothing. The first assignment to a field, or the first read of a list or dict, gives the model
a `History`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .._formats.json import is_array, is_object, to_json
from .._unset import UNSET
from .slots import History, ModelSlots

UNKNOWN: Final = "unknown_fields"
"""The attribute of a model that holds the fields which the specification does not know."""
FORGOTTEN: Final = object()
"""What a field held before, where that is not known."""


def note_assigned(model: Any, before: Mapping[str, Any]) -> None:
    """Note that fields were assigned, and what they held before."""
    history = _history_of(model)
    for name, value in before.items():
        history.assigned.setdefault(name, history.seen.get(name, value))


def note_seen(model: Any, name: str, value: Any) -> None:
    """Note the content of a list or dict before the caller gets it."""
    seen = _history_of(model).seen
    if name not in seen:
        seen[name] = snapshot(value)


def note_copied(copy: ModelSlots, model: ModelSlots, values: Mapping[str, Any]) -> None:
    """Note what was edited in the model that this is a copy of, and which values are new in the copy."""
    before = {name: value_before(model, name) for name in own_edits(model)}
    for name, value in values.items():
        if value is not (own := getattr(model, f"_{name}")):
            before.setdefault(name, own)
    if before:
        note_assigned(copy, before)


def note_differences(model: ModelSlots, before: Mapping[str, Any]) -> None:
    """Note as edits where a model differs from the JSON object that it replaces."""
    for one in model.__fields__:
        mine, theirs = getattr(model, one.slot), before.get(one.wire, UNSET)
        if one.name not in edited_fields(model) and not is_same(_as_json(mine), theirs):
            note_assigned(model, {one.name: theirs})


def edited_fields(model: ModelSlots) -> tuple[str, ...]:
    """The fields that were edited, or contain something edited, in the order of their declaration."""
    own = own_edits(model)
    found = [one.name for one in model.__fields__ if one.name in own or _holds_edits(getattr(model, one.slot))]
    return (*found, UNKNOWN) if UNKNOWN in own else tuple(found)


def own_edits(model: ModelSlots) -> frozenset[str]:
    """The fields that were assigned or changed in place. Edits inside the models in them do not count."""
    history = getattr(model, "__meta__", None)
    if type(history) is not History:
        return frozenset()
    changed = (name for name, before in history.seen.items() if not is_same(before, getattr(model, f"_{name}")))
    return frozenset((*history.assigned, *changed))


def value_before(model: ModelSlots, name: str) -> Any:
    """What a field held when the model was made or received; `FORGOTTEN` if that is not known."""
    history = getattr(model, "__meta__", None)
    now = getattr(model, f"_{name}")
    return history.assigned.get(name, history.seen.get(name, now)) if type(history) is History else now


def is_changed(model: ModelSlots, name: str) -> bool:
    """Whether an edited field holds another value than before, as far as that is known."""
    if name not in own_edits(model):
        return True  # what it holds was edited
    before = value_before(model, name)
    return before is FORGOTTEN or not is_same(_as_json(before), _as_json(getattr(model, f"_{name}")))


def _as_json(value: Any) -> Any:
    return value if value is UNSET else to_json(value)


def _history_of(model: Any) -> History:
    found = getattr(model, "__meta__", None)
    if type(found) is not History:
        found = model.__meta__ = History(found)
    return found


def _holds_edits(value: object) -> bool:
    if isinstance(value, ModelSlots):
        return bool(edited_fields(value))
    if is_array(value):
        return any(map(_holds_edits, value))
    return is_object(value) and any(map(_holds_edits, value.values()))


def snapshot(value: Any) -> Any:
    """A copy of lists and dicts, however nested. Other values are shared."""
    if is_array(value):
        return [snapshot(item) for item in value]
    if is_object(value):
        return {key: snapshot(item) for key, item in value.items()}
    return value


def is_same(before: Any, after: Any) -> bool:
    """Whether two values are the same JSON: 1 is neither `True` nor 1.0."""
    if type(before) is not type(after):
        return False
    if is_array(before):
        return len(before) == len(after) and all(map(is_same, before, after))
    if is_object(before):
        return before.keys() == after.keys() and all(is_same(item, after[key]) for key, item in before.items())
    return before is after or bool(before == after)
