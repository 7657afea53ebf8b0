"""What a model has besides its fields: two slots, and their content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from .._portable import Portable
from .._values import AttrsFields
from .violations import DriftGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .._meta import Meta
    from .._values import Declaration


class History:
    """What happened to a model since it was made. It replaces the model's `Meta`, and holds it."""

    __slots__ = ("assigned", "meta", "seen")

    def __init__(self, meta: Meta | str | DriftGroup | None) -> None:
        self.meta: Meta | str | DriftGroup | None = meta
        self.assigned: dict[str, Any] = {}
        """The fields that were assigned, and their values before."""
        self.seen: dict[str, Any] = {}
        """Lists and dicts as they were when they were first read: a caller can change them in place."""


def _for_attrs(cls: type[ModelSlots]) -> Iterator[Declaration]:
    yield "_unknown_fields", "unknown_fields", False, True
    yield from ((one.slot, one.name, False, True) for one in cls.__fields__)


class ModelSlots(Portable):
    """Base of `Model`, by which lower modules recognise a model."""

    __slots__ = ("__meta__", "__unknown__")
    __fields__: ClassVar[tuple[Any, ...]] = ()
    __names__: ClassVar[tuple[tuple[str, str], ...]] = ()
    """The slot and the vendor's name of each field."""
    __attrs_attrs__: ClassVar[Any] = AttrsFields(_for_attrs)
    __identity__: ClassVar[str | None] = None
    """The field that holds the object's id."""

    __meta__: Meta | str | DriftGroup | History | None
    # Not set until there is something to say. A string is the path of an object that came without a required field.
    __unknown__: dict[str, Any] | int | None
    # A number is the model's position in its `DriftGroup`.

    if TYPE_CHECKING:

        def to_dict(self) -> dict[str, Any]:
            """The model as a JSON object."""
            raise NotImplementedError


def meta_of(model: object) -> Meta | str | None:
    """The response that a model came in, or its path in one."""
    found = _meta_or_group(model)
    return found.meta_of(cast(Any, model).__unknown__) if isinstance(found, DriftGroup) else found


def unknown_of(model: ModelSlots) -> dict[str, Any]:
    """The fields of a model that the specification does not declare."""
    unknown = model.__unknown__
    if isinstance(unknown, int):
        return cast(DriftGroup, _meta_or_group(model)).unknown_of(unknown)
    return unknown or {}


def set_unknown(model: ModelSlots, unknown: dict[str, Any] | None) -> None:
    """Replace the unknown fields of a model."""
    if isinstance(getattr(model, "__unknown__", None), int):
        found = meta_of(model)
        if isinstance(history := model.__meta__, History):
            history.meta = found
        else:
            model.__meta__ = found
    model.__unknown__ = unknown


def _meta_or_group(model: object) -> Meta | str | DriftGroup | None:
    found = getattr(model, "__meta__", None)
    return found.meta if type(found) is History else found
