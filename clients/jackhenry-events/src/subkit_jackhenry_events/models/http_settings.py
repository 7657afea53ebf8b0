# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""HttpSettings, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    missing,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"url", "authType", "usesSecrets", "secret"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class HttpSettings(Model):
    """Where and how to dispatch events over HTTP.

    Required: `url`, `auth_type`, `uses_secrets`. Reading one that the response left out raises `MissingField`.

    Source: page: components, schemas, HttpSettings
    """

    __module__ = "subkit_jackhenry_events"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "url": {"type": "string", "format": "uri"},
            "authType": {"type": "string"},
            "usesSecrets": {"type": "boolean"},
            "secret": {"type": "string", "secret": True},
        },
        "required": (
            "url",
            "authType",
            "usesSecrets",
        ),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_url", "url"),
        ("_auth_type", "authType"),
        ("_uses_secrets", "usesSecrets"),
        ("_secret", "secret"),
    )
    __secret__: ClassVar[frozenset[str]] = frozenset(("_secret",))

    _url: str | Unset
    _auth_type: str | Unset
    _uses_secrets: bool | Unset
    _secret: str | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        url: str,
        auth_type: str,
        uses_secrets: bool,
        secret: str | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._url = url
        self._auth_type = auth_type
        self._uses_secrets = uses_secrets
        self._secret = secret
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._url = get("url", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._auth_type = get("authType", UNSET)
        if type(value) is not str:
            notes.odd = True
        value = self._uses_secrets = get("usesSecrets", UNSET)
        if type(value) is not bool:
            notes.odd = True
        value = self._secret = get("secret", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def url(self) -> str:
        """URL to which events are sent. A URI."""
        if self._url is UNSET:
            missing(self, "url")
        return self._url

    @url.setter
    def url(self, value: str | Unset) -> None:
        self._url = value

    @property
    def auth_type(self) -> str:
        """Type of authentication at that URL. Only `none` is documented."""
        if self._auth_type is UNSET:
            missing(self, "auth_type")
        return self._auth_type

    @auth_type.setter
    def auth_type(self, value: str | Unset) -> None:
        self._auth_type = value

    @property
    def uses_secrets(self) -> bool:
        """Whether the authentication uses the secret."""
        if self._uses_secrets is UNSET:
            missing(self, "uses_secrets")
        return self._uses_secrets

    @uses_secrets.setter
    def uses_secrets(self, value: bool | Unset) -> None:
        self._uses_secrets = value

    @property
    def secret(self) -> str | None:
        """Secret for the authentication. Responses never contain it. Secret: never shown in `repr`."""
        return None if self._secret is UNSET else self._secret

    @secret.setter
    def secret(self, value: str | Unset) -> None:
        self._secret = value
