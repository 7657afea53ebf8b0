"""What a call does: the verb of its operationId, or the shape of its path where that has none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ..spec.answers import success_schema
from ..spec.engine import identifier
from ..spec.operations import Operation, ResolvedSpec
from ..spec.pages import Collection, collection_of
from .naming import plural, resource_name, singular
from .places import is_about_one

LONGEST: Final = 40
"""Names longer than this are shortened by what their resource says."""
_AGREEING: Final[Mapping[str, frozenset[str]]] = {
    "list": frozenset({"list", "get", "index", "fetch", "retrieve", "read", "show", "enumerate", "browse", "all"}),
    "get": frozenset({"get", "fetch", "retrieve", "read", "show", "find", "view", "describe", "lookup", "load"}),
    "create": frozenset({"create", "add", "post", "insert", "new", "make"}),
    "update": frozenset({"update", "put", "replace", "edit", "modify", "set", "save"}),
    "patch": frozenset({"patch", "update", "edit", "modify"}),
    "delete": frozenset({"delete", "remove", "destroy"}),
}
"""The verbs that mean what the shape of a path says."""
_FILLERS: Final = frozenset({"all", "by", "id", "ids", "uuid", "one", "single", "many", "multiple", "item", "items"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
_PLAIN: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("get", "get_all", "list_all", "find_all", "fetch_all", "retrieve_all"), ("list",)),
    "post": ("create",),
    "put": ("update",),
}
"""Verbs that say less than the shape of the path does, where it has the shape behind them."""
_LISTING: Final = frozenset({"list", "search", "index", "enumerate", "browse"})


def method_name_of(operation: Operation, resolved: ResolvedSpec, resource: str | None = None) -> str:
    """What an operation's method is called by convention: after its operationId, or after its shape."""
    resource = resource or resource_name(operation.tag)
    shape, words = _shape(operation, resolved), _words(operation)
    if _is_derived(operation, words):
        return _derived_name(operation, shape, resource) or shortened(words, resource)
    before, after = _without_noun(words, resource)
    if before is not None:
        plain = not before or shape in _PLAIN.get("_".join(before), ())
        return shape if shape is not None and plain else shortened(before or words, resource)
    rest = words if after is None else after
    return shape if shape is not None and _agrees(rest, shape) else shortened(rest, resource)


def own_name_of(operation: Operation, resource: str) -> str:
    """What an operation's method is called where the convention gives several the same name."""
    return shortened(_words(operation), resource)


def is_list_call(operation: Operation, resolved: ResolvedSpec) -> bool:
    """Whether an operation is a list: its response is a collection, and its name says nothing else."""
    if operation.method != "get" or (collection := collection_of(operation, resolved)) is None:
        return False
    if says_list(operation):
        return not is_about_one(operation.path) or collection.items is not None
    name = method_name_of(operation, resolved)
    retrieves = _words(operation)[0] in _AGREEING["list"]
    return name == "list" or (retrieves and not is_about_one(operation.path) and _is_sure(collection))


def says_list(operation: Operation) -> bool:
    """Whether the operationId says that a call is a list: `listThings`, `getAllThings`, `thingSearch`."""
    words = _words(operation)
    return bool(_LISTING & {words[0], words[-1]}) or ("all" in words[1:] and words[0] in _AGREEING["list"])


def is_action(operation: Operation, resolved: ResolvedSpec) -> bool:
    """Whether a call does something other than to create an object."""
    return operation.method == "post" and method_name_of(operation, resolved).partition("_")[0] not in ("create", "add")


def shortened(words: list[str], resource: str) -> str:
    """These words as a name; a long one without those that the resource says."""
    name = "_".join(words)
    said = {*resource.split("_"), singular(resource).split("_")[-1]}
    short = [word for word in words if word not in said]
    return identifier("_".join(short) if len(name) > LONGEST and short else name)


def _words(operation: Operation) -> list[str]:
    """The words of an operationId, without articles and repetitions."""
    text = re.sub(r"(?<=\d)(?=[A-Za-z]{3})|[-/.:{}#]+", " ", operation.id)
    words = [word for word in re.sub(r"\bun_(?=[a-z])", "un", identifier(text)).split("_") if word] or [
        operation.method
    ]
    words = [word for index, word in enumerate(words) if word not in _ARTICLES or index + 1 == len(words)] or words
    half, odd = divmod(len(words) - 1, 2)
    return words[: half + 1] if half and not odd and words[1 : half + 1] == words[half + 1 :] else words


def _is_derived(operation: Operation, words: list[str]) -> bool:
    """Whether an operationId only repeats method and path."""
    path = {word for step in re.split(r"[^A-Za-z0-9]+", operation.path) for word in identifier(step or "_").split("_")}
    repeats = all(word in path or word in ("by", "id") for word in words[1:])
    return repeats and words[0] == operation.method and bool(re.search(r"[ /]", operation.id))


def _derived_name(operation: Operation, shape: str | None, resource: str) -> str | None:
    """A name after the last step of the path, for an operation that has no name of its own."""
    steps = [step.partition("(")[0] for step in operation.path.split("/") if step and not step.startswith("{")]
    own = identifier(steps[-1]) if steps else resource
    if singular(own) == singular(resource):
        return shape
    if operation.method == "post" and own == singular(own):
        return own
    verb = shape or _VERBS.get(operation.method, operation.method)
    return f"{verb}_{own if verb in ('list', 'get') and not is_about_one(operation.path) else singular(own)}"


_VERBS: Final[Mapping[str, str]] = {"put": "update"}


def _without_noun(words: list[str], resource: str) -> tuple[list[str] | None, list[str] | None]:
    """The words before the resource, where they end in it; those behind it, where they begin with it."""
    nouns = [noun.split("_") for noun in (resource, singular(resource), plural(resource))]
    for noun in nouns:
        if len(words) > len(noun) and words[-len(noun) :] == noun:
            rest = words[: -len(noun)]
            lead = next((len(one) for one in nouns if rest[: len(one)] == one), 0)
            return rest[lead:], None
    lead = next((len(noun) for noun in nouns if words[: len(noun)] == noun and len(words) > len(noun)), 0)
    return None, words[lead:] if lead else None


def _agrees(words: list[str], shape: str) -> bool:
    """Whether these words only say what the shape says."""
    return words[0] in _AGREEING[shape] and all(word in _FILLERS for word in words[1:])


def _is_sure(collection: Collection) -> bool:
    return collection.items is not None and collection.plain


def _is_collection(operation: Operation, resolved: ResolvedSpec) -> bool:
    """Whether a path is that of a collection: by its response, or without a described one by the paths below it."""
    collection = collection_of(operation, resolved)
    if collection is not None:
        return _is_sure(collection) or says_list(operation)
    below = (other.path for other in resolved.operations if other.path.startswith(f"{operation.path}/{{"))
    return not success_schema(operation, resolved) and any(map(is_about_one, below))


def _shape(operation: Operation, resolved: ResolvedSpec) -> str | None:
    about_one = is_about_one(operation.path)
    by_query = any(p.location == "query" and p.data.get("required") for p in operation.parameters)
    match operation.method, about_one:
        case "get", False:
            return "list" if _is_collection(operation, resolved) else "get"
        case "get", True:
            return "get"
        case "post", False:
            return "create"
        case "put", True:
            return "update"
        case "patch", True:
            return "patch"
        case "delete", _ if about_one or by_query:
            return "delete"
        case _:
            return None
