# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""SubscriptionList, a model of WSO2 API Manager Publisher, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .subscription import Subscription


@model()
class SubscriptionList(Model):
    """One page of subscriptions.

    Source: v0.11: definitions, SubscriptionList; page: Get All Subscriptions, Sample Response
    """

    count: OptionalField[int] = field("count", {"type": "integer"}, default=UNSET)
    """Number of items in this page, not in the whole list."""

    next: OptionalField[str] = field("next", {"type": "string"}, default=UNSET)
    """Reference to the next page, without the base path and not URL-encoded. Empty on the last page."""

    previous: OptionalField[str] = field("previous", {"type": "string"}, default=UNSET)
    """Reference to the previous page, without the base path and not URL-encoded. Empty on the first page. Near the
    start it keeps the full limit, so pages can overlap.
    """

    list: OptionalField[builtins.list[Subscription], Sequence[Subscription | Mapping[str, Any]]] = field(
        "list",
        {"type": "array", "items": {"ref": "subkit_wso2_publisher.models.subscription.Subscription"}},
        default=UNSET,
    )
    """The subscriptions."""
