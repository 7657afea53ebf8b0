"""Patterns mean what they mean in ECMA 262, or are not checked; none that is checked holds a call up."""

from __future__ import annotations

import re
import time

import pytest

from generator.spec.patterns import python_pattern, reason_not_to_check

CASES = [
    (r"^\d+$", ["12"], ["\u0661\u0662", "12\n"]),
    (r"^a$|^b$", ["a", "b"], ["a\n", "c"]),
    (r"^\w+$", ["ab_1"], ["\u00e9"]),
    (r"/^[a-z]+$/", ["abc"], ["ABC"]),
    (r"/^[a-z]+$/i", ["ABC", "abc"], ["1"]),
    (r"^a\Z$", ["aZ"], ["a"]),
    (r"^(?<y>\d{4})-\k<y>$", ["2020-2020"], ["2020-2021"]),
    (r"^\p{L}+$", ["\u00e9", "a"], ["1", "_"]),
    (r"^\u{1F600}\u0041\x42$", ["\U0001f600AB"], [""]),
    (r"^[\w-.]+$", ["a-b."], ["a b"]),
    (r"^[[a&&b]+$", ["[a&b"], ["c"]),
    (r"^foo\/bar$", ["foo/bar"], ["foobar"]),
    (r"^a.b$", ["a\u00e9b"], ["a\u2028b", "a\nb"]),
    (r"^a\sb$", ["a\u00a0b", "a b"], ["ab"]),
    (r"^[\s]\S$", ["\ufeffa"], ["aa"]),
    (r"^a{,2}$", ["a{,2}"], ["aa"]),
    (r"^\cJ$", ["\n"], ["J"]),
    (r"^[a-z]+(-[a-z]+)*$", ["ab-cd"], ["ab-"]),
    (r"^(\d{1,3}\.){3}\d{1,3}$", ["1.2.3.4"], ["1.2.3"]),
]


@pytest.mark.parametrize(("pattern", "good", "bad"), CASES)
def test_a_pattern(pattern: str, good: list[str], bad: list[str]) -> None:
    """What fits the pattern is taken, and what does not is refused."""
    regex = python_pattern(pattern)
    assert [one for one in good if not re.search(regex, one, re.ASCII)] == []
    assert [one for one in bad if re.search(regex, one, re.ASCII)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"[",
        r"a++",
        r"(?>a)",
        r"(?i)a",
        r"[]",
        r"[^]",
        r"/a/m",
        r"\p{Lu}",
        r"[\p{L}]",
        r"[^\S]",
        r"\u{110000}",
        r"(?<=a+)b",
    ],
)
def test_a_pattern_that_is_not_translated(pattern: str) -> None:
    """What Python cannot say, or ECMA 262 does not, is not checked."""
    assert reason_not_to_check(pattern)


WILD = [
    r"^(a+)+$", r"^(a|a)*$", r"^(a|ab)*$", r"(.*)*x", r"^.*.*.*$", r"^(\s*\w+\s*,?)*$", r"^(([a-z])+.)+[A-Z]([a-z])+$",
    r"^(a?){30}a{30}$", r"^([a-z]+){10}$", r"(a*)*b", r"^(?:(?:a+)b?)+$", r"^(x+x+)+y$",
]  # fmt: skip


@pytest.mark.parametrize("pattern", WILD)
def test_a_pattern_that_runs_away(pattern: str) -> None:
    """A pattern that can match one text in very many ways is not checked."""
    assert "very long" in (reason_not_to_check(pattern) or "")


@pytest.mark.parametrize("pattern", [one for one, _, _ in CASES])
def test_patterns_that_are_checked_are_quick(pattern: str) -> None:
    """Texts of the greatest length that is compared, made to fit but for their end, take no noticeable time."""
    regex = python_pattern(pattern)
    began = time.process_time()
    for unit in ("a", "1", "-", "a-", "1.", "aB", " ", "\u00e9"):
        re.search(regex, (unit * 2000)[:1999] + "!", re.ASCII)
    assert time.process_time() - began < 1
