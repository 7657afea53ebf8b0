"""Joins the prepared document, the facade and the engine's names into the intermediate representation."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from . import ir
from .engine import Description, blank, class_name, identifier
from .facade import Facade, ModelFacade, OperationFacade, PagingFacade
from .prepare import OWN_HEADERS, Content, Operation, Parameter, Prepared
from .schemas import Schemas, target
from .signatures import has_refresh, modifies
from .source import Json, Source, is_array, is_object


@frozen
class Context:
    """What the steps below share."""

    source: Source
    facade: Facade
    prepared: Prepared
    described: Description
    schemas: Schemas

    @property
    def document(self) -> Json:
        """The document as it was read."""
        return self.source.document.data


def build(source: Source, facade: Facade, prepared: Prepared, described: Description) -> ir.Package:
    """The package that a source stands for."""
    names = {schema: found.name for schema, found in described.models.items()}
    context = Context(
        source, facade, prepared, described, Schemas(prepared.schemas, facade, names, _own_names(source, facade))
    )
    calls = _distinct_calls(tuple(_call(context, operation) for operation in prepared.operations), facade)
    identities = _identities(context, calls)
    return ir.Package(
        names=_names(context),
        description=_text(context.document["info"].get("description", "")),
        base_url=_base_url(context.document),
        shared=tuple(_shared(context)),
        models=tuple(_models(context, identities)),
        enums=tuple(_enums(context)),
        calls=tuple(_with_subjects(context, call, identities) for call in calls),
        problem=_common_problem(calls),
        error_fields=dict(facade.errors),
        request_id_header=facade.client.request_id_header,
        environment=dict(facade.client.environment),
    )


def _own_names(source: Source, facade: Facade) -> frozenset[str]:
    """The names of the clients, which no model takes."""
    client = facade.client.name or class_name(source.slug)
    return frozenset({client, f"Async{client}"})


def _names(context: Context) -> ir.Names:
    slug = context.source.slug
    info = context.document["info"]
    return ir.Names(
        slug=slug,
        package=f"subkit_{slug.replace('-', '_')}",
        distribution=f"subkit-{slug}",
        client=context.facade.client.name or class_name(slug),
        title=str(info["title"]),
        version=str(info["version"]),
    )


def _base_url(document: Json) -> str | None:
    """The first server, if it can be used as it stands."""
    servers: list[Json] = document.get("servers") or [{}]
    url = str(servers[0].get("url", ""))
    return url if url.startswith("https://") and "{" not in url else None


def _shared(context: Context) -> Iterator[ir.Shared]:
    found = {p.name: p for op in context.prepared.operations for p in op.parameters if p.place == "path"}
    for wire in context.facade.client.path_parameters:
        data = found[wire].data
        yield ir.Shared(shared_name(wire), wire, _text(data.get("description", "")), _source(data))


def _text(text: Any) -> str:
    return str(text or "").strip()


def _with_default(raw: Mapping[str, Any]) -> str:
    """The description of an argument, and what the vendor takes if it is left out."""
    text, default = _text(raw.get("description")), raw.get("default")
    if default is None or is_object(default) or is_array(default):
        return text
    return f"{text}{'' if text.endswith('.') or not text else '.'} The vendor's default is `{json.dumps(default)}`."


def _source(*holders: Mapping[str, Any]) -> str:
    return next((str(holder["x-source"]) for holder in holders if holder.get("x-source")), "")


# Models


def _models(context: Context, identities: Mapping[str, str]) -> Iterator[ir.ModelClass]:
    for name, schema in context.prepared.schemas.items():
        if context.schemas.is_model(name):
            class_ = context.schemas.class_name(name)
            body = context.schemas.model(name)
            python = _property_names(context, name)
            yield ir.ModelClass(
                schema=name,
                name=class_,
                module=context.schemas.module(name),
                description=_text(schema.get("description")),
                source=_source(schema),
                properties=tuple(_property(context, name, wire, python[wire]) for wire in schema["properties"]),
                extra=body.get("additionalProperties", False),
                identity=python[identities[name]] if name in identities else None,
                body=body,
            )


RESERVED = frozenset(
    {"from_dict", "to_dict", "unknown_fields", "source", "notes", "property", "classmethod", "builtins"}
) | {f"as_{kind}" for kind in ("date", "enum", "given", "model", "models", "moment", "uuid")}
CLIENT_NAMES = frozenset(
    {"send", "close", "aclose", "pager", "with_options", "from_env", "cached_property", "property", "classmethod"}
    | {"str", "float", "bool", "int", "dict", "list", "type", "super"}
)
CLIENT_ARGUMENTS = frozenset(
    {"self", "cls", "base_url", "auth", "timeout", "retry", "decode", "validate", "verify", "proxy", "trust_env"}
    | {"allow_insecure_http", "max_body", "transport", "options", "settings"}
)
"""What clients have of their own: a name of the document that equals one of these gives way."""


def _property_names(context: Context, model: str) -> dict[str, str]:
    facade, found = context.facade.models.get(model, ModelFacade()), context.described.models.get(model)
    names: dict[str, str] = {}
    for wire in context.prepared.schemas[model]["properties"]:
        name = facade.names.get(wire) or (found.properties.get(wire) if found else None) or identifier(wire)
        while name in RESERVED or name in names.values():
            name += "_"
        names[wire] = name
    return names


def _property(context: Context, model: str, wire: str, python: str) -> ir.Property:
    raw, owner = context.prepared.schemas[model]["properties"][wire], context.prepared.schemas[model]
    schema = context.schemas.property(model, wire)
    reference = target(raw)
    described = context.prepared.schemas[reference] if reference else {}
    return ir.Property(
        wire=wire,
        python=python,
        schema=schema,
        kind=_kind(schema),
        read=context.schemas.type(schema),
        give=context.schemas.type(schema, give=True),
        required=wire in owner.get("required", ()),
        nullable=bool(schema.get("nullable")) or not schema,
        secret=bool(schema.get("secret")),
        description=_text(raw.get("description") or described.get("description")),
        source=_source(raw, owner, described),
    )


_SCALARS = {"string": "plain", "integer": "plain", "boolean": "plain"}
_FORMATS = {"date-time": "moment", "date": "date", "uuid": "uuid"}


def _kind(schema: ir.Schema) -> str:
    if "ref" in schema:
        return "model"
    if "open" in schema:
        return "enum"
    if not schema.keys() - {"nullable", "secret"}:
        return "any"
    type_, items = schema.get("type"), schema.get("items", {})
    if type_ == "array" and "ref" in items and not items.get("nullable"):
        return "models"
    if type_ == "array" and _kind(items) == "plain" and not items.get("nullable"):
        return "plains"
    if "enum" in schema or "oneOf" in schema:
        return "other"
    if type_ == "string":
        return _FORMATS.get(schema.get("format", ""), "plain")
    return _SCALARS.get(str(type_), "other")


# Enums


def _enums(context: Context) -> Iterator[ir.Enumeration]:
    for name, schema in context.prepared.schemas.items():
        if context.schemas.is_enum(name):
            class_ = context.schemas.class_name(name)
            values = [value for value in schema["enum"] if value is not None]
            yield ir.Enumeration(
                schema=name,
                name=class_,
                module=context.schemas.module(name),
                description=_text(schema.get("description")),
                source=_source(schema),
                integer=schema.get("type") == "integer",
                values=tuple(_values(values)),
            )


def _values(values: list[Any]) -> Iterator[ir.Value]:
    taken: set[str] = set()
    for value in values:
        name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|\W+", "_", str(value)).strip("_").upper() or "EMPTY"
        name = f"VALUE_{name}" if not name[0].isalpha() else name
        while name in taken:
            name += "_"
        taken.add(name)
        yield ir.Value(name, value)


# Calls


def _call(context: Context, operation: Operation) -> ir.Call:
    facade = context.facade.operations.get(operation.id, OperationFacade())
    resource = resource_name(facade.resource or operation.tag)
    method_name = facade.method or method_name_of(operation, resource)
    success, problems = _replies(context, operation)
    returns = _returns(context, success)
    arguments = _distinct(_arguments(context, operation, facade, resource))
    return ir.Call(
        id=operation.id,
        function=f"{method_name}_{resource if method_name == 'list' else singular(resource)}",
        method_name=method_name,
        resource=resource,
        method=operation.method.upper(),
        path=operation.path,
        summary=_text(operation.data.get("summary")),
        description=_text(operation.data.get("description")),
        source=_source(operation.data),
        deprecated=bool(operation.data.get("deprecated")),
        arguments=arguments,
        body=_body(context, operation),
        accept=_accept(operation),
        success=success,
        returns=returns,
        problems=problems,
        problem_texts={s: _text(operation.replies[s].description) for s in problems},
        conditions=operation.conditions,
        idempotent=facade.idempotent or operation.method in ("get", "head", "options", "put", "delete"),
        empty_reply=facade.empty_reply,
        paging=_paging(context, facade.paging, arguments, success) if _is_list(method_name, facade, success) else None,
        secrets=(),
        scopes=operation.scopes,
        idempotency_key=_idempotency_key(operation),
    )


def _distinct_calls(calls: tuple[ir.Call, ...], facade: Facade) -> tuple[ir.Call, ...]:
    """Calls whose functions differ: where the convention names several alike, their operationIds name them."""
    functions = [call.function for call in calls]
    own = [call.function for call in calls if _is_of_resource(call) or _is_named(call, facade)]
    found = [
        _named_by_id(call)
        if (_gives_way(call, functions, own) or _takes_ours(call, calls)) and not _is_named(call, facade)
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


def _takes_ours(call: ir.Call, calls: tuple[ir.Call, ...]) -> bool:
    """Whether a call is called like a method that its resource gets from us."""
    others = [other for other in calls if other.resource == call.resource]
    return (call.method_name == "modify" and modifies(others) is not None) or (
        call.method_name == "refresh" and any(map(has_refresh, others))
    )


def _gives_way(call: ir.Call, functions: list[str], own: list[str]) -> bool:
    """Whether others are called like a call, and it is not the only one whose path ends in the resource."""
    return functions.count(call.function) > 1 and not (own.count(call.function) == 1 and _is_of_resource(call))


def _is_of_resource(call: ir.Call) -> bool:
    steps = [step for step in call.path.split("/") if step and "{" not in step]
    return bool(steps) and singular(identifier(steps[-1])) == singular(call.resource)


def _is_named(call: ir.Call, facade: Facade) -> bool:
    return facade.operations.get(call.id, OperationFacade()).method is not None


def _named_by_id(call: ir.Call) -> ir.Call:
    name = identifier(call.id)
    return evolve(call, method_name=name, function=f"{name}_{singular(call.resource)}")


def _is_list(method_name: str, facade: OperationFacade, success: Mapping[str, ir.Schema | None]) -> bool:
    if facade.paging is not None:
        return True
    answers = [schema for status, schema in success.items() if status != "304"]
    return method_name == "list" and any((schema or {}).get("type") == "array" for schema in answers)


def _idempotency_key(operation: Operation) -> str | None:
    headers = [p.name for p in operation.parameters if p.place == "header"]
    return next((name for name in headers if name.lower() in ("idempotency-key", "x-idempotency-key")), None)


def singular(plural: str) -> str:
    """The singular of an English plural, as far as names of resources go."""
    if plural.endswith("ies") and len(plural) > 4:
        return f"{plural[:-3]}y"
    if plural.endswith(("ches", "shes", "sses", "xes", "zes")):
        return plural[:-2]
    return plural.removesuffix("s") if not plural.endswith(("ss", "us", "is")) else plural


def resource_name(tag: str) -> str:
    """What a client's attribute for a tag is called."""
    name = identifier(tag)
    return f"{name}_calls" if name in CLIENT_NAMES or keyword.iskeyword(name.capitalize()) else name


