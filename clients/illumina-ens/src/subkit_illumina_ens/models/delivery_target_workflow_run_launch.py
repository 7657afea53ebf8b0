# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTargetWorkflowRunLaunch, a model of Illumina Connected Analytics v1, Event Notification Service."""

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

_KNOWN = frozenset({"id", "version", "name", "input"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class DeliveryTargetWorkflowRunLaunch(Model):
    """A WES workflow to start.

    Required: `id`, `version`, `name`. Reading one that the response left out raises `MissingField`.

    Source: swagger: definitions, DeliveryTargetWorkflowRunLaunch
    """

    __module__ = "subkit_illumina_ens"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "version": {"type": "string", "minLength": 1},
            "name": {"type": "string", "minLength": 1},
            "input": {},
        },
        "required": (
            "id",
            "version",
            "name",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_id", "id"),
        ("_version", "version"),
        ("_name", "name"),
        ("_input", "input"),
    )

    _id: str | Unset
    _version: str | Unset
    _name: str | Unset
    _input: Any | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        id: str,
        version: str,
        name: str,
        input: Any | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._id = id
        self._version = version
        self._name = name
        self._input = input
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._id = get("id", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._version = get("version", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._name = get("name", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._input = get("input", UNSET)
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def id(self) -> str:
        """Id of the workflow, starting with `wfl.`. At least 1 character."""
        if self._id is UNSET:
            missing(self, "id")
        return self._id

    @id.setter
    def id(self, value: str | Unset) -> None:
        self._id = value

    @property
    def version(self) -> str:
        """Version of the workflow. At least 1 character."""
        if self._version is UNSET:
            missing(self, "version")
        return self._version

    @version.setter
    def version(self, value: str | Unset) -> None:
        self._version = value

    @property
    def name(self) -> str:
        """Name of the workflow run. At least 1 character."""
        if self._name is UNSET:
            missing(self, "name")
        return self._name

    @name.setter
    def name(self, value: str | Unset) -> None:
        self._name = value

    @property
    def input(self) -> Any:
        """Arguments of the workflow run, any JSON value."""
        return None if self._input is UNSET else self._input

    @input.setter
    def input(self, value: Any | Unset) -> None:
        self._input = value
