"""The arguments of a call: its parameters, and the properties of its body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from ..spec.document import Json
from ..spec.engine import identifier, path_key
from ..spec.facade import ModelFacade, OperationFacade
from ..spec.operations import FORM, IGNORED_HEADERS, MULTIPART, Content, Operation, Parameter, is_json
from ..spec.references import component_of
from . import nodes
from .context import Context, default_of, property_names, source_of, text_of
from .naming import shared_name
from .subjects import Subject

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
    media_type = f"{operation.body.media_type}{operation.body.parameters}"
    return nodes.RequestBody(schema, media_type, operation.body_required, single, styles_of(operation.body))


def styles_of(body: Content) -> dict[str, str]:
    """How the fields of a form are written, if not as usual."""
    read = {FORM: _style, MULTIPART: _part_type}.get(body.media_type)
    found = {wire: read(encoding) for wire, encoding in body.encoding.items()} if read else {}
    return {wire: style for wire, style in found.items() if style}


def _part_type(encoding: Json) -> str:
    """The media type of a part, if it is a single one."""
    found = str(encoding.get("contentType", ""))
    return "" if "*" in found or "," in found else found


def _style(encoding: Json) -> str:
    style, explode = encoding.get("style"), encoding.get("explode")
    if style is None and explode is None:
        return "json" if is_json(str(encoding.get("contentType", ""))) else ""
    if style in (None, "form"):
        return "joined" if explode is False else "form"
    return str(style)


def arguments_of(
    context: Context, operation: Operation, facade: OperationFacade, subject: Subject | None
) -> Iterator[nodes.Argument]:
    """The arguments of a call: its parameters, then the properties of its body."""
    for parameter in operation.parameters:
        if not _is_set_by_runtime(operation, parameter):
            yield _parameter(context, operation, facade, parameter, subject)
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
    conditions = {name.lower() for name in operation.conditions}
    is_own = parameter.name.lower() in IGNORED_HEADERS | conditions
    return is_own and parameter.location == "header"


def _parameter(
    context: Context, operation: Operation, facade: OperationFacade, parameter: Parameter, subject: Subject | None
) -> nodes.Argument:
    raw = parameter.schema
    schema = context.schemas.normal(raw)
    required = bool(parameter.data.get("required")) and parameter.name != idempotency_key(operation)
    is_shared = parameter.name in context.facade.client.path_parameters
    is_id = subject is not None and not is_shared and _is_subject(parameter, subject)
    name = shared_name(parameter.name) if is_shared else facade.names.get(parameter.name)
    return nodes.Argument(
        python=subject.noun if subject is not None and is_id else name or _python_name(context, operation, parameter),
        wire=parameter.name,
        location="shared" if is_shared else parameter.location,
        schema=schema,
        type=context.schemas.type(schema, give="argument"),
        required=required,
        description=text_of(parameter.data.get("description", raw.get("description"))),
        source=source_of(parameter.data, operation.data),
        default=default_of(raw),
        explode=bool(parameter.data.get("explode", parameter.location == "query" or schema.get("type") != "object")),
        style=parameter.style,
        is_id=is_id,
    )


def _is_subject(parameter: Parameter, subject: Subject) -> bool:
    return parameter.name == subject.parameter and parameter.location in ("path", "query")


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
        argument = _body_argument(context, model, wire, names[wire], body_required=operation.body_required)
        yield _as_file(context, argument) if body.media_type == MULTIPART else argument


def _as_file(context: Context, argument: nodes.Argument) -> nodes.Argument:
    """An argument of a multipart body, in which binary fields are bytes."""
    schema, items = argument.schema, argument.schema.get("items", {})
    if items.get("format") == "binary":
        schema = {**schema, "items": {"raw": "bytes"}}
    elif schema.get("format") == "binary":
        schema = {"raw": "bytes"}
    else:
        return argument
    return evolve(argument, schema=schema, type=context.schemas.type(schema, give="argument"), declared=True)


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
        required=body_required and wire in owner.get("required", ()) and not schema.get("readOnly"),
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
