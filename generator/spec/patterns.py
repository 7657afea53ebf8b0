"""Regular expressions of ECMA 262, which patterns of schemas are, as Python has them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from attrs import define

from .pattern_cost import may_run_away

_SPACES: Final = r"\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_LETTER: Final = r"(?u:[^\W\d_])"
_SLASHED: Final = re.compile(r"/(.+)/([a-z]*)", re.DOTALL)
_TOKEN: Final = re.compile(
    r"\\u\{(?P<point>[0-9a-fA-F]{1,6})\}|\\p\{(?P<property>[^{}]*)\}|\\k<(?P<back>\w+)>|\\c(?P<control>[A-Za-z])"
    r"|(?P<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.))|\(\?<(?P<name>[A-Za-z_]\w*)>|(?P<group>\(\?(?:[:=!]|<[=!]))"
    r"|(?P<class>\[\^?)|(?P<quantifier>[*+?]\??|\{\d+(?:,\d*)?\}\??)|(?P<other>.)",
    re.DOTALL,
)


class UnusablePatternError(ValueError):
    """Why a pattern cannot be checked."""


@cache
def python_pattern(pattern: str) -> str:
    """A pattern as Python has it, with `re.ASCII`. Raises `UnusablePatternError`."""
    slashed = _SLASHED.fullmatch(pattern)
    body, flags = slashed.groups() if slashed else (pattern, "")
    if set(flags) - set("gisuy"):
        raise UnusablePatternError(f"the flags {flags!r} are not supported")
    text = ("(?i)" if "i" in flags else "") + ("(?s)" if "s" in flags else "") + _Translation(body, "s" in flags).text()
    try:
        re.compile(text, re.ASCII)
    except (re.error, RecursionError, OverflowError) as error:
        raise UnusablePatternError(f"it is not a regular expression that Python can run ({error})") from None
    if may_run_away(text):
        raise UnusablePatternError("it could take very long for some values")
    return text


def reason_not_to_check(pattern: str) -> str | None:
    """Why values are not compared with a pattern; None if they are."""
    try:
        python_pattern(pattern)
    except UnusablePatternError as error:
        return str(error)
    return None


@define
class _Translation:
    """Translates one pattern, token by token."""

    pattern: str
    dots_match_all: bool
    in_class: bool = False
    after_set: bool = False
    """Whether a set such as `\\w` came last inside of brackets, behind which a hyphen is a hyphen."""
    after_quantifier: bool = False

    def text(self) -> str:
        """The whole pattern."""
        return "".join(self._token(found) for found in _TOKEN.finditer(self.pattern))

    def _token(self, found: re.Match[str]) -> str:
        kind, text = str(found.lastgroup), found[str(found.lastgroup)]
        if self.in_class and kind not in ("point", "property", "control", "escape"):
            return self._in_class(found[0])
        repeats = kind == "quantifier"
        if repeats and self.after_quantifier:
            raise UnusablePatternError("a quantifier follows another one")
        self.after_quantifier = repeats
        if kind == "class":
            return self._open_class(found)
        return self._special(kind, text) or self._plain(text, found.end())

    def _special(self, kind: str, text: str) -> str | None:
        match kind:
            case "point" | "control":
                return _code_point(int(text, 16) if kind == "point" else ord(text) % 32)
            case "property":
                return self._property(text)
            case "back":
                return f"(?P={text})"
            case "name":
                return f"(?P<{text}>"
            case "escape":
                return self._escape(text[1:])
            case _:
                return None

    def _plain(self, text: str, end: int) -> str:
        if text == "(" and self.pattern[end : end + 1] == "?":
            raise UnusablePatternError("a group of this kind is not in ECMA 262")
        if text == "." and not self.dots_match_all:
            return r"[^\n\r\u2028\u2029]"
        return {"$": r"\Z", "{": r"\{", "}": r"\}", "]": r"\]"}.get(text, text)

    def _open_class(self, found: re.Match[str]) -> str:
        if self.pattern[found.end() : found.end() + 1] == "]":
            raise UnusablePatternError("brackets with nothing inside")
        self.in_class, self.after_set = True, False
        return found[0]

    def _in_class(self, text: str) -> str:
        after_set, self.after_set = self.after_set, False
        if text == "]":
            self.in_class = False
            return text
        if text == "-":
            return r"\-" if after_set else text
        return "".join(rf"\{one}" if one in "[&~|" else one for one in text)

    def _escape(self, char: str) -> str:
        self.after_set = self.in_class and char in "dDwWsS"
        if char == "s":
            return _SPACES if self.in_class else f"[{_SPACES}]"
        if char == "S":
            if self.in_class:
                raise UnusablePatternError(r"\S inside of brackets is not supported")
            return f"[^{_SPACES}]"
        if char[0] in "xu" and len(char) > 1:
            return f"\\{char}"
        if char == "0":
            return r"\x00"
        known = "dDwWbtnvfr123456789" if not self.in_class else "dDwWbtnvfr"
        return f"\\{char}" if char in known or (char == "B" and not self.in_class) else re.escape(char)

    def _property(self, name: str) -> str:
        if name not in ("L", "Letter", "Alphabetic", "Alpha") or self.in_class:
            raise UnusablePatternError(f"the property \\p{{{name}}} is not supported here")
        return _LETTER


def _code_point(number: int) -> str:
    if number > 0x10FFFF:
        raise UnusablePatternError("there is no such character")
    return f"\\U{number:08x}"
