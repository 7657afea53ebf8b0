# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""CreateSubscriptionRequest, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_given,
    as_model,
    kind_of,
    missing,
    odd,
)
from subkit._unset import UNSET, Unset

from . import delivery_target as _delivery_target

if TYPE_CHECKING:
    from .delivery_target import DeliveryTarget

_KNOWN = frozenset({"type", "actions", "name", "description", "filterExpression", "deliveryTarget"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class CreateSubscriptionRequest(Model):
    """The event type to subscribe to, and where its events go.

    Required: `type`, `name`, `delivery_target`. Reading one that the response left out raises `MissingField`.

    Source: swagger: definitions, CreateSubscriptionRequest
    """

    __module__ = "subkit_illumina_ens"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "type": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[a-zA-Z]+[.a-zA-Z]*$"},
            "actions": {"type": "array", "maxItems": 255, "items": {"type": "string"}},
            "name": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$"},
            "description": {"type": "string", "maxLength": 8192},
            "filterExpression": {"type": "string", "maxLength": 8192},
            "deliveryTarget": {"ref": "subkit_illumina_ens.models.delivery_target.DeliveryTarget"},
        },
        "required": (
            "type",
            "name",
            "deliveryTarget",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_type", "type"),
        ("_actions", "actions"),
        ("_name", "name"),
        ("_description", "description"),
        ("_filter_expression", "filterExpression"),
        ("_delivery_target", "deliveryTarget"),
    )

    _type: str | Unset
    _actions: list[str] | Unset
    _name: str | Unset
    _description: str | Unset
    _filter_expression: str | Unset
    _delivery_target: DeliveryTarget | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        type: str,
        name: str,
        delivery_target: DeliveryTarget | Mapping[str, Any],
        actions: Sequence[str] | Unset = UNSET,
        description: str | Unset = UNSET,
        filter_expression: str | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._type = type
        self._actions = as_given(actions)
        self._name = name
        self._description = description
        self._filter_expression = filter_expression
        self._delivery_target = as_model(_delivery_target.DeliveryTarget, delivery_target)
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._type = get("type", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._actions = get("actions", UNSET)
        kind = kind_of(value)
        if value is not UNSET and (kind is not list or not {str}.issuperset(map(type, value))):
            notes.odd = True
        value = self._name = get("name", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._description = get("description", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._filter_expression = get("filterExpression", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = get("deliveryTarget", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._delivery_target = _delivery_target.DeliveryTarget.__read__(value, notes)
        else:
            self._delivery_target = odd(value, notes)
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def type(self) -> str:
        """Event type: 1 to 255 letters and dots, starting with a letter. Documented types: `bssh.runs`,
        `bssh.sequencingstats`, `gds.files`, `gds.folders`, `gds.volumes`, `gss.analysisRuns`, `gss.samples`,
        `tes.runs`, `wes.runs`, `wes.runs.historyevents`, `wes.workflows`. Each type has its own actions. Must match
        `^[a-zA-Z]+[.a-zA-Z]*$`.
        """
        if self._type is UNSET:
            missing(self, "type")
        return self._type

    @type.setter
    def type(self, value: str | Unset) -> None:
        self._type = value

    @property
    def actions(self) -> list[str] | None:
        """Actions of the event type to subscribe to, such as `uploaded` for `gds.files`. At most 255. What the server
        does without them is not documented.
        """
        return None if self._actions is UNSET else self._actions

    @actions.setter
    def actions(self, value: Sequence[str] | Unset) -> None:
        self._actions = as_given(value)

    @property
    def name(self) -> str:
        """Name of the subscription: 1 to 255 letters, digits, `_` and `-`, starting with a letter or digit. Must match
        `^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$`.
        """
        if self._name is UNSET:
            missing(self, "name")
        return self._name

    @name.setter
    def name(self, value: str | Unset) -> None:
        self._name = value

    @property
    def description(self) -> str | None:
        """Description of the subscription, at most 8192 characters."""
        return None if self._description is UNSET else self._description

    @description.setter
    def description(self, value: str | Unset) -> None:
        self._description = value

    @property
    def filter_expression(self) -> str | None:
        """Filter for the events to deliver: a JSON document as a string of at most 8192 characters. Known operators
        are `equal`, `startsWith`, `and` and `or`, each with an array of operands. The operand `{"path":
        "$.volumeName"}` stands for a value of the event.
        """
        return None if self._filter_expression is UNSET else self._filter_expression

    @filter_expression.setter
    def filter_expression(self, value: str | Unset) -> None:
        self._filter_expression = value

    @property
    def delivery_target(self) -> DeliveryTarget:
        """Where matching events go. Exactly one of its fields must be given."""
        if self._delivery_target is UNSET:
            missing(self, "delivery_target")
        return self._delivery_target

    @delivery_target.setter
    def delivery_target(self, value: DeliveryTarget | Mapping[str, Any] | Unset) -> None:
        self._delivery_target = as_model(_delivery_target.DeliveryTarget, value)
