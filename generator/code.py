"""Python as text: expressions, signatures, docstrings. What the templates call as filters."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import frozen

from .ir import Argument, Call, Enumeration, ModelClass, Package, Property, Schema, Type

VERSION = "0.1.0"
UNSET_TYPES = {"moment": "datetime | str", "date": "date | str", "uuid": "UUID | str"}
BUILTINS = frozenset({"list", "dict", "str", "int", "float", "bool", "type", "object", "frozenset", "tuple"})
_DATES = frozenset({"date", "datetime"})


@frozen
class Variant:
    """One signature of a function."""

    signature: str
    returns: str


def constant(call: Call) -> str:
    """The name of an operation's endpoint."""
    return call.function.upper()


def after_first(name: str) -> str:
    """`get_subscription` -> `subscription`."""
    return name.partition("_")[2]


def subject_of(call: Call) -> Argument | None:
    """The argument that is the id of the call's object."""
    return next((one for one in call.arguments if one.subject), None)


def subject_name(call: Call) -> str:
    """Its name."""
    subject = subject_of(call)
    return subject.python if subject else ""


def is_conditional_read(call: Call) -> bool:
    """Whether a call may be answered with "not modified"."""
    return call.method == "GET" and bool({"If-None-Match", "If-Modified-Since"} & set(call.conditions))


def is_conditional_write(call: Call) -> bool:
    """Whether a call may carry preconditions."""
    return call.method != "GET" and bool({"If-Match", "If-Unmodified-Since"} & set(call.conditions))


def has_refresh(call: Call) -> bool:
    """Whether a fetched object can be asked for again, conditionally."""
    return is_conditional_read(call) and subject_of(call) is not None and call.paging is None


def object_types(call: Call) -> str:
    """The classes of fetched objects that a call takes."""
    subject = subject_of(call)
    return " | ".join(
        part for part in (subject.type.text.split(" | ") if subject else ()) if part not in ("str", "UUID")
    )


def object_argument(call: Call) -> str:
    """The positional argument of `refresh`."""
    return f"{subject_name(call)}: {call.returns.text}"


_CONDITION_ARGUMENTS = {
    "If-Match": ("if_match", "str | None"),
    "If-None-Match": ("if_none_match", "str | None"),
    "If-Modified-Since": ("if_modified_since", "datetime | None"),
    "If-Unmodified-Since": ("if_unmodified_since", "datetime | None"),
}


def conditions(call: Call) -> list[tuple[str, str]]:
    """The conditional arguments of a call: name and type."""
    return [_CONDITION_ARGUMENTS[name] for name in call.conditions]


def parts_of(call: Call) -> tuple[list[str], list[str], list[str]]:
    """The positional, the required and the optional arguments of a signature."""
    own = [one for one in call.arguments if one.place != "shared"]
    positional = [f"{one.python}: {one.type.text}" for one in own if one.subject]
    required = [f"{one.python}: {one.type.text}" for one in own if one.required and not one.subject]
    optional = [f"{one.python}: {one.type.text} | Unset = UNSET" for one in own if not one.required]
    if call.secrets:
        optional.append("allow_secret_loss: bool = False")
    return positional, required, optional


def signature(call: Call, kind: str, extra: Iterable[str] = ()) -> str:
    """A signature with these arguments added; `kind` is operation, method or list."""
    positional, required, optional = parts_of(call)
    keyword = [*required, *optional, *extra]
    if kind == "list":
        keyword.append("resume: str | None = None")
    parts = [] if kind == "operation" else ["self"]
    parts += [*positional, "/"] if positional else []
    parts += ["*", *keyword] if keyword else []
    return ", ".join(parts)


def overloads(call: Call, kind: str) -> list[Variant]:
    """The typed variants of a call: a conditional read gives `NotModified` too, and only then."""
    if not is_conditional_read(call):
        return [implementation(call, kind)]
    names = conditions(call)
    plain = Variant(signature(call, kind, (f"{name}: Unset = UNSET" for name, _ in names)), call.returns.text)
    variants = [plain]
    for index, (name, type_) in enumerate(names):
        before = [f"{other}: Unset = UNSET" for other, _ in names[:index]]
        after = [f"{other}: {other_type} | Unset = UNSET" for other, other_type in names[index + 1 :]]
        variants.append(_required_first(call, kind, f"{name}: {type_}", [*before, *after]))
    return variants


