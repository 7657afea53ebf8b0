"""The operations of a document as calls of a package."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, count

from attrs import evolve

from ..spec.engine import identifier
from ..spec.facade import Facade, OperationFacade
from ..spec.operations import Operation
from . import nodes
from .arguments import arguments_of, body_of, content_schema, idempotency_key, with_unique_names
from .composed import composed
from .context import Context, source_of, text_of
from .naming import resource_name, singular
from .paging import paging_of
from .subjects import subject_of
from .verbs import is_list_call, method_name_of, own_name_of

_IDEMPOTENT = ("get", "head", "options", "put", "delete")
"""Methods that can be retried safely (RFC 9110, 9.2.2)."""


def call_of(context: Context, operation: Operation) -> nodes.Call:
    """The call that an operation becomes."""
    facade = context.facade.operations.get(operation.id, OperationFacade())
    resource = resource_name(facade.resource or operation.tag)
    call = _named_call(operation, resource, facade.method or method_name_of(operation, context.resolved, resource))
    success, errors = _schemas_by_status(context, operation)
    subject = subject_of(operation, context.facade, resource, context.item_paths, context.resolved.schemas)
    arguments = with_unique_names(arguments_of(context, operation, facade, subject))
    is_list = facade.paging is not None or _is_bare_list(context, operation, success)
    return evolve(
        call,
        subject=subject,
        idempotent=facade.idempotent or operation.method in _IDEMPOTENT,
        arguments=arguments,
        body=body_of(context, operation),
        accept=_accept(operation),
        success=success,
        errors=errors,
        error_texts={status: text_of(operation.responses[status].description) for status in errors},
        returns=_returns(context, success),
        empty_reply=facade.empty_reply,
        fresh=next((one.python for one in arguments if facade.fresh == one.wire), None),
        paging=paging_of(context, operation, facade.paging, arguments) if is_list else None,
    )


def _named_call(operation: Operation, resource: str, method_name: str) -> nodes.Call:
    """A call with its names and texts only."""
    return nodes.Call(
        id=operation.id,
        function=f"{method_name}_{resource if method_name == 'list' else singular(resource)}",
        method_name=method_name,
        resource=resource,
        method=operation.method.upper(),
        path=operation.path,
        summary=text_of(operation.data.get("summary")),
        description=text_of(operation.data.get("description")),
        source=source_of(operation.data),
        deprecated=bool(operation.data.get("deprecated")),
        conditions=operation.conditions,
        scopes=operation.scopes,
        idempotency_key=idempotency_key(operation),
        server=operation.server,
        secured=operation.secured,
    )


def with_unique_functions(
    calls: tuple[nodes.Call, ...], facade: Facade, operations: tuple[Operation, ...]
) -> tuple[nodes.Call, ...]:
    """Calls whose functions differ. Where the convention gives several the same name, the operationId is used."""
    functions = [call.function for call in calls if not _is_named(call, facade)]
    own = [call.function for call in calls if _ends_in_resource(call) or _is_named(call, facade)]
    taken: set[str] = set()
    found: list[nodes.Call] = []
    for call, operation in zip(calls, operations, strict=True):
        unique = call
        if not _is_named(call, facade):
            unclear = _is_ambiguous(call, functions, own) or _shadows_generated_method(call, calls)
            unique = _numbered(_named(call, own_name_of(operation, call.resource)) if unclear else call, taken)
            taken.add(unique.function)
        found.append(unique)
    return tuple(found)


def _numbered(call: nodes.Call, taken: set[str]) -> nodes.Call:
    """A call with a number behind its name, if the name is taken."""
    candidates = (_named(call, f"{call.method_name}_{number}") for number in count(2))
    return next(one for one in chain((call,), candidates) if one.function not in taken)


def _named(call: nodes.Call, name: str) -> nodes.Call:
    return evolve(call, method_name=name, function=f"{name}_{singular(call.resource)}")


def _shadows_generated_method(call: nodes.Call, calls: tuple[nodes.Call, ...]) -> bool:
    """Whether a call has the name of a method that is generated for its resource."""
    others = [other for other in calls if other.resource == call.resource]
    return call.method_name in composed(others)


def _is_ambiguous(call: nodes.Call, functions: list[str], own: list[str]) -> bool:
    """Whether other calls have the same name, and this is not the only one whose path ends in the resource."""
    return functions.count(call.function) > 1 and not (own.count(call.function) == 1 and _ends_in_resource(call))


def _ends_in_resource(call: nodes.Call) -> bool:
    steps = [step for step in call.path.split("/") if step and "{" not in step]
    return bool(steps) and singular(identifier(steps[-1])) == singular(call.resource)


def _is_named(call: nodes.Call, facade: Facade) -> bool:
    """Whether `facade.toml` gives the name, which then stays as it is."""
    return facade.operations.get(call.id, OperationFacade()).method is not None


def _is_bare_list(context: Context, operation: Operation, success: Mapping[str, nodes.Schema | None]) -> bool:
    """Whether a call is a list, and its response is an array."""
    schemas = [schema or {} for status, schema in success.items() if status != "304"]
    return is_list_call(operation, context.resolved) and any(schema.get("type") == "array" for schema in schemas)


def is_success(status: str, operation: Operation) -> bool:
    """Whether a documented status is a success. `default` is one if no other status is."""
    if status == "default":
        return not any(one.startswith("2") for one in operation.responses)
    return status.startswith("2") or status == "304"


_Schemas = dict[str, nodes.Schema | None]


def _schemas_by_status(context: Context, operation: Operation) -> tuple[_Schemas, _Schemas]:
    """The schemas of successes and of errors."""
    success: _Schemas = {}
    errors: _Schemas = {}
    for status, response in operation.responses.items():
        schema = content_schema(context, response.content) if response.content else None
        (success if is_success(status, operation) else errors)[status] = schema
    return success, errors


def _returns(context: Context, success: Mapping[str, nodes.Schema | None]) -> nodes.Type:
    types = [
        context.schemas.type(schema) if schema is not None else nodes.Type("None")
        for status, schema in success.items()
        if status != "304"
    ]
    texts = dict.fromkeys(one.text for one in types)
    return nodes.Type(" | ".join(texts) or "None", frozenset[str]().union(*(one.models for one in types)))


def _accept(operation: Operation) -> str:
    contents = [r.content for s, r in operation.responses.items() if is_success(s, operation) and r.content]
    return ", ".join(dict.fromkeys(f"{one.media_type}{one.parameters}" for one in contents)) or "application/json"


def common_error_schema(calls: tuple[nodes.Call, ...]) -> nodes.Schema | None:
    """The error schema that most responses have. It is used for those that the document does not describe."""
    found = [schema for call in calls for schema in call.errors.values() if schema and "ref" in schema]
    counted = sorted(found, key=lambda one: -sum(other == one for other in found))
    return counted[0] if counted else None


def with_lookup(call: nodes.Call, calls: tuple[nodes.Call, ...]) -> nodes.Call:
    """A call that names its lookup, if it is a write: `get` of its object, or `list`."""
    if call.method in ("GET", "HEAD"):
        return call
    found = next((one for one in calls if _shows_object(one, call)), None)
    found = found or next((one for one in calls if _shows_collection(one, call)), None)
    return evolve(call, lookup=None if found is None else _as_written(found))


def _shows_object(read: nodes.Call, call: nodes.Call) -> bool:
    """Whether a read returns the object of a call."""
    if call.subject is None or read.method != "GET" or read.resource != call.resource or read.paging is not None:
        return False
    return nodes.is_about_whole(read) and (not call.subject.path or read.subject == evolve(call.subject, part=""))


def _shows_collection(read: nodes.Call, call: nodes.Call) -> bool:
    """Whether a read lists what a call may have created."""
    return read.method == "GET" and read.resource == call.resource and read.method_name == "list"


def _as_written(call: nodes.Call) -> str:
    """A call as a user would write it."""
    needed = [one for one in call.arguments if one.required and one.location != "shared"]
    given = ", ".join("..." if one.is_id else f"{one.python}=..." for one in needed)
    return f"{call.resource}.{call.method_name}({given})"
