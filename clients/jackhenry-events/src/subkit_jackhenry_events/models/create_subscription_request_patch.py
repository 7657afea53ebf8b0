# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""CreateSubscriptionRequestPatch, a model of Jack Henry Modern Eventing, subscriptions."""

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

from . import batch_settings_patch as _batch_settings_patch
from . import dispatch_type as _dispatch_type
from . import http_settings_patch as _http_settings_patch
from . import wcf_settings_patch as _wcf_settings_patch

if TYPE_CHECKING:
    from .batch_settings_patch import BatchSettingsPatch
    from .dispatch_type import DispatchType
    from .http_settings_patch import HttpSettingsPatch
    from .wcf_settings_patch import WcfSettingsPatch

_KNOWN = frozenset(
    {
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
class CreateSubscriptionRequestPatch(Model):
    """Changes to the `CreateSubscriptionRequest`: None removes a field; a field left out stays as it is.

    Source: page: components, schemas, CreateSubscriptionRequest
    """

    __module__ = "subkit_jackhenry_events"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "name": {"type": "string", "nullable": True},
            "description": {"type": "string", "nullable": True},
            "aggregateEvents": {"type": "boolean", "nullable": True},
            "contentType": {"type": "string", "nullable": True},
            "dispatchType": {
                "type": "string",
                "enum": (
                    "https",
                    "wcf",
                    "none",
                ),
                "open": "subkit_jackhenry_events.models.dispatch_type.DispatchType",
                "nullable": True,
            },
            "enabled": {"type": "boolean", "nullable": True},
            "internalEndpoint": {"type": "boolean", "nullable": True},
            "eventNumberFilter": {"type": "array", "items": {"type": "string"}, "nullable": True},
            "batchSettings": {
                "ref": "subkit_jackhenry_events.models.batch_settings_patch.BatchSettingsPatch",
                "nullable": True,
            },
            "httpSettings": {
                "ref": "subkit_jackhenry_events.models.http_settings_patch.HttpSettingsPatch",
                "nullable": True,
            },
            "wcfSettings": {
                "ref": "subkit_jackhenry_events.models.wcf_settings_patch.WcfSettingsPatch",
                "nullable": True,
            },
            "secretVersion": {"type": "integer", "format": "int64", "nullable": True},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
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

    _name: str | None | Unset
    _description: str | None | Unset
    _aggregate_events: bool | None | Unset
    _content_type: str | None | Unset
    _dispatch_type: DispatchType | None | Unset
    _enabled: bool | None | Unset
    _internal_endpoint: bool | None | Unset
    _event_number_filter: list[str] | None | Unset
    _batch_settings: BatchSettingsPatch | None | Unset
    _http_settings: HttpSettingsPatch | None | Unset
    _wcf_settings: WcfSettingsPatch | None | Unset
    _secret_version: int | None | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        aggregate_events: bool | None | Unset = UNSET,
        content_type: str | None | Unset = UNSET,
        dispatch_type: DispatchType | str | None | Unset = UNSET,
        enabled: bool | None | Unset = UNSET,
        internal_endpoint: bool | None | Unset = UNSET,
        event_number_filter: Sequence[str] | None | Unset = UNSET,
        batch_settings: BatchSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        http_settings: HttpSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        wcf_settings: WcfSettingsPatch | Mapping[str, Any] | None | Unset = UNSET,
        secret_version: int | None | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._name = name
        self._description = description
        self._aggregate_events = aggregate_events
        self._content_type = content_type
        self._dispatch_type = as_enum(_dispatch_type.DispatchType, dispatch_type)
        self._enabled = enabled
        self._internal_endpoint = internal_endpoint
        self._event_number_filter = as_given(event_number_filter)
        self._batch_settings = as_model(_batch_settings_patch.BatchSettingsPatch, batch_settings)
        self._http_settings = as_model(_http_settings_patch.HttpSettingsPatch, http_settings)
        self._wcf_settings = as_model(_wcf_settings_patch.WcfSettingsPatch, wcf_settings)
        self._secret_version = secret_version
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._name = get("name", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._description = get("description", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._aggregate_events = get("aggregateEvents", UNSET)
        if value is not UNSET and value is not None and type(value) is not bool:
            notes.odd = True
        value = self._content_type = get("contentType", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = get("dispatchType", UNSET)
        kind = kind_of(value)
        if kind is str:
            member = _dispatch_type_members.get(value)
            if member is None:
                notes.odd = True
                member = _dispatch_type.DispatchType(value)
            self._dispatch_type = cast(Any, member)
        elif value is not UNSET and value is not None:
            self._dispatch_type = odd(value, notes)
        else:
            self._dispatch_type = value
        value = self._enabled = get("enabled", UNSET)
        if value is not UNSET and value is not None and type(value) is not bool:
            notes.odd = True
        value = self._internal_endpoint = get("internalEndpoint", UNSET)
        if value is not UNSET and value is not None and type(value) is not bool:
            notes.odd = True
        value = self._event_number_filter = get("eventNumberFilter", UNSET)
        kind = kind_of(value)
        if value is not UNSET and value is not None and (kind is not list or not {str}.issuperset(map(type, value))):
            notes.odd = True
        value = get("batchSettings", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._batch_settings = _batch_settings_patch.BatchSettingsPatch.__read__(value, notes)
        elif value is not UNSET and value is not None:
            self._batch_settings = odd(value, notes)
        else:
            self._batch_settings = value
        value = get("httpSettings", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._http_settings = _http_settings_patch.HttpSettingsPatch.__read__(value, notes)
        elif value is not UNSET and value is not None:
            self._http_settings = odd(value, notes)
        else:
            self._http_settings = value
        value = get("wcfSettings", UNSET)
        kind = kind_of(value)
        if kind is dict:
            self._wcf_settings = _wcf_settings_patch.WcfSettingsPatch.__read__(value, notes)
        elif value is not UNSET and value is not None:
            self._wcf_settings = odd(value, notes)
        else:
            self._wcf_settings = value
        value = self._secret_version = get("secretVersion", UNSET)
        if value is not UNSET and value is not None and type(value) is not int:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def name(self) -> str | None:
        """Name of the subscription."""
        return None if self._name is UNSET else self._name

    @name.setter
    def name(self, value: str | None | Unset) -> None:
        self._name = value

    @property
    def description(self) -> str | None:
        """Description of the subscription."""
        return None if self._description is UNSET else self._description

    @description.setter
    def description(self, value: str | None | Unset) -> None:
        self._description = value

    @property
    def aggregate_events(self) -> bool | None:
        """Whether events are collected into batches."""
        return None if self._aggregate_events is UNSET else self._aggregate_events

    @aggregate_events.setter
    def aggregate_events(self, value: bool | None | Unset) -> None:
        self._aggregate_events = value

    @property
    def content_type(self) -> str | None:
        """Media type of the dispatched events, such as `application/xml`."""
        return None if self._content_type is UNSET else self._content_type

    @content_type.setter
    def content_type(self, value: str | None | Unset) -> None:
        self._content_type = value

    @property
    def dispatch_type(self) -> DispatchType | None:
        """How events are dispatched: to an HTTPS URL, to a WCF service, or not at all. One of `https`, `wcf`, `none`."""
        return None if self._dispatch_type is UNSET else self._dispatch_type

    @dispatch_type.setter
    def dispatch_type(self, value: DispatchType | str | None | Unset) -> None:
        self._dispatch_type = as_enum(_dispatch_type.DispatchType, value)

    @property
    def enabled(self) -> bool | None:
        """Whether events are dispatched."""
        return None if self._enabled is UNSET else self._enabled

    @enabled.setter
    def enabled(self, value: bool | None | Unset) -> None:
        self._enabled = value

    @property
    def internal_endpoint(self) -> bool | None:
        """Whether the target is an internal endpoint. What counts as internal is not documented."""
        return None if self._internal_endpoint is UNSET else self._internal_endpoint

    @internal_endpoint.setter
    def internal_endpoint(self, value: bool | None | Unset) -> None:
        self._internal_endpoint = value

    @property
    def event_number_filter(self) -> list[str] | None:
        """Numbers of the events to dispatch, as strings. A new list replaces the old one."""
        return None if self._event_number_filter is UNSET else self._event_number_filter

    @event_number_filter.setter
    def event_number_filter(self, value: Sequence[str] | None | Unset) -> None:
        self._event_number_filter = as_given(value)

    @property
    def batch_settings(self) -> BatchSettingsPatch | None:
        """Changes to the `BatchSettings`: None removes a field; a field left out stays as it is."""
        return None if self._batch_settings is UNSET else self._batch_settings

    @batch_settings.setter
    def batch_settings(self, value: BatchSettingsPatch | Mapping[str, Any] | None | Unset) -> None:
        self._batch_settings = as_model(_batch_settings_patch.BatchSettingsPatch, value)

    @property
    def http_settings(self) -> HttpSettingsPatch | None:
        """Changes to the `HttpSettings`: None removes a field; a field left out stays as it is."""
        return None if self._http_settings is UNSET else self._http_settings

    @http_settings.setter
    def http_settings(self, value: HttpSettingsPatch | Mapping[str, Any] | None | Unset) -> None:
        self._http_settings = as_model(_http_settings_patch.HttpSettingsPatch, value)

    @property
    def wcf_settings(self) -> WcfSettingsPatch | None:
        """Changes to the `WcfSettings`: None removes a field; a field left out stays as it is."""
        return None if self._wcf_settings is UNSET else self._wcf_settings

    @wcf_settings.setter
    def wcf_settings(self, value: WcfSettingsPatch | Mapping[str, Any] | None | Unset) -> None:
        self._wcf_settings = as_model(_wcf_settings_patch.WcfSettingsPatch, value)

    @property
    def secret_version(self) -> int | None:
        """Version number of the secret. What writing it does is not documented."""
        return None if self._secret_version is UNSET else self._secret_version

    @secret_version.setter
    def secret_version(self, value: int | None | Unset) -> None:
        self._secret_version = value
