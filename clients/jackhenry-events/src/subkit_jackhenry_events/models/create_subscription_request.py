# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""CreateSubscriptionRequest, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .batch_settings import BatchSettings
    from .dispatch_type import DispatchType
    from .http_settings import HttpSettings
    from .wcf_settings import WcfSettings


@model()
class CreateSubscriptionRequest(Model):
    """A whole subscription, to create one or to replace one.

    Required: `name`, `dispatch_type`, `enabled`. Reading one that the response left out raises `MissingField`.

    Source: page: components, schemas, CreateSubscriptionRequest
    """

    name: Field[str] = field("name", {"type": "string"})
    """Name of the subscription."""

    description: OptionalField[str] = field("description", {"type": "string"}, default=UNSET)
    """Description of the subscription."""

    aggregate_events: OptionalField[bool] = field("aggregateEvents", {"type": "boolean"}, default=UNSET)
    """Whether events are collected into batches."""

    content_type: OptionalField[str] = field("contentType", {"type": "string"}, default=UNSET)
    """Media type of the dispatched events, such as `application/xml`."""

    dispatch_type: Field[DispatchType, DispatchType | str] = field(
        "dispatchType",
        {
            "type": "string",
            "enum": ("https", "wcf", "none"),
            "open": "subkit_jackhenry_events.models.dispatch_type.DispatchType",
        },
    )
    """How events are dispatched: to an HTTPS URL, to a WCF service, or not at all. One of `https`, `wcf`, `none`."""

    enabled: Field[bool] = field("enabled", {"type": "boolean"})
    """Whether events are dispatched."""

    internal_endpoint: OptionalField[bool] = field("internalEndpoint", {"type": "boolean"}, default=UNSET)
    """Whether the target is an internal endpoint. What counts as internal is not documented."""

    event_number_filter: OptionalField[list[str], Sequence[str]] = field(
        "eventNumberFilter", {"type": "array", "items": {"type": "string"}}, default=UNSET
    )
    """Numbers of the events to dispatch, as strings. A new list replaces the old one."""

    batch_settings: OptionalField[BatchSettings, BatchSettings | Mapping[str, Any]] = field(
        "batchSettings", {"ref": "subkit_jackhenry_events.models.batch_settings.BatchSettings"}, default=UNSET
    )
    """How events are collected into batches."""

    http_settings: OptionalField[HttpSettings, HttpSettings | Mapping[str, Any]] = field(
        "httpSettings", {"ref": "subkit_jackhenry_events.models.http_settings.HttpSettings"}, default=UNSET
    )
    """Where and how to dispatch events over HTTP."""

    wcf_settings: OptionalField[WcfSettings, WcfSettings | Mapping[str, Any]] = field(
        "wcfSettings", {"ref": "subkit_jackhenry_events.models.wcf_settings.WcfSettings"}, default=UNSET
    )
    """How to dispatch events to a WCF service."""

    secret_version: OptionalField[int] = field("secretVersion", {"type": "integer", "format": "int64"}, default=UNSET)
    """Version number of the secret. What writing it does is not documented."""