def shared_name(wire: str) -> str:
    """What a client's argument for a path parameter is called."""
    name = identifier(wire)
    return f"{name}_" if name in CLIENT_ARGUMENTS else name


def method_name_of(operation: Operation, resource: str | None = None) -> str:
    """What an operation's method is called by convention: after its operationId, or after its shape."""
    resource = resource or resource_name(operation.tag)
    words = identifier(operation.id).split("_")
    shape = _shape(operation)
    for noun in (resource, singular(resource)):
        length = len(noun.split("_"))
        if len(words) > length and "_".join(words[-length:]) == noun:
            verb = "_".join(words[:-length]).removeprefix(f"{resource}_").removeprefix(f"{singular(resource)}_")
            return shape if shape is not None and shape in _PLAIN.get(verb, ()) else verb
    return shape or "_".join(words)


def is_list_call(operation: Operation, prepared: Prepared) -> bool:
    """Whether an operation looks like a list: by its name, and by an array in its answer."""
    contents = [r.content for s, r in operation.replies.items() if s.startswith("2") and r.content]
    schemas = [prepared.schemas.get(target(content.schema) or "", content.schema) for content in contents]
    return operation.method == "get" and method_name_of(operation) == "list" and any(map(_holds_array, schemas))


def _holds_array(schema: Json) -> bool:
    properties: Json = schema.get("properties", {})
    return schema.get("type") == "array" or any(one.get("type") == "array" for one in properties.values())


