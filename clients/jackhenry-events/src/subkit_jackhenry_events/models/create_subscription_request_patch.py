# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""CreateSubscriptionRequestPatch, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .batch_settings_patch import BatchSettingsPatch
    from .dispatch_type import DispatchType
    from .http_settings_patch import HttpSettingsPatch
    from .wcf_settings_patch import WcfSettingsPatch


@model()
class CreateSubscriptionRequestPatch(Model):
    """Changes to the `CreateSubscriptionRequest`: None removes a field; a field left out stays as it is.

    Source: page: components, schemas, CreateSubscriptionRequest
    """

    name: OptionalField[str | None] = field("name", {"type": "string", "nullable": True}, default=UNSET)
    """Name of the subscription."""

    description: OptionalField[str | None] = field("description", {"type": "string", "nullable": True}, default=UNSET)
    """Description of the subscription."""

    aggregate_events: OptionalField[bool | None] = field(
        "aggregateEvents", {"type": "boolean", "nullable": True}, default=UNSET
    )
    """Whether events are collected into batches."""

    content_type: OptionalField[str | None] = field("contentType", {"type": "string", "nullable": True}, default=UNSET)
    """Media type of the dispatched events, such as `application/xml`."""

    dispatch_type: OptionalField[DispatchType | None, DispatchType | str | None] = field(
        "dispatchType",
        {
            "type": "string",
            "enum": ("https", "wcf", "none"),
            "open": "subkit_jackhenry_events.models.dispatch_type.DispatchType",
            "nullable": True,
        },
        default=UNSET,
    )
    """How events are dispatched: to an HTTPS URL, to a WCF service, or not at all. One of `https`, `wcf`, `none`."""

    enabled: OptionalField[bool | None] = field("enabled", {"type": "boolean", "nullable": True}, default=UNSET)
    """Whether events are dispatched."""

    internal_endpoint: OptionalField[bool | None] = field(
        "internalEndpoint", {"type": "boolean", "nullable": True}, default=UNSET
    )
    """Whether the target is an internal endpoint. What counts as internal is not documented."""

    event_number_filter: OptionalField[list[str] | None, Sequence[str] | None] = field(
        "eventNumberFilter", {"type": "array", "items": {"type": "string"}, "nullable": True}, default=UNSET
    )
    """Numbers of the events to dispatch, as strings. A new list replaces the old one."""

    batch_settings: OptionalField[BatchSettingsPatch | None, BatchSettingsPatch | Mapping[str, Any] | None] = field(
        "batchSettings",
        {"ref": "subkit_jackhenry_events.models.batch_settings_patch.BatchSettingsPatch", "nullable": True},
        default=UNSET,
    )
    """Changes to the `BatchSettings`: None removes a field; a field left out stays as it is."""

    http_settings: OptionalField[HttpSettingsPatch | None, HttpSettingsPatch | Mapping[str, Any] | None] = field(
        "httpSettings",
        {"ref": "subkit_jackhenry_events.models.http_settings_patch.HttpSettingsPatch", "nullable": True},
        default=UNSET,
    )
    """Changes to the `HttpSettings`: None removes a field; a field left out stays as it is."""

    wcf_settings: OptionalField[WcfSettingsPatch | None, WcfSettingsPatch | Mapping[str, Any] | None] = field(
        "wcfSettings",
        {"ref": "subkit_jackhenry_events.models.wcf_settings_patch.WcfSettingsPatch", "nullable": True},
        default=UNSET,
    )
    """Changes to the `WcfSettings`: None removes a field; a field left out stays as it is."""

    secret_version: OptionalField[int | None] = field(
        "secretVersion", {"type": "integer", "format": "int64", "nullable": True}, default=UNSET
    )
    """Version number of the secret. What writing it does is not documented."""
