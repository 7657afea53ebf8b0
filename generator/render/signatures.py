"""Signatures of generated functions, and how their arguments are handed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from attrs import frozen

from ..ir.composed import Recovery
from ..ir.nodes import (
    Argument,
    Call,
    Package,
    Schema,
    id_argument,
    is_at_object,
    is_conditional_read,
    is_conditional_write,
    patches,
    replaces_object,
    takes_objects,
)


@frozen
class Variant:
    """One signature of a function."""

    signature: str
    returns: str


def constant(call: Call) -> str:
    """The name of an operation's endpoint."""
    return call.function.upper()


def without_verb(name: str) -> str:
    """`get_subscription` -> `subscription`."""
    return name.partition("_")[2]


def id_name(call: Call) -> str:
    """Its name."""
    subject = id_argument(call)
    return subject.python if subject else ""


def id_signature(call: Call) -> str:
    """The positional argument of a call about one object."""
    subject = id_argument(call)
    return f"{subject.python}: {subject.type.text}" if subject else ""


def object_argument(call: Call) -> str:
    """The positional argument of `refresh`."""
    return f"{id_name(call)}: {call.returns.text}"


_CONDITION_ARGUMENTS = {
    "If-Match": ("if_match", "str"),
    "If-None-Match": ("if_none_match", "str | None"),
    "If-Modified-Since": ("if_modified_since", "datetime | None"),
    "If-Unmodified-Since": ("if_unmodified_since", "datetime"),
}


def conditions(call: Call) -> list[tuple[str, str]]:
    """The conditional arguments of a call: name and type."""
    return [_CONDITION_ARGUMENTS[name] for name in call.conditions]


def parts_of(call: Call, subject: str | None = None, *, fields: bool = True) -> tuple[list[str], list[str], list[str]]:
    """The positional, the required and the optional arguments of a signature.

    `subject` is the type of the id argument if it is not the usual one, and `fields` says whether required fields are.
    """
    own = [one for one in call.arguments if one.location != "shared"]
    needed = {one.python for one in own if one.required and (fields or one.location != "body")}
    positional = [f"{one.python}: {subject or one.type.text}" for one in own if one.is_id]
    required = [f"{one.python}: {one.type.text}" for one in own if one.python in needed and not one.is_id]
    optional = [f"{one.python}: {one.type.text} | Unset = UNSET" for one in own if one.python not in needed]
    if call.write_only_fields:
        optional.append("allow_secret_loss: bool = False")
    return positional, required, optional


def signature(call: Call, kind: str, extra: Iterable[str] = (), subject: str | None = None) -> str:
    """A signature with these arguments added; `kind` is operation, method or list."""
    positional, required, optional = parts_of(call, subject, fields=subject == _ids(call) or not needs_fields(call))
    keyword = [*required, *optional, *extra]
    if kind == "list":
        keyword.append("resume: str | None = None")
    parts = [] if kind == "operation" else ["self"]
    parts += [*positional, "/"] if positional else []
    parts += ["*", *keyword] if keyword else []
    return ", ".join(parts)


def overloads(call: Call, kind: str) -> list[Variant]:
    """The typed variants of a call.

    A conditional read returns `NotModified` too, and only then. A write requires fields of the caller only if it gets
    an id.
    """
    if needs_fields(call):
        return [implementation(call, kind, _ids(call)), implementation(call, kind, _objects(call))]
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


def implementation(call: Call, kind: str, subject: str | None = None) -> Variant:
    """The signature that takes everything, or everything with one type of `subject`."""
    extra = [f"{name}: {type_} | Unset = UNSET" for name, type_ in conditions(call)] if kind != "list" else []
    return Variant(signature(call, kind, extra, subject), call.returns.text)


def result(call: Call) -> str:
    """The type of what a call returns, whatever its arguments are."""
    return f"{call.returns.text} | NotModified" if is_conditional_read(call) else call.returns.text


def is_overloaded(call: Call) -> bool:
    """Whether a call has several typed variants."""
    return is_conditional_read(call) or needs_fields(call)


def needs_fields(call: Call) -> bool:
    """Whether a call requires fields that it can take from a fetched object."""
    takes_fields = replaces_object(call) or (patches(call) and is_at_object(call) and takes_objects(call))
    return takes_fields and any(one.required and one.location == "body" for one in call.arguments)