_PLAIN = {"get": ("list",), "post": ("create",), "put": ("update",)}
"""Verbs of HTTP that say less than the shape of the path does."""


def _shape(operation: Operation) -> str | None:
    ends_in_id = operation.path.endswith("}")
    by_query = any(p.place == "query" and p.data.get("required") for p in operation.parameters)
    match operation.method, ends_in_id:
        case "get", False:
            return "list"
        case "post", False:
            return "create"
        case "get", True:
            return "get"
        case "put", True:
            return "update"
        case "patch", True:
            return "patch"
        case "delete", _ if ends_in_id or by_query:
            return "delete"
        case _:
            return None


def is_success(status: str, operation: Operation) -> bool:
    """Whether a documented status is a success. `default` is one where nothing else is."""
    if status == "default":
        return not any(one.startswith("2") for one in operation.replies)
    return status.startswith("2") or status == "304"


def _replies(context: Context, operation: Operation) -> tuple[dict[str, ir.Schema | None], dict[str, ir.Schema | None]]:
    success: dict[str, ir.Schema | None] = {}
    problems: dict[str, ir.Schema | None] = {}
    for status, reply in operation.replies.items():
        schema = _content_schema(context, reply.content) if reply.content else None
        (success if is_success(status, operation) else problems)[status] = schema
    return success, problems


