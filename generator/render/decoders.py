"""The statements with which generated models decode, keep and read their properties.

A value is kept whatever it is; what is odd about it is noted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from ..ir.nodes import Enumeration, ModelClass, Property

KEPT_TYPES = {"moment": "datetime | str", "date": "date | str", "uuid": "UUID | str"}
_TYPES = {"string": "str", "integer": "int", "boolean": "bool"}


@frozen
class Classes:
    """The generated classes by schema."""

    models: Mapping[str, ModelClass]
    enums: Mapping[str, Enumeration]


def slot_type(one: Property) -> str:
    """What the slot of a property may hold."""
    base = KEPT_TYPES.get(one.kind)
    text = f"{base} | None" if base else one.read.text
    return f"{text} | Unset"


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


def taken(classes: Classes, one: Property, value: str) -> str:
    """What the constructor or a setter makes of an argument."""
    if one.kind == "enum":
        enum = classes.enums[one.schema["open"]]
        return f"as_enum(_{enum.module}.{enum.name}, {value})"
    if one.kind in ("model", "models"):
        reference = one.schema["ref"] if one.kind == "model" else one.schema["items"]["ref"]
        model = classes.models[reference]
        return f"as_{one.kind}(_{model.module}.{model.name}, {value})"
    return f"as_given({value})" if one.kind in ("plains", "other") else value


def read_lines(classes: Classes, one: Property) -> str:
    """The statements that decode a property."""
    return "\n".join(_READ[one.kind](classes, one))


def _absent(one: Property) -> str:
    """The conditions under which nothing more is to be looked at."""
    parts = [] if one.required else ["value is not UNSET"]
    return " and ".join([*parts, *(["value is not None"] if one.nullable else [])])


def _get(one: Property) -> str:
    return f"value = self._{one.python} = get({one.wire!r}, UNSET)"


def _guarded(one: Property, test: str) -> list[str]:
    absent = _absent(one)
    return [f"if {absent} and {test}:" if absent else f"if {test}:", "    notes.odd = True"]


def _plain(classes: Classes, one: Property) -> list[str]:
    return [_get(one), *_guarded(one, f"type(value) is not {_TYPES[one.schema['type']]}")]


def _moment(classes: Classes, one: Property) -> list[str]:
    return [_get(one), *_guarded(one, "(type(value) is not str or not is_datetime(value))")]


def _checked(classes: Classes, one: Property) -> list[str]:
    return [_get(one), "if value is not UNSET:", f"    _read_{one.python}(value, notes)", *_required(one)]


def _required(one: Property) -> list[str]:
    return ["else:", "    notes.odd = True"] if one.required else []


def _any(classes: Classes, one: Property) -> list[str]:
    return [_get(one), *(["if value is UNSET:", "    notes.odd = True"] if one.required else [])]


def _enum(classes: Classes, one: Property) -> list[str]:
    enum = classes.enums[one.schema["open"]]
    absent = _absent(one)
    return [
        f"value = get({one.wire!r}, UNSET)",
        "kind = kind_of(value)",
        f"if kind is {'int' if enum.integer else 'str'}:",
        f"    member = _{one.python}_members.get(value)",
        "    if member is None:",
        "        notes.odd = True",
        f"        member = _{enum.module}.{enum.name}(value)",
        f"    self._{one.python} = cast(Any, member)",
        f"elif {absent}:" if absent else "else:",
        f"    self._{one.python} = odd(value, notes)",
        *(["else:", f"    self._{one.python} = value"] if absent else []),
    ]


def _model(classes: Classes, one: Property) -> list[str]:
    model = classes.models[one.schema["ref"]]
    absent = _absent(one)
    return [
        f"value = get({one.wire!r}, UNSET)",
        "kind = kind_of(value)",
        "if kind is dict:",
        f"    self._{one.python} = _{model.module}.{model.name}.__read__(value, notes)",
        f"elif {absent}:" if absent else "else:",
        f"    self._{one.python} = odd(value, notes)",
        *(["else:", f"    self._{one.python} = value"] if absent else []),
    ]


def _models(classes: Classes, one: Property) -> list[str]:
    model = classes.models[one.schema["items"]["ref"]]
    absent = _absent(one)
    return [
        f"value = get({one.wire!r}, UNSET)",
        "kind = kind_of(value)",
        "if kind is list:",
        f"    self._{one.python} = read_all(_{model.module}.{model.name}.__read__, value, notes)",
        f"elif {absent}:" if absent else "else:",
        f"    self._{one.python} = odd(value, notes)",
        *(["else:", f"    self._{one.python} = value"] if absent else []),
    ]


def _plains(classes: Classes, one: Property) -> list[str]:
    item = _TYPES[one.schema["items"]["type"]]
    return [
        _get(one),
        "kind = kind_of(value)",
        *_guarded(one, f"(kind is not list or not {{{item}}}.issuperset(map(type, value)))"),
    ]


def _other(classes: Classes, one: Property) -> list[str]:
    return [
        f"value = self._{one.python} = get({one.wire!r}, UNSET)",
        "if value is not UNSET:",
        f"    self._{one.python} = _read_{one.python}(value, notes)",
        *_required(one),
    ]


_READ: dict[str, Callable[[Classes, Property], list[str]]] = {
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
