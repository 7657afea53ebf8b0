"""Arguments of a call: parameters, and the properties of its body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from ..spec.engine import identifier, path_key
from ..spec.facade import ModelFacade, OperationFacade
from ..spec.operations import IGNORED_HEADERS, Content, Operation, Parameter
from ..spec.references import component_of
from . import nodes
from .context import Context, default_of, property_names, source_of, text_of
from .naming import shared_name, singular


def content_schema(context: Context, content: Content) -> nodes.Schema:
    """The schema of a body; one that is no JSON is text or bytes."""
    return {"raw": content.raw} if content.raw else context.schemas.normal(content.schema)


def body_of(context: Context, operation: Operation) -> nodes.RequestBody | None:
    """How the body of a request is written, or None if there is none."""
    if operation.body is None:
        return None
    schema = content_schema(context, operation.body)
    single = _body_model(context, operation) is None
    return nodes.RequestBody(schema, operation.body.media_type, operation.body_required, single)


def _body_model(context: Context, operation: Operation) -> str | None:
    """The model whose properties are the arguments of a call, if its body is one."""
    reference = component_of(operation.body.schema) if operation.body and operation.body.raw is None else None
    return reference if reference is not None and context.schemas.is_model(reference) else None


def arguments_of(
    context: Context, operation: Operation, facade: OperationFacade, resource: str
) -> Iterator[nodes.Argument]:
    """The arguments of a call: its parameters, then the properties of its body."""
    shared = context.facade.client.path_parameters
    for parameter in operation.parameters:
        if parameter.location == "header" and (
            parameter.name.lower() in IGNORED_HEADERS or parameter.name in operation.conditions
        ):
            continue
        yield _parameter(context, operation, facade, parameter, resource, shared=parameter.name in shared)
    if operation.body is not None:
        yield from _body_arguments(context, operation)


_RESERVED_ARGUMENTS = frozenset(
    {"resume", "allow_secret_loss", "self", "given", "identify", "json_text", "basis_of", "refuse_secret_loss"}
    | {"operation", "make", "found", "isinstance", "conceal", "reveal"}
)


def with_unique_names(found: Iterator[nodes.Argument]) -> tuple[nodes.Argument, ...]:
    """Arguments whose names differ from each other and from subkit's own: the later one gives way."""
    arguments: list[nodes.Argument] = []
    taken = set(_RESERVED_ARGUMENTS) | {"if_match", "if_none_match", "if_modified_since", "if_unmodified_since"}
    for argument in found:
        name = argument.python
        if name in taken and argument.location == "body":
            name = f"{name}_field"
        while name in taken:
            name += "_"
        taken.add(name)
        arguments.append(evolve(argument, python=name))
    return tuple(arguments)


def _parameter(
    context: Context,
    operation: Operation,
    facade: OperationFacade,
    parameter: Parameter,
    resource: str,
    *,
    shared: bool,
) -> nodes.Argument:
    described = context.engine_names.operations.get((operation.method, path_key(operation.path)))
    known = described.parameters.get((parameter.location, parameter.name)) if described else None
    schema = context.schemas.normal(parameter.data.get("schema", {}))
    required = bool(parameter.data.get("required")) and parameter.name != idempotency_key(operation)
    own_id = identifier(parameter.name) == f"{singular(resource)}_id"
    is_id = own_id and required and parameter.location in ("path", "query")
    plain = known if known and known == known.lower() and not re.search(r"\w[^\w. -]+\w", parameter.name) else None
    if shared:
        known = shared_name(parameter.name)
    python = singular(resource) if is_id else facade.names.get(parameter.name) or plain or _spaced(parameter.name)
    return nodes.Argument(
        python=python,
        wire=parameter.name,
        location="shared" if shared else parameter.location,
        schema=schema,
        type=context.schemas.type(schema, give=True),
        required=required,
        explode=bool(parameter.data.get("explode", parameter.location == "query" or schema.get("type") != "object")),
        is_id=is_id,
        json_string=False,
        description=text_of(parameter.data.get("description", parameter.data.get("schema", {}).get("description"))),
        default=default_of(parameter.data.get("schema", {})),
        source=source_of(parameter.data, operation.data),
    )


def _spaced(name: str) -> str:
    """The Python name of what is called `filter[name]`."""
    return identifier(re.sub(r"[^\w. -]+", " ", name).strip() or name)


def _body_arguments(context: Context, operation: Operation) -> Iterator[nodes.Argument]:
    reference = _body_model(context, operation)
    if reference is None:
        yield _single_body(context, operation)
        return
    names, owner = property_names(context, reference), context.resolved.schemas[reference]
    original = reference.removesuffix("Patch") if reference not in context.facade.models else reference
    facade = context.facade.models.get(reference) or context.facade.models.get(original, ModelFacade())
    for wire, raw in owner["properties"].items():
        schema = context.schemas.property(reference, wire)
        type_ = context.schemas.type(schema, give=True)
        json_string = wire in facade.json_string
        described = context.resolved.schemas.get(component_of(raw) or "", {})
        yield nodes.Argument(
            python=names[wire],
            wire=wire,
            location="body",
            schema=schema,
            type=nodes.Type(f"{type_.text} | Mapping[str, Any]", type_.models) if json_string else type_,
            required=operation.body_required and wire in owner.get("required", ()),
            explode=True,
            is_id=False,
            json_string=json_string,
            description=text_of(raw.get("description") or described.get("description")),
            default=default_of(raw),
            source=source_of(raw, owner, described),
        )


def _single_body(context: Context, operation: Operation) -> nodes.Argument:
    assert operation.body is not None
    schema = content_schema(context, operation.body)
    return nodes.Argument(
        python="body",
        wire="body",
        location="body",
        schema=schema,
        type=context.schemas.type(schema, give=True),
        required=operation.body_required,
        explode=True,
        is_id=False,
        json_string=False,
        description=f"The whole body, sent as {operation.body.media_type}.",
        source=source_of(operation.data),
    )


def idempotency_key(operation: Operation) -> str | None:
    """The header that makes sending it twice safe, if it is declared."""
    headers = [p.name for p in operation.parameters if p.location == "header"]
    return next((name for name in headers if name.lower() in ("idempotency-key", "x-idempotency-key")), None)
