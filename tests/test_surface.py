"""The public surface is what the contract says, and the same for both kinds of client."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any, get_overloads

import pytest
import subkit
from subkit._errors import class_for
from support.scripted import SLUGS, package_of

CLIENTS = {
    "alteryx-server": "AlteryxServer",
    "aveva-omf": "AvevaOmf",
    "illumina-ens": "IlluminaEns",
    "jackhenry-events": "JackHenryEvents",
    "wso2-publisher": "Wso2Publisher",
}

# By API and method: whether it takes a subscription, the required arguments, and the optional ones that must be there.
_ENS_LIST = "event_type page_size page_token resume"
_COUNTS = (
    "user_count_greater_than_equals user_count_less_than_equals "
    "workflow_count_greater_than_equals workflow_count_less_than_equals"
)
_IF_MATCH = "if_match if_unmodified_since"
CALLS: dict[str, dict[str, tuple[bool, str, str]]] = {
    "illumina-ens": {
        "create": (False, "name type delivery_target", "actions description filter_expression"),
        "get": (True, "", ""),
        "list": (False, "", _ENS_LIST),
        "disable": (True, "", ""),
        "create_or_find": (False, "find name type delivery_target", "actions description filter_expression attempts"),
    },
    "wso2-publisher": {
        "list": (False, "api_id", "limit offset resume"),
        "get": (True, "", "if_none_match if_modified_since"),
        "refresh": (True, "", ""),
        "block": (True, "block_state", _IF_MATCH),
        "unblock": (True, "", _IF_MATCH),
    },
    "alteryx-server": {
        "create": (False, "name", "can_share_schedules credential_id"),
        "list": (False, "", f"name can_share_schedules default_workflow_credential_id {_COUNTS} resume"),
        "get": (True, "", ""),
        "update": (True, "name credential_id can_share_schedules", ""),
        "delete": (True, "", ""),
        "move_users": (True, "user_ids", ""),
        "modify": (True, "", ""),
        "create_or_find": (False, "find name", "can_share_schedules credential_id attempts"),
    },
    "jackhenry-events": {
        "create": (False, "name dispatch_type enabled", "description http_settings wcf_settings batch_settings"),
        "list": (False, "", "nocache resume"),
        "get": (True, "", "nocache"),
        "update": (True, "name dispatch_type enabled", "http_settings wcf_settings allow_secret_loss"),
        "patch": (True, "", "name dispatch_type enabled description http_settings wcf_settings batch_settings"),
        "delete": (True, "", ""),
        "modify": (True, "", ""),
        "create_or_find": (False, "find name dispatch_type enabled", "description http_settings attempts"),
    },
    "aveva-omf": {
        "create": (False, "topic_id topic_tenant_id topic_namespace_id", "name description"),
        "list": (False, "", "resume"),
        "get": (True, "", ""),
        "update": (True, "name", "description"),
        "delete": (True, "", ""),
        "modify": (True, "", ""),
        "create_or_find": (False, "find topic_id topic_tenant_id topic_namespace_id", "name description attempts"),
    },
}
METHODS = [(slug, method) for slug, methods in CALLS.items() for method in methods]
COMPOSED = ("modify", "create_or_find")
"""Methods that are made of several calls, so that no single operation stands for them."""

# By API: the credential, the arguments that it needs, in this order, and the optional ones that must be there.
CREDENTIALS: dict[str, tuple[str, str, str]] = {
    "illumina-ens": ("ApiKey", "key", "project_context token_url"),
    "wso2-publisher": ("PasswordGrant", "token_url client_id client_secret username password", "scopes"),
    "alteryx-server": ("ClientCredentials", "client_id client_secret", "token_url"),
    "jackhenry-events": ("PrivateKeyJwt", "client_id key", "token_url"),
    "aveva-omf": ("ClientCredentials", "client_id client_secret", "token_url"),
}

ROOT_EXPORTS = [
    *((slug, prefix + name) for slug, name in CLIENTS.items() for prefix in ("", "Async")),
    *((slug, "operations") for slug in SLUGS),
    *((slug, "Subscription") for slug in SLUGS),
    *((slug, name) for slug, (name, _, _) in CREDENTIALS.items()),
    ("wso2-publisher", "BlockState"),
    ("wso2-publisher", "SubscriptionList"),
]

RUNTIME_NAMES = """
    BearerToken HeaderKey Basic Retry ANY NotModified Meta Drift Response Pager AsyncPager Transport AsyncTransport
    HttpTransport AsyncHttpTransport
    meta apis Event
    SubkitError ConfigurationError InvalidArgument ClientClosed AuthError TransportError NotSent OutcomeUnknown
    DeadlineExceeded ApiError BadRequest Unauthenticated Forbidden NotFound NotAcceptable RequestTimeout Conflict Gone
    PreconditionFailed UnsupportedMediaType Unprocessable RateLimited UnexpectedRedirect ServerError DecodeError
    DriftError MissingField PaginationError