def _required_first(call: Call, kind: str, required: str, extra: list[str]) -> Variant:
    return Variant(signature(call, kind, (required, *extra)), f"{call.returns.text} | NotModified")


def implementation(call: Call, kind: str) -> Variant:
    """The signature that takes everything."""
    extra = [f"{name}: {type_} | Unset = UNSET" for name, type_ in conditions(call)] if kind != "list" else []
    return Variant(signature(call, kind, extra), call.returns.text)


def operation_body(call: Call) -> str:
    """The statements of an operation function."""
    lines: list[str] = []
    if call.secrets:
        settings = {rule.parent_wire for rule in call.secrets}
        given = ", ".join(f'"{one.wire}": {one.python}' for one in call.arguments if one.wire in settings)
        lines.append(
            f"refuse_secret_loss({subject_name(call)}, {{{given}}}, _{constant(call)}_SECRETS, allow_secret_loss)"
        )
    arguments = ", ".join(f"{one.python}={_passed(one)}" for one in call.arguments if one.place != "shared")
    parts = [constant(call), f"given({arguments})"]
    if call.conditions:
        parts.append(f"Conditions({', '.join(f'{name}={name}' for name, _ in conditions(call))})")
    if is_conditional_write(call) and subject_of(call):
        parts.append(f"basis_of({subject_name(call)})")
    lines.append(f"return Operation({', '.join(parts)})")
    return "\n".join(lines)


def _passed(argument: Argument) -> str:
    if argument.subject:
        return f'identify({argument.python}, "{argument.python}")'
    return f"json_text({argument.python})" if argument.json_string else argument.python


def pass_on(call: Call) -> str:
    """The arguments of a method, handed to its operation."""
    own = [one for one in call.arguments if one.place != "shared"]
    parts = [one.python for one in own if one.subject]
    parts += [f"{one.python}={one.python}" for one in own if not one.subject]
    if call.secrets:
        parts.append("allow_secret_loss=allow_secret_loss")
    if not call.paging:
        parts += [f"{name}={name}" for name, _ in conditions(call)]
    return ", ".join(parts)


