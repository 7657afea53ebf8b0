"""What users hold survives pickle, copy, deepcopy and a process pool, and is the same afterwards."""

from __future__ import annotations

import copy
import gc
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from inspect import signature
from multiprocessing import get_context
from typing import Any

import pytest
import subkit
from subkit import _errors
from subkit._unset import UNSET
from support.bodies import Spec, full_body
from support.oracle import PREFIX, document, model_names
from support.reported_drift import call, is_foreign, model, operation, told
from support.scripted import SLUGS, Driven, package_of, reply

MODELS = [(slug, name) for slug in SLUGS for name in model_names(slug)]
Round = Callable[[Any], Any]
ROUNDS: dict[str, Round] = {"copy": copy.copy, "deepcopy": copy.deepcopy}
ROUNDS |= {
    f"pickle {number}": lambda one, number=number: pickle.loads(pickle.dumps(one, number))
    for number in range(2, pickle.HIGHEST_PROTOCOL + 1)
}
rounds = pytest.mark.parametrize("round_trip", ROUNDS.values(), ids=ROUNDS)
ODD = {"somethingNew": {"a": [None, 1.5]}}


def full(slug: str, name: str) -> Any:
    """A body with every field."""
    return full_body(Spec(slug), {"$ref": PREFIX + name})


@cache
def models() -> list[Any]:
    """One of every model, as promised and not, out of an answer, out of a list and by hand."""
    found: list[Any] = []
    for slug, name in MODELS:
        for body in (full(slug, name), {**full(slug, name), **ODD}, dict.fromkeys(full(slug, name), 5), ODD, {}):
            alone = [] if is_foreign(model(slug, name), body) else [call(operation(slug, name), body).parsed]
            found += [*alone, *call(operation(slug, name, listed=True), [body]).parsed]
            found.append(model(slug, name).from_dict(body))
    return found


def check_model(twin: Any, one: Any) -> None:
    """Assert that two models are the same in everything that they say."""
    assert type(twin) is type(one)
    assert twin == one
    assert (twin.to_dict(), repr(twin), twin.unknown_fields) == (one.to_dict(), repr(one), one.unknown_fields)
    assert subkit.meta(twin) == subkit.meta(one)
    for slot, _ in one.__names__:
        assert said(twin, slot[1:]) == said(one, slot[1:])


def said(one: Any, name: str) -> Any:
    """What an attribute reads as, or what its error says."""
    try:
        return getattr(one, name)
    except subkit.MissingField as error:
        return str(error)


@rounds
def test_models(round_trip: Round) -> None:
    """Every model of every API, whole, odd and empty, and with its Meta."""
    assert len(models()) > 13 * len(MODELS)
    for one in models():
        check_model(round_trip(one), one)


def test_deepcopy_shares_nothing() -> None:
    """A deep copy and a pickle can be changed without changing the first, unknown fields and inner models included."""
    body = {**full("illumina-ens", "Subscription"), **copy.deepcopy(ODD)}
    for round_trip in (copy.deepcopy, ROUNDS["pickle 5"]):
        one = call(operation("illumina-ens", "Subscription"), body).parsed
        twin = round_trip(one)
        twin.unknown_fields["somethingNew"]["a"].append("mine")
        twin.delivery_target.aws_sqs_queue.queue_url = "mine"
        twin.actions.append("mine")
        assert one.to_dict() == body


def operations_of(slug: str) -> list[Any]:
    """An operation of each function of an API, with an id or a name for each argument that is needed."""
    module = import_module(f"{package_of(slug).__name__}.operations")
    found = []
    for name in module.__all__:
        function = getattr(module, name)
        if name.startswith("refresh_"):
            continue
        needed = [one for one in signature(function).parameters.values() if one.default is one.empty]
        named = {one.name: {"secret": "canary"} for one in needed if one.kind is one.KEYWORD_ONLY}
        found.append(function(*["id-1" for one in needed if one.kind is one.POSITIONAL_ONLY], **named))
    return found


@cache
def operations() -> list[Any]:
    """Every operation of every API, and those that know the answer that their object came in."""
    wso2 = package_of("wso2-publisher").operations
    fetched = call(operation("wso2-publisher", "Subscription"), full("wso2-publisher", "Subscription")).parsed
    conditional = [
        wso2.get_subscription("s1", if_none_match='"v1"', if_modified_since=datetime(2024, 1, 1, tzinfo=UTC)),
        wso2.block_subscription(fetched, block_state="BLOCKED", if_match='"v1"'),
        wso2.block_subscription(fetched, block_state="BLOCKED"),
    ]
    return [*conditional, *(one for slug in SLUGS for one in operations_of(slug))]


@rounds
def test_operations(round_trip: Round) -> None:
    """An operation keeps its endpoint, arguments, preconditions and basis, and shows no argument."""
    assert len(operations()) >= 3 + 5 * 3
    for one in operations():
        twin = round_trip(one)
        assert twin == one
        assert twin.endpoint is one.endpoint
        assert repr(twin) == repr(one)
        assert "canary" not in repr(twin)


