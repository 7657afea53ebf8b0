# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTargetAwsSqsQueue, a model of Illumina Connected Analytics v1, Event Notification Service."""

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

_KNOWN = frozenset({"queueUrl"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class DeliveryTargetAwsSqsQueue(Model):
    """An AWS SQS queue. Its policy must allow the platform to send.

    Required: `queue_url`. Reading one that the response left out raises `MissingField`.

    Source: swagger: definitions, DeliveryTargetAwsSqsQueue
    """

    __module__ = "subkit_illumina_ens"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {"queueUrl": {"type": "string", "minLength": 1}},
        "required": ("queueUrl",),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (("_queue_url", "queueUrl"),)

    _queue_url: str | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        queue_url: str,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._queue_url = queue_url
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._queue_url = get("queueUrl", UNSET)
        if type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def queue_url(self) -> str:
        """URL of the queue. At least 1 character."""
        if self._queue_url is UNSET:
            missing(self, "queue_url")
        return self._queue_url

    @queue_url.setter
    def queue_url(self, value: str | Unset) -> None:
        self._queue_url = value
