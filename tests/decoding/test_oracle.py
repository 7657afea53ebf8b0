"""An independent judge and subkit agree on every body: what departs from the document is reported, nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.bodies import Spec, anything, full_body, promised, texts
from support.oracle import PREFIX, accepts, document, model_names
from support.properties import examples
from support.reported_drift import told
from support.scripted import SLUGS
from support.shapes import SLUG as SHAPES

MODELS = [(slug, name) for slug in (*SLUGS, SHAPES) for name in model_names(slug)]
models = pytest.mark.parametrize(("slug", "name"), MODELS, ids=[f"{slug}-{name}" for slug, name in MODELS])
quick = examples(10)


@models
@quick
@given(data=st.data())
def test_what_is_accepted_is_not_reported(slug: str, name: str, data: st.DataObject) -> None:
    """A body that the judge accepts reports nothing, passes strict mode, and is given back as it came."""
    body = data.draw(promised(Spec(slug), name))
    assert told(slug, name, body) == []


@models
def test_a_full_body_is_accepted(slug: str, name: str) -> None:
    """A body with every field, of every model: judge and subkit find nothing."""
    body = full_body(Spec(slug), {"$ref": PREFIX + name})
    assert accepts(slug, name, body)
    assert told(slug, name, body) == []


@models
@quick
@given(data=st.data())
def test_any_object(slug: str, name: str, data: st.DataObject) -> None:
    """Whatever JSON stands in whatever fields: it is kept, and reported if, and only if, the judge rejects it."""
    fields = [*document(slug)["components"]["schemas"][name].get("properties", {})] or ["name"]
    body = data.draw(st.dictionaries(st.sampled_from(fields) | texts, anything, max_size=6))
    check(slug, name, body)


@models
@quick
@given(data=st.data())
def test_any_change_of_a_promised_body(slug: str, name: str, data: st.DataObject) -> None:
    """A promised body with any JSON in one of its fields: judge and subkit agree, wherever the field stands."""
    body = data.draw(promised(Spec(slug), name))
    holder: Any = body
    while holder:
        key = data.draw(st.sampled_from([*holder] if isinstance(holder, dict) else [*range(len(holder))]))
        if not isinstance(holder[key], (dict, list)) or not holder[key] or data.draw(st.booleans()):
            holder[key] = data.draw(anything)
            break
        holder = holder[key]
    check(slug, name, body)


def check(slug: str, name: str, body: Any) -> None:
    """Assert that subkit reports something, each once, if, and only if, the judge rejects the body."""
    drift = told(slug, name, body)
    assert len(drift) == len(set(drift))
    assert accepts(slug, name, body) is (not drift)
