"""A model is a class with fields: what follows from one statement a property."""

from __future__ import annotations

import inspect
import linecache
import pydoc
import re
import subprocess
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

import attrs
import pytest
import subkit
from subkit._models.fields import Field, OptionalField, field
from subkit._models.model import Model
from subkit._models.model_class import model
from subkit._unset import UNSET, Unset
from subkit_illumina_ens import DeliveryTarget, Subscription
from subkit_jackhenry_events import HttpSettings
from support.scripted import SLUGS, UUID_1, package_of

if TYPE_CHECKING:
    from collections.abc import Mapping


class Colour(StrEnum):
    """A closed enum will do."""

    RED = "RED"


@model(identity="id")
class Thing(Model):
    """One field of each kind."""

    id: Field[str] = field("id", {"type": "string"})
    """Its id.

    A second paragraph.
    """
    flag: OptionalField[bool] = field("flag", {"type": "boolean"}, default=UNSET)
    count: Field[int | None] = field("count", {"type": "integer", "nullable": True})
    """How many."""
    size: OptionalField[float] = field("size", {"type": "number"}, default=UNSET)
    at: OptionalField[datetime] = field("at", {"type": "string", "format": "date-time"}, default=UNSET)
    day: OptionalField[date] = field("day", {"type": "string", "format": "date"}, default=UNSET)
    uid: OptionalField[UUID, UUID | str] = field("uid", {"type": "string", "format": "uuid"}, default=UNSET)
    colour: OptionalField[Colour, Colour | str] = field(
        "colour", {"type": "string", "enum": ("RED",), "open": f"{__name__}.Colour"}, default=UNSET
    )
    names: OptionalField[list[str]] = field("names", {"type": "array", "items": {"type": "string"}}, default=UNSET)
    other: OptionalField[Thing | None, Thing | Mapping[str, Any] | None] = field(
        "other", {"ref": f"{__name__}.Thing", "nullable": True}, default=UNSET
    )
    parts: OptionalField[list[Thing]] = field(
        "parts", {"type": "array", "items": {"ref": f"{__name__}.Thing"}}, default=UNSET
    )
    table: OptionalField[dict[str, Thing]] = field(
        "table", {"type": "object", "additionalProperties": {"ref": f"{__name__}.Thing"}}, default=UNSET
    )
    free: Field[Any] = field("free", {}, default=UNSET)
    secret: OptionalField[str] = field("secret", {"type": "string", "secret": True}, default=UNSET)


FULL: dict[str, Any] = {
    "id": "t", "flag": True, "count": None, "size": 1.5, "at": "2024-01-01T00:00:00.1234567Z", "day": "2024-01-02",
    "uid": UUID_1, "colour": "RED", "names": ["a"], "other": {"id": "o", "count": 1}, "free": [{"a": 1}], "secret": "s",
    "parts": [{"id": "p", "count": 2}], "table": {"k": {"id": "q", "count": 3}},
}  # fmt: skip
READ: dict[str, Any] = {
    "id": "t", "flag": True, "count": None, "size": 1.5, "at": datetime(2024, 1, 1, microsecond=123456, tzinfo=UTC),
    "day": date(2024, 1, 2), "uid": UUID(UUID_1), "colour": Colour.RED, "names": ["a"], "free": [{"a": 1}],
    "secret": "s",
}  # fmt: skip


def test_each_kind_is_read() -> None:
    """Each kind of field reads as its Python value, nested models too, and goes back as it came."""
    thing = Thing.from_dict(FULL)
    assert {name: getattr(thing, name) for name in READ} == READ
    assert (thing.other, thing.parts) == (Thing(id="o", count=1), [Thing(id="p", count=2)])
    assert thing.table == {"k": Thing(id="q", count=3)}
    assert thing.to_dict() == FULL


def test_the_schema_follows() -> None:
    """The schema of a class is that of its fields, and names the required ones."""
    assert Thing.__schema__["required"] == ("id", "count")
    assert Thing.__schema__["properties"]["count"] == {"type": "integer", "nullable": True}
    assert [one.wire for one in Thing.__fields__] == list(Thing.__schema__["properties"])
    assert {one.wire for one in Thing.__fields__} == FULL.keys()
    assert Thing.__identity__ == "id"


