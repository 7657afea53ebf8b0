"""Operations of a document as calls of a package."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from ..spec.engine import identifier
from ..spec.facade import Facade, OperationFacade
from ..spec.operations import Operation
from . import nodes
from .arguments import arguments_of, body_of, content_schema, idempotency_key, with_unique_names
from .context import Context, source_of, text_of
from .naming import method_name_of, resource_name, singular
from .nodes import has_refresh, modifies
from .paging import paging_of


def call_of(context: Context, operation: Operation) -> nodes.Call:
    """The call that an operation becomes."""
    facade = context.facade.operations.get(operation.id, OperationFacade())
    resource = resource_name(facade.resource or operation.tag)
    method_name = facade.method or method_name_of(operation, resource)
    success, errors = _responses(context, operation)
    returns = _returns(context, success)
    arguments = with_unique_names(arguments_of(context, operation, facade, resource))
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
        arguments=arguments,
        body=body_of(context, operation),
        accept=_accept(operation),
        success=success,
        returns=returns,
        errors=errors,
        error_texts={s: text_of(operation.responses[s].description) for s in errors},
        conditions=operation.conditions,
        idempotent=facade.idempotent or operation.method in ("get", "head", "options", "put", "delete"),
        empty_reply=facade.empty_reply,
        paging=paging_of(context, facade.paging, arguments, success)
        if _is_list(method_name, facade, success)
        else None,
        write_only_fields=(),
        scopes=operation.scopes,
        idempotency_key=idempotency_key(operation),
    )


def with_unique_functions(calls: tuple[nodes.Call, ...], facade: Facade) -> tuple[nodes.Call, ...]:
    """Calls whose functions differ: where the convention names several alike, their operationIds name them."""
    functions = [call.function for call in calls]
    own = [call.function for call in calls if _ends_in_resource(call) or _is_named(call, facade)]
    found = [
        _with_name_of_id(call)
        if (_is_ambiguous(call, functions, own) or _shadows_own_method(call, calls)) and not _is_named(call, facade)
        else call
        for call in calls
    ]
    taken: set[str] = set()
    for index, call in enumerate(found):
        plain, number = call, 2
        while call.function in taken and not _is_named(call, facade):
            name, number = f"{plain.method_name}_{number}", number + 1
            call = evolve(plain, method_name=name, function=f"{name}_{singular(call.resource)}")  # noqa: PLW2901
        taken.add(call.function)
        found[index] = call
    return tuple(found)


def _shadows_own_method(call: nodes.Call, calls: tuple[nodes.Call, ...]) -> bool:
    """Whether a call is called like a method that its resource gets from us."""
    others = [other for other in calls if other.resource == call.resource]
    return (call.method_name == "modify" and modifies(others) is not None) or (
        call.method_name == "refresh" and any(map(has_refresh, others))
    )


def _is_ambiguous(call: nodes.Call, functions: list[str], own: list[str]) -> bool:
    """Whether others are called like a call, and it is not the only one whose path ends in the resource."""
    return functions.count(call.function) > 1 and not (own.count(call.function) == 1 and _ends_in_resource(call))


def _ends_in_resource(call: nodes.Call) -> bool:
    steps = [step for step in call.path.split("/") if step and "{" not in step]
    return bool(steps) and singular(identifier(steps[-1])) == singular(call.resource)


def _is_named(call: nodes.Call, facade: Facade) -> bool:
    return facade.operations.get(call.id, OperationFacade()).method is not None


def _with_name_of_id(call: nodes.Call) -> nodes.Call:
    name = identifier(call.id)
    return evolve(call, method_name=name, function=f"{name}_{singular(call.resource)}")


def _is_list(method_name: str, facade: OperationFacade, success: Mapping[str, nodes.Schema | None]) -> bool:
    if facade.paging is not None:
        return True
    answers = [schema for status, schema in success.items() if status != "304"]
    return method_name == "list" and any((schema or {}).get("type") == "array" for schema in answers)


def is_success(status: str, operation: Operation) -> bool:
    """Whether a documented status is a success. `default` is one where nothing else is."""
    if status == "default":
        return not any(one.startswith("2") for one in operation.responses)
    return status.startswith("2") or status == "304"


def _responses(
    context: Context, operation: Operation
) -> tuple[dict[str, nodes.Schema | None], dict[str, nodes.Schema | None]]:
    success: dict[str, nodes.Schema | None] = {}
    errors: dict[str, nodes.Schema | None] = {}
    for status, reply in operation.responses.items():
        schema = content_schema(context, reply.content) if reply.content else None
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
    media = [r.content.media_type for s, r in operation.responses.items() if is_success(s, operation) and r.content]
    return ", ".join(dict.fromkeys(media)) or "application/json"


def common_error_schema(calls: tuple[nodes.Call, ...]) -> nodes.Schema | None:
    """The error model that most answers have, for those that the document does not describe."""
    found = [schema for call in calls for schema in call.errors.values() if schema and "ref" in schema]
    counted = sorted(found, key=lambda one: -sum(other == one for other in found))
    return counted[0] if counted else None


def with_lookup(call: nodes.Call, calls: tuple[nodes.Call, ...]) -> nodes.Call:
    """A call that names its inquiry, if it is not safe to repeat: `get` of its object, or `list`."""
    if call.idempotent or call.idempotency_key:
        return call
    beside = {one.method_name: one for one in calls if one.resource == call.resource and one.method == "GET"}
    about_one = any(argument.is_id for argument in call.arguments)
    names = ("get", "list") if about_one else ("list",)
    found = next((beside[name] for name in names if name in beside), None)
    return evolve(call, lookup=None if found is None else _as_written(found))


def _as_written(call: nodes.Call) -> str:
    needed = [one for one in call.arguments if one.required and one.location != "shared"]
    given = ", ".join("..." if one.is_id else f"{one.python}=..." for one in needed)
    return f"{call.resource}.{call.method_name}({given})"
