# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""SubscriptionList, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_enum,
    as_models,
    kind_of,
    odd,
    read_all,
)
from subkit._unset import UNSET, Unset

from . import sort_direction as _sort_direction
from . import subscription as _subscription
from . import subscription_list_sort_fields as _subscription_list_sort_fields

if TYPE_CHECKING:
    from .sort_direction import SortDirection
    from .subscription import Subscription
    from .subscription_list_sort_fields import SubscriptionListSortFields

_KNOWN = frozenset(
    {
        "items",
        "itemCount",
        "firstPageToken",
        "nextPageToken",
        "prevPageToken",
        "lastPageToken",
        "totalItemCount",
        "totalPageCount",
        "sortedBy",
        "sortDirection",
    }
)
_sorted_by_members = _subscription_list_sort_fields.SubscriptionListSortFields._value2member_map_
_sort_direction_members = _sort_direction.SortDirection._value2member_map_


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class SubscriptionList(Model):
    """One page of subscriptions.

    Source: swagger: definitions, SubscriptionList
    """

    __module__ = "subkit_illumina_ens"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "items": {
                "type": "array",
                "items": {"ref": "subkit_illumina_ens.models.subscription.Subscription"},
                "nullable": True,
            },
            "itemCount": {"type": "integer", "format": "int32", "nullable": True},
            "firstPageToken": {"type": "string", "nullable": True},
            "nextPageToken": {"type": "string", "nullable": True},
            "prevPageToken": {"type": "string", "nullable": True},
            "lastPageToken": {"type": "string", "nullable": True},
            "totalItemCount": {"type": "integer", "format": "int64", "nullable": True},
            "totalPageCount": {"type": "integer", "format": "int64", "nullable": True},
            "sortedBy": {
                "type": "string",
                "enum": ("id",),
                "open": "subkit_illumina_ens.models.subscription_list_sort_fields.SubscriptionListSortFields",
                "nullable": True,
            },
            "sortDirection": {
                "type": "string",
                "enum": (
                    "Asc",
                    "Desc",
                ),
                "open": "subkit_illumina_ens.models.sort_direction.SortDirection",
                "nullable": True,
            },
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_items", "items"),
        ("_item_count", "itemCount"),
        ("_first_page_token", "firstPageToken"),
        ("_next_page_token", "nextPageToken"),
        ("_prev_page_token", "prevPageToken"),
        ("_last_page_token", "lastPageToken"),
        ("_total_item_count", "totalItemCount"),
        ("_total_page_count", "totalPageCount"),
        ("_sorted_by", "sortedBy"),
        ("_sort_direction", "sortDirection"),
    )

    _items: list[Subscription] | None | Unset
    _item_count: int | None | Unset
    _first_page_token: str | None | Unset
    _next_page_token: str | None | Unset
    _prev_page_token: str | None | Unset
    _last_page_token: str | None | Unset
    _total_item_count: int | None | Unset
    _total_page_count: int | None | Unset
    _sorted_by: SubscriptionListSortFields | None | Unset
    _sort_direction: SortDirection | None | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        items: Sequence[Subscription | Mapping[str, Any]] | None | Unset = UNSET,
        item_count: int | None | Unset = UNSET,
        first_page_token: str | None | Unset = UNSET,
        next_page_token: str | None | Unset = UNSET,
        prev_page_token: str | None | Unset = UNSET,
        last_page_token: str | None | Unset = UNSET,
        total_item_count: int | None | Unset = UNSET,
        total_page_count: int | None | Unset = UNSET,
        sorted_by: SubscriptionListSortFields | str | None | Unset = UNSET,
        sort_direction: SortDirection | str | None | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._items = as_models(_subscription.Subscription, items)
        self._item_count = item_count
        self._first_page_token = first_page_token
        self._next_page_token = next_page_token
        self._prev_page_token = prev_page_token
        self._last_page_token = last_page_token
        self._total_item_count = total_item_count
        self._total_page_count = total_page_count
        self._sorted_by = as_enum(_subscription_list_sort_fields.SubscriptionListSortFields, sorted_by)
        self._sort_direction = as_enum(_sort_direction.SortDirection, sort_direction)
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = get("items", UNSET)
        kind = kind_of(value)
        if kind is list:
            self._items = read_all(_subscription.Subscription.__read__, value, notes)
        elif value is not UNSET and value is not None:
            self._items = odd(value, notes)
        else:
            self._items = value
        value = self._item_count = get("itemCount", UNSET)
        if value is not UNSET and value is not None and type(value) is not int:
            notes.odd = True
        value = self._first_page_token = get("firstPageToken", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._next_page_token = get("nextPageToken", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._prev_page_token = get("prevPageToken", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._last_page_token = get("lastPageToken", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._total_item_count = get("totalItemCount", UNSET)
        if value is not UNSET and value is not None and type(value) is not int:
            notes.odd = True
        value = self._total_page_count = get("totalPageCount", UNSET)
        if value is not UNSET and value is not None and type(value) is not int:
            notes.odd = True
        value = get("sortedBy", UNSET)
        kind = kind_of(value)
        if kind is str:
            member = _sorted_by_members.get(value)
            if member is None:
                notes.odd = True
                member = _subscription_list_sort_fields.SubscriptionListSortFields(value)
            self._sorted_by = cast(Any, member)
        elif value is not UNSET and value is not None:
            self._sorted_by = odd(value, notes)
        else:
            self._sorted_by = value
        value = get("sortDirection", UNSET)
        kind = kind_of(value)
        if kind is str:
            member = _sort_direction_members.get(value)
            if member is None:
                notes.odd = True
                member = _sort_direction.SortDirection(value)
            self._sort_direction = cast(Any, member)
        elif value is not UNSET and value is not None:
            self._sort_direction = odd(value, notes)
        else:
            self._sort_direction = value
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def items(self) -> list[Subscription] | None:
        """The subscriptions."""
        return None if self._items is UNSET else self._items

    @items.setter
    def items(self, value: Sequence[Subscription | Mapping[str, Any]] | None | Unset) -> None:
        self._items = as_models(_subscription.Subscription, value)

    @property
    def item_count(self) -> int | None:
        """Number of items in this page."""
        return None if self._item_count is UNSET else self._item_count

    @item_count.setter
    def item_count(self, value: int | None | Unset) -> None:
        self._item_count = value

    @property
    def first_page_token(self) -> str | None:
        """Token of the first page."""
        return None if self._first_page_token is UNSET else self._first_page_token

    @first_page_token.setter
    def first_page_token(self, value: str | None | Unset) -> None:
        self._first_page_token = value

    @property
    def next_page_token(self) -> str | None:
        """Token of the next page. Null on the last page."""
        return None if self._next_page_token is UNSET else self._next_page_token

    @next_page_token.setter
    def next_page_token(self, value: str | None | Unset) -> None:
        self._next_page_token = value

    @property
    def prev_page_token(self) -> str | None:
        """Token of the previous page."""
        return None if self._prev_page_token is UNSET else self._prev_page_token

    @prev_page_token.setter
    def prev_page_token(self, value: str | None | Unset) -> None:
        self._prev_page_token = value

    @property
    def last_page_token(self) -> str | None:
        """Token of the last page."""
        return None if self._last_page_token is UNSET else self._last_page_token

    @last_page_token.setter
    def last_page_token(self, value: str | None | Unset) -> None:
        self._last_page_token = value

    @property
    def total_item_count(self) -> int | None:
        """Number of items in all pages."""
        return None if self._total_item_count is UNSET else self._total_item_count

    @total_item_count.setter
    def total_item_count(self, value: int | None | Unset) -> None:
        self._total_item_count = value

    @property
    def total_page_count(self) -> int | None:
        """Number of pages."""
        return None if self._total_page_count is UNSET else self._total_page_count

    @total_page_count.setter
    def total_page_count(self, value: int | None | Unset) -> None:
        self._total_page_count = value

    @property
    def sorted_by(self) -> SubscriptionListSortFields | None:
        """Field by which the list is sorted. One of `id`."""
        return None if self._sorted_by is UNSET else self._sorted_by

    @sorted_by.setter
    def sorted_by(self, value: SubscriptionListSortFields | str | None | Unset) -> None:
        self._sorted_by = as_enum(_subscription_list_sort_fields.SubscriptionListSortFields, value)

    @property
    def sort_direction(self) -> SortDirection | None:
        """Direction in which the list is sorted. One of `Asc`, `Desc`."""
        return None if self._sort_direction is UNSET else self._sort_direction

    @sort_direction.setter
    def sort_direction(self, value: SortDirection | str | None | Unset) -> None:
        self._sort_direction = as_enum(_sort_direction.SortDirection, value)
