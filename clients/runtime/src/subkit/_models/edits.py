"""Which fields of a model were edited since it was made or received.

An untouched model costs nothing. The first assignment to a field, or the first read of a list or dict, gives the model
a `History`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .._formats.json import is_array, is_object
from .slots import History, ModelSlots


def note_assigned(model: Any, names: Iterable[str]) -> None:
    """Note that fields were assigned."""
    _history_of(model).assigned.update(names)


def note_seen(model: Any, name: str, value: Any) -> None:
    """Note the content of a list or dict before the caller gets it."""
    seen = _history_of(model).seen
    if name not in seen:
        seen[name] = _snapshot(value)


def note_copied(copy: ModelSlots, model: ModelSlots, values: Mapping[str, Any]) -> None:
    """Note what was edited in the model that this is a copy of, and which values are new in the copy."""
    changed = [name for name, value in values.items() if value is not getattr(model, f"_{name}")]
    if changed := [*changed, *edited_fields(model)]:
        note_assigned(copy, changed)


def edited_fields(model: ModelSlots) -> tuple[str, ...]:
    """The fields that were edited, or contain something edited, in the order of their declaration."""
    own = own_edits(model)
    return tuple(one.name for one in model.__fields__ if one.name in own or _holds_edits(getattr(model, one.slot)))


def own_edits(model: ModelSlots) -> frozenset[str]:
    """The fields that were assigned or changed in place. Edits inside the models in them do not count."""
    history = getattr(model, "__meta__", None)
    if type(history) is not History:
        return frozenset()
    changed = (name for name, before in history.seen.items() if not _is_same(before, getattr(model, f"_{name}")))
    return frozenset((*history.assigned, *changed))


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


def _snapshot(value: Any) -> Any:
    """A copy of lists and dicts, however nested. Other values are shared."""
    if is_array(value):
        return [_snapshot(item) for item in value]
    if is_object(value):
        return {key: _snapshot(item) for key, item in value.items()}
    return value


def _is_same(before: Any, after: Any) -> bool:
    """Whether two values are the same JSON: 1 is neither `True` nor 1.0."""
    if type(before) is not type(after):
        return False
    if is_array(before):
        return len(before) == len(after) and all(map(_is_same, before, after))
    if is_object(before):
        return before.keys() == after.keys() and all(_is_same(item, after[key]) for key, item in before.items())
    return before is after or bool(before == after)
