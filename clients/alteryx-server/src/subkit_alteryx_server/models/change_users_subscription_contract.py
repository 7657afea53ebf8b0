# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""ChangeUsersSubscriptionContract, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from subkit._models import (
    Model,
    Notes,
    Schema,
    as_given,
    kind_of,
    missing,
)
from subkit._unset import UNSET, Unset

_KNOWN = frozenset({"userIds"})


@define(init=False, eq=False, repr=False, weakref_slot=False, getstate_setstate=False)
class ChangeUsersSubscriptionContract(Model):
    """The users to move.

    Required: `user_ids`. Reading one that the response left out raises `MissingField`.

    Source: page: Change a User's Subscription, Parameters and curl; generated: ChangeUsersSubscriptionContract
    """

    __module__ = "subkit_alteryx_server"
    __schema__: ClassVar[Schema] = {
        "type": "object",
        "properties": {"userIds": {"type": "array", "items": {"type": "string"}}},
        "required": ("userIds",),
    }
    __names__: ClassVar[tuple[tuple[str, str], ...]] = (("_user_ids", "userIds"),)

    _user_ids: list[str] | Unset
    _unknown_fields: dict[str, Any] | None

    def __init__(
        self,
        *,
        user_ids: Sequence[str],
        unknown_fields: dict[str, Any] | None = None,
    ) -> None:
        self._user_ids = as_given(user_ids)
        self._unknown_fields = unknown_fields

    @classmethod
    def __read__(cls, source: dict[str, Any], notes: Notes) -> Self:
        self = cls.__new__(cls)
        get: Callable[[str, Unset], Any] = source.get
        value: Any
        value = self._user_ids = get("userIds", UNSET)
        kind = kind_of(value)
        if kind is not list or not {str}.issuperset(map(type, value)):
            notes.odd = True
        if _KNOWN.issuperset(source):
            self._unknown_fields = None
        else:
            self._unknown_fields = {key: value for key, value in source.items() if key not in _KNOWN}
            notes.odd = True
        return self

    @property
    def user_ids(self) -> list[str]:
        """Ids of the users, each 24 hexadecimal digits."""
        if self._user_ids is UNSET:
            missing(self, "user_ids")
        return self._user_ids

    @user_ids.setter
    def user_ids(self, value: Sequence[str] | Unset) -> None:
        self._user_ids = as_given(value)
