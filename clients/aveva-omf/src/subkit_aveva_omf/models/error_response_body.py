# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""ErrorResponseBody, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Reader,
    Schema,
    as_given,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"OperationId", "Error", "Reason", "Resolution", "Parameters", "ChildErrors"})
_read_parameters = Reader({"type": "object", "additionalProperties": {"type": "string"}, "nullable": True})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class ErrorResponseBody(Model):
    """An error. Other services of the platform send more fields.

    Source: page: Definitions, ErrorResponseBody
    """

    __module__ = "subkit_aveva_omf"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "OperationId": {"type": "string", "nullable": True},
            "Error": {"type": "string", "nullable": True},
            "Reason": {"type": "string", "nullable": True},
            "Resolution": {"type": "string", "nullable": True},
            "Parameters": {"type": "object", "additionalProperties": {"type": "string"}, "nullable": True},
            "ChildErrors": {},
        },
        "additionalProperties": True,
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_operation_id", "OperationId"),
        ("_error", "Error"),
        ("_reason", "Reason"),
        ("_resolution", "Resolution"),
        ("_parameters", "Parameters"),
        ("_child_errors", "ChildErrors"),
    )

    _operation_id: str | None | Unset
    _error: str | None | Unset
    _reason: str | None | Unset
    _resolution: str | None | Unset
    _parameters: dict[str, str] | None | Unset
    _child_errors: Any | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        operation_id: str | None | Unset = UNSET,
        error: str | None | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        resolution: str | None | Unset = UNSET,
        parameters: Mapping[str, str] | None | Unset = UNSET,
        child_errors: Any | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._operation_id = operation_id
        self._error = error
        self._reason = reason
        self._resolution = resolution
        self._parameters = as_given(parameters)
        self._child_errors = child_errors
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._operation_id = get("OperationId", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._error = get("Error", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._reason = get("Reason", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._resolution = get("Resolution", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._parameters = get("Parameters", UNSET)
        if value is not UNSET:
            self._parameters = _read_parameters(value, notes)
        value = self._child_errors = get("ChildErrors", UNSET)
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
        return self

    @property
    def operation_id(self) -> str | None:
        """Id of the request, for the vendor's support."""
        return None if self._operation_id is UNSET else self._operation_id

    @operation_id.setter
    def operation_id(self, value: str | None | Unset) -> None:
        self._operation_id = value

    @property
    def error(self) -> str | None:
        """Short error message."""
        return None if self._error is UNSET else self._error

    @error.setter
    def error(self, value: str | None | Unset) -> None:
        self._error = value

    @property
    def reason(self) -> str | None:
        """Reason of the error."""
        return None if self._reason is UNSET else self._reason

    @reason.setter
    def reason(self, value: str | None | Unset) -> None:
        self._reason = value

    @property
    def resolution(self) -> str | None:
        """Possible resolution."""
        return None if self._resolution is UNSET else self._resolution

    @resolution.setter
    def resolution(self, value: str | None | Unset) -> None:
        self._resolution = value

    @property
    def parameters(self) -> dict[str, str] | None:
        """Parameters of the error, by name."""
        return None if self._parameters is UNSET else self._parameters

    @parameters.setter
    def parameters(self, value: Mapping[str, str] | None | Unset) -> None:
        self._parameters = as_given(value)

    @property
    def child_errors(self) -> Any:
        """Details, if there are several. Not documented for this service; newer services send an array, and the
        vendor's own client reads an object as well.
        """
        return None if self._child_errors is UNSET else self._child_errors

    @child_errors.setter
    def child_errors(self, value: Any | Unset) -> None:
        self._child_errors = value
