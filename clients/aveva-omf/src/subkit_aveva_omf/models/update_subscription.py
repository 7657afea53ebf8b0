# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""UpdateSubscription, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    missing,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"Name", "Description"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class UpdateSubscription(Model):
    """The new name and description.

    Required: `name`. Reading one that the response left out raises `MissingField`.

    Source: page: Definitions, UpdateSubscription
    """

    __module__ = "subkit_aveva_omf"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "Name": {"type": "string", "maxLength": 200},
            "Description": {"type": "string", "maxLength": 1000, "nullable": True},
        },
        "required": ("Name",),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_name", "Name"),
        ("_description", "Description"),
    )

    _name: str | Unset
    _description: str | None | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str,
        description: str | None | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._name = name
        self._description = description
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._name = get("Name", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._description = get("Description", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def name(self) -> str:
        """Name of the subscription, at most 200 characters."""
        if self._name is UNSET:
            missing(self, "name")
        return self._name

    @name.setter
    def name(self, value: str | Unset) -> None:
        self._name = value

    @property
    def description(self) -> str | None:
        """Description of the subscription, at most 1000 characters. Null, or leaving it out, most likely removes it;
        neither is documented.
        """
        return None if self._description is UNSET else self._description

    @description.setter
    def description(self, value: str | None | Unset) -> None:
        self._description = value
