# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTargetAwsSnsTopic, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

from attrs import define
from subkit._decode import Notes
from subkit._model import (
    Model,
    missing,
)
from subkit._schema import Schema
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"topicArn"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class DeliveryTargetAwsSnsTopic(Model):
    """An AWS SNS topic. Its policy has to let the platform publish.

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
        """ARN of the topic. Not empty. At least 1 characters.

        Raises `MissingField` if it did not come.

        Source: swagger: definitions, DeliveryTargetAwsSnsTopic
        """
        if self._topic_arn is UNSET:
            missing(self, "topic_arn")
        return self._topic_arn

    @topic_arn.setter
    def topic_arn(self, value: str | Unset) -> None:
        self._topic_arn = value
