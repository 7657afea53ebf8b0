"""What a user calls to find out whether a write was carried out whose answer was lost."""

from __future__ import annotations

from attrs import evolve

from . import ir


def with_inquiry(call: ir.Call, calls: tuple[ir.Call, ...]) -> ir.Call:
    """A call that names its inquiry, if it is not safe to repeat: `get` of its object, or `list`."""
    if call.idempotent or call.idempotency_key:
        return call
    beside = {one.method_name: one for one in calls if one.resource == call.resource and one.method == "GET"}
    about_one = any(argument.subject for argument in call.arguments)
    names = ("get", "list") if about_one else ("list",)
    found = next((beside[name] for name in names if name in beside), None)
    return evolve(call, inquiry=None if found is None else _as_written(found))


def _as_written(call: ir.Call) -> str:
    needed = [one for one in call.arguments if one.required and one.place != "shared"]
    given = ", ".join("..." if one.subject else f"{one.python}=..." for one in needed)
    return f"{call.resource}.{call.method_name}({given})"