"""
OPTIONS = """
    base_url auth timeout retry decode validate verify proxy trust_env allow_insecure_http max_body max_connections
    transport
"""


def client(slug: str, prefix: str = "") -> Any:
    """A client class by the name that the contract gives it."""
    return getattr(package_of(slug), prefix + CLIENTS[slug])


def resource(slug: str, prefix: str = "") -> Any:
    """The class behind `client.subscriptions`."""
    module = __import__(f"{package_of(slug).__name__}.resources.subscriptions", fromlist=["x"])
    return getattr(module, f"{prefix}Subscriptions")


def whole(slug: str, prefix: str = "") -> Any:
    """The class behind `client.subscriptions.with_response`."""
    module = __import__(f"{package_of(slug).__name__}.resources._subscriptions_with_response", fromlist=["x"])
    return getattr(module, f"{prefix}SubscriptionsWithResponse")


def calls_of(owner: Any) -> set[str]:
    """The calls of a resource."""
    return public(owner) - {"with_response"}


def public(owner: Any) -> set[str]:
    return {name for name in dir(owner) if not name.startswith("_")}


def signature(function: Any) -> str:
    """A signature in which the words that only tell the two kinds of client apart are taken out."""
    return re.sub(r"\bAsync(?=[A-Z])", "", str(inspect.signature(function)))


def required(function: Any) -> set[str]:
    """What a call requires, given an id where it is about an object."""
    first = next(iter(get_overloads(function)), function)
    parameters = list(inspect.signature(first).parameters.values())
    return {p.name for p in parameters if p.kind is p.KEYWORD_ONLY and p.default is p.empty}


@pytest.mark.parametrize(("slug", "method"), METHODS)
@pytest.mark.parametrize("prefix", ["", "Async"])
def test_call_table(slug: str, method: str, prefix: str) -> None:
    """Every call of the contract is there: its subject positional-only, the required arguments and no others
    required, the optional ones by keyword."""
    with_subject, needs, takes = CALLS[slug][method]
    function = getattr(resource(slug, prefix), method)
    parameters = inspect.signature(function).parameters
    positional = [p.name for p in parameters.values() if p.kind is not p.KEYWORD_ONLY]
    change = ["change"] if method == "modify" else []
    assert positional == ["self", *(["subscription"] if with_subject else []), *change]
    assert set(needs.split()) == required(function)
    assert set(takes.split()) <= parameters.keys()
    assert parameters["subscription"].kind.name == "POSITIONAL_ONLY" if with_subject else True


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if "update" in CALLS[slug]])
@pytest.mark.parametrize("prefix", ["", "Async"])
def test_a_replacement_has_two_signatures(slug: str, prefix: str) -> None:
    """Given an id, a replacement requires what the request requires; given a fetched object, nothing."""
    _, needs, _ = CALLS[slug]["update"]
    by_id, by_object = map(inspect.signature, get_overloads(resource(slug, prefix).update))
    assert by_id.parameters["subscription"].annotation == "str | UUID"
    assert set(by_object.parameters["subscription"].annotation.split(" | ")) <= set(package_of(slug).__all__)
    assert {name for name in needs.split() if by_object.parameters[name].default is not subkit.UNSET} == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_no_call_is_missing_from_the_table(slug: str) -> None:
    """The resource has the calls of the contract and no others, and `with_response` those that are one operation."""
    assert set(CALLS[slug]) == calls_of(resource(slug))
    assert set(CALLS[slug]) - {*COMPOSED} == public(whole(slug))


@pytest.mark.parametrize(("slug", "method"), [one for one in METHODS if one[1] not in COMPOSED])
@pytest.mark.parametrize("prefix", ["", "Async"])
def test_whole_responses(slug: str, method: str, prefix: str) -> None:
    """A call of `with_response` takes what the call of that name takes, but for `resume`, and a list also conditions; it
    returns a `Response`."""
    mine, theirs = getattr(whole(slug, prefix), method), getattr(resource(slug, prefix), method)
    own, others = inspect.signature(mine).parameters, inspect.signature(theirs).parameters
    assert list(others.keys() - own.keys()) == (["resume"] if method == "list" else [])
    assert [str(own[name]) for name in others if name in own] == [
        str(one) for name, one in others.items() if name in own
    ]
    assert len(get_overloads(mine)) >= len(get_overloads(theirs))
    for one in (mine, *get_overloads(mine)):
        assert inspect.signature(one).return_annotation.startswith("Response[")


@pytest.mark.parametrize("slug", SLUGS)
def test_both_resources_are_alike(slug: str) -> None:
    """Sync and async calls have the same names, parameters, types and overloads; only pagers are not awaited."""
    sync, other = resource(slug), resource(slug, "Async")
    assert public(sync) == public(other)
    for name in calls_of(sync):
        mine, theirs = getattr(sync, name), getattr(other, name)
        assert signature(mine) == signature(theirs)
        assert list(map(signature, get_overloads(mine))) == list(map(signature, get_overloads(theirs)))
        assert not inspect.iscoroutinefunction(mine)
        is_pager = inspect.signature(theirs).return_annotation.startswith("AsyncPager[")
        assert inspect.iscoroutinefunction(theirs) is not is_pager
        assert is_pager is (name == "list")
        assert inspect.signature(mine).return_annotation.startswith("Pager[") is is_pager


@pytest.mark.parametrize("slug", SLUGS)
def test_both_clients_are_alike(slug: str) -> None:
    """Sync and async clients have the same members with the same signatures, but for `close` and `aclose`."""
    sync, other = client(slug), client(slug, "Async")
    assert public(sync) - {"close"} == public(other) - {"aclose"}
    assert hasattr(sync, "close")
    assert inspect.iscoroutinefunction(other.aclose)
    assert inspect.iscoroutinefunction(other.send)
    assert signature(sync.__init__) == signature(other.__init__)
    for name in ("send", "with_options", "from_env"):
        assert signature(getattr(sync, name)) == signature(getattr(other, name))
    assert required(sync.__init__) >= set(sync.__api__.client_parameters)
    assert set(OPTIONS.split()) <= inspect.signature(sync.__init__).parameters.keys()


@pytest.mark.parametrize(("slug", "method"), [one for one in METHODS if one[1] not in COMPOSED])
def test_operation_of_each_call(slug: str, method: str) -> None:
    """`operations.<method>_<resource>` takes what the call takes, and makes a value without sending anything."""
    name = f"{method}_subscription{'s' if method == 'list' else ''}"
    function = getattr(package_of(slug).operations, name)
    call = inspect.signature(getattr(resource(slug), method))
    own = set(inspect.signature(function).parameters)
    assert call.parameters.keys() - {"self", "resume"} <= own
    assert inspect.signature(function).return_annotation.startswith("Operation[")


@pytest.mark.parametrize(("slug", "name"), ROOT_EXPORTS)
def test_root_exports(slug: str, name: str) -> None:
    """What users need is imported from the root of the package, and listed there."""
    package = package_of(slug)
    assert hasattr(package, name)
    assert name in package.__all__
    assert name in dir(package)


@pytest.mark.parametrize("name", RUNTIME_NAMES.split())
def test_runtime_names(name: str) -> None:
    """Every name that the contract has in `subkit` is imported from there."""
    assert name in subkit.__all__
    assert hasattr(subkit, name)


@pytest.mark.parametrize("slug", SLUGS)
def test_credentials(slug: str) -> None:
    """The vendor's flow takes the arguments of the contract in its order; the others are optional, and lifetimes and
    the like are given by name. It is a credential, and its docstring names each argument, the errors and the source."""
    name, needs, takes = CREDENTIALS[slug]
    credential = getattr(package_of(slug), name)
    parameters = inspect.signature(credential).parameters
    positional = [one.name for one in parameters.values() if one.kind is one.POSITIONAL_OR_KEYWORD]
    assert positional[: len(needs.split())] == needs.split()
    assert [one.name for one in parameters.values() if one.default is one.empty] == needs.split()
    assert set(takes.split()) <= parameters.keys()
    assert issubclass(credential, subkit.Credential)
    text = inspect.getdoc(credential) or ""
    assert [one for one in parameters if f"    {one}: " not in text] == []
    assert "\nRaises:\n    ConfigurationError: " in text
    assert "\nSource: " in text


@pytest.mark.parametrize("slug", SLUGS)
def test_one_credential_for_each_api(slug: str) -> None:
    """A package exports the flow of its vendor and no other."""
    names = {name for name, _, _ in CREDENTIALS.values()}
    assert names & set(package_of(slug).__all__) == {CREDENTIALS[slug][0]}


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("BearerToken", "token"), ("HeaderKey", "name key"), ("Basic", "username password")],
)
def test_general_credentials(name: str, arguments: str) -> None:
    """The credentials of every API take what the contract says."""
    assert list(inspect.signature(getattr(subkit, name)).parameters) == arguments.split()


@pytest.mark.parametrize("module", [subkit, *map(package_of, SLUGS)], ids=lambda module: module.__name__)
def test_lazy_modules_know_their_names(module: Any) -> None:
    """Every listed name loads, and another one is an AttributeError."""
    assert [name for name in module.__all__ if not hasattr(module, name)] == []
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = module.no_such_name


def documented(module: Any) -> Iterator[tuple[str, Any]]:
    """Every public callable, class and property of a module, and of its classes."""
    for name in module.__all__:
        found = getattr(module, name)
        if inspect.isclass(found):
            yield name, found
            yield from ((f"{name}.{key}", part) for key, part in members(found))
        elif callable(found):
            yield name, found


def members(cls: type) -> Iterator[tuple[str, Any]]:
    kinds = (property, classmethod, staticmethod)
    for owner in cls.__mro__:
        if owner.__module__.startswith("subkit"):
            for key, part in vars(owner).items():
                if not key.startswith("_") and (inspect.isfunction(part) or isinstance(part, kinds)):
                    yield key, part


@pytest.mark.parametrize("module", [subkit, *map(package_of, SLUGS)], ids=lambda module: module.__name__)
def test_everything_public_has_a_docstring(module: Any) -> None:
    """Classes, functions, methods and properties are documented."""
    seen = dict(documented(module))
    assert seen
    assert sorted(name for name, found in seen.items() if not (found.__doc__ or "").strip()) == []
    assert (module.__doc__ or "").strip()


@pytest.mark.parametrize(("slug", "method"), METHODS)
@pytest.mark.parametrize("prefix", ["", "Async"])
def test_docstrings_name_errors_and_source(slug: str, method: str, prefix: str) -> None:
    """The docstring of a call names each error that its specification lists, its arguments, and its source."""
    function = getattr(resource(slug, prefix), method)
    text = inspect.getdoc(function) or ""
    assert "\nSource: " in text
    assert "\nRaises:\n" in text
    if method in ("refresh", *COMPOSED):  # they refer to the calls that they are made of
        return
    endpoint = operation_endpoint(slug, method)
    errors = {class_for(status).__name__ for status in endpoint.errors if isinstance(status, int)}
    assert sorted(name for name in errors if f"    {name}: " not in text) == []
    arguments = inspect.signature(function).parameters.keys() - {"self"}
    assert sorted(name for name in arguments if f"    {name}: " not in text) == []


def operation_endpoint(slug: str, method: str) -> Any:
    module = __import__(f"{package_of(slug).__name__}.operations._subscriptions", fromlist=["x"])
    return getattr(module, f"{method}_subscription{'s' if method == 'list' else ''}".upper())


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug != "illumina-ens"])
def test_lists_without_a_promise_say_so(slug: str) -> None:
    """Where paging cannot promise that nothing is lost or repeated, the docstring of the list says so."""
    for prefix in ("", "Async"):
        assert "twice or not at all" in " ".join((resource(slug, prefix).list.__doc__ or "").split())
