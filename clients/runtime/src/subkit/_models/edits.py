"""Which fields of a model were edited since it was made or received.

Nothing is kept for a model that nobody touched. The first field that is set, or the first list or dict that is read,
gives it a `History`, which takes the place of its `Meta` and holds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .._formats.json import is_array, is_object

if TYPE_CHECKING:
    from .._meta import Meta

CONTAINERS: Final = frozenset({list, dict})


class History:
    """What happened to a model since it was made."""

    __slots__ = ("assigned", "meta", "seen")

    def __init__(self, meta: Meta | str | None) -> None:
        self.meta: Meta | str | None = meta
        self.assigned: set[str] = set()
        """The fields that were set."""
        self.seen: dict[str, Any] = {}
        """Lists and dicts as they were when they were first read: whoever has read one can change it in place."""


def meta_of(model: object) -> Meta | str | None:
    """The answer that a model came in, or its path in one if it came without something that is required."""
    found = getattr(model, "__meta__", None)
    return found.meta if type(found) is History else found


def history_of(model: Any) -> History:
    """The history of a model, which begins now if it had none."""
    found = getattr(model, "__meta__", None)
    if type(found) is not History:
        found = model.__meta__ = History(found)
    return found


def note_assigned(model: Any, name: str) -> None:
    """Note that a field was set."""
    history_of(model).assigned.add(name)


def note_seen(model: Any, name: str, value: Any) -> None:
    """Note how a list or dict is before the caller gets it."""
    history = history_of(model)
    if name not in history.seen:
        history.seen[name] = _snapshot(value)


def was_edited(model: Any, name: str, value: Any) -> bool:
    """Whether a field with this value was set, or changed in place. What is inside its models is not looked at."""
    history = getattr(model, "__meta__", None)
    if type(history) is not History:
        return False
    return name in history.assigned or (name in history.seen and not _same(history.seen[name], value))


def _snapshot(value: Any) -> Any:
    """A copy of lists and dicts, however nested; what they hold is the same."""
    if is_array(value):
        return [_snapshot(item) for item in value]
    if is_object(value):
        return {key: _snapshot(item) for key, item in value.items()}
    return value


def _same(before: Any, after: Any) -> bool:
    """Whether nothing was changed. As JSON goes: 1 is not `True`, and 1.0 is not 1."""
    if type(before) is not type(after):
        return False
    if is_array(before):
        return len(before) == len(after) and all(map(_same, before, after))
    if is_object(before):
        return before.keys() == after.keys() and all(_same(item, after[key]) for key, item in before.items())
    return before is after or bool(before == after)
