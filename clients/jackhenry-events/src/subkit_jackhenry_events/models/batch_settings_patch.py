# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""BatchSettingsPatch, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"batchInterval", "batchSize"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class BatchSettingsPatch(Model):
    """Changes to the `BatchSettings`: None removes a field; a field left out stays as it is.

    Source: page: components, schemas, BatchSettings
    """

    __module__ = "subkit_jackhenry_events"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "batchInterval": {"type": "integer", "format": "int64", "nullable": True},
            "batchSize": {"type": "integer", "format": "int64", "nullable": True},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_batch_interval", "batchInterval"),
        ("_batch_size", "batchSize"),
    )

    _batch_interval: int | None | Unset
    _batch_size: int | None | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        batch_interval: int | None | Unset = UNSET,
        batch_size: int | None | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._batch_interval = batch_interval
        self._batch_size = batch_size
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._batch_interval = get("batchInterval", UNSET)
        if value is not UNSET and value is not None and type(value) is not int:
            notes.odd = True
        value = self._batch_size = get("batchSize", UNSET)
        if value is not UNSET and value is not None and type(value) is not int:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def batch_interval(self) -> int | None:
        """Interval between batches in seconds."""
        return None if self._batch_interval is UNSET else self._batch_interval

    @batch_interval.setter
    def batch_interval(self, value: int | None | Unset) -> None:
        self._batch_interval = value

    @property
    def batch_size(self) -> int | None:
        """Maximum number of events per batch."""
        return None if self._batch_size is UNSET else self._batch_size

    @batch_size.setter
    def batch_size(self, value: int | None | Unset) -> None:
        self._batch_size = value
