# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""SubscriptionList, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .sort_direction import SortDirection
    from .subscription import Subscription
    from .subscription_list_sort_fields import SubscriptionListSortFields


@model()
class SubscriptionList(Model):
    """One page of subscriptions.

    Source: swagger: definitions, SubscriptionList
    """

    items: OptionalField[list[Subscription] | None, Sequence[Subscription | Mapping[str, Any]] | None] = field(
        "items",
        {"type": "array", "items": {"ref": "subkit_illumina_ens.models.subscription.Subscription"}, "nullable": True},
        default=UNSET,
    )
    """The subscriptions."""

    item_count: OptionalField[int | None] = field(
        "itemCount", {"type": "integer", "format": "int32", "nullable": True}, default=UNSET
    )
    """Number of items in this page."""

    first_page_token: OptionalField[str | None] = field(
        "firstPageToken", {"type": "string", "nullable": True}, default=UNSET
    )
    """Token of the first page."""

    next_page_token: OptionalField[str | None] = field(
        "nextPageToken", {"type": "string", "nullable": True}, default=UNSET
    )
    """Token of the next page. Null on the last page."""

    prev_page_token: OptionalField[str | None] = field(
        "prevPageToken", {"type": "string", "nullable": True}, default=UNSET
    )
    """Token of the previous page."""

    last_page_token: OptionalField[str | None] = field(
        "lastPageToken", {"type": "string", "nullable": True}, default=UNSET
    )
    """Token of the last page."""

    total_item_count: OptionalField[int | None] = field(
        "totalItemCount", {"type": "integer", "format": "int64", "nullable": True}, default=UNSET
    )
    """Number of items in all pages."""

    total_page_count: OptionalField[int | None] = field(
        "totalPageCount", {"type": "integer", "format": "int64", "nullable": True}, default=UNSET
    )
    """Number of pages."""

    sorted_by: OptionalField[SubscriptionListSortFields | None, SubscriptionListSortFields | str | None] = field(
        "sortedBy",
        {
            "type": "string",
            "enum": ("id",),
            "open": "subkit_illumina_ens.models.subscription_list_sort_fields.SubscriptionListSortFields",
            "nullable": True,
        },
        default=UNSET,
    )
    """Field by which the list is sorted. One of `id`."""

    sort_direction: OptionalField[SortDirection | None, SortDirection | str | None] = field(
        "sortDirection",
        {
            "type": "string",
            "enum": ("Asc", "Desc"),
            "open": "subkit_illumina_ens.models.sort_direction.SortDirection",
            "nullable": True,
        },
        default=UNSET,
    )
    """Direction in which the list is sorted. One of `Asc`, `Desc`."""