def limits(schema: Schema) -> str:
    """The limits of a value, as a sentence."""
    parts: list[str] = []
    for key, text in (
        ("minLength", "at least {} characters"),
        ("maxLength", "at most {} characters"),
        ("minItems", "at least {} items"),
        ("maxItems", "at most {} items"),
        ("minimum", "at least {}"),
        ("maximum", "at most {}"),
        ("pattern", "of the pattern `{}`"),
    ):
        if key in schema:
            parts.append(text.format(schema[key]))
    if "enum" in schema:
        parts.append("one of " + ", ".join(f"`{value}`" for value in schema["enum"]))
    words = {"date-time": "a date-time", "uuid": "a UUID", "date": "a date", "uri": "a URI"}
    if schema.get("format") in words:
        parts.insert(0, words[schema["format"]])
    if not parts:
        return ""
    text = ", ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def sentence(text: str) -> str:
    """A text with a full stop."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?", ":")) else f"{text}."


class Writer:
    """The filters that need to know the whole package."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.models = {model.schema: model for model in package.models}
        self.enums = {enum.schema: enum for enum in package.enums}

    def filters(self) -> dict[str, Callable[..., Any]]:
        """By the names that the templates use."""
        own = {
            "literal": self.literal,
            "replies": self.replies,
            "parameter_arguments": self.parameter_arguments,
            "members_name": lambda one: f"_{one.python}_members",
            "reader_name": lambda one: f"_read_{one.python}",
            "enum_module": lambda one: self.enums[one.schema["open"]].module,
            "enum_class": lambda one: self.enums[one.schema["open"]].name,
            "slot_type": self.slot_type,
            "getter_type": getter_type,
            "getter_lines": getter_lines,
            "read_lines": self.read_lines,
            "taken": self.taken,
            "inside": inside,
            "model_doc": model_doc,
            "property_doc": property_doc,
            "enum_doc": model_doc,
            "operation_doc": self.operation_doc,
            "refresh_doc": refresh_doc,
            "method_doc": self.method_doc,
            "client_doc": client_doc,
            "from_env_doc": from_env_doc,
            "paging_arguments": paging_arguments,
            "class_of": lambda name: "".join(part.capitalize() for part in name.split("_")),
            "string": double_quoted,
            "dquoted": dquoted,
            "toml": dquoted,
            "short_signature": short_signature,
            "python": python,
            "as_tuple": lambda values: python(tuple(values)),
        }
        shared = (
            after_first, constant, has_refresh, implementation, is_conditional_read, object_argument, operation_body,
            overloads, pass_on, subject_name,
        )  # fmt: skip
        return own | {function.__name__: function for function in shared}

    def dotted(self, schema: str) -> str:
        """The dotted path of a generated class."""
        found = self.models.get(schema) or self.enums[schema]
        return f"{self.package.names.package}.models.{found.module}.{found.name}"

    def literal(self, schema: Any) -> str:
        """A schema as a Python literal."""
        if isinstance(schema, Mapping):
            items = (f"{double_quoted(key)}: {self._item(key, value)}" for key, value in schema.items())
            return "{" + ", ".join(items) + "}"
        if isinstance(schema, tuple):
            return "(" + "".join(f"{self.literal(one)}, " for one in schema) + ")"
        return python(schema)

    def _item(self, key: str, value: Any) -> str:
        if key in ("ref", "open") and isinstance(value, str):
            return double_quoted(self.dotted(value))
        return self.literal(value)

    def replies(self, table: Mapping[str, Schema | None]) -> str:
        """A table of schemas by status."""
        items = (
            f"{status if status.isdigit() else repr(status)}: {self.literal(one)}" for status, one in table.items()
        )
        return "{" + ", ".join(items) + "}"

    def parameter_arguments(self, one: Argument) -> str:
        """The arguments of a runtime `Parameter`."""
        place = "path" if one.place == "shared" else one.place
        parts = [double_quoted(one.python), double_quoted(one.wire), double_quoted(place), self.literal(one.schema)]
        if one.required:
            parts.append("required=True")
        if not one.explode:
            parts.append("explode=False")
        if one.subject:
            parts.append("subject=True")
        return ", ".join(parts)

    def slot_type(self, one: Property) -> str:
        """What the slot of a property may hold."""
        base = UNSET_TYPES.get(one.kind)
        text = f"{base}{' | None' if one.nullable else ''}" if base else one.read.text
        return f"{text} | Unset"

    def taken(self, one: Property, value: str) -> str:
        """What the constructor or a setter makes of an argument."""
        if one.kind == "enum":
            enum = self.enums[one.schema["open"]]
            return f"as_enum(_{enum.module}.{enum.name}, {value})"
        if one.kind in ("model", "models"):
            reference = one.schema["ref"] if one.kind == "model" else one.schema["items"]["ref"]
            model = self.models[reference]
            return f"as_{one.kind}(_{model.module}.{model.name}, {value})"
        if one.kind in ("plains", "other"):
            return f"as_given({value})"
        return value

    def read_lines(self, one: Property) -> str:
        """The statements that decode a property."""
        return "\n".join(_READ[one.kind](self, one))

    def imports_of(self, model: ModelClass) -> tuple[list[Any], list[Any]]:
        """What a model's module imports of its siblings: at run time, and for types."""
        runtime = {
            reference
            for one in model.properties
            for schema in (one.schema, one.schema.get("items", {}))
            for key in ("ref", "open")
            if one.kind in ("enum", "model", "models") and (reference := schema.get(key))
        }
        typing = {schema for one in model.properties for schema in one.read.models | one.give.models}
        return self._sorted(runtime), [one for one in self._sorted(typing) if one.schema != model.schema]

    def classes_in(self, calls: list[Call]) -> list[Any]:
        """The classes that the signatures of some calls name."""
        types: list[Type] = [argument.type for call in calls for argument in call.arguments]
        types += [call.returns for call in calls] + [call.paging.item for call in calls if call.paging]
        return self._sorted({schema for one in types for schema in one.models})

    def _sorted(self, schemas: Iterable[str]) -> list[ModelClass | Enumeration]:
        found: list[ModelClass | Enumeration] = [self.models.get(one) or self.enums[one] for one in schemas]
        return sorted(found, key=lambda one: one.module)

    def operation_doc(self, call: Call) -> str:
        """The docstring of an operation function."""
        returns = "An operation: `client.send(operation)` performs it."
        return self._call_doc(call, returns, list_=False)

    def method_doc(self, call: Call, mode: Any) -> str:
        """The docstring of a method."""
        if call.paging:
            returns = f"A pager over {call.paging.item.text} objects. Nothing is fetched before it is asked for."
            return self._call_doc(call, returns, list_=True)
        words = {"None": "Nothing."}
        returns = words.get(call.returns.text, f"{call.returns.text}.")
        if is_conditional_read(call):
            returns += " `NotModified` if a condition was given and nothing has changed."
        return self._call_doc(call, returns, list_=False)

    def _call_doc(self, call: Call, returns: str, *, list_: bool) -> str:
        lines = [sentence(call.summary or call.id), ""]
        if call.deprecated:
            lines += ["Deprecated by the vendor.", ""]
        if call.description:
            lines += [*call.description.splitlines(), ""]
        if list_ and call.paging:
            lines += [_PAGING_PROMISES[call.paging.style], ""]
        if call.scopes:
            lines += [f"Needs the scope {', '.join(call.scopes)}.", ""]
        lines += self._argument_lines(call, list_)
        lines += [
            "Returns:",
            f"    {returns}",
            "",
            "Raises:",
            "    InvalidArgument: an argument is not as described here; nothing was sent.",
        ]
        lines += [
            f"    {_class_for(status)}: {' '.join(sentence(f'{status}. {text}').split())}"
            for status, text in call.problem_texts.items()
            if status != "default"
        ]
        if "default" in call.problem_texts:
            lines.append(f"    ApiError: any other status. {' '.join(sentence(call.problem_texts['default']).split())}")
        return "\n".join([*lines, "", f"Source: {call.source}"]).strip()

    def _argument_lines(self, call: Call, list_: bool) -> list[str]:
        lines = [line for one in call.arguments if one.place != "shared" for line in _argument_doc(one)]
        if not list_:
            lines += [f"    {name}: {_CONDITION_DOCS[name]}" for name, _ in conditions(call)]
        if call.secrets:
            lines.append("    allow_secret_loss: Replace the object although its secrets would be lost.")
        if list_:
            lines.append("    resume: A checkpoint of a pager with the same arguments; goes on after it.")
        return ["Args:", *lines, ""] if lines else []


