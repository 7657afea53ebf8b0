"""Secrets that are recognised wherever they turn up, and where to look for them.

A canary is planted where a secret goes. `Canaries.hits` then looks at values, errors, log records and texts as people
and their tools would see them: `repr` and `str`, pretty printers and error trackers (which take containers and attrs
classes apart), tracebacks with the locals of subkit's own frames, pickles and copies. It finds a canary that is whole,
cut at either end, or encoded.
"""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from attrs import frozen

from .renderings import Sight, sights

CUT = 12
"""So many characters of either end give a canary away."""


FOLDED = ("percent", "json", "hex")
"""Forms that are written in either case."""


def canary(name: str) -> str:
    """A secret of its own for this name, of letters and digits: fit for a token, a header, a cookie, a password."""
    return f"Canary{sha256(name.encode()).hexdigest()[:30]}"


def forms_of(text: str) -> dict[str, str]:
    """What may stand for a text, each by the name of its form."""
    data = text.encode()
    forms = {
        "start": text[:CUT],
        "end": text[-CUT:],
        "reversed": text[::-1],
        "percent": "".join(f"%{byte:02x}" for byte in data),
        "json": "".join(f"\\u{byte:04x}" for byte in data),
        "hex": data.hex(),
        "bytes": ", ".join(map(str, data)),
    }
    for shift in range(3):  # by what stands before it, base64 writes a text in three ways
        inner = slice((0, 2, 3)[shift], -4)
        forms[f"base64 {shift}"] = b64encode(b"\0" * shift + data)[inner].decode("ascii")
        forms[f"base64url {shift}"] = urlsafe_b64encode(b"\0" * shift + data)[inner].decode("ascii")
    return {name: forms[name] for name in {forms[name]: name for name in reversed(forms)}.values()}


@frozen
class Hit:
    """A canary that was found."""

    name: str
    form: str
    where: str


class Canaries:
    """The canaries of one test."""

    def __init__(self) -> None:
        self.planted: dict[str, str] = {}
        self._forms: dict[str, dict[str, str]] = {}

    def plant(self, name: str) -> str:
        """A canary to be planted."""
        return self.watch(name, canary(name))

    def watch(self, name: str, text: str) -> str:
        """Look for a secret that was made elsewhere."""
        assert len(text) > CUT // 2
        self.planted[name] = text
        self._forms[name] = forms_of(text)
        return text

    def hits(self, *things: Any) -> list[Hit]:
        """Every place where a canary shows, in any of its forms; each place once for each canary."""
        found = [one for thing in things for one in sights(thing)]
        everything = "\n".join(dict.fromkeys(one.text for one in found))
        return list(self._each(found)) if any(self._in(everything)) else []

    def _each(self, found: Iterable[Sight]) -> Iterator[Hit]:
        for sight in found:
            seen: dict[str, Hit] = {}
            for name, form in self._in(sight.text):
                seen.setdefault(name, Hit(name, form, sight.where))
            yield from seen.values()

    def _in(self, text: str) -> Iterator[tuple[str, str]]:
        folded = text.casefold()
        for name, forms in self._forms.items():
            for form, needle in forms.items():
                if needle in (folded if form in FOLDED else text):
                    yield name, form