def _content_schema(context: Context, content: Content) -> ir.Schema:
    return {"raw": content.raw} if content.raw else context.schemas.normal(content.schema)


def _returns(context: Context, success: Mapping[str, ir.Schema | None]) -> ir.Type:
    types = [
        context.schemas.type(schema) if schema is not None else ir.Type("None")
        for status, schema in success.items()
        if status != "304"
    ]
    texts = dict.fromkeys(one.text for one in types)
    return ir.Type(" | ".join(texts) or "None", frozenset[str]().union(*(one.models for one in types)))


def _accept(operation: Operation) -> str:
    media = [r.content.media_type for s, r in operation.replies.items() if is_success(s, operation) and r.content]
    return ", ".join(dict.fromkeys(media)) or "application/json"


def _body(context: Context, operation: Operation) -> ir.BodyShape | None:
    if operation.body is None:
        return None
    schema = _content_schema(context, operation.body)
    whole = _body_model(context, operation) is None
    return ir.BodyShape(schema, operation.body.media_type, operation.body_required, whole)


def _body_model(context: Context, operation: Operation) -> str | None:
    """The model whose properties are the arguments of a call, if its body is one."""
    reference = target(operation.body.schema) if operation.body and operation.body.raw is None else None
    return reference if reference is not None and context.schemas.is_model(reference) else None


def _arguments(context: Context, operation: Operation, facade: OperationFacade, resource: str) -> Iterator[ir.Argument]:
    shared = context.facade.client.path_parameters
    for parameter in operation.parameters:
        if parameter.place == "header" and (
            parameter.name.lower() in OWN_HEADERS or parameter.name in operation.conditions
        ):
            continue
        yield _parameter(context, operation, facade, parameter, resource, shared=parameter.name in shared)
    if operation.body is not None:
        yield from _body_arguments(context, operation)


_OWN_ARGUMENTS = frozenset(
    {"resume", "allow_secret_loss", "self", "given", "identify", "json_text", "basis_of", "refuse_secret_loss"}
    | {"operation", "make", "found", "isinstance"}
)


