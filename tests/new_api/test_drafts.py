"""What `new` drafts for lists: what the document says for certain, and an open question where a guess could lose data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from subkit import Reply, Request
from support.begun import Begun, answering, asked, begin, calls_of, parameter, query, reply

PAGE = "{type: object, properties: {subs: {type: array, items: {type: string}}}}"
ALL = [str(number) for number in range(7)]


def listing(answer: str, *parameters: str, name: str = "listSubs", path: str = "/subs") -> str:
    """A path with one list."""
    return f"{path}:\n  get: {{operationId: {name}, tags: [subs], parameters: [{', '.join(parameters)}], responses: {answer}}}"


def drafted(begun: Begun) -> list[str]:
    """The settings of a draft, without its heading comment."""
    return [line for line in begun.facade.read_text("utf-8").splitlines()[1:] if line and not line.startswith("#")]


def numbered(first: int) -> Any:
    """A server that counts pages from `first`, three items each."""

    def answer(request: Request) -> Reply:
        at = (int(query(request).get("page", first)) - first) * 3
        return reply({"subs": ALL[at : at + 3]})

    return answer


FIRST_PAGES = [
    (0, "{type: integer, minimum: 0}", ""),
    (0, "{type: integer, default: 0}", ""),
    (0, "{type: integer}", "Zero-based page index (0..N)"),
    (0, "{type: integer}", "Index of the page, starting at 0."),
    (1, "{type: integer, minimum: 1}", ""),
    (1, "{type: integer, minimum: 0, default: 1}", ""),
    (1, "{type: integer}", "Page number, 1-based"),
    (1, "{type: integer, default: 1}", "The page"),
]


@pytest.mark.parametrize(("first", "schema", "text"), FIRST_PAGES)
def test_pages_from_0(tmp_path: Path, first: int, schema: str, text: str) -> None:
    """Pages begin with the number that the parameter says, and all of them are fetched."""
    page = parameter("page", schema=schema, description=f"'{text}'")
    with begin(tmp_path, listing(answering(PAGE), page)).client(numbered(first)) as (client, double):
        assert list(client.subs.list()) == ALL
    assert asked(double)[:2] == ["GET /subs", f"GET /subs?page={first + 1}"]


def test_a_page_of_unknown_number_is_left_open(tmp_path: Path) -> None:
    """Whether the first page is 0 or 1 decides whether one is lost: `generate` asks, with the line of the document."""
    begun = begin(tmp_path, listing(answering(PAGE), parameter("page", schema="{type: integer}")))
    assert not begun.generate()
    assert "facade.toml:5: paging.first is left open: openapi.yaml:6: is the first page number 0 or 1?" in begun.said
    assert not (tmp_path / "clients" / begun.slug).exists()
    begun.facade.write_text(begun.facade.read_text("utf-8").replace('"?"', "0"), "utf-8")
    with begun.client(numbered(0)) as (client, _):
        assert list(client.subs.list()) == ALL


def test_pages_are_numbered_alike(tmp_path: Path) -> None:
    """What one list says of a parameter holds for the others, and what none says is asked once."""
    plain, said = (parameter("page", schema=f"{{type: integer{more}}}") for more in ("", ", minimum: 0"))
    first = listing(answering(PAGE), plain)
    begun = begin(tmp_path, f"{first}\n{listing(answering(PAGE), said, name='listOld', path='/old')}")
    with begun.client(numbered(0)) as (client, _):
        assert list(client.subs.list()) == ALL
    begun = begin(tmp_path, f"{first}\n{listing(answering(PAGE), plain, name='listOld', path='/old')}")
    assert not begun.generate()
    assert begun.said.count("left open") == 1
    begun.facade.write_text(begun.facade.read_text("utf-8").replace('"?"', "0"), "utf-8")
    with begun.client(numbered(0)) as (client, _):
        assert list(client.subs.list()) == ALL


def test_a_page_that_is_a_text(tmp_path: Path) -> None:
    """A parameter that should request pages, and of which nothing says how, is left open; page numbers may be texts."""
    begun = begin(tmp_path, listing(answering(PAGE), parameter("page")))
    assert not begun.generate()
    assert "openapi.yaml:6: 'page' seems to request other pages, and nothing says how" in begun.said
    settings = 'style = "page"\nitems = "subs"\npage = "page"\n'
    begun.facade.write_text(f"[operations.listSubs.paging]\n{settings}", "utf-8")
    with begun.client(numbered(1)) as (client, double):
        assert list(client.subs.list(page="2")) == ALL[3:]
    assert asked(double) == ["GET /subs?page=2", "GET /subs?page=3", "GET /subs?page=4"]


def test_an_offset_that_is_a_token(tmp_path: Path) -> None:
    """A text called offset is a token, found in the response under the same name, and sent back unchecked."""
    answer = answering(
        "{type: object, properties: {data: {type: array, items: {type: string}}, next_page: {type: object, "
        "properties: {offset: {type: string}}}}}"
    )
    offset = parameter("offset", schema="{type: string, maxLength: 3}")
    begun = begin(tmp_path, listing(answer, offset, parameter("limit", schema="{type: integer}")))
    pages = [
        reply({"data": ["a"], "next_page": {"offset": "eyJ0longer"}}),
        reply({"data": ["b"], "next_page": {"offset": "eyJ1"}}),
        reply({"data": ["c"], "next_page": None}),
    ]
    with begun.client(*pages) as (client, double):
        assert list(client.subs.list(limit=1)) == ["a", "b", "c"]
    assert asked(double)[1:] == ["GET /subs?offset=eyJ0longer&limit=1", "GET /subs?offset=eyJ1&limit=1"]


@pytest.mark.parametrize("name", ["after", "starting_after", "cursor"])
@pytest.mark.parametrize("item", ["{type: string}", "{type: object, properties: {id: {type: string}}}"])
def test_an_array_with_after(tmp_path: Path, name: str, item: str) -> None:
    """Beside a bare array, a cursor is the last item, or the id of it."""
    whole = "properties" in item

    def answer(request: Request) -> Reply:
        last = query(request).get(name)
        start = ALL.index(last) + 1 if last is not None else 0
        return reply([{"id": one} if whole else one for one in ALL[start : start + 3]])

    begun = begin(tmp_path, listing(answering(f"{{type: array, items: {item}}}"), parameter(name)))
    with begun.client(answer) as (client, double):
        assert [one.id if whole else one for one in client.subs.list()] == ALL
    assert asked(double)[1] == f"GET /subs?{name}=2"


def test_a_time_is_no_cursor(tmp_path: Path) -> None:
    """`after` that takes a date is a filter, so how the list goes on is left open."""
    after = parameter("after", schema="{type: string, format: date-time}")
    begun = begin(tmp_path, listing(answering("{type: array, items: {type: string}}"), after))
    assert not begun.generate()
    assert "paging.style is left open: openapi.yaml:6: where does 'after' for the next page come from?" in begun.said


@pytest.mark.parametrize("name", ["getAllSubs", "searchAllSubs", "subSearch", "searchSubs", "querySubs", "getSubs"])
def test_lists_by_other_names(tmp_path: Path, name: str) -> None:
    """What its name or its parameters say is a list, is one."""
    skip = parameter("skip", schema="{type: integer}")
    begun = begin(tmp_path, listing(answering("{type: array, items: {type: string}}"), skip, name=name))

    def answer(request: Request) -> Reply:
        at = int(query(request).get("skip", 0))
        return reply(ALL[at : at + 3])

    with begun.client(answer) as (client, _):
        [call] = calls_of(client.subs)
        assert list(getattr(client.subs, call)()) == ALL


SETTINGS = """
/settings:
  get: {operationId: getSettings, tags: [settings], responses: %s}
