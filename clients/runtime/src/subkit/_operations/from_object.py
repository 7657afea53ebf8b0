"""What a call takes from the fetched object that it is about: fields to write, and whether it may be revalidated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .._errors import InvalidArgument
from .._formats.json import to_json
from .._models.edits import edited_fields, is_changed
from .._models.fitting import edits_left_out, field_schema, fit
from .._models.merge_patch import edits_as_patch
from .._models.schema import resolve
from .._models.slots import ModelSlots
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

    Raises `InvalidArgument` if only an id was given and an argument is missing, and for an edit that would get lost.
    """
    with scrub_tracebacks:
        if not isinstance(subject, ModelSlots):
            return _complete(endpoint, given)
        fields = fit(_schema_of(endpoint, subject), subject.to_dict(), nulls=False)
        return {**_by_argument(endpoint, fields), **given}


def patch_arguments(endpoint: Endpoint[Any], given: Mapping[str, Any], subject: object = None) -> dict[str, Any]:
    """The arguments of a call that changes an object: those that were given, and the edited fields of a fetched object.

    Raises `InvalidArgument` if nothing would be changed, and for an edit that would get lost.
    """
    with scrub_tracebacks:
        edits = _edits_of(endpoint, subject) if isinstance(subject, ModelSlots) else {}
        arguments = {**_by_argument(endpoint, edits), **given}
        if not any(one.python in arguments for one in _fields_of(endpoint)) and _needs_body(endpoint, given):
            what = "no field was given or edited" if isinstance(subject, ModelSlots) else "no field was given"
            raise InvalidArgument(f"{endpoint.id}: {what}, so nothing would be changed")
        if not isinstance(subject, ModelSlots):
            return _complete(endpoint, arguments)
        fields = _by_argument(endpoint, fit(_schema_of(endpoint, subject), subject.to_dict(), nulls=False))
        return {**{name: fields[name] for name in _required(endpoint) if name in fields}, **arguments}


def refreshing(endpoint: Endpoint[T], subject: object) -> Operation[T]:
    """The call that fetches an object again, if it changed.

    An edited object is fetched in any case: after a 304 its edits would be taken for what the server has.
    """
    name = next(one.python for one in endpoint.declared if one.is_id)
    arguments = {name: id_of(endpoint, subject)}
    if isinstance(subject, ModelSlots) and edited_fields(subject):
        return Operation(endpoint, arguments)
    return Operation(endpoint, arguments, Conditions(revalidate=True), basis_of(subject))


def _edits_of(endpoint: Endpoint[Any], subject: ModelSlots) -> dict[str, Any]:
    schema = _schema_of(endpoint, subject)
    if endpoint.body is not None and endpoint.body.media_type == MERGE_PATCH:
        return edits_as_patch(schema, subject)
    names = {one.wire for one in subject.__fields__ if one.name in edited_fields(subject)}
    fields = {name: value for name, value in subject.to_dict().items() if name in names}
    return {name: fit(field_schema(schema, name) or {}, to_json(value), nulls=True) for name, value in fields.items()}


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


def _complete(endpoint: Endpoint[Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a call that got an id, from which nothing can be taken."""
    missing = [name for name in _required(endpoint) if name not in given]
    if missing:
        raise InvalidArgument(f"{', '.join(missing)}: required, unless a fetched object is given")
    return {**given}


def _required(endpoint: Endpoint[Any]) -> list[str]:
    return [one.python for one in _fields_of(endpoint) if one.required]


def _fields_of(endpoint: Endpoint[Any]) -> list[Parameter]:
    return [one for one in endpoint.parameters if one.location == "body"]


def _by_argument(endpoint: Endpoint[Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    return {one.python: fields[one.wire] for one in _fields_of(endpoint) if one.wire in fields}


def _needs_body(endpoint: Endpoint[Any], given: Mapping[str, Any]) -> bool:
    """Whether a call does nothing without a body: it may do something else that another argument says."""
    others = {one.python for one in endpoint.parameters if one.location in ("query", "header")}
    return endpoint.body is not None and (endpoint.body.required or others.isdisjoint(given))
