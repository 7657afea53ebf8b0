"""Builds the representation of a package from the resolved document, the facade and the engine's names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..spec.answers import error_schemas, path_of
from ..spec.document import Document, Json, Pointer
from ..spec.engine import EngineNames, class_name
from ..spec.facade import CREDENTIAL_CLASSES, AuthFacade, Facade
from ..spec.operations import ResolvedSpec
from ..spec.security import credentials_of
from ..spec.source import Source
from . import nodes
from .context import Context, source_of, text_of
from .identity import families_of, id_type, identities_of, with_object_ids
from .models import enums_of, models_of
from .naming import shared_name
from .operations import call_of, common_error_schema, with_lookup, with_unique_functions
from .schemas import Schemas
from .subjects import item_paths


def build(source: Source, facade: Facade, resolved: ResolvedSpec, engine_names: EngineNames) -> nodes.Package:
    """The package that a specification describes."""
    names = {schema: found.name for schema, found in engine_names.models.items()}
    schemas = Schemas(resolved.schemas, facade, names, _own_names(source, facade))
    context = Context(source, facade, resolved, engine_names, schemas, item_paths(resolved, facade))
    calls = tuple(call_of(context, operation) for operation in resolved.operations)
    families = families_of(context, calls)
    identities = identities_of(context, families)
    calls = tuple(with_object_ids(context, call, calls, families, identities) for call in calls)
    calls = with_unique_functions(calls, facade, resolved.operations)
    return nodes.Package(
        names=_names(context),
        description=text_of(context.document["info"].get("description", "")),
        base_url=_base_url(context.document),
        client_parameters=tuple(_client_parameters(context)),
        models=tuple(models_of(context, identities)),
        enums=tuple(enums_of(context)),
        calls=tuple(with_lookup(call, calls) for call in calls),
        error_schema=common_error_schema(calls),
        error_fields=dict(_error_fields(facade, resolved)),
        request_id_header=facade.client.request_id_header,
        environment=dict(facade.client.environment),
        servers=tuple(_servers(context.document)),
        sources=dict(context.document["info"].get("x-sources", {})),
        auth=credential_of(facade.auth),
        credentials=() if facade.auth else credentials_of(context.document),
    )


def _error_fields(facade: Facade, resolved: ResolvedSpec) -> Iterator[tuple[str, nodes.Name]]:
    """The properties of an error that hold its code and texts, as the runtime takes them."""
    for key, name in facade.errors.items():
        paths = (path_of(name, schema, resolved.schemas) for schema in error_schemas(resolved))
        found = next((path for path in paths if path is not None), (name,))
        yield key, found[0] if len(found) == 1 else found


def _own_names(source: Source, facade: Facade) -> frozenset[str]:
    """The names of the clients and of the credential, which models cannot have."""
    client = facade.client.name or class_name(source.slug)
    credential = {CREDENTIAL_CLASSES[facade.auth.flow]} if facade.auth else set[str]()
    return frozenset({client, f"Async{client}", *credential})


def _names(context: Context) -> nodes.Names:
    slug = context.source.slug
    info = context.document["info"]
    return nodes.Names(
        slug=slug,
        package=f"subkit_{slug.replace('-', '_')}",
        distribution=f"subkit-{slug}",
        client=context.facade.client.name or class_name(slug),
        title=str(info["title"]),
        version=str(info["version"]),
    )


def _base_url(document: Json) -> str | None:
    """The URL of the first server, if it is absolute and has no variables."""
    servers: list[Json] = document.get("servers") or [{}]
    url = str(servers[0].get("url", ""))
    return url if url.startswith("https://") and "{" not in url else None


def _servers(document: Json) -> Iterator[nodes.Server]:
    """The servers whose URL is absolute."""
    servers: list[Json] = document.get("servers") or []
    for server in servers:
        variables: dict[str, Json] = server.get("variables") or {}
        if "://" in str(server.get("url", "")):
            found = tuple(_variable(name, data) for name, data in variables.items())
            yield nodes.Server(str(server["url"]), text_of(server.get("description")), found)


def _variable(name: str, data: Json) -> nodes.Variable:
    values = tuple(str(value) for value in data.get("enum", ()))
    return nodes.Variable(name, text_of(data.get("description")), values, str(data.get("default", "")))


def _client_parameters(context: Context) -> Iterator[nodes.ClientParameter]:
    found = {p.name: p for op in context.resolved.operations for p in op.parameters if p.location == "path"}
    for wire in context.facade.client.path_parameters:
        data = found[wire].data
        type_ = id_type(context.schemas.type(context.schemas.normal(data.get("schema", {})), give="argument"))
        text = text_of(data.get("description", ""))
        yield nodes.ClientParameter(shared_name(wire), wire, type_.text, text, source_of(data))


def api_data(source: Source, package: nodes.Package) -> dict[str, Any]:
    """The contents of `api.json` in the wheel: the specification, the facade, the behaviour of the fake, and the names
    of operations."""
    calls = {
        call.id: {
            "function": call.function,
            "method": call.method_name,
            "resource": call.resource,
            "arguments": [
                {"python": one.python, "wire": one.wire, "in": one.location, "subject": one.is_id}
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
        "facade": source.facade_file.data,
        "behaviour": source.behaviour_file.data,
        "openapi": source.document.data,
        "lines": dict(_lines(source.document)),
    }


_NOTABLE: Final = (
    ("paths", "*", "*"),
    ("paths", "*", "*", "requestBody"),
    ("paths", "*", "*", "security"),
    ("paths", "*", "*", "parameters", "*"),
    ("components", "*", "*"),
    ("components", "schemas", "*", "properties", "*"),
)
"""The places of a document that a fake refers to when it says why it refused a request."""


def _lines(document: Document) -> Iterator[tuple[str, int]]:
    """The lines of those places, by their JSON pointers (RFC 6901)."""
    for pointer, line in document.lines.items():
        if any(_matches(pointer, one) for one in _NOTABLE):
            yield "/".join(["", *(str(part).replace("~", "~0").replace("/", "~1") for part in pointer)]), line


def _matches(pointer: Pointer, pattern: tuple[str, ...]) -> bool:
    return len(pointer) == len(pattern) and all(one in ("*", part) for part, one in zip(pointer, pattern, strict=True))


_ISSUER = ("token_url", "discovery_url", "client_auth", "scopes", "drops_scopes", "header", "algorithm")


def credential_of(auth: AuthFacade | None) -> nodes.Auth | None:
    """The credential that `[auth]` describes, if there is one."""
    if auth is None:
        return None
    return nodes.Auth(
        name=CREDENTIAL_CLASSES[auth.flow],
        issuer={key: value for key in _ISSUER if (value := getattr(auth, key)) is not None},
        query=dict(auth.query or {}),
        description=auth.description or "",
        source=auth.source or "",
    )
