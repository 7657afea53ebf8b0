# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""HttpSettingsPatch, a model of Jack Henry Modern Eventing, subscriptions."""

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

_KNOWN = frozenset({"url", "authType", "usesSecrets", "secret"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class HttpSettingsPatch(Model):
    """Changes to the `HttpSettings`: None removes a field; a field left out stays as it is.

    Source: page: components, schemas, HttpSettings
    """

    __module__ = "subkit_jackhenry_events"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "url": {"type": "string", "format": "uri", "nullable": True},
            "authType": {"type": "string", "nullable": True},
            "usesSecrets": {"type": "boolean", "nullable": True},
            "secret": {"type": "string", "nullable": True, "secret": True},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_url", "url"),
        ("_auth_type", "authType"),
        ("_uses_secrets", "usesSecrets"),
        ("_secret", "secret"),
    )
    __secret__: ClassVar[frozenset[str]] = frozenset(("_secret",))

    _url: str | None | Unset
    _auth_type: str | None | Unset
    _uses_secrets: bool | None | Unset
    _secret: str | None | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        url: str | None | Unset = UNSET,
        auth_type: str | None | Unset = UNSET,
        uses_secrets: bool | None | Unset = UNSET,
        secret: str | None | Unset = UNSET,
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
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._auth_type = get("authType", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        value = self._uses_secrets = get("usesSecrets", UNSET)
        if value is not UNSET and value is not None and type(value) is not bool:
            notes.odd = True
        value = self._secret = get("secret", UNSET)
        if value is not UNSET and value is not None and type(value) is not str:
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def url(self) -> str | None:
        """URL to which events are sent. A URI."""
        return None if self._url is UNSET else self._url

    @url.setter
    def url(self, value: str | None | Unset) -> None:
        self._url = value

    @property
    def auth_type(self) -> str | None:
        """Type of authentication at that URL. Only `none` is documented."""
        return None if self._auth_type is UNSET else self._auth_type

    @auth_type.setter
    def auth_type(self, value: str | None | Unset) -> None:
        self._auth_type = value

    @property
    def uses_secrets(self) -> bool | None:
        """Whether the authentication uses the secret."""
        return None if self._uses_secrets is UNSET else self._uses_secrets

    @uses_secrets.setter
    def uses_secrets(self, value: bool | None | Unset) -> None:
        self._uses_secrets = value

    @property
    def secret(self) -> str | None:
        """Secret for the authentication. Responses never contain it. Secret: never shown in `repr`."""
        return None if self._secret is UNSET else self._secret

    @secret.setter
    def secret(self, value: str | None | Unset) -> None:
        self._secret = value
