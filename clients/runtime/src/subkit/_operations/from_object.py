"""What a call takes from the fetched object that it is about: fields, and validators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .._errors import InvalidArgument
from .._models.edits import edited_fields, is_changed
from .._models.fitting import edits_left_out, field_schema, fit
from .._models.merge_patch import edits_as_patch
from .._models.schema import resolve
from .._models.slots import ModelSlots
from .._secrets.secret import unwrap_secret, wrap_secret
from .._secrets.tracebacks import scrub_tracebacks
from .conditional import Conditions
from .operation import Operation, basis_of, id_of

if TYPE_CHECKING:
    from .._models.schema import Schema
    from .endpoint import Endpoint, Parameter

T = TypeVar("T")
MERGE_PATCH = "application/merge-patch+json"


def replacement_arguments(endpoint: Endpoint[Any], given: Mapping[str, Any], subject: object) -> dict[str, Any]:
    """The arguments of a call that replaces an object: those that were given, and the fields of a fetched object.

    Raises `InvalidArgument` for an edit that would get lost.
    """
    given = wrap_secret(given)
    if not isinstance(subject, ModelSlots):
        return {**unwrap_secret(given)}
    with scrub_tracebacks:
        fields = fit(_schema_of(endpoint, subject), subject.to_dict(), nulls=False)
        return {**_by_argument(endpoint, fields), **unwrap_secret(given)}


def patch_arguments(endpoint: Endpoint[Any], given: Mapping[str, Any], subject: object = None) -> dict[str, Any]:
    """The arguments of a call that changes an object: those that were given, and the edited fields of a fetched object.

    Fields that the request requires are taken from it too. Raises `InvalidArgument` for an edit that would get lost.
    """
    given = wrap_secret(given)
    if not isinstance(subject, ModelSlots):
        return {**unwrap_secret(given)}
    with scrub_tracebacks:
        return _changes(endpoint, unwrap_secret(given), subject)


def _changes(endpoint: Endpoint[Any], given: Mapping[str, Any], subject: ModelSlots) -> dict[str, Any]:
    schema = _schema_of(endpoint, subject)
    changes = {**_by_argument(endpoint, _edits_of(endpoint, schema, subject)), **given}
    if not any(one.python in changes for one in _fields_of(endpoint)):
        return changes
    fields = _by_argument(endpoint, fit(schema, subject.to_dict(), nulls=False))
    needed = [one.python for one in _fields_of(endpoint) if one.required]
    return {**{name: fields[name] for name in needed if name in fields}, **changes}


def refreshing(endpoint: Endpoint[T], subject: object) -> Operation[T]:
    """The call that fetches an object again, if it changed.

    An edited object is fetched in any case: after a 304 its edits would be taken for what the server has.
    """
    name = next(one.python for one in endpoint.declared if one.is_id)
    arguments = {name: id_of(endpoint, subject)}
    if isinstance(subject, ModelSlots) and edited_fields(subject):
        return Operation(endpoint, arguments)
    return Operation(endpoint, arguments, Conditions(revalidate=True), basis_of(subject))


def conditions_of(subject: object, **given: Any) -> Conditions:
    """The conditions of a write: those that were given, and whether it got an object that came in no response."""
    return Conditions(**given, without_response=isinstance(subject, ModelSlots) and basis_of(subject) is None)


def _edits_of(endpoint: Endpoint[Any], schema: Schema, subject: ModelSlots) -> dict[str, Any]:
    if endpoint.body is not None and endpoint.body.media_type == MERGE_PATCH:
        return edits_as_patch(schema, subject)
    names, now = edited_fields(subject), subject.to_dict()
    edited = [one.wire for one in subject.__fields__ if one.name in names]
    return {wire: fit(field_schema(schema, wire) or {}, now.get(wire), nulls=True) for wire in edited}


def _schema_of(endpoint: Endpoint[Any], subject: ModelSlots) -> Schema:
    """The schema of the request, if it takes all that was edited."""
    schema: Schema = resolve(endpoint.body.schema["ref"]).__schema__ if endpoint.body else {}
    lost = next(edits_left_out(schema, subject), None)
    own = subject.__identity__
    if lost is None and own in edited_fields(subject) and is_changed(subject, str(own)) and basis_of(subject):
        lost = own  # it would be written to another object
    if lost is not None:
        raise InvalidArgument(f"{lost}: was edited, but {endpoint.id} cannot change it")
    return schema


def _fields_of(endpoint: Endpoint[Any]) -> list[Parameter]:
    return [one for one in endpoint.parameters if one.location == "body"]


def _by_argument(endpoint: Endpoint[Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    return {one.python: fields[one.wire] for one in _fields_of(endpoint) if one.wire in fields}
