# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""WcfSettingsResponse, a model of Jack Henry Modern Eventing, subscriptions."""

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

_KNOWN = frozenset({"useWcfSecurity"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class WcfSettingsResponse(Model):
    """How events are dispatched to a WCF service, without the credentials.

    Source: page: components, schemas, WcfSettingsResponse
    """

    __module__ = "subkit_jackhenry_events"
    __schema__: ClassVar[Schema] = {"type": "object", "properties": {"useWcfSecurity": {"type": "boolean"}}}
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (("_use_wcf_security", "useWcfSecurity"),)

    _use_wcf_security: bool | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        use_wcf_security: bool | Unset = UNSET,
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._use_wcf_security = use_wcf_security
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._use_wcf_security = get("useWcfSecurity", UNSET)
        if value is not UNSET and type(value) is not bool:
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
    def use_wcf_security(self, value: bool | Unset) -> None:
        self._use_wcf_security = value
