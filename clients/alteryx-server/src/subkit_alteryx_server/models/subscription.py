# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Subscription, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define
from subkit._formats import is_datetime
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_models,
    as_moment,
    kind_of,
    odd,
    read_all,
)
from subkit._unset import UNSET, Unset

from . import subscription_credential as _subscription_credential
from . import subscription_data_connection as _subscription_data_connection

if TYPE_CHECKING:
    from .subscription_credential import SubscriptionCredential
    from .subscription_data_connection import SubscriptionDataConnection

_KNOWN = frozenset(
    {
        "name",
        "apiKey",
        "apiSecret",
        "active",
        "expirationDate",
        "expDate",
        "dateUpdated",
        "apiEnabled",
        "canShareSchedules",
        "credentialId",
        "credentials",
        "dataConnections",
        "id",
    }
)


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class Subscription(Model):
    """A newly created subscription, with its API key and secret.

    Source: page: Create a New Subscription, sample of 201; generated: Subscription
    """

    __module__ = "subkit_alteryx_server"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "apiKey": {"type": "string", "secret": True},
            "apiSecret": {"type": "string", "secret": True},
            "active": {"type": "boolean"},
            "expirationDate": {"type": "string"},
            "expDate": {"type": "string", "format": "date-time"},
            "dateUpdated": {"type": "string", "format": "date-time"},
            "apiEnabled": {"type": "boolean"},
            "canShareSchedules": {"type": "boolean"},
            "credentialId": {"type": "string", "nullable": True},
            "credentials": {
                "type": "array",
                "items": {"ref": "subkit_alteryx_server.models.subscription_credential.SubscriptionCredential"},
            },
            "dataConnections": {
                "type": "array",
                "items": {
                    "ref": "subkit_alteryx_server.models.subscription_data_connection.SubscriptionDataConnection"
                },
            },
            "id": {"type": "string"},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_name", "name"),
        ("_api_key", "apiKey"),
        ("_api_secret", "apiSecret"),
        ("_active", "active"),
        ("_expiration_date", "expirationDate"),
        ("_exp_date", "expDate"),
        ("_date_updated", "dateUpdated"),
        ("_api_enabled", "apiEnabled"),
        ("_can_share_schedules", "canShareSchedules"),
        ("_credential_id", "credentialId"),
        ("_credentials", "credentials"),
        ("_data_connections", "dataConnections"),
        ("_id", "id"),
    )
    __secret__: ClassVar[frozenset[str]] = frozenset(("_api_key", "_api_secret"))
    __identity__: ClassVar[str | None] = "id"

    _name: str | Unset
    _api_key: str | Unset
    _api_secret: str | Unset
    _active: bool | Unset
    _expiration_date: str | Unset
    _exp_date: datetime | str | None | Unset
    _date_updated: datetime | str | None | Unset
    _api_enabled: bool | Unset
    _can_share_schedules: bool | Unset
    _credential_id: str | None | Unset
    _credentials: list[SubscriptionCredential] | Unset
    _data_connections: list[SubscriptionDataConnection] | Unset
    _id: str | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        name: str | Unset = UNSET,
        api_key: str | Unset = UNSET,
        api_secret: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        expiration_date: str | Unset = UNSET,
        exp_date: datetime | Unset = UNSET,
        date_updated: datetime | Unset = UNSET,
        api_enabled: bool | Unset = UNSET,
        can_share_schedules: bool | Unset = UNSET,
        credential_id: str | None | Unset = UNSET,
        credentials: Sequence[SubscriptionCredential | Mapping[str, Any]] | Unset = UNSET,
        data_connections: Sequence[SubscriptionDataConnection | Mapping[str, Any]] | Unset = UNSET,
        id: str | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._name = name
        self._api_key = api_key
        self._api_secret = api_secret
        self._active = active
        self._expiration_date = expiration_date
        self._exp_date = exp_date
        self._date_updated = date_updated
        self._api_enabled = api_enabled
        self._can_share_schedules = can_share_schedules
        self._credential_id = credential_id
        self._credentials = as_models(_subscription_credential.SubscriptionCredential, credentials)
        self._data_connections = as_models(_subscription_data_connection.SubscriptionDataConnection, data_connections)
        self._id = id
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._name = get("name", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._api_key = get("apiKey", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._api_secret = get("apiSecret", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._active = get("active", UNSET)
        if value is not UNSET and type(value) is not bool:
            notes.odd = True
        value = self._expiration_date = get("expirationDate", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._exp_date = get("expDate", UNSET)
        if value is not UNSET and (type(value) is not str or not is_datetime(value)):
            notes.odd = True
        value = self._date_updated = get("dateUpdated", UNSET)
        if value is not UNSET and (type(value) is not str or not is_datetime(value)):
            notes.odd = True
        value = self._api_enabled = get("apiEnabled", UNSET)
        if value is not UNSET and type(value) is not bool:
            notes.odd = True
        value = self._can_share_schedules = get("canShareSchedules", UNSET)
        if value is not UNSET and type(value) is not bool:
            notes.odd = True
        value = self._credential_id = get("credentialId", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = get("credentials", UNSET)
        kind = kind_of(value)
        if kind is list:
            self._credentials = read_all(_subscription_credential.SubscriptionCredential.__read__, value, notes)
        elif value is not UNSET:
            self._credentials = odd(value, notes)
        else:
            self._credentials = value
        value = get("dataConnections", UNSET)
        kind = kind_of(value)
        if kind is list:
            self._data_connections = read_all(
                _subscription_data_connection.SubscriptionDataConnection.__read__, value, notes
            )
        elif value is not UNSET:
            self._data_connections = odd(value, notes)
        else:
            self._data_connections = value
        value = self._id = get("id", UNSET)
        if value is not UNSET and type(value) is not str:
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
    def name(self, value: str | Unset) -> None:
        self._name = value

    @property
    def api_key(self) -> str | None:
        """API key of the subscription. Secret: never shown in `repr`."""
        return None if self._api_key is UNSET else self._api_key

    @api_key.setter
    def api_key(self, value: str | Unset) -> None:
        self._api_key = value

    @property
    def api_secret(self) -> str | None:
        """API secret of the subscription. Secret: never shown in `repr`."""
        return None if self._api_secret is UNSET else self._api_secret

    @api_secret.setter
    def api_secret(self, value: str | Unset) -> None:
        self._api_secret = value

    @property
    def active(self) -> bool | None:
        """Whether the subscription is active."""
        return None if self._active is UNSET else self._active

    @active.setter
    def active(self, value: bool | Unset) -> None:
        self._active = value

    @property
    def expiration_date(self) -> str | None:
        """Expiration as free text. May be empty; `expDate` has the date."""
        return None if self._expiration_date is UNSET else self._expiration_date

    @expiration_date.setter
    def expiration_date(self, value: str | Unset) -> None:
        self._expiration_date = value

    @property
    def exp_date(self) -> datetime | None:
        """When the subscription expires, in UTC with milliseconds."""
        return None if self._exp_date is UNSET or self._exp_date is None else as_moment(self._exp_date)

    @exp_date.setter
    def exp_date(self, value: datetime | Unset) -> None:
        self._exp_date = value

    @property
    def date_updated(self) -> datetime | None:
        """When the subscription was last changed, in UTC with milliseconds."""
        return None if self._date_updated is UNSET or self._date_updated is None else as_moment(self._date_updated)

    @date_updated.setter
    def date_updated(self, value: datetime | Unset) -> None:
        self._date_updated = value

    @property
    def api_enabled(self) -> bool | None:
        """Whether the API is enabled for the subscription."""
        return None if self._api_enabled is UNSET else self._api_enabled

    @api_enabled.setter
    def api_enabled(self, value: bool | Unset) -> None:
        self._api_enabled = value

    @property
    def can_share_schedules(self) -> bool | None:
        """Whether shared schedules are enabled."""
        return None if self._can_share_schedules is UNSET else self._can_share_schedules

    @can_share_schedules.setter
    def can_share_schedules(self, value: bool | Unset) -> None:
        self._can_share_schedules = value

    @property
    def credential_id(self) -> str | None:
        """Id of the default credential. Empty or null for none."""
        return None if self._credential_id is UNSET else self._credential_id

    @credential_id.setter
    def credential_id(self, value: str | None | Unset) -> None:
        self._credential_id = value

    @property
    def credentials(self) -> list[SubscriptionCredential] | None:
        """The credentials of the subscription."""
        return None if self._credentials is UNSET else self._credentials

    @credentials.setter
    def credentials(self, value: Sequence[SubscriptionCredential | Mapping[str, Any]] | Unset) -> None:
        self._credentials = as_models(_subscription_credential.SubscriptionCredential, value)

    @property
    def data_connections(self) -> list[SubscriptionDataConnection] | None:
        """The data connections of the subscription."""
        return None if self._data_connections is UNSET else self._data_connections

    @data_connections.setter
    def data_connections(self, value: Sequence[SubscriptionDataConnection | Mapping[str, Any]] | Unset) -> None:
        self._data_connections = as_models(_subscription_data_connection.SubscriptionDataConnection, value)

    @property
    def id(self) -> str | None:
        """Id of the subscription, 24 hexadecimal digits."""
        return None if self._id is UNSET else self._id

    @id.setter
    def id(self, value: str | Unset) -> None:
        self._id = value
