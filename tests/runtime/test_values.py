"""Value classes look like attrs classes from outside, whoever creates them."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import Any, ClassVar

import attrs
import pytest
import subkit
from subkit._values import define, evolve, field, frozen


def positive(point: Any, one: Any, number: int) -> None:
    """A validator, as attrs calls it."""
    if number < 0:
        raise ValueError(f"'{one.name}' must be >= 0: {number}")


@frozen
class Point:
    """Two numbers."""

    kind: ClassVar[str] = "point"
    x: int = field(validator=positive)
    y: int = 2
    label: str = field(default="", repr=False, eq=False, alias="name")
    tags: list[str] = field(factory=list[str], repr=lambda tags: f"<{len(tags)}>")

    @property
    def total(self) -> int:
        """The sum."""
        return self.x + self.y


@define(eq=False, repr=False)
class Counter:
    """A number that changes."""

    count: int = 0


@frozen(kw_only=True)
class Named:
    """Only by name."""

    name: str


def test_constructor() -> None:
    """It takes fields in order or by alias, and creates defaults anew."""
    point = Point(1, name="n")
    assert (point.x, point.y, point.label, point.tags, point.total) == (1, 2, "n", [], 3)
    assert Point(1).tags is not Point(1).tags
    assert Named(name="n").name == "n"
    with pytest.raises(TypeError):
        Named("n")  # type: ignore[misc]  # the test is that it fails
    with pytest.raises(TypeError, match="missing 1 required"):
        Point()  # type: ignore[call-arg]  # the test is that it fails


def test_signature() -> None:
    """The signature has names, types and defaults."""
    assert str(inspect.signature(Named)) == "(*, name: 'str') -> 'None'"
    parameters = inspect.signature(Point).parameters
    assert list(parameters) == ["x", "y", "name", "tags"]
    assert (parameters["y"].default, parameters["y"].annotation) == (2, "int")


def test_validator() -> None:
    """A field that is not valid is refused."""
    with pytest.raises(ValueError, match="'x' must be >= 0: -1"):
        Point(-1)


def test_comparison() -> None:
    """Values with equal fields are equal and hash alike; a class that is compared by identity stays so."""
    assert Point(1, tags=[]) == Point(1, name="other")
    assert Point(1) != Point(2)
    assert Point(1) != (1, 2)
    assert hash(Named(name="n")) == hash(Named(name="n"))
    assert Counter() != Counter()


def test_repr() -> None:
    """`repr` shows the fields that may be shown, as they may be shown."""
    assert repr(Point(1, name="secret", tags=["a"])) == "Point(x=1, y=2, tags=<1>)"
    assert repr(Counter()).startswith("<")


def test_change() -> None:
    """A frozen value refuses changes, and no value has room for attributes that nobody declared."""
    point = Point(1)
    with pytest.raises(AttributeError, match="'x' of a Point cannot be changed"):
        point.x = 2  # type: ignore[misc]  # the test is that it fails
    with pytest.raises(AttributeError):
        del point.x
    counter = Counter()
    counter.count += 1
    assert counter.count == 1
    with pytest.raises(AttributeError):
        counter.other = 1  # type: ignore[attr-defined]  # the test is that it fails


@pytest.mark.parametrize("change", [evolve, attrs.evolve])
def test_evolve(change: Any) -> None:
    """A changed copy has the other fields of the original."""
    assert change(Point(1, 3, name="n"), x=2) == Point(2, 3)
    assert change(Point(1, name="n"), x=2).label == "n"
    assert change(Counter(5)).count == 5


def test_attrs() -> None:
    """attrs takes them for its own, and models too."""
    assert [one.name for one in attrs.fields(Point)] == ["x", "y", "label", "tags"]
    assert attrs.asdict(Named(name="n")) == {"name": "n"}
    assert attrs.has(subkit.Retry)
    assert attrs.has(subkit.Model)


def test_match() -> None:
    """They can be matched by position."""
    match Point(1, 3):
        case Point(x, y):
            assert (x, y) == (1, 3)


def test_attrs_is_not_loaded() -> None:
    """A call by either client needs no attrs."""
    code = "import sys, subkit; subkit.Retry(attempts=2); subkit.Meta(200); sys.exit('attrs' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_signature_before_the_first_object() -> None:
    """`inspect.signature`, and with it `help()`, works on a class of which no object was made yet."""

    @frozen(kw_only=True)
    class Fresh:
        one: int
        two: str = "x"

    assert str(inspect.signature(Fresh)) == "(*, one: 'int', two: 'str' = 'x') -> 'None'"
    assert Fresh(one=1).two == "x"