def _distinct(found: Iterator[ir.Argument]) -> tuple[ir.Argument, ...]:
    """Arguments whose names differ from each other and from subkit's own: the later one gives way."""
    arguments: list[ir.Argument] = []
    taken = set(_OWN_ARGUMENTS) | {"if_match", "if_none_match", "if_modified_since", "if_unmodified_since"}
    for argument in found:
        name = argument.python
        if name in taken and argument.place == "body":
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
) -> ir.Argument:
    described = context.described.operations.get((operation.method, blank(operation.path)))
    known = described.parameters.get((parameter.place, parameter.name)) if described else None
    schema = context.schemas.normal(parameter.data.get("schema", {}))
    required = bool(parameter.data.get("required")) and parameter.name != _idempotency_key(operation)
    own_id = identifier(parameter.name) == f"{singular(resource)}_id"
    subject = own_id and required and parameter.place in ("path", "query")
    plain = known if known and known == known.lower() and not re.search(r"\w[^\w. -]+\w", parameter.name) else None
    if shared:
        known = shared_name(parameter.name)
    python = singular(resource) if subject else facade.names.get(parameter.name) or plain or _spaced(parameter.name)
    return ir.Argument(
        python=python,
        wire=parameter.name,
        place="shared" if shared else parameter.place,
        schema=schema,
        type=context.schemas.type(schema, give=True),
        required=required,
        explode=bool(parameter.data.get("explode", parameter.place == "query" or schema.get("type") != "object")),
        subject=subject,
        json_string=False,
        description=_with_default({**parameter.data.get("schema", {}), **parameter.data}),
        source=_source(parameter.data, operation.data),
    )


def _spaced(name: str) -> str:
    """The Python name of what is called `filter[name]`."""
    return identifier(re.sub(r"[^\w. -]+", " ", name).strip() or name)


def _body_arguments(context: Context, operation: Operation) -> Iterator[ir.Argument]:
    reference = _body_model(context, operation)
    if reference is None:
        yield _whole_body(context, operation)
        return
    names, owner = _property_names(context, reference), context.prepared.schemas[reference]
    original = reference.removesuffix("Patch") if reference not in context.facade.models else reference
    facade = context.facade.models.get(reference) or context.facade.models.get(original, ModelFacade())
    for wire, raw in owner["properties"].items():
        schema = context.schemas.property(reference, wire)
        type_ = context.schemas.type(schema, give=True)
        json_string = wire in facade.json_string
        described = context.prepared.schemas.get(target(raw) or "", {})
        yield ir.Argument(
            python=names[wire],
            wire=wire,
            place="body",
            schema=schema,
            type=ir.Type(f"{type_.text} | Mapping[str, Any]", type_.models) if json_string else type_,
            required=operation.body_required and wire in owner.get("required", ()),
            explode=True,
            subject=False,
            json_string=json_string,
            description=_with_default({**raw, "description": raw.get("description") or described.get("description")}),
            source=_source(raw, owner, described),
        )


def _whole_body(context: Context, operation: Operation) -> ir.Argument:
    assert operation.body is not None
    schema = _content_schema(context, operation.body)
    return ir.Argument(
        python="body",
        wire="body",
        place="body",
        schema=schema,
        type=context.schemas.type(schema, give=True),
        required=operation.body_required,
        explode=True,
        subject=False,
        json_string=False,
        description=f"The whole body, sent as {operation.body.media_type}.",
        source=_source(operation.data),
    )


def _paging(
    context: Context,
    facade: PagingFacade | None,
    arguments: tuple[ir.Argument, ...],
    success: Mapping[str, ir.Schema | None],
) -> ir.PagingShape:
    facade = facade or PagingFacade()
    python = {argument.wire: argument.python for argument in arguments}
    answer = next((schema for status, schema in success.items() if status != "304"), None) or {}
    items = _items_schema(context, facade, answer)
    return ir.PagingShape(
        style=facade.style,
        items=facade.items,
        token=python.get(facade.token or ""),
        next=facade.next,
        offset=python.get(facade.offset or ""),
        limit=python.get(facade.limit or facade.size or ""),
        page=python.get(facade.page or ""),
        first=facade.first,
        cursor=facade.cursor,
        more=facade.more,
        total=facade.total,
        links=_links(facade, arguments),
        item=context.schemas.type(items),
    )


def _items_schema(context: Context, facade: PagingFacade, answer: ir.Schema) -> ir.Schema:
    if facade.items is None:
        items: ir.Schema = answer.get("items", {})
        return items
    found: ir.Schema = context.schemas.model(answer["ref"])["properties"][facade.items]
    return dict(found.get("items", {}))


def _is_number(argument: ir.Argument, wire: str | None) -> bool:
    return argument.place == "query" and argument.wire == wire and argument.schema.get("type") == "integer"


