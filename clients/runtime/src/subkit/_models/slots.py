"""What a model has beside its fields: two slots, and what may be in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from .._portable import Portable

if TYPE_CHECKING:
    from .._meta import Meta


class History:
    """What happened to a model since it was made. It takes the place of the model's `Meta`, and holds it."""

    __slots__ = ("assigned", "meta", "seen")

    def __init__(self, meta: Meta | str | None) -> None:
        self.meta: Meta | str | None = meta
        self.assigned: dict[str, Any] = {}
        """The fields that were assigned, with what they held before."""
        self.seen: dict[str, Any] = {}
        """Lists and dicts as they were when they were first read: whoever has one can change it in place."""


class ModelSlots(Portable):
    """Base of `Model`, by which the modules below it know a model."""

    __slots__ = ("__meta__", "__unknown__")
    __fields__: ClassVar[tuple[Any, ...]] = ()
    __names__: ClassVar[tuple[tuple[str, str], ...]] = ()
    """The slot and the vendor's name of each field."""
    __identity__: ClassVar[str | None] = None
    """The field that holds the object's id."""

    __meta__: Meta | str | History | None
    # Not set until there is something to say. A text is the path of an object that came without a required field.
    __unknown__: dict[str, Any] | None


def meta_of(model: object) -> Meta | str | None:
    """The response that a model came in, or its path in one."""
    found = getattr(model, "__meta__", None)
    return found.meta if type(found) is History else found
