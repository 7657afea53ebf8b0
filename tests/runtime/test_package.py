"""The package itself: what it offers, without importing more than is asked for."""

from __future__ import annotations

import pytest
import subkit
from support.scripted import SLUGS, package_of


def test_what_can_be_completed() -> None:
    """`dir` tells every public name, in order, and each of them can be had."""
    names = dir(subkit)
    assert names == sorted(subkit.__all__)
    assert all(getattr(subkit, name) is not None for name in names)


def test_what_it_does_not_have() -> None:
    """A name that it does not have is an AttributeError that says so."""
    with pytest.raises(AttributeError, match="'subkit' has no attribute 'Clientt'"):
        _ = subkit.Clientt  # type: ignore[attr-defined]


def test_the_family() -> None:
    """Each installed package says its name and version, and leads to its module and its specification."""
    found = {api.slug: api for api in subkit.apis()}
    assert set(SLUGS) <= found.keys()
    for slug in SLUGS:
        api = found[slug]
        assert api.module is package_of(slug)
        assert api.version == package_of(slug).__version__
        assert set(api.data) >= {"openapi", "facade", "operations"}


def test_left_out_is_false() -> None:
    """What was left out counts as nothing in a condition, and shows itself by its name."""
    assert not subkit.UNSET
    assert repr(subkit.UNSET) == "UNSET"
