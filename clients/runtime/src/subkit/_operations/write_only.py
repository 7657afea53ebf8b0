"""Prevents the loss of secrets that the API never returns when an object is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .._errors import InvalidArgument
from .._formats.json import is_array, is_object
from .._models.slots import ModelSlots
from .._secrets.secret import unwrap_secret, wrap_secret
from .._secrets.tracebacks import scrub_tracebacks
from .._values import frozen
from .operation import json_value

if TYPE_CHECKING:
    from .endpoint import Endpoint

Json = dict[str, Any]


@frozen
class WriteOnlyField:
    """A write-only field of a body, by the vendor's names."""

    path: tuple[str, ...]
    """The properties around it, from the body inwards."""
    field: str
    """Its name."""
    flag: str | None
    """Name of the boolean beside it that says whether it is in use; None if it always is."""


def keep_secrets(
    endpoint: Endpoint[Any],
    arguments: dict[str, Any],
    subject: object,
    rules: tuple[WriteOnlyField, ...],
    *,
    allow: bool,
) -> dict[str, Any]:
    """The arguments of a replacement. Raises `InvalidArgument` if a secret that is in use would get lost.

    It is in use if the fetched object says so, or what takes its place.
    """
    arguments = wrap_secret(arguments)
    if not allow:
        with scrub_tracebacks:
            _check(endpoint, unwrap_secret(arguments), subject, rules)
    return unwrap_secret(arguments)


def _check(
    endpoint: Endpoint[Any], arguments: dict[str, Any], subject: object, rules: tuple[WriteOnlyField, ...]
) -> None:
    names = {one.wire: one.python for one in endpoint.parameters if one.location == "body"}
    given = {wire: json_value(arguments[name], name) for wire, name in names.items() if name in arguments}
    fetched = subject.to_dict() if isinstance(subject, ModelSlots) else {}
    for rule in rules:
        if _would_be_lost(rule, fetched, given):
            whole = (*rule.path, rule.field)
            raise InvalidArgument(
                f"{names.get(whole[0])}: this replaces the whole object, which uses {'.'.join(whole)}, and the API "
                "never returns that secret: pass it again, change single fields with patch(), or pass "
                "allow_secret_loss=True"
            )


def _would_be_lost(rule: WriteOnlyField, fetched: Json, given: Json) -> bool:
    new = list(_objects_at(rule.path, given))
    if any(one.get(rule.field) is None for one in new if rule.flag is not None and one.get(rule.flag) is True):
        return True
    used = any(rule.flag is None or one.get(rule.flag) is True for one in _objects_at(rule.path, fetched))
    return used and not (new and all(one.get(rule.field) is not None for one in new))


def _objects_at(path: tuple[str, ...], value: Any) -> Iterator[Json]:
    """The objects at a path, of which there are several where arrays are on the way."""
    if is_array(value):
        for item in value:
            yield from _objects_at(path, item)
    elif is_object(value):
        if path:
            yield from _objects_at(path[1:], value.get(path[0]))
        elif value:
            yield value