_PAGING_PROMISES = {
    "token": "Pages are fetched by token. Resuming from a checkpoint loses and repeats nothing as long as the vendor's tokens stand.",
    "offset": "Pages are fetched by offset: what is added or removed while you page can make items come twice or not at all.",
    "none": "The API answers everything at once. Resuming from a checkpoint asks again and skips as many items as were handed out, so changes in between can make items come twice or not at all.",
}
_CONDITION_DOCS = {
    "if_match": "Entity tag that the object must still have, or `subkit.ANY`. Left out, it is taken from the fetched object; None sends no precondition.",
    "if_none_match": "Entity tag of what you have.",
    "if_modified_since": "Aware datetime of what you have.",
    "if_unmodified_since": "Aware datetime after which the object must not have changed. Left out, it is taken from the fetched object where only a date is known.",
}


def _argument_doc(one: Argument) -> list[str]:
    text = " ".join(sentence(one.description).split())
    if one.subject:
        text += " An id (str or UUID) or a fetched object."
    if one.json_string:
        text += " A dict is written as JSON."
    bounds = limits(one.schema)
    source = f" Source: {one.source}." if one.source else ""
    return [f"    {one.python}: {' '.join(filter(None, (text, bounds)))}{source}"]


def model_doc(model: Any) -> str:
    """The docstring of a model or enum."""
    text = sentence(model.description or model.name)
    if isinstance(model, Enumeration):
        text += "\n\nA value that is not listed here is kept, equals its plain value, and `is_known` is False for it."
    return f"{text}\n\nSource: {model.source}" if model.source else text


def property_doc(one: Property) -> str:
    """The docstring of a property."""
    parts = [sentence(one.description or one.wire), limits(one.schema)]
    if one.secret:
        parts.append("Secret: never shown in `repr`.")
    if one.required and one.nullable:
        parts.append("May be null.")
    text = " ".join(part for part in parts if part)
    raises = "\n\nRaises `MissingField` if it did not come." if one.required else ""
    return f"{text}{raises}\n\nSource: {one.source}" if one.source else f"{text}{raises}"


def refresh_doc(call: Call, kind: str) -> str:
    """The docstring of `refresh`."""
    result = (
        "The same object if it has not changed (304), else the new one."
        if kind == "method"
        else ("An operation whose answer is the object, or `NotModified`.")
    )
    return (
        f"Ask for a fetched object again, only if it has changed.\n\n"
        f"Sends the validators that it came with; without any it is a plain get.\n\n"
        f"Returns:\n    {result}\n\nRaises:\n    As `{call.method_name}`.\n\nSource: {call.source}"
    )


