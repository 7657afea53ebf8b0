# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""SubscriptionList, a model of WSO2 API Manager Publisher, subscriptions."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_models,
    kind_of,
    odd,
    read_all,
)
from subkit._unset import UNSET, Unset

from . import subscription as _subscription

if TYPE_CHECKING:
    from .subscription import Subscription

_KNOWN = frozenset({"count", "next", "previous", "list"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class SubscriptionList(Model):
    """One page of subscriptions.

    Source: v0.11: definitions, SubscriptionList; page: Get All Subscriptions, Sample Response
    """

    __module__ = "subkit_wso2_publisher"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "count": {"type": "integer"},
            "next": {"type": "string"},
            "previous": {"type": "string"},
            "list": {"type": "array", "items": {"ref": "subkit_wso2_publisher.models.subscription.Subscription"}},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_count", "count"),
        ("_next", "next"),
        ("_previous", "previous"),
        ("_list", "list"),
    )

    _count: int | Unset
    _next: str | Unset
    _previous: str | Unset
    _list: builtins.list[Subscription] | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        count: int | Unset = UNSET,
        next: str | Unset = UNSET,
        previous: str | Unset = UNSET,
        list: Sequence[Subscription | Mapping[str, Any]] | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._count = count
        self._next = next
        self._previous = previous
        self._list = as_models(_subscription.Subscription, list)
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._count = get("count", UNSET)
        if value is not UNSET and type(value) is not int:
            notes.odd = True
        value = self._next = get("next", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._previous = get("previous", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = get("list", UNSET)
        kind = kind_of(value)
        if kind is list:
            self._list = read_all(_subscription.Subscription.__read__, value, notes)
        elif value is not UNSET:
            self._list = odd(value, notes)
        else:
            self._list = value
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def count(self) -> int | None:
        """Number of items in this page, not in the whole list."""
        return None if self._count is UNSET else self._count

    @count.setter
    def count(self, value: int | Unset) -> None:
        self._count = value

    @property
    def next(self) -> str | None:
        """Reference to the next page, without the base path and not URL-encoded. Empty on the last page."""
        return None if self._next is UNSET else self._next

    @next.setter
    def next(self, value: str | Unset) -> None:
        self._next = value

    @property
    def previous(self) -> str | None:
        """Reference to the previous page, without the base path and not URL-encoded. Empty on the first page. Near the
        start it keeps the full limit, so pages can overlap.
        """
        return None if self._previous is UNSET else self._previous

    @previous.setter
    def previous(self, value: str | Unset) -> None:
        self._previous = value

    @property
    def list(self) -> builtins.list[Subscription] | None:
        """The subscriptions."""
        return None if self._list is UNSET else self._list

    @list.setter
    def list(self, value: Sequence[Subscription | Mapping[str, Any]] | Unset) -> None:
        self._list = as_models(_subscription.Subscription, value)
