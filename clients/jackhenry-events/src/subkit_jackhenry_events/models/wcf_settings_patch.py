# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""WcfSettingsPatch, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"useWcfSecurity", "username", "password"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class WcfSettingsPatch(Model):
    """Changes to the `WcfSettings`: None removes a field; a field left out stays as it is.

    Source: page: components, schemas, WcfSettings
    """

    __module__ = "subkit_jackhenry_events"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "useWcfSecurity": {"type": "boolean", "nullable": True},
            "username": {"type": "string", "nullable": True, "secret": True},
            "password": {"type": "string", "nullable": True, "secret": True},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_use_wcf_security", "useWcfSecurity"),
        ("_username", "username"),
        ("_password", "password"),
    )
    __secret__: ClassVar[frozenset[str]] = frozenset(("_username", "_password"))

    _use_wcf_security: bool | None | Unset
    _username: str | None | Unset
    _password: str | None | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        use_wcf_security: bool | None | Unset = UNSET,
        username: str | None | Unset = UNSET,
        password: str | None | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._use_wcf_security = use_wcf_security
        self._username = username
        self._password = password
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._use_wcf_security = get("useWcfSecurity", UNSET)
        if value is not UNSET and value is not None and type(value) is not bool:
            notes.odd = True
        value = self._username = get("username", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._password = get("password", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def use_wcf_security(self) -> bool | None:
        """Whether WCF security is used."""
        return None if self._use_wcf_security is UNSET else self._use_wcf_security

    @use_wcf_security.setter
    def use_wcf_security(self, value: bool | None | Unset) -> None:
        self._use_wcf_security = value

    @property
    def username(self) -> str | None:
        """User name for WCF. Responses never contain it. Secret: never shown in `repr`."""
        return None if self._username is UNSET else self._username

    @username.setter
    def username(self, value: str | None | Unset) -> None:
        self._username = value

    @property
    def password(self) -> str | None:
        """Password for WCF. Responses never contain it. Secret: never shown in `repr`."""
        return None if self._password is UNSET else self._password

    @password.setter
    def password(self, value: str | None | Unset) -> None:
        self._password = value
