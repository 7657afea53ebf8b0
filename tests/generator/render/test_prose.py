"""How the prose of a document becomes that of a docstring."""

from __future__ import annotations

import pytest

from generator.render.prose import beyond, flow, limits, one_line, server_default

FLOWS = [
    ("One\nparagraph.", "One paragraph."),
    ("  One.\n\n\nTwo\n   words.  \n", "One.\n\n\nTwo words."),
    ("A list:\n- one\n  more\n- two\n\nAfter\nit.", "A list:\n- one more\n- two\n\nAfter it."),
    ("1. one\n2) two\nmore", "1. one\n2) two more"),
    ("# Head\nText\nflows.", "# Head\nText flows."),
    ("| a | b |\n|---|---|\n| 1 | 2 |\nAfter", "| a | b |\n|---|---|\n| 1 | 2 |\nAfter"),
    ("Code:\n```\nx = 1\ny = 2\n```\nand\nmore", "Code:\n```\nx = 1\ny = 2\n```\nand more"),
    ("Code:\n\n    x = 1\n    y = 2", "Code:\n\n    x = 1\n    y = 2"),
    ("Args:\n    a: One.\n    b: Two.", "Args:\n    a: One.\n    b: Two."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "flowing"), FLOWS)
def test_paragraphs_flow(text: str, flowing: str) -> None:
    """A line break inside a paragraph is a space; lists, headings, tables and code keep theirs."""
    assert flow(text) == flowing


@pytest.mark.parametrize(
    ("schema", "said", "words"),
    [
        ({"maxLength": 255}, "", "At most 255 characters."),
        ({"maxLength": 255}, "Name, at most 255 characters.", ""),
        ({"maxLength": 8192}, "At most 8,192 characters.", ""),
        ({"maxLength": 255}, "Version 1.255 or 2550.", "At most 255 characters."),
        ({"minLength": 1}, "", "At least 1 character."),
        ({"minLength": 1, "maxLength": 255}, "1 to 255 letters.", ""),
        ({"minLength": 1, "maxLength": 255}, "At most 255.", "1 to 255 characters."),
        ({"minLength": 24, "maxLength": 24}, "", "Exactly 24 characters."),
        ({"minItems": 1, "maxItems": 3}, "", "1 to 3 items."),
        ({"minimum": 0}, "", "At least 0."),
        ({"minimum": 1, "maximum": 1000}, "Page size.", "1 to 1000."),
        ({"format": "uuid"}, "Id of the thing.", "A UUID."),
        ({"format": "uuid"}, "Id of the thing, a UUID.", ""),
        ({"format": "date-time"}, "", ""),
        ({"pattern": "^a+$"}, "Letters.", "Must match `^a+$`."),
        ({"pattern": "^a+$"}, "Matches `^a+$`.", ""),
        ({"enum": ["a", "b"]}, "Either `a` or `b`.", ""),
        ({"enum": ["a", "b"]}, "Such as `a`.", "One of `a`, `b`."),
        ({"format": "uri", "maxLength": 9}, "", "A URI. At most 9 characters."),
        ({}, "", ""),
    ],
)
def test_limits_are_said_once(schema: dict[str, object], said: str, words: str) -> None:
    """Limits are put into words, unless the description has said them."""
    assert limits(schema, said) == words


@pytest.mark.parametrize(
    ("value", "said", "required", "words"),
    [
        ("25", "", False, "Server default: `25`."),
        ("25", "The default is `25`.", False, ""),
        ("true", "", True, "Required, although the default is `true`."),
        ("", "", False, ""),
    ],
)
def test_a_default_is_said_once(value: str, said: str, required: bool, words: str) -> None:
    """What the server takes for an argument that is left out stands there, unless the description has said it."""
    assert server_default(value, said, required=required) == words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Get a thing.", ""),
        ("Get a thing", ""),
        ("Get a thing. It is cached.", "It is cached."),
        ("Get a things's parts.", "Get a things's parts."),
        ("", ""),
    ],
)
def test_a_description_does_not_repeat_the_summary(text: str, left: str) -> None:
    """What the summary says is left out of a description that begins with it."""
    assert beyond(text, "Get a thing") == left


def test_a_line_is_a_sentence() -> None:
    """White space is evened out, and a full stop is added where there is none."""
    assert [one_line(text) for text in ("a\n  b", "a!", "such as:", "")] == ["a b.", "a!", "such as:", ""]
