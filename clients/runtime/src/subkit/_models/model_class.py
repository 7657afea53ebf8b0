"""Makes a class with fields a model: a class with a slot for each field, which attrs takes for its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

from .._public import public
from .._values import with_slots
from .fields import AnyField, BaseField, field
from .model import Model

if TYPE_CHECKING:
    from .schema import Schema

M = TypeVar("M", bound=Model)
Fields = tuple[AnyField, ...]


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(field,))
def model(
    *, identity: str | None = None, extra: bool | Schema = False, **more: tuple[str, ...]
) -> Callable[[type[M]], type[M]]:
    """Make a class with fields a model.

    Args:
        identity: The field that holds the object's id.
        extra: Whether undeclared fields are expected, or their schema.
        more: Other keywords of its schema, such as `exactlyOne`.

    """

    def declare(cls: type[M]) -> type[M]:
        fields = tuple(cast("list[AnyField]", [one for one in vars(cls).values() if isinstance(one, BaseField)]))
        cls.__home__, cls.__module__ = cls.__module__, _package_of(cls.__module__)
        cls.__fields__ = fields
        cls.__names__ = tuple((one.slot, one.wire) for one in fields)
        cls.__schema__ = _schema_of(fields, extra, more)
        cls.__identity__ = identity
        made: type[M] = with_slots(cls, tuple(one.slot for one in fields))
        return made

    return declare


def _package_of(module: str) -> str:
    """The package from which users import a class of this module: a generated one, if it is in its `models`."""
    package, _, found = module.partition(".models.")
    return package if found and "." not in package else module


def _schema_of(fields: Fields, extra: bool | Schema, more: Mapping[str, Any]) -> Schema:
    schema: dict[str, Any] = {"type": "object", "properties": {one.wire: one.schema for one in fields}}
    required = tuple(one.wire for one in fields if one.required)
    if required:
        schema["required"] = required
    if extra is not False:
        schema["additionalProperties"] = extra
    return {**schema, **more}


@public
@model()
class UnknownVariant(Model):
    """An object of a variant that the specification does not know, kept as it came."""