/limits:
  get: {tags: [account], operationId: retrieveLimits, responses: %s}
""" % (
    (answering("{type: object, properties: {theme: {type: string}, roles: {type: array, items: {type: string}}}}"),) * 2
)


def test_an_object_with_an_array_is_no_list(tmp_path: Path) -> None:
    """Settings that hold an array are an object: nothing is drafted, and the call returns all of it."""
    begun = begin(tmp_path, SETTINGS)
    assert drafted(begun) == []
    body = {"theme": "dark", "roles": ["a"]}
    with begun.client(reply(body), reply(body)) as (client, _):
        assert client.settings.get().to_dict() == body
        assert client.account.retrieve_limits().to_dict() == body


def test_a_page_that_says_more_than_a_page(tmp_path: Path) -> None:
    """Where it is not certain which property holds the items, the draft is left open."""
    arrays = "{type: object, properties: {red: {type: array, items: {type: string}}, blue: {type: array, items: {}}}}"
    begun = begin(tmp_path, listing(answering(arrays), parameter("page", schema="{type: integer, minimum: 1}")))
    assert not begun.generate()
    assert "which property holds the items" in begun.said
    assert "openapi.yaml:6" in begun.said


def test_a_next_page_that_nothing_requests(tmp_path: Path) -> None:
    """A response that tells of more, without a parameter that fetches it, is left open."""
    page = "{type: object, properties: {data: {type: array, items: {type: string}}, has_more: {type: boolean}}}"
    begun = begin(tmp_path, listing(answering(page)))
    assert not begun.generate()
    assert "'has_more' tells of a next page: which parameter requests it?" in begun.said


def test_an_id_in_every_path_is_no_argument_of_the_client(tmp_path: Path) -> None:
    """A resource's own id stays an argument of its calls; a tenant becomes one of the client."""
    own = parameter("sub_id", "path")
    get, delete = (
        f"{{operationId: {verb}Sub, tags: [subs], parameters: [{own}], responses: {{'204': {{description: ok}}}}}}"
        for verb in ("get", "delete")
    )
    assert drafted(begin(tmp_path, f"/subs/{{sub_id}}:\n  get: {get}\n  delete: {delete}")) == []
    tenant = parameter("tenant", "path")
    paths = f"/{{tenant}}/subs/{{sub_id}}:\n  parameters: [{tenant}]\n  get: {get}\n  delete: {delete}"
    assert drafted(begin(tmp_path, paths)) == ["[client]", 'path_parameters = ["tenant"]']


