# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""HttpSettingsResponse, a model of Jack Henry Modern Eventing, subscriptions."""

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

_KNOWN = frozenset({"url", "authType", "usesSecrets"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class HttpSettingsResponse(Model):
    """Where and how events are dispatched over HTTP, without the secret.

    Source: page: components, schemas, HttpSettingsResponse
    """

    __module__ = "subkit_jackhenry_events"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {
            "url": {"type": "string", "format": "uri"},
            "authType": {"type": "string"},
            "usesSecrets": {"type": "boolean"},
        },
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_url", "url"),
        ("_auth_type", "authType"),
        ("_uses_secrets", "usesSecrets"),
    )

    _url: str | Unset
    _auth_type: str | Unset
    _uses_secrets: bool | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        url: str | Unset = UNSET,
        auth_type: str | Unset = UNSET,
        uses_secrets: bool | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._url = url
        self._auth_type = auth_type
        self._uses_secrets = uses_secrets
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._url = get("url", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._auth_type = get("authType", UNSET)
        if value is not UNSET and type(value) is not str:
            notes.odd = True
        value = self._uses_secrets = get("usesSecrets", UNSET)
        if value is not UNSET and type(value) is not bool:
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
    def url(self, value: str | Unset) -> None:
        self._url = value

    @property
    def auth_type(self) -> str | None:
        """Type of authentication at that URL. Only `none` is documented."""
        return None if self._auth_type is UNSET else self._auth_type

    @auth_type.setter
    def auth_type(self, value: str | Unset) -> None:
        self._auth_type = value

    @property
    def uses_secrets(self) -> bool | None:
        """Whether the authentication uses a secret."""
        return None if self._uses_secrets is UNSET else self._uses_secrets

    @uses_secrets.setter
    def uses_secrets(self, value: bool | Unset) -> None:
        self._uses_secrets = value
