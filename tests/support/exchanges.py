"""The exchanges of `specs/*/examples`, each with the typed call that a developer would write for it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen
from subkit import Model, apis

from .typed_calls import Call, Json, items_of, typed_call

SPECS = Path(__file__).resolve().parents[2] / "specs"


@frozen(eq=False)
class Exchange:
    """One documented exchange, and the call that makes it."""

    slug: str
    name: str
    example: Json = field(repr=False)
    api: Json = field(repr=False)
    call: Call = field(repr=False)

    @property
    def id(self) -> str:
        """Slug and name of the file."""
        return f"{self.slug}/{self.name}"

    @property
    def request(self) -> Json:
        """`method`, `path`, and perhaps `query`, `headers` and `body`."""
        found: Json = self.example["request"]
        return found

    @property
    def response(self) -> Json:
        """`status`, `headers`, and perhaps `body`."""
        found: Json = self.example["response"]
        return found

    @property
    def status(self) -> int:
        """Status of the response."""
        return int(self.response["status"])

    @property
    def facade(self) -> Json:
        """What `facade.toml` says of the operation."""
        found: Json = self.api["facade"].get("operations", {}).get(self.example["operation"], {})
        return found

    @property
    def empty_reply(self) -> bool:
        """Whether this is a success that came without its promised body."""
        return self.status < 300 and "body" not in self.response and "empty_reply" in self.facade

    @property
    def expected(self) -> Any:
        """What the method's result must be, as JSON: for a list, the items."""
        return items_of(self.api, self.example) if self.call.listing else self.response.get("body")

    def reply_body(self) -> bytes:
        """The body of the response as it goes over the wire."""
        return json.dumps(self.response["body"]).encode() if "body" in self.response else b""


def installed() -> Mapping[str, Json]:
    """The API data of the packages that are installed, by slug."""
    return {api.slug: api.data for api in apis()}


def exchanges(data: Mapping[str, Json]) -> list[Exchange]:
    """All documented exchanges of these APIs, in a fixed order."""
    return [exchange for slug in sorted(data) for exchange in _exchanges_of(slug, data[slug])]


def _exchanges_of(slug: str, api: Json) -> Iterator[Exchange]:
    for file in sorted((SPECS / slug / "examples").glob("*.json")):
        example = json.loads(file.read_text("utf-8"))
        yield Exchange(slug, file.stem, example, api, typed_call(api, example))


def plain(value: Any) -> Any:
    """A result as JSON."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.to_dict() if isinstance(value, Model) else value


def text(value: Any) -> str:
    """JSON as text, so that 1, 1.0 and True differ."""
    return json.dumps(value, sort_keys=True)
