# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Subscription, a model of WSO2 API Manager Publisher, subscriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_enum,
    kind_of,
    missing,
    odd,
)
from subkit._unset import UNSET, Unset

from . import subscription_status as _subscription_status

if TYPE_CHECKING:
    from .subscription_status import SubscriptionStatus

_KNOWN = frozenset({"subscriptionId", "applicationId", "apiIdentifier", "tier", "status"})
_status_members = _subscription_status.SubscriptionStatus._value2member_map_


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class Subscription(Model):
    """A subscription of an application to an API.

    Required: `application_id`, `api_identifier`, `tier`. Reading one that the response left out raises
    `MissingField`.

    Source: v0.11: definitions, Subscription; page: sample responses
    """

    __module__ = "subkit_wso2_publisher"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "subscriptionId": {"type": "string"},
            "applicationId": {"type": "string"},
            "apiIdentifier": {"type": "string"},
            "tier": {"type": "string", "nullable": True},
            "status": {
                "type": "string",
                "enum": (
                    "BLOCKED",
                    "PROD_ONLY_BLOCKED",
                    "UNBLOCKED",
                    "ON_HOLD",
                    "REJECTED",
                ),
                "open": "subkit_wso2_publisher.models.subscription_status.SubscriptionStatus",
            },
        },
        "required": (
            "applicationId",
            "apiIdentifier",
            "tier",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_subscription_id", "subscriptionId"),
        ("_application_id", "applicationId"),
        ("_api_identifier", "apiIdentifier"),
        ("_tier", "tier"),
        ("_status", "status"),
    )
    __identity__: ClassVar[str | None] = "subscription_id"

    _subscription_id: str | Unset
    _application_id: str | Unset
    _api_identifier: str | Unset
    _tier: str | None | Unset
    _status: SubscriptionStatus | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        application_id: str,
        api_identifier: str,
        tier: str | None,
        subscription_id: str | Unset = UNSET,
        status: SubscriptionStatus | str | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._subscription_id = subscription_id
        self._application_id = application_id
        self._api_identifier = api_identifier
        self._tier = tier
        self._status = as_enum(_subscription_status.SubscriptionStatus, status)
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._subscription_id = get("subscriptionId", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._application_id = get("applicationId", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._api_identifier = get("apiIdentifier", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._tier = get("tier", UNSET)
        if value is not None and type(value) is not str:
            notes.odd = True
        value = get("status", UNSET)
        kind = kind_of(value)
        if kind is str:
            member = _status_members.get(value)
            if member is None:
                notes.odd = True
                member = _subscription_status.SubscriptionStatus(value)
            self._status = cast(Any, member)
        elif value is not UNSET:
            self._status = odd(value, notes)
        else:
            self._status = value
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def subscription_id(self) -> str | None:
        """Id of the subscription, a UUID."""
        return None if self._subscription_id is UNSET else self._subscription_id

    @subscription_id.setter
    def subscription_id(self, value: str | Unset) -> None:
        self._subscription_id = value

    @property
    def application_id(self) -> str:
        """Id of the subscribing application, a UUID."""
        if self._application_id is UNSET:
            missing(self, "application_id")
        return self._application_id

    @application_id.setter
    def application_id(self, value: str | Unset) -> None:
        self._application_id = value

    @property
    def api_identifier(self) -> str:
        """Identifier of the API, as `provider-name-version`."""
        if self._api_identifier is UNSET:
            missing(self, "api_identifier")
        return self._api_identifier

    @api_identifier.setter
    def api_identifier(self, value: str | Unset) -> None:
        self._api_identifier = value

    @property
    def tier(self) -> str | None:
        """Name of the throttling tier. Null if the server has none on record."""
        if self._tier is UNSET:
            missing(self, "tier")
        return self._tier

    @tier.setter
    def tier(self, value: str | None | Unset) -> None:
        self._tier = value

    @property
    def status(self) -> SubscriptionStatus | None:
        """State of a subscription. Later servers have more states. One of `BLOCKED`, `PROD_ONLY_BLOCKED`, `UNBLOCKED`,
        `ON_HOLD`, `REJECTED`.
        """
        return None if self._status is UNSET else self._status

    @status.setter
    def status(self, value: SubscriptionStatus | str | Unset) -> None:
        self._status = as_enum(_subscription_status.SubscriptionStatus, value)
