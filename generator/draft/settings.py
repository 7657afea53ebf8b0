"""One table of a `facade.toml` that is drafted: its settings, and the questions that the document leaves open."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from ..spec.facade_keys import OPEN


@frozen
class Draft:
    """The settings of one table."""

    settings: Mapping[str, Any]
    questions: Mapping[str, str] = field(factory=dict[str, str])
    """What is open, by the setting that it is about."""
    unnumbered: str = ""
    """The place of a parameter that takes page numbers, and does not say which is the first."""
    notes: Mapping[str, str] = field(factory=dict[str, str])
    """Why a setting is as it is."""

    @classmethod
    def of(cls, question: str | None = None, **settings: Any) -> Draft:
        """A draft of the settings that are known. A question leaves the style open."""
        known = {key: value for key, value in settings.items() if value is not None}
        if question is None:
            return cls(known)
        return cls({**known, "style": OPEN}, {"style": question})

    def asking(self, key: str, question: str) -> Draft:
        """The same draft with one more open setting."""
        return evolve(self, settings={**self.settings, key: OPEN}, questions={**self.questions, key: question})

    def lines(self, *table: str) -> Iterator[str]:
        """The table as it stands in `facade.toml`."""
        yield f"[{'.'.join(map(_key, table))}]"
        for key, value in self.settings.items():
            text = self.questions.get(key) or self.notes.get(key, "")
            yield from (f"# {line}" for line in text.splitlines())
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"


def _key(name: str) -> str:
    plain = name.replace("_", "").replace("-", "").isalnum() and name.isascii()
    return name if plain else json.dumps(name, ensure_ascii=False)
