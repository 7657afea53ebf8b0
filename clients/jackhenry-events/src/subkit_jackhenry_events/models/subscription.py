# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Subscription, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_enum,
    as_given,
    as_model,
    kind_of,
    odd,
)
from subkit._unset import UNSET, Unset

from . import batch_settings as _batch_settings
from . import dispatch_type as _dispatch_type
from . import http_settings_response as _http_settings_response
from . import wcf_settings_response as _wcf_settings_response

if TYPE_CHECKING:
    from .batch_settings import BatchSettings
    from .dispatch_type import DispatchType
    from .http_settings_response import HttpSettingsResponse
    from .wcf_settings_response import WcfSettingsResponse

_KNOWN = frozenset(
    {
        "id",
        "name",
        "description",
        "aggregateEvents",
        "contentType",
        "dispatchType",
        "enabled",
        "internalEndpoint",
        "eventNumberFilter",
        "batchSettings",
        "httpSettings",
        "wcfSettings",
        "secretVersion",
    }
)
_dispatch_type_members = _dispatch_type.DispatchType._value2member_map_


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class Subscription(Model):
    """A subscription. The vendor guarantees none of its fields; an absent boolean is not the same as false.

    Source: page: components, schemas, Subscription
    """

    __module__ = "subkit_jackhenry_events"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "name": {"type": "string"},
            "description": {"type": "string"},
            "aggregateEvents": {"type": "boolean"},
            "contentType": {"type": "string"},
            "dispatchType": {
                "type": "string",
                "enum": (
                    "https",
                    "wcf",
                    "none",
                ),
                "open": "subkit_jackhenry_events.models.dispatch_type.DispatchType",
            },
            "enabled": {"type": "boolean"},
            "internalEndpoint": {"type": "boolean"},
            "eventNumberFilter": {"type": "array", "items": {"type": "string"}},
            "batchSettings": {"ref": "subkit_jackhenry_events.models.batch_settings.BatchSettings"},
            "httpSettings": {"ref": "subkit_jackhenry_events.models.http_settings_response.HttpSettingsResponse"},
            "wcfSettings": {"ref": "subkit_jackhenry_events.models.wcf_settings_response.WcfSettingsResponse"},
            "secretVersion": {"type": "integer", "format": "int64"},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_id", "id"),
        ("_name", "name"),
        ("_description", "description"),
        ("_aggregate_events", "aggregateEvents"),
        ("_content_type", "contentType"),
        ("_dispatch_type", "dispatchType"),
        ("_enabled", "enabled"),
        ("_internal_endpoint", "internalEndpoint"),
        ("_event_number_filter", "eventNumberFilter"),
        ("_batch_settings", "batchSettings"),
        ("_http_settings", "httpSettings"),
        ("_wcf_settings", "wcfSettings"),
        ("_secret_version", "secretVersion"),
    )
    __identity__: ClassVar[str | None] = "id"

    _id: str | Unset
    _name: str | Unset
    _description: str | Unset
    _aggregate_events: bool | Unset
    _content_type: str | Unset
    _dispatch_type: DispatchType | Unset
    _enabled: bool | Unset
    _internal_endpoint: bool | Unset
    _event_number_filter: list[str] | Unset
    _batch_settings: BatchSettings | Unset
    _http_settings: HttpSettingsResponse | Unset
    _wcf_settings: WcfSettingsResponse | Unset
    _secret_version: int | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        id: str | Unset = UNSET,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        aggregate_events: bool | Unset = UNSET,
        content_type: str | Unset = UNSET,
        dispatch_type: DispatchType | str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        internal_endpoint: bool | Unset = UNSET,
        event_number_filter: Sequence[str] | Unset = UNSET,
        batch_settings: BatchSettings | Mapping[str, Any] | Unset = UNSET,
        http_settings: HttpSettingsResponse | Mapping[str, Any] | Unset = UNSET,
        wcf_settings: WcfSettingsResponse | Mapping[str, Any] | Unset = UNSET,
        secret_version: int | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._id = id
        self._name = name
        self._description = description
        self._aggregate_events = aggregate_events
        self._content_type = content_type
        self._dispatch_type = as_enum(_dispatch_type.DispatchType, dispatch_type)
        self._enabled = enabled
        self._internal_endpoint = internal_endpoint
        self._event_number_filter = as_given(event_number_filter)
        self._batch_settings = as_model(_batch_settings.BatchSettings, batch_settings)
        self._http_settings = as_model(_http_settings_response.HttpSettingsResponse, http_settings)
        self._wcf_settings = as_model(_wcf_settings_response.WcfSettingsResponse, wcf_settings)
        self._secret_version = secret_version
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._id = get("id", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._name = get("name", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._description = get("description", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._aggregate_events = get("aggregateEvents", UNSET)
        if value is not UNSET and type(value) is not bool:
            notes.odd = True
        value = self._content_type = get("contentType", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = get("dispatchType", UNSET)
        kind = kind_of(value)
        if kind is str:
            member = _dispatch_type_members.get(value)
            if member is None:
                notes.odd = True
                member = _dispatch_type.DispatchType(value)
            self._dispatch_type = cast(Any, member)
        elif value is not UNSET:
            self._dispatch_type = odd(value, notes)
        else:
            self._dispatch_type = value
        value = self._enabled = get("enabled", UNSET)
        if value is not UNSET and type(value) is not bool:
            notes.odd = True
        value = self._internal_endpoint = get("internalEndpoint", UNSET)
        if value is not UNSET and type(value) is not bool:
            notes.odd = True
        value = self._event_number_filter = get("eventNumberFilter", UNSET)
        kind = kind_of(value)
        if value is not UNSET and (kind is not list or not {str}.issuperset(map(type, value))):
            notes.odd = True
        value = get("batchSettings", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._batch_settings = _batch_settings.BatchSettings.__read__(value, notes)
        elif value is not UNSET:
            self._batch_settings = odd(value, notes)
        else:
            self._batch_settings = value
        value = get("httpSettings", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._http_settings = _http_settings_response.HttpSettingsResponse.__read__(value, notes)
        elif value is not UNSET:
            self._http_settings = odd(value, notes)
        else:
            self._http_settings = value
        value = get("wcfSettings", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._wcf_settings = _wcf_settings_response.WcfSettingsResponse.__read__(value, notes)
        elif value is not UNSET:
            self._wcf_settings = odd(value, notes)
        else:
            self._wcf_settings = value
        value = self._secret_version = get("secretVersion", UNSET)
        if value is not UNSET and type(value) is not int:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def id(self) -> str | None:
        """Id of the subscription, a UUID. Assigned by the server."""
        return None if self._id is UNSET else self._id

    @id.setter
    def id(self, value: str | Unset) -> None:
        self._id = value

    @property
    def name(self) -> str | None:
        """Name of the subscription."""
        return None if self._name is UNSET else self._name

    @name.setter
    def name(self, value: str | Unset) -> None:
        self._name = value

    @property
    def description(self) -> str | None:
        """Description of the subscription."""
        return None if self._description is UNSET else self._description

    @description.setter
    def description(self, value: str | Unset) -> None:
        self._description = value

    @property
    def aggregate_events(self) -> bool | None:
        """Whether events are collected into batches."""
        return None if self._aggregate_events is UNSET else self._aggregate_events

    @aggregate_events.setter
    def aggregate_events(self, value: bool | Unset) -> None:
        self._aggregate_events = value

    @property
    def content_type(self) -> str | None:
        """Media type of the dispatched events, such as `application/xml`."""
        return None if self._content_type is UNSET else self._content_type

    @content_type.setter
    def content_type(self, value: str | Unset) -> None:
        self._content_type = value

    @property
    def dispatch_type(self) -> DispatchType | None:
        """How events are dispatched: to an HTTPS URL, to a WCF service, or not at all. One of `https`, `wcf`, `none`."""
        return None if self._dispatch_type is UNSET else self._dispatch_type

    @dispatch_type.setter
    def dispatch_type(self, value: DispatchType | str | Unset) -> None:
        self._dispatch_type = as_enum(_dispatch_type.DispatchType, value)

    @property
    def enabled(self) -> bool | None:
        """Whether events are dispatched."""
        return None if self._enabled is UNSET else self._enabled

    @enabled.setter
    def enabled(self, value: bool | Unset) -> None:
        self._enabled = value

    @property
    def internal_endpoint(self) -> bool | None:
        """Whether the target is an internal endpoint. What counts as internal is not documented."""
        return None if self._internal_endpoint is UNSET else self._internal_endpoint

    @internal_endpoint.setter
    def internal_endpoint(self, value: bool | Unset) -> None:
        self._internal_endpoint = value

    @property
    def event_number_filter(self) -> list[str] | None:
        """Numbers of the events to dispatch, as strings."""
        return None if self._event_number_filter is UNSET else self._event_number_filter

    @event_number_filter.setter
    def event_number_filter(self, value: Sequence[str] | Unset) -> None:
        self._event_number_filter = as_given(value)

    @property
    def batch_settings(self) -> BatchSettings | None:
        """How events are collected into batches."""
        return None if self._batch_settings is UNSET else self._batch_settings

    @batch_settings.setter
    def batch_settings(self, value: BatchSettings | Mapping[str, Any] | Unset) -> None:
        self._batch_settings = as_model(_batch_settings.BatchSettings, value)

    @property
    def http_settings(self) -> HttpSettingsResponse | None:
        """Where and how events are dispatched over HTTP, without the secret."""
        return None if self._http_settings is UNSET else self._http_settings

    @http_settings.setter
    def http_settings(self, value: HttpSettingsResponse | Mapping[str, Any] | Unset) -> None:
        self._http_settings = as_model(_http_settings_response.HttpSettingsResponse, value)

    @property
    def wcf_settings(self) -> WcfSettingsResponse | None:
        """How events are dispatched to a WCF service, without the credentials."""
        return None if self._wcf_settings is UNSET else self._wcf_settings

    @wcf_settings.setter
    def wcf_settings(self, value: WcfSettingsResponse | Mapping[str, Any] | Unset) -> None:
        self._wcf_settings = as_model(_wcf_settings_response.WcfSettingsResponse, value)

    @property
    def secret_version(self) -> int | None:
        """Version number of the secret. Assigned by the server."""
        return None if self._secret_version is UNSET else self._secret_version

    @secret_version.setter
    def secret_version(self, value: int | Unset) -> None:
        self._secret_version = value
