# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTargetAwsSnsTopic, a model of Illumina Connected Analytics v1, Event Notification Service."""

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

_KNOWN = frozenset({"topicArn"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class DeliveryTargetAwsSnsTopic(Model):
    """An AWS SNS topic. Its policy must allow the platform to publish.

    Required: `topic_arn`. Reading one that the response left out raises `MissingField`.

    Source: swagger: definitions, DeliveryTargetAwsSnsTopic
    """

    __module__ = "subkit_illumina_ens"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {"topicArn": {"type": "string", "minLength": 1}},
        "required": ("topicArn",),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (("_topic_arn", "topicArn"),)

    _topic_arn: str | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        topic_arn: str,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._topic_arn = topic_arn
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._topic_arn = get("topicArn", UNSET)
        if type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def topic_arn(self) -> str:
        """ARN of the topic. At least 1 character."""
        if self._topic_arn is UNSET:
            missing(self, "topic_arn")
        return self._topic_arn

    @topic_arn.setter
    def topic_arn(self, value: str | Unset) -> None:
        self._topic_arn = value