def client_doc(package: Package, mode: Any) -> str:
    """The docstring of a client class."""
    flavour = "Asynchronous" if mode.prefix else "Synchronous"
    where = (
        f"Address of the API. Left out, it is {package.base_url}."
        if package.base_url
        else "Address of your server. Required."
    )
    shared = "\n".join(
        f"    {one.python}: {' '.join(sentence(one.description).split())} Source: {one.source}."
        for one in package.shared
    )
    return f"""{flavour} client of {package.names.title}.

{package.description}

Args:
    base_url: {where}
    auth: A credential, such as `subkit.BearerToken`; None sends none.
{shared}
    timeout: Seconds for one call in all: waits, repeats and token refresh included. Each page is one call.
    retry: How often a call is repeated where that is safe; `Retry()` if left out.
    decode: "tolerant" keeps and reports what departs from the specification, "strict" raises `DriftError`.
    validate: Check arguments against the specification before sending.
    verify: True, False, a CA file, or an `ssl.SSLContext`.
    proxy: URL of a proxy.
    trust_env: Heed the proxy and CA settings of the environment. It never supplies credentials.
    allow_insecure_http: Allow a credential over plain http to other hosts than this one.
    max_body: Most bytes of an answer, after decompression.
    transport: A transport of your own, such as a fake.

Raises:
    ConfigurationError: the arguments cannot work together.
""".replace("\n\n    timeout", "\n    timeout")


def from_env_doc(package: Package) -> str:
    """The docstring of `from_env`."""
    prefix = f"SUBKIT_{package.names.slug}_".replace("-", "_").upper()
    names = ["BASE_URL", *(one.python.upper() for one in package.shared), "TOKEN"]
    known = [name for found in package.environment.values() for name in found]
    also = f" Also read: {', '.join(known)}." if known else ""
    return (
        f"A client with settings from the environment: {', '.join(prefix + name for name in names)}.{also} "
        f"What is given as an argument goes before it.\n\n"
        f"Raises:\n    ConfigurationError: names the variables that are missing."
    )


def _class_for(status: str) -> str:
    names = {
        "400": "BadRequest", "401": "Unauthenticated", "403": "Forbidden", "404": "NotFound", "406": "NotAcceptable",
        "408": "RequestTimeout", "409": "Conflict", "410": "Gone", "412": "PreconditionFailed",
        "415": "UnsupportedMediaType", "422": "Unprocessable", "429": "RateLimited",
    }  # fmt: skip
    return names.get(status, "ServerError" if status.startswith("5") else "ApiError")


def paging_arguments(paging: Any) -> str:
    """The arguments of a runtime `Paging`."""
    names = ("style", "items", "token", "next", "offset", "limit", "total")
    return ", ".join(f"{name}={double_quoted(value)}" for name in names if (value := getattr(paging, name)) is not None)


def getter_type(one: Property) -> str:
    """What reading a property gives."""
    optional = not one.required and "None" not in one.read.text.split(" | ") and one.read.text != "Any"
    return f"{one.read.text} | None" if optional else one.read.text


def getter_lines(one: Property) -> str:
    """The statements of a getter."""
    slot = f"self._{one.python}"
    convert = {"moment": "as_moment({})", "date": "as_date({})", "uuid": "as_uuid({})"}.get(one.kind, "{}").format(slot)
    if one.required:
        lines = [f"if {slot} is UNSET:", f'    missing(self, "{one.python}")']
        if convert != slot and one.nullable:
            lines += [f"if {slot} is None:", "    return None"]
        return "\n".join([*lines, f"return {convert}"])
    empty = f"{slot} is UNSET or {slot} is None" if convert != slot else f"{slot} is UNSET"
    return f"return None if {empty} else {convert}"


def inside(type_: str, model: ModelClass) -> str:
    """A type as text inside a class whose properties may be called like builtins."""
    taken = {one.python for one in model.properties}
    text = re.sub(r"\b\w+\b", lambda m: f"builtins.{m[0]}" if m[0] in BUILTINS & taken else m[0], type_)
    return re.sub(r"\b\w+\b", lambda m: f"_datetime.{m[0]}" if m[0] in _DATES & taken else m[0], text)


def double_quoted(text: str) -> str:
    """A Python string literal."""
    return repr(text)


def dquoted(text: str) -> str:
    """A string literal in double quotes, for TOML and for Python that nobody formats."""
    return json.dumps(text, ensure_ascii=False)


