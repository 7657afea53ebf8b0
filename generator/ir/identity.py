"""The object that a call is about: the property that holds its id, and the secrets that a replacement would lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from ..spec.engine import identifier, path_key
from ..spec.facade import ModelFacade
from ..spec.references import component_of
from . import nodes
from .context import Context
from .subjects import ID_WORDS, Subject

Families = dict[str, dict[str, str]]
"""The models that stand for an object, by the path of the object, each with the property that holds its id."""


def families_of(context: Context, calls: tuple[nodes.Call, ...]) -> Families:
    """What the calls on each object return, and the lists and creations of its collection."""
    families: Families = {}
    for call in calls:
        if call.subject is not None and call.subject.path:
            families.setdefault(call.subject.path, {})
    for path, family in families.items():
        subject = next(call.subject for call in calls if call.subject and call.subject.path == path)
        for call in calls:
            for schema in _objects(call, path, subject) & context.resolved.schemas.keys():
                wire = _id_property(context.resolved.schemas[schema], subject)
                if wire is not None and context.schemas.is_model(schema):
                    family[schema] = wire
    return families


def _objects(call: nodes.Call, path: str, subject: Subject) -> frozenset[str]:
    """The models of objects at a path that a call returns."""
    if call.subject is not None and call.subject.path == path and not call.subject.part:
        return call.returns.models if call.paging is None else frozenset()
    own = _ends_in(path_key(call.path), path.rpartition("/")[0], subject)
    if not own or (call.subject is not None and not call.subject.part):
        return frozenset()
    if call.paging is not None:
        return call.paging.item.models
    return call.returns.models if call.method == "POST" else frozenset()


def _ends_in(path: str, collection: str, subject: Subject) -> bool:
    """Whether a path is that of the collection, or of the same collection at another place."""
    last = path.rpartition("/")[2]
    return path == collection or (bool(last) and last == collection.rpartition("/")[2] and "{" not in last)


def identities_of(context: Context, families: Families) -> dict[str, str]:
    """The property that holds the id of an object, by schema."""
    return {schema: wire for family in families.values() for schema, wire in family.items()}


def _id_property(schema: Mapping[str, Any], subject: Subject) -> str | None:
    """The property that holds the id: called like the parameter, without the noun, or just `id`."""
    names = {_letters(wire): wire for wire in reversed(schema.get("properties", {}))}
    parameter, noun = _letters(subject.parameter), _letters(subject.noun)
    found = names.get(parameter) or names.get(parameter.removeprefix(noun))
    if found is None and (identifier(subject.parameter).rpartition("_")[2] in ID_WORDS or parameter == noun):
        found = names.get("id") or names.get(f"{noun}id")
    return found


def _letters(name: str) -> str:
    return identifier(name).replace("_", "")


def with_object_ids(
    context: Context,
    call: nodes.Call,
    calls: tuple[nodes.Call, ...],
    families: Families,
    identities: Mapping[str, str],
) -> nodes.Call:
    """A call that accepts fetched objects for the id of its object, and knows the secrets that it could lose."""
    models = sorted(_kinds(call, calls, families))
    returned = next((identities[name] for name in sorted(call.returns.models) if name in identities), None)
    arguments = tuple(_with_objects(context, one, models) if one.is_id else one for one in call.arguments)
    call = evolve(call, arguments=arguments)
    return evolve(
        call,
        part=_part(call, calls),
        empty_reply=returned if call.empty_reply == "id" else call.empty_reply,
        write_only_fields=tuple(_write_only_fields(context, call)),
    )


def _kinds(call: nodes.Call, calls: tuple[nodes.Call, ...], families: Families) -> set[str]:
    """The models that a call takes for the id of its object. An id in the query is one of the resource's objects."""
    if call.subject is None:
        return set()
    if call.subject.path:
        return set(families[call.subject.path])
    paths = {one.subject.path for one in calls if one.subject and one.resource == call.resource}
    return {schema for path in paths for schema in families.get(path, ())}


def _part(call: nodes.Call, calls: tuple[nodes.Call, ...]) -> str | None:
    """The part of an object that a call is about, if it can be read by itself: it has validators of its own."""
    if call.subject is None or not call.subject.part:
        return None
    key = path_key(call.path)
    return call.subject.part if any(one.method == "GET" and path_key(one.path) == key for one in calls) else None


def _with_objects(context: Context, argument: nodes.Argument, models: list[str]) -> nodes.Argument:
    classes = [context.schemas.class_name(name) for name in models]
    plain = id_type(argument.type)
    text = " | ".join([plain.text, *classes]) if plain.text != "Any" else plain.text
    type_ = nodes.Type(text, frozenset({*models, *plain.models}))
    return evolve(argument, type=type_, kinds=tuple(models))


def id_type(type_: nodes.Type) -> nodes.Type:
    """The types that an id may be given in: that of its schema, and the text of it."""
    parts = dict.fromkeys((*type_.text.split(" | "), "str"))
    texts = [one for one in parts if one not in ("None", "str", "UUID")]
    plain = ["str", "UUID"] if not texts or "UUID" in parts else ["str"]
    return type_ if type_.text == "Any" else nodes.Type(" | ".join([*texts, *plain]), type_.models)


def _write_only_fields(context: Context, call: nodes.Call) -> Iterator[nodes.WriteOnlyField]:
    """The write-only fields of a body, at any depth, that a whole replacement would lose."""
    if call.method == "PUT" and call.body is not None and "ref" in call.body.schema and nodes.takes_objects(call):
        yield from _fields_below(context, call.body.schema["ref"], {})


def _fields_below(
    context: Context, model: str, known: dict[str, list[nodes.WriteOnlyField]]
) -> list[nodes.WriteOnlyField]:
    """The write-only fields below a model. Each model is walked once; one that contains itself adds nothing there."""
    if model in known:
        return known[model]
    found = known[model] = []
    facade = context.facade.models.get(model, ModelFacade())
    for wire, raw in context.resolved.schemas[model].get("properties", {}).items():
        inner = component_of(raw.get("items", {}) if raw.get("type") == "array" else raw)
        if raw.get("writeOnly"):
            found.append(nodes.WriteOnlyField((), wire, facade.secret_when.get(wire)))
        elif inner is not None and context.schemas.is_model(inner):
            found += [evolve(one, path=(wire, *one.path)) for one in tuple(_fields_below(context, inner, known))]
    return found
