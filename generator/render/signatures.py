"""Signatures of generated functions, and how their arguments are handed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from attrs import frozen

from ..ir.nodes import Argument, Call, Package, Schema, id_argument, is_conditional_read, is_conditional_write


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
    own = [one for one in call.arguments if one.location != "shared"]
    positional = [f"{one.python}: {one.type.text}" for one in own if one.is_id]
    required = [f"{one.python}: {one.type.text}" for one in own if one.required and not one.is_id]
    optional = [f"{one.python}: {one.type.text} | Unset = UNSET" for one in own if not one.required]
    if call.write_only_fields:
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


def secret_arguments(call: Call, package: Package) -> list[str]:
    """The arguments of a call in which a secret may stand."""
    bodies = {model.schema: model.body for model in package.models}
    own = (one for one in call.arguments if one.location != "shared" and not one.is_id)
    return [one.python for one in own if _holds_secret(one.schema, bodies, frozenset())]


def _holds_secret(schema: Schema, bodies: Mapping[str, Schema], seen: frozenset[str]) -> bool:
    if schema.get("secret"):
        return True
    if "ref" in schema:
        name: str = schema["ref"]
        return name not in seen and _holds_secret(bodies.get(name, {}), bodies, seen | {name})
    parts = [*schema.get("properties", {}).values(), *schema.get("oneOf", ())]
    parts += [part for key in ("items", "additionalProperties") if isinstance(part := schema.get(key), dict)]
    return any(_holds_secret(cast("dict[str, Any]", part), bodies, seen) for part in parts)


def operation_body(call: Call, package: Package) -> str:
    """The statements of an operation function."""
    hidden = secret_arguments(call, package)
    lines = [f"{name} = wrap_secret({name})" for name in hidden]
    if call.write_only_fields:
        settings = {rule.parent_wire for rule in call.write_only_fields}
        given = ", ".join(f'"{one.wire}": {one.python}' for one in call.arguments if one.wire in settings)
        checked = f"{id_name(call)}, {{{given}}}, _{constant(call)}_SECRETS, allow_secret_loss"
        lines.append(f"_secret_loss.check_write_only({checked})")
    own = [one for one in call.arguments if one.location != "shared"]
    arguments = ", ".join(f"{one.python}={_passed(one, one.python in hidden, package)}" for one in own)
    parts = [constant(call), f"drop_unset({arguments})"]
    if call.conditions:
        parts.append(f"Conditions({', '.join(f'{name}={name}' for name, _ in conditions(call))})")
    if is_conditional_write(call) and id_argument(call):
        parts.append(f"basis_of({id_name(call)})")
    lines.append(f"return Operation({', '.join(parts)})")
    return "\n".join(lines)


def _passed(argument: Argument, hidden: bool, package: Package) -> str:
    if argument.is_id:
        return id_text(argument, package)
    value = f"unwrap_secret({argument.python})" if hidden else argument.python
    return f"json_text({value})" if argument.json_string else value


def id_text(argument: Argument, package: Package) -> str:
    """The expression for the id of an object, which accepts fetched objects of these classes only."""
    classes = {one.schema: f"{package.names.package}.{one.name}" for one in package.models}
    parts = [argument.python, f'"{argument.python}"', *(f'"{classes[kind]}"' for kind in argument.kinds)]
    also = ["int", "float"] if argument.type.text == "Any" else argument.type.text.split(" | ")
    if types := [one for one in also if one in ("int", "float", "date", "datetime")]:
        parts.append(f"also=({', '.join(types)},)")
    return f"id_of({', '.join(parts)})"


def refreshed_id(call: Call, package: Package) -> str:
    """The same, for the call that refreshes an object."""
    argument = id_argument(call)
    if argument is None:
        raise ValueError(f"{call.id} is about no object")
    return id_text(argument, package)


def passed_arguments(call: Call) -> str:
    """The arguments of a method, handed to its operation."""
    own = [one for one in call.arguments if one.location != "shared"]
    parts = [one.python for one in own if one.is_id]
    parts += [f"{one.python}={one.python}" for one in own if not one.is_id]
    if call.write_only_fields:
        parts.append("allow_secret_loss=allow_secret_loss")
    if not call.paging:
        parts += [f"{name}={name}" for name, _ in conditions(call)]
    return ", ".join(parts)


def body_names(call: Call) -> dict[str, str]:
    """The arguments of a body by wire name."""
    return {one.wire: one.python for one in call.arguments if one.location == "body"}
