# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Subscription, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .batch_settings import BatchSettings
    from .dispatch_type import DispatchType
    from .http_settings_response import HttpSettingsResponse
    from .wcf_settings_response import WcfSettingsResponse


@model(identity="id")
class Subscription(Model):
    """A subscription. The vendor guarantees none of its fields; an absent boolean is not the same as false.

    Source: page: components, schemas, Subscription
    """

    id: OptionalField[str] = field("id", {"type": "string", "readOnly": True}, default=UNSET)
    """Id of the subscription, a UUID. Assigned by the server."""

    name: OptionalField[str] = field("name", {"type": "string"}, default=UNSET)
    """Name of the subscription."""

    description: OptionalField[str] = field("description", {"type": "string"}, default=UNSET)
    """Description of the subscription."""

    aggregate_events: OptionalField[bool] = field("aggregateEvents", {"type": "boolean"}, default=UNSET)
    """Whether events are collected into batches."""

    content_type: OptionalField[str] = field("contentType", {"type": "string"}, default=UNSET)
    """Media type of the dispatched events, such as `application/xml`."""

    dispatch_type: OptionalField[DispatchType, DispatchType | str] = field(
        "dispatchType",
        {
            "type": "string",
            "enum": ("https", "wcf", "none"),
            "open": "subkit_jackhenry_events.models.dispatch_type.DispatchType",
        },
        default=UNSET,
    )
    """How events are dispatched: to an HTTPS URL, to a WCF service, or not at all. One of `https`, `wcf`, `none`."""

    enabled: OptionalField[bool] = field("enabled", {"type": "boolean"}, default=UNSET)
    """Whether events are dispatched."""

    internal_endpoint: OptionalField[bool] = field("internalEndpoint", {"type": "boolean"}, default=UNSET)
    """Whether the target is an internal endpoint. What counts as internal is not documented."""

    event_number_filter: OptionalField[list[str], Sequence[str]] = field(
        "eventNumberFilter", {"type": "array", "items": {"type": "string"}}, default=UNSET
    )
    """Numbers of the events to dispatch, as strings."""

    batch_settings: OptionalField[BatchSettings, BatchSettings | Mapping[str, Any]] = field(
        "batchSettings", {"ref": "subkit_jackhenry_events.models.batch_settings.BatchSettings"}, default=UNSET
    )
    """How events are collected into batches."""

    http_settings: OptionalField[HttpSettingsResponse, HttpSettingsResponse | Mapping[str, Any]] = field(
        "httpSettings",
        {"ref": "subkit_jackhenry_events.models.http_settings_response.HttpSettingsResponse"},
        default=UNSET,
    )
    """Where and how events are dispatched over HTTP, without the secret."""

    wcf_settings: OptionalField[WcfSettingsResponse, WcfSettingsResponse | Mapping[str, Any]] = field(
        "wcfSettings",
        {"ref": "subkit_jackhenry_events.models.wcf_settings_response.WcfSettingsResponse"},
        default=UNSET,
    )
    """How events are dispatched to a WCF service, without the credentials."""

    secret_version: OptionalField[int] = field(
        "secretVersion", {"type": "integer", "format": "int64", "readOnly": True}, default=UNSET
    )
    """Version number of the secret. Assigned by the server."""
