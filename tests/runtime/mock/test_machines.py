"""Fakes against state machines that know the rules, and planted mistakes that the machines have to find."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, Verbosity, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test
from subkit._mock import actions, conditions, engine, pages
from subkit._mock.merge_patch import merge_patch
from subkit._mock.store import Entry
from support.fake_machines import Lifecycle, Validators
from support.properties import examples

MACHINES = [Validators, Lifecycle]


@pytest.mark.parametrize("machine", MACHINES, ids=lambda one: one.__name__)
def test_fakes_keep_the_rules(machine: type[RuleBasedStateMachine]) -> None:
    """No sequence of requests makes a fake break a rule."""
    run_state_machine_as_test(machine, settings=examples(30))


Plant = Callable[[pytest.MonkeyPatch], None]


def ignores_preconditions(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(engine, "check_preconditions", lambda *_: None)


def compares_weakly(patch: pytest.MonkeyPatch) -> None:
    own = conditions._matches
    patch.setattr(conditions, "_matches", lambda header, etag, weak: own(header, etag, weak=True))


def compares_the_first_tag_only(patch: pytest.MonkeyPatch) -> None:
    own = conditions._tags
    patch.setattr(conditions, "_tags", lambda header: own(header)[:1])


def keeps_its_tag(patch: pytest.MonkeyPatch) -> None:
    def change(self: Entry, data: Any, now: Any) -> None:
        self.data, self.modified = data, now

    patch.setattr(Entry, "change", change)


def changes_its_tag_always(patch: pytest.MonkeyPatch) -> None:
    def change(self: Entry, data: Any, now: Any) -> None:
        self.data, self.modified, self.revision = data, now, self.revision + 1

    patch.setattr(Entry, "change", change)


def changes_before_it_checks(patch: pytest.MonkeyPatch) -> None:
    own = actions.Actions.entry

    def entry(self: actions.Actions, incoming: Any) -> Entry:
        found = own(self, incoming)
        if incoming.route.endpoint.method == "POST":
            found.data = {**found.data, "status": incoming.query.get("blockState", "UNBLOCKED")}
        return found

    patch.setattr(actions.Actions, "entry", entry)


def forgets_what_is_gone(patch: pytest.MonkeyPatch) -> None:
    own = actions.Actions.delete

    def delete(self: actions.Actions, incoming: Any, entry: Entry, values: Any) -> Any:
        result = own(self, incoming, entry, values)
        entry.gone = None
        return result

    patch.setattr(actions, "_ACTIONS", {**actions._ACTIONS, "delete": delete})


def pages_by_position(patch: pytest.MonkeyPatch) -> None:
    def position(self: Any, index: int, size: int) -> Any:
        return self.pages.sign(self.incoming, self.name, index)

    def start(self: Any) -> int:
        given = self.incoming.query.get(self.name)
        return self.pages.read(self.incoming, self.name, given) if given else 0

    patch.setattr(pages._Cut, "position", position)
    patch.setattr(pages._Cut, "start", start)


def loses_the_last_page(patch: pytest.MonkeyPatch) -> None:
    own = pages._Cut.page

    def page(self: Any) -> Any:
        found = own(self)
        last = found.values.get("offset", 0) + 2 * found.values.get("limit", 0) >= found.values["total"]
        return pages.Page(found.entries, {**found.values, "next": None}, None) if last else found

    patch.setattr(pages._Cut, "page", page)


def mixes_projects(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(actions.Actions, "scope", lambda self, incoming: incoming.scope)


PLANTED: list[tuple[type[RuleBasedStateMachine], Plant]] = [
    (Validators, ignores_preconditions),
    (Validators, compares_weakly),
    (Validators, compares_the_first_tag_only),
    (Validators, keeps_its_tag),
    (Validators, changes_its_tag_always),
    (Validators, changes_before_it_checks),
    (Lifecycle, forgets_what_is_gone),
    (Lifecycle, pages_by_position),
    (Lifecycle, loses_the_last_page),
    (Lifecycle, mixes_projects),
]


@pytest.mark.parametrize(("machine", "plant"), PLANTED, ids=[plant.__name__ for _, plant in PLANTED])
def test_mistakes_are_found(
    machine: type[RuleBasedStateMachine], plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each machine fails with each mistake that it is there for."""
    plant(monkeypatch)
    with pytest.raises((AssertionError, KeyError, TypeError)):
        run_state_machine_as_test(machine, settings=unshrunk(examples(60)))


def unshrunk(own: settings) -> settings:
    """Settings that stop at the first failure: here nobody reads it."""
    return settings(own, phases=[Phase.generate], report_multiple_bugs=False, verbosity=Verbosity.quiet)


SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=3)
VALUES = st.recursive(
    SCALARS, lambda one: st.lists(one, max_size=3) | st.dictionaries(st.sampled_from("abc"), one, max_size=3)
)
NO_NULLS = st.recursive(
    SCALARS.filter(lambda one: one is not None),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.sampled_from("abc"), one, max_size=3),
)


def diff(old: Any, new: Any) -> Any:
    """The patch from one value to another, made from what each member has to become."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    removed = dict.fromkeys(old.keys() - new.keys())
    return removed | {key: diff(old.get(key), value) for key, value in new.items() if old.get(key) != value}


@examples(200)
@given(NO_NULLS, NO_NULLS)
def test_a_patch_leads_from_one_value_to_another(old: Any, new: Any) -> None:
    """The difference of two values, applied to the first, gives the second."""
    found = merge_patch(old, diff(old, new))
    assert found == new or (isinstance(new, dict) and not isinstance(old, dict))


@examples(200)
@given(VALUES, VALUES)
def test_patches_can_be_repeated(target: Any, patch: Any) -> None:
    """Applying a patch again changes nothing, and no object of the result has a null that the patch gave."""
    once = merge_patch(target, patch)
    assert merge_patch(once, patch) == once


RFC_7396 = [
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


@pytest.mark.parametrize(("target", "patch", "result"), RFC_7396, ids=range(len(RFC_7396)))
def test_the_cases_of_the_rfc(target: Any, patch: Any, result: Any) -> None:
    """The test cases of RFC 7396, appendix A."""
    assert merge_patch(target, patch) == result
