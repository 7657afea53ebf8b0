"""Each word of `behaviour.toml`, on an API that no vendor has."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import subkit
from subkit.mock import Fake, FakeClock
from support.invented import make_library


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> subkit.InstalledApi:
    return make_library(tmp_path_factory.mktemp("library"))


@pytest.fixture
def fake(api: subkit.InstalledApi) -> Fake:
    return Fake(api)


@pytest.fixture
def books(fake: Fake) -> Any:
    return fake.client().books


def refusal(fake: Fake, call: Callable[[], Any]) -> tuple[int, str, str]:
    """Status, rule and words of the refusal that a call must meet."""
    with pytest.raises(subkit.ApiError) as caught:
        call()
    explanation = fake.explain(caught.value)
    assert explanation is not None
    assert explanation.status == caught.value.status
    return explanation.status, explanation.rule, explanation.detail


def test_id_and_sets(books: Any) -> None:
    """`id` and `sets` give a new object what the server makes, from their placeholders."""
    made = books.create(title="Zen").to_dict()
    assert made["id"] == "book-2"
    assert made["addedAt"] == "2026-01-01T00:00:00.000Z"
    assert made["addedBy"] == "fake-user-1"
    assert made["branch"] == "fake-branch"
    assert made["withdrawn"] is False


def test_nulls(books: Any) -> None:
    """With `nulls`, a property without a value is null where it may be, and absent where it may not."""
    made = books.create(title="Zen").to_dict()
    assert made["shelf"] is None
    assert "isbn" not in made


def test_start(books: Any, fake: Fake) -> None:
    """`start` objects are there at the beginning, and again after a reset."""
    assert books.get("old").title == "The old one"
    books.update("old", title="Another")
    fake.reset()
    assert books.get("old").title == "The old one"


def test_renames(books: Any) -> None:
    """`renames` stores a property of a request under another name."""
    made = books.create(title="Zen", page_count=7)
    assert made.pages == 7
    assert books.update(made.id, title="Zen", page_count=8).pages == 8
    assert books.update(made.id, title="Zen").to_dict().get("pages") is None


def test_shows(books: Any) -> None:
    """`shows` works out properties when an object is read."""
    assert books.get("old").stamp_count == 1
    assert books.create(title="Zen").stamp_count == 0


def test_counts(books: Any) -> None:
    """`counts` counts how often a property was written with another value."""
    made = books.create(title="Zen", key="one")
    assert made.unlocks == 1
    assert books.patch(made.id, key="one").unlocks == 1
    assert books.patch(made.id, key="two").unlocks == 2
    assert "unlocks" not in books.create(title="Open").to_dict()


def test_write_only_properties_are_never_shown(books: Any, fake: Fake) -> None:
    """What is `writeOnly` is stored and stands in no response."""
    made = books.create(title="Zen", key="the-key")
    books.get(made.id)
    books.list().take(9)
    assert fake.objects("books")[-1]["key"] == "the-key"
    assert all(b"the-key" not in call.reply.body for call in fake.calls)


def test_checks(books: Any, fake: Fake) -> None:
    """Each check refuses what it is about, with its status and message, and nothing else."""
    missing = (409, "check", "there is no shelf Z")
    assert refusal(fake, lambda: books.create(title="Zen", shelf="Z")) == missing
    assert refusal(fake, lambda: books.create(title="Zen", shelf="B")) == (400, "check", "shelf B needs an ISBN")
    assert refusal(fake, lambda: books.create(title="zen"))[:2] == (400, "check")
    books.create(title="Zen", shelf="B", isbn="1234")
    books.lend("old", reader="me")
    assert refusal(fake, lambda: books.withdraw("old")) == (409, "check", "reader must be empty")


def test_set(books: Any, fake: Fake) -> None:
    """The action `set` sets what `sets` says, from the query too."""
    assert books.lend("old", reader="me").reader == "me"
    assert fake.objects("books")[0]["reader"] == "me"


def test_gone(books: Any, fake: Fake) -> None:
    """`gone` keeps what is deleted, refuses it from then on, and lists it no more."""
    assert books.withdraw("old").withdrawn is True
    assert refusal(fake, lambda: books.get("old"))[:2] == (410, "gone")
    assert refusal(fake, lambda: books.withdraw("old"))[:2] == (410, "gone")
    assert list(books.list()) == []


def test_move(books: Any) -> None:
    """`move` takes items from the objects that have them; moving again changes nothing."""
    made = books.create(title="Zen")
    assert books.move_stamps(made.id, stamp_ids=["s1", "s2"]).stamp_count == 2
    assert books.get("old").stamp_count == 0
    assert books.move_stamps(made.id, stamp_ids=["s1"]).stamp_count == 2


def test_nothing(books: Any, fake: Fake) -> None:
    """`nothing` succeeds and changes nothing."""
    before = fake.dump()["store"]
    assert books.ping() is None
    assert fake.dump()["store"] == before


FILTERS = [
    ({"title": "Zen"}, ["Zen"]),
    ({"min_pages": 100}, ["The old one"]),
    ({"max_pages": 100}, ["Zen"]),
    ({"min_pages": 3, "max_pages": 3}, ["Zen"]),
    ({"shelf": "A"}, ["The old one"]),
    ({"mark": "old"}, ["The old one"]),
    ({"mark": "4321"}, ["Zen"]),
    ({"shelf": "C"}, []),
]


@pytest.mark.parametrize(("query", "titles"), FILTERS, ids=str)
def test_filters(books: Any, query: dict[str, Any], titles: list[str]) -> None:
    """`filters` names properties and comparisons; without it, a parameter filters by the property of its name."""
    books.create(title="Zen", page_count=3, isbn="4321")
    assert [one.title for one in books.list(**query)] == titles


def test_page(books: Any, fake: Fake) -> None:
    """`page` fills the envelope; a text around a placeholder without a value is empty."""
    for number in range(5):
        books.create(title=f"Book {number}")
    assert [len(page.items) for page in books.list().pages()] == [3, 3]
    first, last = (json.loads(call.reply.body) for call in fake.calls.named("list_books"))
    assert (first["here"], first["all"], first["further"]) == (3, 6, "/books?offset=3&limit=3")
    assert last["further"] == ""


def test_errors(books: Any, fake: Fake) -> None:
    """`body` is the form of errors, in the types of the schema, and `messages` has the vendor's words."""
    books.withdraw("old")
    with pytest.raises(subkit.Gone) as caught:
        books.get("old")
    assert caught.value.body == {"code": "410", "text": "Gone: old was withdrawn", "who": "library"}