def _links(facade: PagingFacade, arguments: tuple[ir.Argument, ...]) -> tuple[tuple[str, str, str], ...]:
    """The query parameters that a link to the next page may set, and a token that is a number."""
    if facade.style in ("token", "header", "cursor"):
        return tuple((one.wire, one.python, "integer") for one in arguments if _is_number(one, facade.token))
    if facade.style not in ("link", "offset") or (facade.style == "offset" and facade.next is None):
        return ()
    found = [one for one in arguments if one.place == "query" and one.schema.get("type") in ("string", "integer")]
    moving = {facade.offset, facade.limit} if facade.style == "offset" else {one.wire for one in found}
    return tuple((one.wire, one.python, str(one.schema["type"])) for one in found if one.wire in moving)


def _common_problem(calls: tuple[ir.Call, ...]) -> ir.Schema | None:
    found = [schema for call in calls for schema in call.problems.values() if schema and "ref" in schema]
    counted = sorted(found, key=lambda one: -sum(other == one for other in found))
    return counted[0] if counted else None


# Which models can stand for the id of the object that a call is about


def _identities(context: Context, calls: tuple[ir.Call, ...]) -> dict[str, str]:
    """Schema -> wire name of the property that holds the id that calls take."""
    found: dict[str, str] = {}
    for call in calls:
        subject = next((argument for argument in call.arguments if argument.subject), None)
        if subject is not None:
            for schema in _answers(context, calls, call.resource):
                wire = _id_property(context.prepared.schemas[schema], subject.wire)
                if wire:
                    found[schema] = wire
    return found


def _answers(context: Context, calls: tuple[ir.Call, ...], resource: str) -> set[str]:
    return {
        name
        for call in calls
        if call.resource == resource
        for name in (call.paging.item.models if call.paging else call.returns.models)
        if context.schemas.is_model(name)
    }


def _id_property(schema: Mapping[str, Any], parameter: str) -> str | None:
    names = {wire.lower(): wire for wire in schema.get("properties", {})}
    return names.get(parameter.lower()) or names.get("id")


def _with_subjects(context: Context, call: ir.Call, identities: Mapping[str, str]) -> ir.Call:
    answers = sorted(name for name in _answers(context, (call,), call.resource) | set(identities) if name in identities)
    arguments = tuple(
        evolve(argument, type=_subject_type(context, answers)) if argument.subject else argument
        for argument in call.arguments
    )
    answer = next((identities[name] for name in sorted(call.returns.models) if name in identities), None)
    empty = answer if call.empty_reply == "id" else call.empty_reply
    return evolve(call, arguments=arguments, empty_reply=empty, secrets=tuple(_secret_rules(context, call, answers)))


def _subject_type(context: Context, answers: list[str]) -> ir.Type:
    classes = [context.schemas.class_name(name) for name in answers]
    return ir.Type(" | ".join(["str", "UUID", *classes]), frozenset(answers))


def _secret_rules(context: Context, call: ir.Call, answers: list[str]) -> Iterator[ir.SecretRule]:
    if call.method != "PUT" or call.body is None or "ref" not in call.body.schema:
        return
    subjects = [argument for argument in call.arguments if argument.subject]
    body = context.prepared.schemas[call.body.schema["ref"]]
    for wire, raw in body.get("properties", {}).items():
        reference = target(raw)
        if not subjects or reference is None or not context.schemas.is_model(reference):
            continue
        if any(wire in context.prepared.schemas[name]["properties"] for name in answers):
            yield from _rules_of(context, answers, reference, wire)


def _rules_of(context: Context, answers: list[str], reference: str, parent: str) -> Iterator[ir.SecretRule]:
    facade = context.facade.models.get(reference, ModelFacade())
    names = (_property_names(context, answer) for answer in answers)
    name = next(found[parent] for found in names if parent in found)
    for wire, raw in context.prepared.schemas[reference]["properties"].items():
        if raw.get("writeOnly"):
            flag = facade.secret_when.get(wire)
            yield ir.SecretRule(name, parent, wire, flag)


def api_data(source: Source, package: ir.Package) -> dict[str, Any]:
    """What the wheel carries as `api.json`: the specification, the surface, and how the two belong together."""
    calls = {
        call.id: {
            "function": call.function,
            "method": call.method_name,
            "resource": call.resource,
            "arguments": [
                {"python": one.python, "wire": one.wire, "in": one.place, "subject": one.subject}
                for one in call.arguments
            ],
            "conditions": list(call.conditions),
        }
        for call in package.calls
    }
    return {
        "slug": package.names.slug,
        "package": package.names.package,
        "client": package.names.client,
        "operations": calls,
        "facade": source.surface.data,
        "openapi": source.document.data,
    }
