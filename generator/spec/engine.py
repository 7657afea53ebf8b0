"""The only module that imports openapi-python-client. It reads the view of a document and gives Python names.

The engine's Python API may change with any release, so its version is pinned and none of its objects leave this module.
Whatever it reports, warnings included, is an error in the specification.
"""

from __future__ import annotations

import keyword
import re
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from attrs import field, frozen
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.strings import ClassName, PythonIdentifier

PREFIX = "field_"


@frozen
class ModelNames:
    """The Python names of a schema and its properties."""

    name: str
    properties: dict[str, str]


@frozen
class OperationNames:
    """The Python names of the parameters of an operation, by location and wire name."""

    parameters: dict[tuple[str, str], str]


@frozen
class EngineNames:
    """The names that the engine gives, and its messages."""

    models: dict[str, ModelNames] = field(factory=dict[str, ModelNames])
    operations: dict[tuple[str, str], OperationNames] = field(factory=dict[tuple[str, str], OperationNames])
    messages: tuple[str, ...] = ()


def read_names(document: dict[str, Any]) -> EngineNames:
    """Let the engine read a document, and collect its names and messages."""
    config = Config.from_sources(
        ConfigFile(post_hooks=[]), MetaType.NONE, Path("openapi.yaml"), "utf-8", overwrite=False, output_path=None
    )
    data = GeneratorData.from_dict(document, config=config)
    if isinstance(data, GeneratorError):
        return EngineNames(messages=(_message(data),))
    messages = [_message(error) for error in data.errors]
    operations: dict[tuple[str, str], OperationNames] = {}
    for collection in data.endpoint_collections_by_tag.values():
        messages += [_message(error) for error in collection.parse_errors]
        for endpoint in collection.endpoints:
            messages += [_message(error) for error in endpoint.errors]
            operations[endpoint.method, path_key(_raw(endpoint.path))] = _operation(endpoint)
    return EngineNames(
        {_raw(model.name).rpartition("/")[2]: _model(model) for model in data.models}, operations, tuple(messages)
    )


def _model(model: Any) -> ModelNames:
    properties = (*(model.required_properties or ()), *(model.optional_properties or ()))
    names = {_raw(one.name): _name_of(one) for one in properties}
    return ModelNames(valid_name(str(model.class_info.name)), names)


def _operation(endpoint: Any) -> OperationNames:
    parameters = {
        "path": endpoint.path_parameters,
        "query": endpoint.query_parameters,
        "header": endpoint.header_parameters,
    }
    found = ((location, one) for location, some in parameters.items() for one in some)
    return OperationNames({(location, _raw(one.name)): _name_of(one) for location, one in found})


def path_key(path: str) -> str:
    """A path without the names of its parameters, because the engine changes those."""
    return re.sub(r"\{[^{}]*\}", "{}", path)


def _raw(text: Any) -> str:
    return str(text.get_untrusted_value()) if hasattr(text, "get_untrusted_value") else str(text)


def _message(error: Any) -> str:
    parts = (_raw(part) for part in (error.header, error.detail) if part)
    return " ".join(" ".join(parts).split())


def _plain(name: str) -> str:
    # The engine also renames builtins, such as `type_`. They are fine as arguments and attributes.
    name = valid_name(name)
    short = name.removesuffix("_")
    return name if keyword.iskeyword(short) or short == "self" else short


_ACRONYM = re.compile(r"OAuth|[A-Z]{2,}s(?![a-z])|[A-Z][ao]{1,2}[B-HJ-Z](?=s?(?![A-Za-z])|[A-Z][a-z])")
"""An acronym that the engine would take apart: `APIs` becomes `ap_is`, `IoT` becomes `io_t`."""


def _name_of(one: Any) -> str:
    """The Python name of a parameter or property, unless it takes an acronym apart."""
    return identifier(_raw(one.name)) if _ACRONYM.search(_raw(one.name)) else _plain(str(one.python_name))


@cache
def identifier(text: str) -> str:
    """The Python name of something that is not in the engine's view."""
    whole = _ACRONYM.sub(lambda found: found[0].capitalize(), text)
    return _plain(str(PythonIdentifier(whole, PREFIX)))


@cache
def class_name(text: str) -> str:
    """The Python name of a class that is not in the engine's view."""
    return valid_name(str(ClassName(text, PREFIX)))


def valid_name(name: str) -> str:
    """A name as Python reads it (NFKC), without characters that words may hold and names may not, such as `³`."""
    normal = normalize("NFKC", name)
    return "".join(one if f"_{one}".isidentifier() else "_" for one in normal)
