"""Merge patch: null deletes, absent keeps, a value sets. Judged by the algorithm of RFC 7396, written from its text."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import subkit
from hypothesis import assume, given
from hypothesis import strategies as st
from subkit._models.merge_patch import merge_patch as patch_of
from subkit_jackhenry_events import BatchSettingsPatch, HttpSettingsPatch, WcfSettingsPatch
from support.properties import examples
from support.scripted import MODES, UUID_1, Driven, body_of, header, reply

modes = pytest.mark.parametrize("mode", MODES)
quick = examples(80)
EVENTS = "jackhenry-events"


def merge_patch(target: Any, patch: Any) -> Any:
    """RFC 7396, section 2: `define MergePatch(Target, Patch)`."""
    if not isinstance(patch, dict):
        return patch
    target = copy.deepcopy(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            if name in target:
                del target[name]
        else:
            target[name] = merge_patch(target.get(name), value)
    return target


APPENDIX: list[tuple[Any, Any, Any]] = [
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    (["a", "b"], ["c", "d"], ["c", "d"]),
    ({"a": "b"}, ["c"], ["c"]),
    ({"a": "foo"}, None, None),
    ({"a": "foo"}, "bar", "bar"),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]


@pytest.mark.fault(79)
@pytest.mark.parametrize(("original", "patch", "result"), APPENDIX)
def test_the_judge(original: Any, patch: Any, result: Any) -> None:
    """The algorithm below judges as the appendix of RFC 7396 does."""
    assert merge_patch(original, patch) == result


SERVED: dict[str, Any] = {
    "id": UUID_1, "name": "n", "description": "d", "aggregateEvents": True, "dispatchType": "https", "enabled": True,
    "eventNumberFilter": ["1", "2"], "batchSettings": {"batchInterval": 5, "batchSize": 9},
    "httpSettings": {"url": "https://a.example", "authType": "basic", "usesSecrets": True}, "future": {"a": {"b": 1}},
}  # fmt: skip


def patched(mode: str, **changes: Any) -> tuple[Any, Any]:
    """What a patch sends, and what a server that merges it then has."""
    driven = Driven(EVENTS, mode, [])
    driven.transport._answer = lambda request: reply(200, merge_patch(SERVED, body_of(request)))
    found = driven(lambda client: client.subscriptions.patch(UUID_1, **changes))
    assert header(driven.last, "Content-Type") == "application/merge-patch+json"
    return body_of(driven.last), found.to_dict()


WITHOUT = object()
CASES: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ({"name": subkit.UNSET, "description": ""}, {"description": ""}, {"description": ""}),
    ({"description": None}, {"description": None}, {"description": WITHOUT}),
    ({"description": ""}, {"description": ""}, {"description": ""}),
    ({"enabled": False}, {"enabled": False}, {"enabled": False}),
    ({"secret_version": 0}, {"secretVersion": 0}, {"secretVersion": 0}),
    ({"event_number_filter": []}, {"eventNumberFilter": []}, {"eventNumberFilter": []}),
    ({"event_number_filter": ["3"]}, {"eventNumberFilter": ["3"]}, {"eventNumberFilter": ["3"]}),
    ({"http_settings": None}, {"httpSettings": None}, {"httpSettings": WITHOUT}),
    ({"http_settings": {}}, {"httpSettings": {}}, {}),
    ({"http_settings": HttpSettingsPatch()}, {"httpSettings": {}}, {}),
    ({"wcf_settings": {}}, {"wcfSettings": {}}, {"wcfSettings": {}}),
    ({"wcf_settings": {"username": None}}, {"wcfSettings": {"username": None}}, {"wcfSettings": {}}),
    (
        {"batch_settings": {"batchSize": None}},
        {"batchSettings": {"batchSize": None}},
        {"batchSettings": {"batchInterval": 5}},
    ),
    (
        {"batch_settings": BatchSettingsPatch(batch_size=None, batch_interval=subkit.UNSET)},
        {"batchSettings": {"batchSize": None}},
        {"batchSettings": {"batchInterval": 5}},
    ),
    (
        {"http_settings": HttpSettingsPatch(secret="s", auth_type=None)},
        {"httpSettings": {"secret": "s", "authType": None}},
        {"httpSettings": {"url": "https://a.example", "usesSecrets": True, "secret": "s"}},
    ),
    ({"dispatch_type": "wcf", "name": "m"}, {"dispatchType": "wcf", "name": "m"}, {"dispatchType": "wcf", "name": "m"}),
]


@pytest.mark.fault(79)
@modes
@pytest.mark.parametrize(("changes", "body", "difference"), CASES, ids=lambda one: None)
def test_null_absent_and_empty(mode: str, changes: Any, body: Any, difference: Any) -> None:
    """None is sent as null and deletes; what is left out or `UNSET` is not sent and stays; an empty object changes
    nothing, an empty text or list is a value; inside of an object as on the outside."""
    sent, result = patched(mode, **changes)
    assert sent == body
    expected = {**SERVED, **difference}
    assert result == {name: value for name, value in expected.items() if value is not WITHOUT}


def settings_of(model: Any, names: dict[str, Any], *values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Arguments for nested settings, with the JSON that they stand for: as a model or a dict, None, or left out."""
    parts = {name: st.just(subkit.UNSET) | st.none() | value for name, value in zip(names, values, strict=True)}
    given = st.fixed_dictionaries(parts)

    def both(chosen: dict[str, Any], as_model: bool) -> tuple[Any, Any]:
        plain = {names[name]: value for name, value in chosen.items() if value is not subkit.UNSET}
        return (model(**chosen) if as_model else plain), plain

    return st.builds(both, given, st.booleans()) | st.just((None, None)) | st.just((subkit.UNSET, subkit.UNSET))