def _ids(call: Call) -> str:
    """The types of an id, without the fetched objects that stand for one."""
    subject = id_argument(call)
    parts = subject.type.text.split(" | ") if subject else []
    return " | ".join(parts[: len(parts) - len(subject.kinds)] if subject else parts)


def _objects(call: Call) -> str:
    """The types of the fetched objects that stand for an id."""
    subject = id_argument(call)
    return subject.type.text.removeprefix(f"{_ids(call)} | ") if subject else ""


def fresh_read(call: Call, *given: str) -> str:
    """How the operation of a read is made that bypasses a cache."""
    return f"_operations.{call.function}({', '.join([*given, *([f'{call.fresh}=True'] if call.fresh else [])])})"


def fresh_function(call: Call) -> str:
    """As `fresh_read`, for a function that gets the object."""
    made = f"_operations.{call.function}"
    return f"partial({made}, {call.fresh}=True)" if call.fresh else made


def recovery_signature(made: Recovery) -> str:
    """The signature of `create_or_find`."""
    item = made.listing.paging.item.text if made.listing.paging else "Any"
    _, required, optional = parts_of(made.create)
    return ", ".join(["self", "*", f"find: Callable[[{item}], bool]", *required, *optional, "attempts: int = 3"])


def secret_arguments(call: Call, package: Package) -> list[str]:
    """The arguments of a call in which a secret may stand."""
    bodies = {model.schema: model.body for model in package.models}
    own = (one for one in call.arguments if one.location != "shared" and not one.is_id)
    return [one.python for one in own if _holds_secret(one.schema, bodies, set())]


def _holds_secret(schema: Schema, bodies: Mapping[str, Schema], seen: set[str]) -> bool:
    if schema.get("secret"):
        return True
    if "ref" in schema:
        name: str = schema["ref"]
        if name in seen:
            return False
        seen.add(name)
        return _holds_secret(bodies.get(name, {}), bodies, seen)
    parts = [*schema.get("properties", {}).values(), *schema.get("oneOf", ())]
    parts += [part for key in ("items", "additionalProperties") if isinstance(part := schema.get(key), dict)]
    return any(_holds_secret(cast("dict[str, Any]", part), bodies, seen) for part in parts)


def operation_body(call: Call, package: Package) -> str:
    """The statements of an operation function."""
    hidden = secret_arguments(call, package)
    lines = [f"{name} = wrap_secret({name})" for name in hidden]
    parts = [constant(call), _arguments(call, hidden)]
    given = ", ".join(f"{name}={name}" for name, _ in conditions(call))
    if is_conditional_write(call) and id_argument(call):
        parts += [f"conditions_of({id_name(call)}, {given})", f"basis_of({id_name(call)})"]
    elif call.conditions:
        parts.append(f"Conditions({given})")
    lines.append(f"return Operation({', '.join(parts)})")
    return "\n".join(lines)


def _arguments(call: Call, hidden: list[str]) -> str:
    """The arguments of an operation: those that were given, and what is taken from a fetched object."""
    own = [one for one in call.arguments if one.location != "shared"]
    given = f"drop_unset({', '.join(f'{one.python}={_passed(call, one, one.python in hidden)}' for one in own)})"
    if replaces_object(call):
        given = f"replacement_arguments({constant(call)}, {given}, {id_name(call)})"
    elif patches(call):
        subject = f", {id_name(call)}" if is_at_object(call) and takes_objects(call) else ""
        given = f"patch_arguments({constant(call)}, {given}{subject})"
    if call.write_only_fields:
        rules = f"_{constant(call)}_SECRETS"
        given = f"keep_secrets({constant(call)}, {given}, {id_name(call)}, {rules}, allow=allow_secret_loss)"
    return given


def _passed(call: Call, argument: Argument, hidden: bool) -> str:
    if argument.is_id:
        return f"id_of({constant(call)}, {argument.python})"
    value = f"unwrap_secret({argument.python})" if hidden else argument.python
    return f'json_text({value}, "{argument.python}")' if argument.json_string else value


def passed_arguments(call: Call, whole: bool = False) -> str:
    """The arguments of a method, handed to its operation. Conditions apply to one response, so pagers take none."""
    own = [one for one in call.arguments if one.location != "shared"]
    parts = [one.python for one in own if one.is_id]
    parts += [f"{one.python}={one.python}" for one in own if not one.is_id]
    if call.write_only_fields:
        parts.append("allow_secret_loss=allow_secret_loss")
    if whole or not call.paging:
        parts += [f"{name}={name}" for name, _ in conditions(call)]
    return ", ".join(parts)