def short_signature(call: Call) -> str:
    """The arguments of a call by name, as a table shows them."""
    positional, required, optional = parts_of(call)
    names = [part.partition(":")[0] for part in (*positional, *required)]
    return ", ".join([*names, *(f"{part.partition(':')[0]}=" for part in optional)])


def python(value: Any) -> str:
    """A Python literal."""
    return repr(value)


# How each kind of property is decoded. The value is kept whatever it is; what is odd about it is noted.


def _absent(one: Property) -> str:
    """The conditions under which nothing more is to be looked at."""
    parts = [] if one.required else ["value is not UNSET"]
    return " and ".join([*parts, *(["value is not None"] if one.nullable else [])])


def _get(one: Property) -> str:
    return f"value = self._{one.python} = get({one.wire!r}, UNSET)"


def _guarded(one: Property, test: str) -> list[str]:
    absent = _absent(one)
    return [f"if {absent} and {test}:" if absent else f"if {test}:", "    notes.odd = True"]


_TYPES = {"string": "str", "integer": "int", "boolean": "bool"}


def _plain(writer: Writer, one: Property) -> list[str]:
    return [_get(one), *_guarded(one, f"type(value) is not {_TYPES[one.schema['type']]}")]


def _moment(writer: Writer, one: Property) -> list[str]:
    return [_get(one), *_guarded(one, "(type(value) is not str or not is_datetime(value))")]


def _checked(writer: Writer, one: Property) -> list[str]:
    return [_get(one), "if value is not UNSET:", f"    _read_{one.python}(value, notes)", *_required(one)]


def _required(one: Property) -> list[str]:
    return ["else:", "    notes.odd = True"] if one.required else []


def _any(writer: Writer, one: Property) -> list[str]:
    return [_get(one), *(["if value is UNSET:", "    notes.odd = True"] if one.required else [])]


def _enum(writer: Writer, one: Property) -> list[str]:
    enum = writer.enums[one.schema["open"]]
    absent = _absent(one)
    return [
        f"value = get({one.wire!r}, UNSET)",
        f"if type(value) is {'int' if enum.integer else 'str'}:",
        f"    member = _{one.python}_members.get(value)",
        "    if member is None:",
        "        notes.odd = True",
        f"        member = _{enum.module}.{enum.name}(value)",
        f"    self._{one.python} = cast(Any, member)",
        f"elif {absent}:" if absent else "else:",
        f"    self._{one.python} = odd(value, notes)",
        *(["else:", f"    self._{one.python} = value"] if absent else []),
    ]


def _model(writer: Writer, one: Property) -> list[str]:
    model = writer.models[one.schema["ref"]]
    absent = _absent(one)
    return [
        f"value = get({one.wire!r}, UNSET)",
        "if type(value) is dict:",
        f"    self._{one.python} = _{model.module}.{model.name}.__read__(value, notes)",
        f"elif {absent}:" if absent else "else:",
        f"    self._{one.python} = odd(value, notes)",
        *(["else:", f"    self._{one.python} = value"] if absent else []),
    ]


def _models(writer: Writer, one: Property) -> list[str]:
    model = writer.models[one.schema["items"]["ref"]]
    absent = _absent(one)
    return [
        f"value = get({one.wire!r}, UNSET)",
        "if type(value) is list:",
        f"    read_{one.python} = _{model.module}.{model.name}.__read__",
        f"    self._{one.python} = [",
        f"        read_{one.python}(item, notes) if type(item) is dict else odd(item, notes) for item in value",
        "    ]",
        f"elif {absent}:" if absent else "else:",
        f"    self._{one.python} = odd(value, notes)",
        *(["else:", f"    self._{one.python} = value"] if absent else []),
    ]


def _plains(writer: Writer, one: Property) -> list[str]:
    item = _TYPES[one.schema["items"]["type"]]
    return [_get(one), *_guarded(one, f"(type(value) is not list or not {{{item}}}.issuperset(map(type, value)))")]


def _other(writer: Writer, one: Property) -> list[str]:
    return [
        f"value = self._{one.python} = get({one.wire!r}, UNSET)",
        "if value is not UNSET:",
        f"    self._{one.python} = _read_{one.python}(value, notes)",
        *_required(one),
    ]


_READ: dict[str, Callable[[Writer, Property], list[str]]] = {
    "plain": _plain,
    "moment": _moment,
    "date": _checked,
    "uuid": _checked,
    "any": _any,
    "enum": _enum,
    "model": _model,
    "models": _models,
    "plains": _plains,
    "other": _other,
}