@pytest.mark.parametrize("round_trip", [copy.copy, copy.deepcopy, pickle.dumps])
def test_endpoints_stay_in_their_package(round_trip: Round) -> None:
    """An endpoint is found by the name of its operation: it is neither copied nor stored, and the error says what is."""
    with pytest.raises(TypeError, match="keep the operation"):
        round_trip(operations()[0].endpoint)


@cache
def errors() -> list[Any]:
    """One of every class of errors, with all that it can hold."""
    drift = (subkit.Drift("$.a", "missing", "a value", "nothing"),)
    meant = {
        "status": 418, "code": "c-1", "title": "t", "detail": "d", "request_id": "r", "attempts": 3, "sent": True,
        "headers": subkit.Headers([("A", "b"), ("a", "c")]), "retry_at": datetime(2024, 1, 1, tzinfo=UTC),
        "problem": model("wso2-publisher", "Error").from_dict({"code": 1}), "excerpt": "e", "operation": "get_it",
    }  # fmt: skip
    found = []
    for class_ in vars(_errors).values():
        if isinstance(class_, type) and issubclass(class_, subkit.SubkitError):
            taken = signature(class_.__init__).parameters
            error = class_("what happened", **{name: value for name, value in meant.items() if name in taken})
            error.checkpoint = '{"a":1}'
            if isinstance(error, subkit.DriftError):
                error.drift = drift
            if isinstance(error, subkit.Gone):
                error.after_replay = True
            found.append(error)
    return found


@rounds
def test_errors(round_trip: Round) -> None:
    """Every error keeps its class, message and data. Only a copy has its body, which may hold what cannot travel."""
    assert len(errors()) > 20
    for one in errors():
        twin = round_trip(one)
        assert type(twin) is type(one)
        assert (str(twin), twin.args) == (str(one), one.args)
        kept = () if round_trip in (copy.copy, copy.deepcopy) else ("body",)
        assert vars(twin) == {name: value for name, value in vars(one).items() if name not in kept}
        assert all(getattr(twin, name, None) is None for name in kept)


def enum_classes() -> list[Any]:
    """The enums of all APIs."""
    schemas = [(slug, name, one) for slug in SLUGS for name, one in document(slug)["components"]["schemas"].items()]
    return [getattr(package_of(slug), name) for slug, name, one in schemas if "enum" in one]


@cache
def values() -> list[Any]:
    """Enum values, known and not, and the small values around an answer."""
    found = [member for class_ in enum_classes() for member in [*class_, class_("SOMETHING_NEW"), class_("")]]
    body = {"list": [full("wso2-publisher", "Subscription"), ODD], "count": 2, **ODD}
    drift = subkit.Drift("$.a", "null", "a string", "null")
    meta = subkit.Meta(200, '"v1"', datetime(2024, 1, 1, tzinfo=UTC), "r-1", "https://x/y", (drift,))
    driven = Driven("wso2-publisher", "sync", [reply(200, body, ETag='"v1"')])
    pager = driven.client.subscriptions.list(api_id="a")
    page = next(pager.pages())
    unchanged = subkit.NotModified('"v1"', datetime(2024, 1, 1, tzinfo=UTC))
    return [*found, drift, meta, unchanged, subkit.NotModified(), page, page.response, pager.checkpoint()]


@rounds
def test_values(round_trip: Round) -> None:
    """Enums, drift, Meta, NotModified, pages, responses and checkpoints equal their copies."""
    for one in values():
        twin = round_trip(one)
        assert type(twin) is type(one)
        assert twin == one
        assert getattr(twin, "is_known", None) is getattr(one, "is_known", None)
        assert getattr(twin, "drift", None) == getattr(one, "drift", None)
        if isinstance(one, subkit.Response):
            assert dict(twin.headers) == dict(one.headers)


@rounds
def test_known_members_stay_themselves(round_trip: Round) -> None:
    """A known member and UNSET are one object for ever."""
    for member in (UNSET, *(member for class_ in enum_classes() for member in class_)):
        assert round_trip(member) is member


def test_process_pool() -> None:
    """All of it goes into a fresh process and comes back."""
    held = [models(), operations(), values(), [UNSET]]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        back = list(pool.map(copy.deepcopy, [*held, errors()]))
    gc.collect()
    for twin, one in zip(back[0], models(), strict=True):
        check_model(twin, one)
    assert back[1:4] == held[1:]
    assert back[3][0] is UNSET
    assert [(type(one), str(one), vars(one).keys() - {"body"}) for one in errors()] == [
        (type(one), str(one), vars(one).keys()) for one in back[4]
    ]


def test_an_answer_that_travelled_can_be_read_like_the_first() -> None:
    """After a journey, drift is still what is told of the body that the copy gives back."""
    body = {**full("jackhenry-events", "Subscription"), **ODD, "enabled": None}
    twin = ROUNDS["pickle 2"](call(operation("jackhenry-events", "Subscription"), body).parsed)
    assert told("jackhenry-events", "Subscription", twin.to_dict()) == [
        (one.path, one.kind) for one in subkit.meta(twin).drift
    ]
