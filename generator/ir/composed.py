"""Methods that are made of several calls of a resource: `refresh`, `modify` and `create_or_find`."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from .nodes import (
    Call,
    are_about_same,
    has_refresh,
    id_argument,
    is_about_whole,
    is_at_object,
    is_conditional_write,
    kinds_of,
    needs_more,
    patches,
    reads_whole,
    replaces_object,
    takes_objects,
)


@frozen
class Modification:
    """The read and the write of which `modify` consists."""

    read: Call
    write: Call

    @property
    def is_protected(self) -> bool:
        """Whether the write may carry a precondition."""
        return is_conditional_write(self.write)

    @property
    def returns(self) -> str:
        """The type of the result: what the write returns, or what was read if nothing changed."""
        return " | ".join(dict.fromkeys((self.write.returns.text, self.read.returns.text)))


@frozen
class Recovery:
    """The calls of which `create_or_find` consists."""

    create: Call
    listing: Call
    fetch: Call | None
    """Fetches the whole object that an item of the list stands for; None if the item is that object."""

    @property
    def returns(self) -> str:
        """The type of the result: what was created, or what was found."""
        found = self.fetch.returns if self.fetch else self.create.returns
        return " | ".join(dict.fromkeys((self.create.returns.text, found.text)))


def modifies(calls: list[Call]) -> Modification | None:
    """How `modify` is done, if the resource can read and write an object.

    A write with a precondition is preferred; without one, a patch, because it leaves alone what was not edited.
    """
    reads = [call for call in calls if reads_whole(call) and len(call.returns.models) == 1]
    pairs = [Modification(read, write) for read in reads for write in calls if _writes(write, read)]
    return min(pairs, key=_rank, default=None)


def _rank(made: Modification) -> tuple[bool, ...]:
    protected = made.is_protected
    return made.read.method_name != "get", not protected, (made.write.method == "PUT") != protected


def _writes(call: Call, read: Call) -> bool:
    """Whether a call writes the object that another one reads."""
    if call.method not in ("PUT", "PATCH") or not are_about_same(read, call) or not is_about_whole(call):
        return False
    if needs_more(call) or call.returns.text == "None" or not (call.body and not call.body.single):
        return False
    if is_conditional_write(call):
        return True
    whole = replaces_object(call) or (patches(call) and is_at_object(call) and takes_objects(call))
    return whole and read.returns.models <= kinds_of(call)


def recovers(calls: list[Call]) -> Recovery | None:
    """How `create_or_find` is done, if the resource has a create that cannot be retried, and a list to look in."""
    create = next((call for call in calls if _creates_once(call)), None)
    listing = next((call for call in calls if call.method_name == "list" and call.paging and not _needs(call)), None)
    if create is None or listing is None or listing.paging is None:
        return None
    item = listing.paging.item
    fetch = next((call for call in calls if call.method_name == "get" and _takes(call, item.models)), None)
    if fetch is None and item.text != create.returns.text:
        return None
    return Recovery(create, listing, fetch)


def _creates_once(call: Call) -> bool:
    own = {one.python for one in call.arguments}
    plain = call.method_name == "create" and call.method == "POST" and id_argument(call) is None
    retried = call.idempotent or call.idempotency_key is not None
    return plain and not retried and len(call.returns.models) == 1 and own.isdisjoint({"find", "attempts"})


def _needs(call: Call) -> bool:
    """Whether a call cannot be made without arguments."""
    return any(one.required for one in call.arguments if one.location != "shared")


def _takes(call: Call, models: frozenset[str]) -> bool:
    """Whether a call reads the object that one of these models describes, and needs nothing else."""
    return bool(models) and models <= kinds_of(call) and reads_whole(call)


def composed(calls: list[Call]) -> Iterator[str]:
    """The names of all methods that are made for a resource beside its calls."""
    yield "with_response"
    if any(has_refresh(call, calls) for call in calls):
        yield "refresh"
    if modifies(calls):
        yield "modify"
    if recovers(calls):
        yield "create_or_find"
