"""Docstrings of calls: of the methods, once for both clients, and of the operation functions, which refer to them."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir.composed import Modification, Recovery
from ..ir.nodes import Argument, Call, is_at_object, is_conditional_read, patches, replaces_object
from .prose import beyond, limits, listed, one_line, paragraphs, section, server_default
from .signatures import conditions, id_name

_RESUMES = "Resuming from a checkpoint neither loses nor repeats items as long as the server accepts its {}."
_MOVES = "items that are added or removed while you page can make items come twice or not at all."
_PAGING_PROMISES = {
    "token": f"Pages are fetched by token. {_RESUMES.format('tokens')}",
    "header": f"Pages are fetched by token. {_RESUMES.format('tokens')}",
    "cursor": f"Pages are fetched by cursor. {_RESUMES.format('cursors')}",
    "link": f"Pages are fetched by following the link to the next page. {_RESUMES.format('links')}",
    "offset": f"Pages are fetched by offset: {_MOVES}",
    "page": f"Pages are fetched by number: {_MOVES}",
    "none": "The API returns the whole list in one response. Resuming from a checkpoint fetches it again and skips as "
    "many items as were already returned, so changes in between can make items come twice or not at all.",
}
_CONDITIONS = {
    "if_match": "Entity tag that the object must still have, or `subkit.ANY`. Taken from the fetched object by "
    "default. With an id instead of an object, no precondition is sent by default.",
    "if_none_match": "Entity tag of the version that you have.",
    "if_modified_since": "Timezone-aware datetime of the version that you have.",
    "if_unmodified_since": "Timezone-aware datetime after which the object must not have changed. Taken from the "
    "fetched object by default, if that has no entity tag. The resolution is one second, so an entity tag protects "
    "better.",
}
_RESUME = "Checkpoint of a pager with the same arguments; continues after the last item that it returned."
_LOSS = (
    "Replace the object even if secrets in it would be lost: responses never contain them. Without it, such a "
    "replacement is an `InvalidArgument`."
)


def operation_doc(call: Call) -> str:
    """The docstring of an operation function: one line, and what only the operation of a list takes."""
    extra = [f"{name}: {_CONDITIONS[name]}" for name, _ in conditions(call)] if call.paging else []
    see = "One page of" if call.paging else "See"
    return paragraphs(
        f"{one_line(call.summary or call.id)} {see} `client.{call.resource}.{call.method_name}`.",
        section("Args", extra),
    )


def call_notes(call: Call) -> str:
    """What is special about a call at this vendor, without its arguments and errors."""
    summary = one_line(call.summary or call.id)
    return paragraphs(
        "Deprecated by the vendor." if call.deprecated else "",
        beyond(call.description, summary),
        _PAGING_PROMISES[call.paging.style] if call.paging else "",
        f"Sent to `{call.server}`, and not to the client's base URL." if call.server else "",
        f"Requires the scope{'s' * (len(call.scopes) > 1)} {listed(call.scopes)}." if call.scopes else "",
    )


def method_doc(call: Call) -> str:
    """The docstring of a method."""
    return paragraphs(
        one_line(call.summary or call.id),
        call_notes(call),
        section("Args", _arguments(call)),
        section("Returns", [_NOT_MODIFIED] if is_conditional_read(call) and not call.paging else ()),
        section("Raises", _errors(call)),
        f"Source: {call.source}" if call.source else "",
    )


_NOT_MODIFIED = "The object, or `NotModified` if a condition is given and the object has not changed (304)."


def _errors(call: Call) -> Iterator[str]:
    texts = {status: one_line(text) for status, text in call.error_texts.items()}
    yield from (f"{_class_for(status)}: {status}. {text}" for status, text in texts.items() if status != "default")
    if call.lookup and not (call.idempotent or call.idempotency_key):
        yield (
            "OutcomeUnknown: The response was lost, and the request is not retried because it may have been carried "
            f"out. `client.{call.lookup}` shows whether it was."
        )
    if "default" in texts:
        yield f"ApiError: Any other status. {texts['default']}"


def _arguments(call: Call) -> Iterator[str]:
    yield from (_argument(call, one) for one in call.arguments if one.location != "shared")
    if call.paging:
        yield f"resume: {_RESUME}"
    else:
        yield from (f"{name}: {_CONDITIONS[name]}" for name, _ in conditions(call))
    if call.write_only_fields:
        yield f"allow_secret_loss: {_LOSS}"


def _fetched(call: Call, one: Argument) -> str:
    """What is said of the id argument about fetched objects."""
    if not one.is_id or not one.type.models:
        return ""
    if replaces_object(call):
        return "A fetched object works as well: fields that are not given as arguments are taken from it."
    if patches(call) and is_at_object(call):
        return "A fetched object works as well: the fields that were edited are sent, arguments take precedence."
    return "A fetched object works as well."


def _argument(call: Call, one: Argument) -> str:
    said = one_line(one.description) or ("Id of the object." if one.is_id else f"Sent as `{one.wire}`.")
    parts = [
        said,
        _fetched(call, one),
        "A dict is sent as JSON text." if one.json_string else "",
        limits(one.schema, said),
        server_default(one.default, said, required=one.required),
    ]
    return f"{one.python}: {' '.join(part for part in parts if part)}"


REFRESH = "Fetch an object again if it has changed."
MODIFY = "Fetch an object, change it, and write it back if nobody else has changed it."
MODIFY_UNPROTECTED = "Fetch an object, change it, and write it back."
CREATE_OR_FIND = "Create an object, once, even if a response is lost."


def refresh_doc(call: Call, kind: str) -> str:
    """The docstring of `refresh`."""
    if kind == "operation":
        return f"{REFRESH} See `client.{call.resource}.refresh`."
    return paragraphs(
        REFRESH,
        "Sends the `ETag` or `Last-Modified` that the object came with. An object with neither is fetched anyway, and "
        "so is one that was edited.",
        section("Args", [f"{id_name(call)}: A fetched object."]),
        section("Returns", ["The same object if it has not changed (304), otherwise the new one."]),
        section("Raises", [f"ApiError: The same errors as `{call.method_name}`."]),
        f"Source: {call.source}" if call.source else "",
    )


def modify_doc(made: Modification) -> str:
    """The docstring of `modify`."""
    read, write = made.read, made.write
    arguments = (
        f"{id_name(read)}: Id of the object, or a fetched one. It is always fetched again.",
        "change: Function that changes the fetched object in place, or returns a changed copy.",
        *(("attempts: Maximum number of attempts.",) if made.is_protected else ()),
        *((f"allow_secret_loss: {_LOSS}",) if write.write_only_fields else ()),
    )
    same = f"ApiError: The same errors as `{read.method_name}` and `{write.method_name}`."
    return paragraphs(
        MODIFY if made.is_protected else MODIFY_UNPROTECTED,
        _modify_text(made),
        section("Args", arguments),
        section("Returns", [f"The response of `{write.method_name}`; the fetched object if nothing was changed."]),
        section("Raises", [*(_PROTECTED_ERRORS if made.is_protected else ()), same]),
        f"Source: {read.source}; {write.source}" if read.source and write.source else "",
    )


_PROTECTED_ERRORS = (
    "ConfigurationError: The fetched object has no `ETag` or `Last-Modified` to protect the write with.",
    "PreconditionFailed: Others changed the object at each attempt.",
    "OutcomeUnknown: The response was lost, and the retry found a changed object. This write may have changed it.",
)


def _modify_text(made: Modification) -> str:
    if made.is_protected:
        return (
            "If somebody else has (412), it is fetched, changed and written again, so `change` can be called more than "
            "once and should do nothing but change the object. Nothing is written if it changes nothing."
        )
    name = made.write.method_name
    what = "the same fields" if patches(made.write) else "the object"
    only = "Only the edited fields are sent. " if patches(made.write) else ""
    return (
        f"{only}Nothing is written if `change` changes nothing. The vendor documents no precondition for `{name}`, so "
        f"this offers no protection against concurrent changes: what somebody else changes in {what} between reading "
        "and writing is overwritten."
    )


def create_or_find_doc(made: Recovery) -> str:
    """The docstring of `create_or_find`."""
    finds = (
        "find: Function that says whether an item of the list is the created object, for instance by a name that no "
        "other has."
    )
    same = f"ApiError: The same errors as `{made.create.method_name}` and `{made.listing.method_name}`."
    return paragraphs(
        CREATE_OR_FIND,
        "As `create`. If its outcome is unknown (the response was lost, or the server failed), the list is searched, "
        "and once more a moment later. What is found is returned. If nothing is found, the create is sent again. Each "
        "request is a call with its own timeout. An object that existed before and that `find` accepts is taken for "
        "the created one.",
        section("Args", (finds, "attempts: Maximum number of times to send the create.")),
        "All other arguments are those of `create`.",
        section("Returns", ["The created object, or the one that was found."]),
        section("Raises", [_STILL_UNKNOWN, same]),
        f"Source: {made.create.source}" if made.create.source else "",
    )


_STILL_UNKNOWN = (
    "OutcomeUnknown: `find` accepts several objects, the list cannot be fetched, or nothing was found after the last "
    "attempt. If the server failed, it is a `ServerError` instead."
)


def _class_for(status: str) -> str:
    names = {
        "400": "BadRequest", "401": "Unauthenticated", "403": "Forbidden", "404": "NotFound", "406": "NotAcceptable",
        "408": "RequestTimeout", "409": "Conflict", "410": "Gone", "412": "PreconditionFailed",
        "415": "UnsupportedMediaType", "422": "Unprocessable", "429": "RateLimited",
    }  # fmt: skip
    return names.get(status, "ServerError" if status.startswith("5") else "ApiError")
