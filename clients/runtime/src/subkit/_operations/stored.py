"""The portable form of an operation: plain JSON, which another process, a queue or a later release can read.

`{"format": 1, "api": slug, "operation": id, "arguments": {...}}`, with `conditions` and `basis` if there are any.
Arguments have their Python names; their values are those of the request, by the vendor's names.
"""

from __future__ import annotations

import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, TypeVar, cast

from .._errors import InvalidArgument
from .._formats.dates import parse_datetime
from .._formats.json import is_array, is_object, is_plain, to_json
from .._meta import Drift, Meta
from .._portable import FORMAT, unpack
from .._unset import UNSET
from .._values import fields_of
from .._version import __version__
from .conditional import UNCONDITIONAL, Conditions
from .endpoint import Api, Endpoint

T = TypeVar("T")


Parts = tuple[Endpoint[Any], dict[str, Any], Conditions, Meta | None]
"""The parts of an operation, in this order."""


def to_form(parts: Parts) -> dict[str, Any]:
    """The portable form. Raises `InvalidArgument` for an argument that JSON cannot express."""
    endpoint, arguments, conditions, basis = parts
    form = {
        "format": FORMAT,
        "api": endpoint.api.slug,
        "operation": endpoint.id,
        "arguments": {name: _plain(to_json(value), name) for name, value in arguments.items()},
    }
    if conditions != UNCONDITIONAL:
        form["conditions"] = _fields(conditions)
    if basis is not None:
        form["basis"] = {**_fields(basis), "drift": [_fields(one) for one in basis.drift]}
    return form


def from_form(form: Mapping[str, Any]) -> Parts:
    """The parts of the operation in a portable form. Raises `InvalidArgument` for anything that is unknown here."""
    try:
        content = unpack("operation", form)
        endpoint = _endpoint(content.pop("api"), content.pop("operation"))
        files = {p.python for p in endpoint.parameters if p.schema.get("items", {}).get("raw") == "bytes"}
        stored: dict[str, Any] = content.pop("arguments")
        arguments = {name: _argument(value, several=name in files) for name, value in stored.items()}
        conditions = _value(Conditions, content.pop("conditions", {}))
        basis = _meta(found) if (found := content.pop("basis", None)) else None
    except InvalidArgument:
        raise
    except (KeyError, TypeError, AttributeError):
        raise InvalidArgument("this is not the portable form of an operation: see Operation.to_dict") from None
    except ValueError as error:
        raise InvalidArgument(str(error)) from None
    unknown = [*content, *(arguments.keys() - {parameter.python for parameter in endpoint.parameters})]
    if unknown:
        raise InvalidArgument(f"{endpoint.id} of {_release(endpoint.api)} has no {', '.join(map(repr, unknown))}")
    return endpoint, arguments, conditions, basis


def _endpoint(slug: str, name: str) -> Endpoint[Any]:
    """The endpoint of an operation. It is defined beside the public function that makes the operation."""
    package = _package(slug)
    operations = import_module(f"{package}.operations")
    if name not in operations.__all__:
        api: Api = import_module(f"{package}._api").API
        raise InvalidArgument(f"{_release(api)} has no operation {name!r}")
    return endpoint_in(package, name)


def endpoint_in(package: str, name: str) -> Endpoint[Any]:
    """The endpoint of an operation of a package, by the name of the function that makes the operation."""
    function = getattr(import_module(f"{package}.operations"), name)
    endpoint: Endpoint[Any] = function.__globals__[name.upper()]
    return endpoint


def _package(slug: str) -> str:
    """The package of an API: installed, or at least imported. A stored name never causes anything else to be
    imported."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - heavy, and seldom needed

    installed = [entry.value for entry in entry_points(group="subkit.apis", name=slug)]
    # What is among the modules need not be a module: None stands for one that must not be imported.
    known = [getattr(module, "__dict__", {}) for module in list(sys.modules.values())]
    apis = [api for names in known if isinstance(api := names.get("API"), Api)]
    found = [*(api.package for api in apis if api.slug == slug), *installed]
    if not found:
        raise InvalidArgument(f"no installed package serves the API {slug!r}: install subkit-{slug}")
    return found[0]


def _release(api: Api) -> str:
    return f"{api.package} {api.version} (subkit {__version__})"


def _plain(value: Any, name: str) -> Any:
    """A JSON value. Bytes, which only a body and its fields can be, become an object with their base64."""
    if isinstance(value, bytes):
        return {"base64": b64encode(value).decode("ascii")}
    if isinstance(value, list):
        return [_plain(item, name) for item in cast("list[Any]", value)]
    if is_object(value):
        return {key: _plain(item, name) for key, item in value.items()}
    if value is not None and not is_plain(value):
        raise InvalidArgument(f"{name}: a {type(value).__name__} cannot be stored as JSON")
    return value


def _argument(value: Any, *, several: bool = False) -> Any:
    """An argument as it was; see `_plain` for bytes, of which there may be several."""
    if several and is_array(value):
        return [_argument(one) for one in value]
    return b64decode(value["base64"]) if is_object(value) and value.keys() == {"base64"} else value


_DATES = frozenset({"if_modified_since", "if_unmodified_since", "last_modified"})


def _fields(value: Any) -> dict[str, Any]:
    """The fields of a small frozen value as JSON, without those that were left out."""
    fields = {field.name: getattr(value, field.name) for field in fields_of(type(value))}
    return {name: to_json(one) for name, one in fields.items() if one is not UNSET and (name, one) not in _LATER}


_LATER: Final = (("without_response", False),)
"""Fields that a release 0.1.0 does not know, at the value that means the same as leaving them out."""


def _value(cls: type[T], form: Mapping[str, Any]) -> T:
    return cls(**{name: parse_datetime(one) if one and name in _DATES else one for name, one in form.items()})


def _meta(form: Mapping[str, Any]) -> Meta:
    tuples = {"drift": tuple(Drift(**one) for one in form["drift"]), "subject": tuple(form["subject"])}
    return _value(Meta, {**form, **tuples})