def test_made_by_hand_is_what_came() -> None:
    """The constructor takes what reading gives, and plain values where the types say so."""
    made = Thing(**{**READ, "other": {"id": "o", "count": 1}, "uid": UUID_1, "colour": "RED", "names": ("a",)})
    assert made.colour is Colour.RED
    assert made.names == ["a"]
    assert made.other == Thing(id="o", count=1)
    assert made.uid == UUID(UUID_1)


@pytest.mark.parametrize(
    ("values", "said"), [({"id": "t"}, "count"), ({"id": "t", "count": 1, "cuont": 2}, "cuont"), ({}, "id")]
)
def test_wrong_arguments(values: dict[str, Any], said: str) -> None:
    """A required argument that is missing, and one that nobody knows, is a `TypeError` that names it."""
    with pytest.raises(TypeError, match=said):
        Thing(**values)
    with pytest.raises(TypeError):
        Thing("t", count=1)  # type: ignore[call-arg]


def models_of(slug: str) -> list[type[Model]]:
    """The models of a package."""
    package = package_of(slug)
    found = [getattr(package, name) for name in package.__all__]
    return [one for one in found if isinstance(one, type) and issubclass(one, Model)]


@pytest.mark.parametrize("slug", SLUGS)
def test_signatures(slug: str) -> None:
    """`inspect.signature` of each model names its fields, required ones first, with the types that may be given."""
    for class_ in models_of(slug):
        parameters = list(inspect.signature(class_).parameters.values())
        required = [one.name for one in class_.__fields__ if one.required]
        optional = [one.name for one in class_.__fields__ if not one.required]
        assert [one.name for one in parameters] == [*required, *optional, "unknown_fields"]
        assert {one.kind for one in parameters} == {inspect.Parameter.KEYWORD_ONLY}
        assert [one.name for one in parameters if one.default is one.empty] == required
        assert all(
            one.default is UNSET and one.annotation.endswith(" | Unset") for one in parameters[len(required) : -1]
        )


def test_a_signature_says_what_may_be_given() -> None:
    """Where more may be given than reading gives, the signature says what."""
    parameters = inspect.signature(Subscription).parameters
    assert parameters["delivery_target"].annotation == "DeliveryTarget | Mapping[str, Any] | None | Unset"
    assert parameters["actions"].annotation == "Sequence[str] | None | Unset"
    assert inspect.signature(HttpSettings).parameters["url"].annotation == "str"
    assert str(parameters["unknown_fields"]) == "unknown_fields: 'dict[str, Any] | None' = None"


@pytest.mark.parametrize("slug", SLUGS)
def test_each_field_has_its_text(slug: str) -> None:
    """Each field of each model has the docstring that stands below it."""
    for class_ in models_of(slug):
        texts = [inspect.getdoc(inspect.getattr_static(class_, one.name)) for one in class_.__fields__]
        assert all(texts), class_


def test_help_shows_fields() -> None:
    """`help()` shows the signature, and each field with its text, which may have paragraphs."""
    shown = pydoc.plain(pydoc.render_doc(HttpSettings))
    text = " ".join(re.sub(r"^ \|", "", shown, flags=re.MULTILINE).split())
    assert re.search(r"HttpSettings\( ?\*, url: 'str', auth_type: 'str'", text)
    assert f" url {inspect.getdoc(inspect.getattr_static(HttpSettings, 'url'))} " in text
    assert inspect.getdoc(inspect.getattr_static(Thing, "id")) == "Its id.\n\nA second paragraph."
    assert inspect.getdoc(inspect.getattr_static(Thing, "flag")) is None
    assert isinstance(Thing.count, Field)
    assert inspect.getdoc(Field) == inspect.getdoc(type(Thing.id))


