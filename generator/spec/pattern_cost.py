"""Whether a regular expression can take very long, because it can match the same text in very many ways.

The answer is on the safe side: some expressions that are harmless are taken for such ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

_CODES: Any = import_module("re._constants")
_PARSER: Any = import_module("re._parser")
"""Python's own parser: it has no public name, and nothing else reads an expression as `re` does."""
_ALL: Final = frozenset(range(257))
"""Latin-1, and 256 for all other characters."""
MOST_IN_A_ROW: Final = 2
"""Repetitions in a row that can share out the same text between them: the time grows with this power of its length."""

Item = tuple[Any, Any]


def may_run_away(pattern: str) -> bool:
    """Whether a pattern can take very long for a text of a few hundred characters."""
    items = _items(_PARSER.parse(pattern, re.ASCII))
    anchored = bool(items) and items[0] == (_CODES.AT, _CODES.AT_BEGINNING)
    rows = [_in_a_row(sequence) for sequence in _sequences(items)]
    return any(map(_is_ambiguous, _repeated(items))) or max(rows, default=0) + (not anchored) > MOST_IN_A_ROW


def _items(sequence: Any) -> list[Item]:
    """The items of a sequence, with groups that are not repeated opened."""
    found: list[Item] = []
    for code, argument in sequence:
        if code is _CODES.SUBPATTERN:
            found += _items(argument[-1])
        elif code is _CODES.ATOMIC_GROUP:
            found += _items(argument)
        else:
            found.append((code, argument))
    return found


def _is_repeat(item: Item) -> bool:
    return item[0] in (_CODES.MAX_REPEAT, _CODES.MIN_REPEAT, _CODES.POSSESSIVE_REPEAT)


def _inner(item: Item) -> list[list[Item]]:
    """The sequences inside of an item."""
    code, argument = item
    if _is_repeat(item):
        return [_items(argument[2])]
    if code is _CODES.BRANCH:
        return [_items(one) for one in argument[1]]
    if code in (_CODES.ASSERT, _CODES.ASSERT_NOT):
        return [_items(argument[1])]
    if code is _CODES.GROUPREF_EXISTS:
        return [_items(one) for one in argument[1:] if one is not None]
    return []


def _sequences(items: list[Item]) -> Iterator[list[Item]]:
    yield items
    for item in items:
        for inner in _inner(item):
            yield from _sequences(inner)


def _repeated(items: list[Item]) -> Iterator[list[Item]]:
    """The bodies of all repetitions."""
    for sequence in _sequences(items):
        for code, argument in filter(_is_repeat, sequence):
            if argument[1] > 1 and code is not _CODES.POSSESSIVE_REPEAT:
                yield _items(argument[2])


def _is_ambiguous(body: list[Item]) -> bool:
    """Whether a repeated sequence may match the same text with another number of repetitions, or in another way."""
    choices = [one for sequence in _sequences(body) for one in sequence if one[0] is _CODES.BRANCH]
    if any(not _are_distinct([_first(_items(one)) for one in choice[1][1]]) for choice in choices):
        return True
    varies = choices or any(_varies(one) for sequence in _sequences(body) for one in sequence)
    return (
        bool(varies) and not _is_single_choice(body) and not any(_separates(body, index) for index in range(len(body)))
    )


def _is_single_choice(body: list[Item]) -> bool:
    """Whether a sequence is one choice between parts of a fixed length, which differ at their start."""
    return (
        len(body) == 1
        and body[0][0] is _CODES.BRANCH
        and not any(_varies(one) for branch in _inner(body[0]) for sequence in _sequences(branch) for one in sequence)
    )


def _varies(item: Item) -> bool:
    return _is_repeat(item) and item[1][0] != item[1][1]


def _separates(body: list[Item], index: int) -> bool:
    """Whether one item is a single character that nothing else in the sequence matches."""
    if body[index][0] not in (_CODES.LITERAL, _CODES.NOT_LITERAL, _CODES.IN, _CODES.ANY):
        return False
    others = [_chars([one]) for place, one in enumerate(body) if place != index]
    return not any(_chars([body[index]]) & one for one in others)


def _are_distinct(sets: list[frozenset[int]]) -> bool:
    return sum(map(len, sets)) == len(frozenset[int]().union(*sets))


def _first(items: list[Item]) -> frozenset[int]:
    """What a sequence may begin with; everything, if that is not simple."""
    if not items or (_is_repeat(items[0]) and not items[0][1][0]):
        return _ALL
    if inner := _inner(items[0]):
        return frozenset[int]().union(*map(_first, inner))
    return _chars(items[:1]) or _ALL


def _in_a_row(items: list[Item]) -> int:
    """Most repetitions that follow each other without a character between them that tells them apart."""
    most, row, before = 0, 0, frozenset[int]()
    for item in items:
        chars = _chars([item])
        if _varies(item) and item[1][1] > 1:
            row = row + 1 if before & chars else 1
            before = chars
        elif not _is_repeat(item) and chars and not chars & before:
            row, before = 0, frozenset[int]()
        most = max(most, row)
    return most


def _chars(items: list[Item]) -> frozenset[int]:
    """All characters that may be matched anywhere in a sequence."""
    found: set[int] = set()
    for code, argument in items:
        if code is _CODES.LITERAL:
            found |= _cased(argument)
        elif code in (_CODES.NOT_LITERAL, _CODES.ANY, _CODES.GROUPREF):
            found |= _ALL - ({argument} if code is _CODES.NOT_LITERAL and argument < 256 else set())
        elif code is _CODES.IN:
            found |= _of_class(argument)
        elif code not in (_CODES.ASSERT, _CODES.ASSERT_NOT):
            found = found.union(*map(_chars, _inner((code, argument))))
    return frozenset(found)


def _cased(number: int) -> set[int]:
    return {min(ord(one), 256) for one in (chr(number), *chr(number).swapcase())}


def _of_class(parts: list[Item]) -> frozenset[int]:
    found: set[int] = set()
    for code, argument in parts:
        if code is _CODES.LITERAL:
            found |= _cased(argument)
        elif code is _CODES.RANGE:
            low, high = argument
            found = found.union(*map(_cased, range(low, min(high, 255) + 1))) | ({256} if high > 255 else set())
        elif code is _CODES.CATEGORY:
            found |= _of_category(str(argument))
    return _ALL - found if parts and parts[0][0] is _CODES.NEGATE else frozenset(found)


def _of_category(name: str) -> frozenset[int]:
    letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[name.rpartition("_")[2]]
    inside = frozenset(one for one in range(256) if re.match(rf"\{letter}", chr(one), re.ASCII))
    return _ALL - inside if "_NOT_" in name else inside
