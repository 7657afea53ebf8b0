"""The one module that knows openapi-python-client. It reads the prepared document and says how things are called.

The engine's objects and its Python API may change with any release, so its version is pinned and nothing of it
leaves this module. Whatever it reports, a warning included, refuses the specification.
"""

from __future__ import annotations

import keyword
import re
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.strings import ClassName, PythonIdentifier

PREFIX = "field_"


@frozen
class ModelNames:
    """How one schema and its properties are called in Python."""

    name: str
    module: str
    properties: dict[str, str]


@frozen
class OperationNames:
    """How one operation and its parameters are called in Python; parameters by place and wire name."""

    tag: str
    name: str
    parameters: dict[tuple[str, str], str]
    statuses: frozenset[str]


@frozen
class EngineNames:
    """What the engine makes of a document."""

    models: dict[str, ModelNames] = field(factory=dict[str, ModelNames])
    operations: dict[tuple[str, str], OperationNames] = field(factory=dict[tuple[str, str], OperationNames])
    messages: tuple[str, ...] = ()


def read_names(document: dict[str, Any]) -> EngineNames:
    """Let the engine read a document, and collect names and complaints."""
    config = Config.from_sources(
        ConfigFile(post_hooks=[]), MetaType.NONE, Path("openapi.yaml"), "utf-8", overwrite=False, output_path=None
    )
    data = GeneratorData.from_dict(document, config=config)
    if isinstance(data, GeneratorError):
        return EngineNames(messages=(_message(data),))
    messages = [_message(error) for error in data.errors]
    operations: dict[tuple[str, str], OperationNames] = {}
    for tag, collection in data.endpoint_collections_by_tag.items():
        messages += [_message(error) for error in collection.parse_errors]
        for endpoint in collection.endpoints:
            messages += [_message(error) for error in endpoint.errors]
            operations[endpoint.method, path_key(_raw(endpoint.path))] = _operation(str(tag), endpoint)
    return EngineNames(
        {_raw(model.name).rpartition("/")[2]: _model(model) for model in data.models}, operations, tuple(messages)
    )


def _model(model: Any) -> ModelNames:
    properties = (*(model.required_properties or ()), *(model.optional_properties or ()))
    names = {_raw(one.name): _plain(str(one.python_name)) for one in properties}
    return ModelNames(str(model.class_info.name), str(model.class_info.module_name), names)


def _operation(tag: str, endpoint: Any) -> OperationNames:
    places = {
        "path": endpoint.path_parameters,
        "query": endpoint.query_parameters,
        "header": endpoint.header_parameters,
    }
    names = {(place, _raw(one.name)): _plain(str(one.python_name)) for place, found in places.items() for one in found}
    statuses = {_raw(response.status_code.pattern) for response in endpoint.responses.patterns}
    return OperationNames(tag, str(endpoint.name), names, frozenset(statuses))


def path_key(path: str) -> str:
    """A path without the names of its parameters, which the engine changes."""
    return re.sub(r"\{[^{}]*\}", "{}", path)


def _raw(text: Any) -> str:
    return str(text.get_untrusted_value()) if hasattr(text, "get_untrusted_value") else str(text)


def _message(error: Any) -> str:
    parts = (_raw(part) for part in (error.header, error.detail) if part)
    return " ".join(" ".join(parts).split())


def _plain(name: str) -> str:
    # The engine also renames builtins, such as `type_`; as arguments and attributes they harm nobody.
    short = name.removesuffix("_")
    return name if keyword.iskeyword(short) or short == "self" else short


def identifier(text: str) -> str:
    """The Python name of anything that the engine was not shown."""
    return _plain(str(PythonIdentifier(text, PREFIX)))


@cache
def class_name(text: str) -> str:
    """The Python name of a class that the engine was not shown."""
    return str(ClassName(text, PREFIX))