def test_a_documented_status_without_a_body_has_none(books: Any, fake: Fake) -> None:
    """A 404 that is documented without content has no body."""
    with pytest.raises(subkit.NotFound):
        books.get("nope")
    assert fake.calls[-1].reply.body == b""


def test_lifetime(books: Any, fake: Fake) -> None:
    """`lifetime` is that of tokens, counted on the clock of fake and client."""
    books.get("old")
    fake.clock.advance(60)
    books.get("old")
    fake.calls.assert_called("token", times=1)
    fake.clock.advance(120)
    books.get("old")
    fake.calls.assert_called("token", times=2)
    fake.calls.assert_none_refused()


def test_patched_objects_have_to_be_valid(books: Any, fake: Fake) -> None:
    """A merge patch is refused if the object would not be valid, and changes nothing then."""
    assert refusal(fake, lambda: books.patch("old", title=None)) == (400, "body", "title is required")
    assert books.get("old").title == "The old one"
    assert books.patch("old", shelf=None).shelf is None


def test_ids_are_those_of_one_branch(fake: Fake) -> None:
    """What belongs to other ids in the path is not there."""
    other = fake.client(branch="south").books
    assert list(other.list()) == []
    assert refusal(fake, lambda: other.get("old"))[:2] == (404, "exists")


def test_scopes(fake: Fake) -> None:
    """An operation whose scope the token does not have is refused, others are not."""
    reader = fake.client(auth=fake.credential(scopes=["read"])).books
    assert reader.get("old").id == "old"
    assert refusal(fake, lambda: reader.create(title="Zen"))[:2] == (403, "scope")


REJECTED = [
    ({"title": ""}, "body", "NewBook/properties/title"),
    ({"title": "A", "pageCount": "7"}, "body", "NewBook/properties/pageCount"),
    ({"title": "A", "isbn": "12"}, "body", "NewBook/properties/isbn"),
    ({"title": "A", "titel": "B"}, "body", "NewBook"),
    ({}, "body", "NewBook/properties/title"),
]


@pytest.mark.parametrize(("body", "rule", "place"), REJECTED, ids=str)
def test_requests_are_judged_by_the_specification(fake: Fake, body: Any, rule: str, place: str) -> None:
    """What violates the schema is refused, with the line of the specification; a lenient fake takes it."""
    reply = post(fake, body)
    assert reply.status == 400
    explanation = fake.explain(reply)
    assert explanation is not None
    assert (explanation.rule, explanation.pointer) == (rule, f"/components/schemas/{place}")
    assert f"line {explanation.line}" in str(explanation)
    assert "old" in line_of(explanation.line) or place.rpartition("/")[2] in line_of(explanation.line)
    lenient = Fake(subkit.InstalledApi(fake.slug, "subkit_lending_library", ""), lenient=True)
    assert post(lenient, {**body, "title": body.get("title") or "A"}).status == 201


def line_of(number: int | None) -> str:
    from support.invented import FILES

    return (FILES / "library.yaml").read_text("utf-8").splitlines()[(number or 0) - 1]


def post(fake: Fake, body: Any, **headers: str) -> subkit.Reply:
    """A request as any HTTP client would send it."""
    own = {"Authorization": f"Bearer {fake.token()}", "Content-Type": "application/json", **headers}
    url = f"{fake.base_url}/fake-branch/books"
    request = subkit.Request("POST", url, tuple(own.items()), json.dumps(body).encode())
    return fake.transport.send(request, timeout=1)


def test_media_type(fake: Fake) -> None:
    """A body of another media type is refused with 415, where that is documented."""
    reply = post(fake, {"title": "A"}, **{"Content-Type": "text/plain"})
    assert reply.status == 415


def test_runs_repeat(api: subkit.InstalledApi) -> None:
    """The same seed gives the same responses, another one others."""

    def run(seed: int) -> list[bytes]:
        fake = Fake(api, seed=seed)
        fake.client().books.create(title="Zen")
        return [call.reply.body for call in fake.calls]

    assert run(3) == run(3)
    assert run(3) != run(4)


def test_fakes_may_share_a_clock(api: subkit.InstalledApi) -> None:
    """Two fakes with one clock see the same time."""
    clock = FakeClock()
    one, other = Fake(api, clock=clock), Fake(api, clock=clock)
    one.clock.advance(60)
    assert other.client().books.create(title="Zen").added_at == clock.now()
