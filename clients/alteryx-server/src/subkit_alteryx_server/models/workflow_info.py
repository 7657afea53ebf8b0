# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""WorkflowInfo, a model of Alteryx Server API, subscriptions."""

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

_KNOWN = frozenset({"id", "name"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class WorkflowInfo(Model):
    """A workflow in a subscription.

    Required: `id`, `name`. Reading one that the response left out raises `MissingField`.

    Source: page: Search for a Specific Subscription, sample of 200; generated: WorkflowInfo
    """

    __module__ = "subkit_alteryx_server"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
        "required": (
            "id",
            "name",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_id", "id"),
        ("_name", "name"),
    )

    _id: str | Unset
    _name: str | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        id: str,
        name: str,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._id = id
        self._name = name
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._id = get("id", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._name = get("name", UNSET)
        if type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def id(self) -> str:
        """Id of the workflow, 24 hexadecimal digits."""
        if self._id is UNSET:
            missing(self, "id")
        return self._id

    @id.setter
    def id(self, value: str | Unset) -> None:
        self._id = value

    @property
    def name(self) -> str:
        """Name of the workflow."""
        if self._name is UNSET:
            missing(self, "name")
        return self._name

    @name.setter
    def name(self, value: str | Unset) -> None:
        self._name = value