ERROR = (
    "{type: object, properties: {error: {type: object, properties: {code: {type: integer}, message: {type: string}}}}}"
)


def test_errors_inside_an_object(tmp_path: Path) -> None:
    """Code and text of an error are found inside an object, and are read from there."""
    failing = f"{{'200': {{description: ok}}, '400': {{description: bad, content: {{application/json: {{schema: {ERROR}}}}}}}}}"
    begun = begin(tmp_path, f"/subs:\n  get: {{operationId: pingSubs, tags: [subs], responses: {failing}}}")
    assert drafted(begun) == ["[errors]", 'code = "error.code"', 'title = "error.message"']
    body = {"error": {"code": 7, "message": "No such sub."}}
    with begun.client(reply(body, 400)) as (client, _), pytest.raises(Exception, match="No such sub") as caught:
        client.subs.ping()
    assert (caught.value.code, caught.value.title) == (7, "No such sub.")  # type: ignore[attr-defined]


def styled() -> Iterator[str]:
    """Optional parameters of which only the last can be sent."""
    yield parameter("time", "cookie")
    yield "{name: addresses, in: query, content: {application/xml: {schema: {type: string}}}}"
    yield parameter("q")


def test_styles(tmp_path: Path) -> None:
    """An optional parameter that cannot be sent is left out, with a note, and does not cost its operation."""
    begun = begin(
        tmp_path,
        f"/subs:\n  get: {{operationId: pingSubs, tags: [subs], parameters: [{', '.join(styled())}], responses: {{'204': {{description: ok}}}}}}",
    )
    kept = [line for line in drafted(begun) if line.startswith("drop")]
    with begun.client(reply(status=204)) as (client, double):
        client.subs.ping(q="x")
    assert asked(double) == ["GET /subs?q=x"]
    assert kept
    assert all(f"the parameter '{name}' of pingSubs is left out" in begun.said for name in ("time", "addresses"))


def test_a_page_in_an_envelope(tmp_path: Path) -> None:
    """Items that are called after the collection are certain, whatever else an envelope holds, where pages are requested."""
    envelope = (
        "{type: object, properties: {requestId: {type: string}, provider: {type: string}, problem: {type: object}, "
        "subs: {type: array, items: {type: string}}}}"
    )
    begun = begin(tmp_path, listing(answering(envelope), parameter("page", schema="{type: integer, minimum: 1}")))
    with begun.client(numbered(1)) as (client, _):
        assert list(client.subs.list()) == ALL


def test_a_token_called_like_its_property(tmp_path: Path) -> None:
    """A parameter that is called like the property with the next token takes it."""
    page = (
        "{type: object, properties: {data: {type: object, properties: {content: {type: array, items: {type: string}}, "
        "pagination: {type: object, properties: {has_next_page: {type: boolean}, next_page_cursor: {type: string}, "
        "prev_page_cursor: {type: string}}}}}}}"
    )
    names = ("direction", "next_page_cursor", "prev_page_cursor")
    begun = begin(tmp_path, listing(answering(page), *map(parameter, names)))
    pages = [{"next_page_cursor": "n"}, {"next_page_cursor": "", "has_next_page": False}]
    answers = [reply({"data": {"content": [str(at)], "pagination": one}}) for at, one in enumerate(pages)]
    with begun.client(*answers) as (client, double):
        assert list(client.subs.list()) == ["0", "1"]
    assert asked(double) == ["GET /subs", "GET /subs?next_page_cursor=n"]
