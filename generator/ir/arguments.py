"""The arguments of a call: its parameters, and the properties of its body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from ..spec.document import Json
from ..spec.engine import identifier, path_key
from ..spec.facade import ModelFacade, OperationFacade
from ..spec.operations import IGNORED_HEADERS, Content, Operation, Parameter
from ..spec.references import component_of
from . import nodes
from .context import Context, default_of, property_names, source_of, text_of
from .naming import shared_name, singular

RESERVED_ARGUMENTS = frozenset(
    {"resume", "allow_secret_loss", "self", "drop_unset", "id_of", "json_text", "basis_of", "conditions_of"}
    | {"replacement_arguments", "patch_arguments", "keep_secrets"}
    | {"operation", "make", "found", "isinstance", "wrap_secret", "unwrap_secret"}
    | {"if_match", "if_none_match", "if_modified_since", "if_unmodified_since"}
)
"""Names that the generated functions use themselves."""


def content_schema(context: Context, content: Content) -> nodes.Schema:
    """The schema of a body. A body that is not JSON is a string or bytes."""
    return {"raw": content.raw} if content.raw else context.schemas.normal(content.schema)


def body_of(context: Context, operation: Operation) -> nodes.RequestBody | None:
    """How the body of a request is written, or None if there is none."""
    if operation.body is None:
        return None
    schema = content_schema(context, operation.body)
    single = _body_model(context, operation) is None
    return nodes.RequestBody(schema, operation.body.media_type, operation.body_required, single)


def arguments_of(
    context: Context, operation: Operation, facade: OperationFacade, resource: str
) -> Iterator[nodes.Argument]:
    """The arguments of a call: its parameters, then the properties of its body."""
    for parameter in operation.parameters:
        if not _is_set_by_runtime(operation, parameter):
            yield _parameter(context, operation, facade, parameter, resource)
    if operation.body is not None:
        yield from _body_arguments(context, operation, operation.body)


def idempotency_key(operation: Operation) -> str | None:
    """The header that makes a call safe to retry, if it is declared."""
    headers = [p.name for p in operation.parameters if p.location == "header"]
    return next((name for name in headers if name.lower() in ("idempotency-key", "x-idempotency-key")), None)


def with_unique_names(found: Iterator[nodes.Argument]) -> tuple[nodes.Argument, ...]:
    """Arguments whose names differ from each other and from reserved ones. Arguments of the client keep theirs."""
    arguments = list(found)
    taken = RESERVED_ARGUMENTS | {one.python for one in arguments if one.location == "shared"}
    for index, argument in enumerate(arguments):
        if argument.location != "shared":
            name = _free_name(argument, taken)
            taken |= {name}
            arguments[index] = evolve(argument, python=name)
    return tuple(arguments)


def _free_name(argument: nodes.Argument, taken: frozenset[str]) -> str:
    name = argument.python
    if name in taken and argument.location == "body":
        name = f"{name}_field"
    while name in taken:
        name += "_"
    return name


def _is_set_by_runtime(operation: Operation, parameter: Parameter) -> bool:
    """Whether the runtime sets a header itself, or takes it from the conditions of a call."""
    is_own = parameter.name.lower() in IGNORED_HEADERS or parameter.name in operation.conditions
    return is_own and parameter.location == "header"


def _parameter(
    context: Context, operation: Operation, facade: OperationFacade, parameter: Parameter, resource: str
) -> nodes.Argument:
    raw: Json = parameter.data.get("schema", {})
    schema = context.schemas.normal(raw)
    required = bool(parameter.data.get("required")) and parameter.name != idempotency_key(operation)
    is_shared = parameter.name in context.facade.client.path_parameters
    is_id = required and not is_shared and _names_object(parameter, resource)
    name = shared_name(parameter.name) if is_shared else facade.names.get(parameter.name)
    return nodes.Argument(
        python=singular(resource) if is_id else name or _python_name(context, operation, parameter),
        wire=parameter.name,
        location="shared" if is_shared else parameter.location,
        schema=schema,
        type=context.schemas.type(schema, give="argument"),
        required=required,
        description=text_of(parameter.data.get("description", raw.get("description"))),
        source=source_of(parameter.data, operation.data),
        default=default_of(raw),
        explode=bool(parameter.data.get("explode", parameter.location == "query" or schema.get("type") != "object")),
        is_id=is_id,
    )


def _names_object(parameter: Parameter, resource: str) -> bool:
    """Whether a parameter is the id of the object that a call is about, such as `thingId` of things."""
    is_own = identifier(parameter.name) == f"{singular(resource)}_id"
    return is_own and parameter.location in ("path", "query")


def _python_name(context: Context, operation: Operation, parameter: Parameter) -> str:
    """The name that the engine gives a parameter, unless it is in capitals or runs words together."""
    names = context.engine_names.operations.get((operation.method, path_key(operation.path)))
    known = names.parameters.get((parameter.location, parameter.name)) if names else None
    if known and known == known.lower() and not re.search(r"\w[^\w. -]+\w", parameter.name):
        return known
    spaced = re.sub(r"[^\w. -]+", " ", parameter.name).strip()  # `filter[name]` becomes `filter_name`
    return identifier(spaced or parameter.name)


def _body_model(context: Context, operation: Operation) -> str | None:
    """The model whose properties are the arguments of a call, if its body is one."""
    reference = component_of(operation.body.schema) if operation.body and operation.body.raw is None else None
    return reference if reference is not None and context.schemas.is_model(reference) else None


def _body_arguments(context: Context, operation: Operation, body: Content) -> Iterator[nodes.Argument]:
    model = _body_model(context, operation)
    if model is None:
        yield _single_body(context, operation, body)
        return
    names = property_names(context, model)
    properties: Json = context.resolved.schemas[model]["properties"]
    for wire in properties:
        yield _body_argument(context, model, wire, names[wire], body_required=operation.body_required)


def _body_argument(context: Context, model: str, wire: str, python: str, *, body_required: bool) -> nodes.Argument:
    owner = context.resolved.schemas[model]
    raw: Json = owner["properties"][wire]
    schema = context.schemas.property(model, wire)
    type_ = context.schemas.type(schema, give="argument")
    json_string = wire in _model_facade(context, model).json_string
    described = context.resolved.schemas.get(component_of(raw) or "", {})
    return nodes.Argument(
        python=python,
        wire=wire,
        location="body",
        schema=schema,
        type=nodes.Type(f"{type_.text} | Mapping[str, Any]", type_.models) if json_string else type_,
        required=body_required and wire in owner.get("required", ()) and not raw.get("readOnly"),
        description=text_of(raw.get("description") or described.get("description")),
        source=source_of(raw, owner, described),
        default=default_of(raw),
        json_string=json_string,
    )


def _model_facade(context: Context, model: str) -> ModelFacade:
    """The settings of a model; a merge-patch model has those of the model that it patches."""
    models = context.facade.models
    return models.get(model) or models.get(model.removesuffix("Patch"), ModelFacade())


def _single_body(context: Context, operation: Operation, body: Content) -> nodes.Argument:
    schema = content_schema(context, body)
    return nodes.Argument(
        python="body",
        wire="body",
        location="body",
        schema=schema,
        type=context.schemas.type(schema, give="argument"),
        required=operation.body_required,
        description=f"The whole body, sent as {body.media_type}.",
        source=source_of(operation.data),
    )