TEXT, WHOLE, FLAG = st.text(max_size=5), st.integers(-9, 9), st.booleans()
PLAIN = {
    "name": ("name", TEXT), "description": ("description", TEXT), "aggregate_events": ("aggregateEvents", FLAG),
    "enabled": ("enabled", FLAG), "secret_version": ("secretVersion", WHOLE),
    "dispatch_type": ("dispatchType", st.sampled_from(["https", "wcf", "none"])),
    "event_number_filter": ("eventNumberFilter", st.lists(TEXT, max_size=2)),
}  # fmt: skip
NESTED = {
    "http_settings": (
        "httpSettings",
        settings_of(HttpSettingsPatch, {"auth_type": "authType", "uses_secrets": "usesSecrets", "secret": "secret"}, TEXT, FLAG, TEXT),
    ),
    "wcf_settings": (
        "wcfSettings",
        settings_of(WcfSettingsPatch, {"use_wcf_security": "useWcfSecurity", "username": "username"}, FLAG, TEXT),
    ),
    "batch_settings": (
        "batchSettings",
        settings_of(BatchSettingsPatch, {"batch_interval": "batchInterval", "batch_size": "batchSize"}, WHOLE, WHOLE),
    ),
}  # fmt: skip
SIMPLE = {name: st.just(subkit.UNSET) | st.none() | values for name, (_, values) in PLAIN.items()}


@pytest.mark.fault(79)
@modes
@quick
@given(
    simple=st.fixed_dictionaries(SIMPLE), nested=st.fixed_dictionaries({name: one[1] for name, one in NESTED.items()})
)
def test_any_patch(mode: str, simple: dict[str, Any], nested: dict[str, Any]) -> None:
    """Whatever is set, deleted and left out: what is sent says just that, and makes of the object what RFC 7396 says."""
    said = {PLAIN[name][0]: value for name, value in simple.items()}
    said |= {NESTED[name][0]: plain for name, (_, plain) in nested.items()}
    expected = {wire: value for wire, value in said.items() if value is not subkit.UNSET}
    assume(expected)
    sent, result = patched(mode, **simple, **{name: given for name, (given, _) in nested.items()})
    assert sent == expected
    assert result == merge_patch(SERVED, expected)


def without_nulls(value: Any) -> Any:
    """A merge patch cannot set a null inside of an object."""
    if isinstance(value, dict):
        return {name: without_nulls(one) for name, one in value.items() if one is not None}
    return value


VALUES: Any = st.recursive(
    st.booleans() | st.integers(-3, 3) | st.sampled_from(["x", ""]) | st.none(),
    lambda inner: st.dictionaries(st.sampled_from("abc"), inner, max_size=3) | st.lists(inner, max_size=2),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.sampled_from("abcd"), VALUES, max_size=4).map(without_nulls)


@pytest.mark.fault(79)
@examples(300)
@given(before=OBJECTS, after=OBJECTS)
def test_what_an_edit_sends(before: dict[str, Any], after: dict[str, Any]) -> None:
    """The patch that is made of a change turns what was fetched into what it was changed to, also where a field of an
    inner object is gone; and names only fields that changed."""
    sent = patch_of(before, after)
    assert merge_patch(before, sent) == after
    assert set(sent) == {
        name for name in "abcd" if (name in before, before.get(name)) != (name in after, after.get(name))
    }


@pytest.mark.fault(102)
@modes
def test_a_patch_of_nothing(mode: str) -> None:
    """A patch with neither a field nor an edit is refused, also when arguments are not checked: it would change nothing
    and look as if it had."""
    for validate in (True, False):
        driven = Driven(EVENTS, mode, lambda _: reply(200, SERVED), validate=validate)
        found = driven(lambda client: client.subscriptions.get(UUID_1))
        for subject in (UUID_1, found, copy.copy(found)):
            for fields in ({}, {"name": subkit.UNSET}):
                with pytest.raises(subkit.InvalidArgument, match="nothing would be changed"):
                    driven(lambda client, it=subject, fields=fields: client.subscriptions.patch(it, **fields))
        assert len(driven.requests) == 1