def test_without_source_there_are_no_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the source is not installed, fields have no texts, and everything else works."""

    def nothing(found: object) -> str:
        raise OSError("no source")

    monkeypatch.setattr(inspect, "getsource", nothing)
    copy_ = attrs.evolve(Thing(id="t", count=1))

    @model()
    class Other(Model):
        name: Field[str] = field("name", {"type": "string"})

    assert inspect.getattr_static(Other, "name").__doc__ is None
    assert copy_ == Thing(id="t", count=1)


def test_models_are_attrs_classes() -> None:
    """attrs knows the fields by slot, the names of arguments, and how to evolve; there is no dict on an object."""
    assert attrs.has(Subscription)
    names = {one.name: one.alias for one in attrs.fields(Subscription)}
    assert names == {"_unknown_fields": "unknown_fields"} | {one.slot: one.name for one in Subscription.__fields__}
    assert attrs.evolve(Thing(id="t", count=1), count=2) == Thing(id="t", count=2)
    assert attrs.asdict(Thing(id="t", count=1))["_count"] == 1
    assert not hasattr(Thing(id="t", count=1), "__dict__")


def test_a_class_derived_from_a_model() -> None:
    """A user's class is decoded as itself, with the fields of its base, and copies as itself."""

    class Mine(Subscription):
        __slots__ = ()

        @property
        def shout(self) -> str:
            return (self.name or "").upper()

    Subscription.from_dict({"name": "n"})
    mine = Mine.from_dict({"name": "n", "new": 1})
    assert (type(mine), mine.shout, mine.to_dict()) == (Mine, "N", {"name": "n", "new": 1})
    assert type(attrs.evolve(mine, name="x")) is Mine
    assert type(Subscription.from_dict({})) is Subscription


def test_a_decoder_is_made_once() -> None:
    """The decoder of a class is compiled at its first object, whichever thread is first, and is the same from then."""

    @model()
    class Fresh(Model):
        name: Field[str] = field("name", {"type": "string"})

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(Fresh.from_dict, [{"name": str(number)} for number in range(64)]))
    assert [one.name for one in found] == [str(number) for number in range(64)]
    assert Fresh.__decode__ is Fresh.__decode__


def test_a_traceback_shows_the_decoder() -> None:
    """An error in a decoder, such as a memory error, shows the line of the field, as for code that was written out."""

    class Broken(dict[str, Any]):
        def get(self, name: str, default: Any = None) -> Any:
            if name == "count":
                raise MemoryError
            return super().get(name, default)

    with pytest.raises(MemoryError) as caught:
        Thing.__decode__(Broken(FULL), None)
    linecache.checkcache()
    text = "".join(traceback.format_exception(caught.value))
    assert f"<decoder of {__name__}.Thing>" in text
    assert "get('count', UNSET)" in text


def test_a_class_that_is_not_there() -> None:
    """A reference to a class that is not there is told when the first object needs it."""

    @model()
    class Lost(Model):
        other: OptionalField[Any] = field("other", {"ref": "no.such.module.Model"}, default=UNSET)

    with pytest.raises(ModuleNotFoundError):
        Lost.from_dict({})


def test_importing_a_model_imports_no_other() -> None:
    """A module of a model loads neither its siblings, nor the HTTP library, nor dateutil."""
    code = (
        "import sys, subkit_illumina_ens as p; p.SubscriptionList; "
        "print(sorted(n for n in sys.modules if n.startswith(('subkit_illumina_ens.models.', 'httpx', 'dateutil'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['subkit_illumina_ens.models.subscription_list']"


def test_a_field_that_was_left_out() -> None:
    """`UNSET` leaves a field out, wherever it is given."""
    thing = Thing(id="t", count=1, names=UNSET, other=UNSET)
    assert thing.to_dict() == {"id": "t", "count": 1}
    thing.count = UNSET  # type: ignore[assignment]
    with pytest.raises(subkit.MissingField, match="count"):
        _ = thing.count
    assert isinstance(UNSET, Unset)
    assert DeliveryTarget(aws_sns_topic=UNSET).to_dict() == {}
