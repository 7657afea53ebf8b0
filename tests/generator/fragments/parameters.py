"""Parameters: arrays, enums, uuids and dates in path, query and header."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from subkit import InvalidArgument
from support.fragments import Fragment, Run, asking, document
from support.scripted import reply

KEY = UUID("64eca60b-2e55-4c38-8603-e9e6bad7d809")
MOMENT = datetime(2020, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=1)))


def _query(run: Run) -> None:
    run(lambda c: c.things.find(ids=["a b", "c&d"], joined=["a", "b"]), reply(204))
    assert run.target == "/things?ids=a%20b&ids=c%26d&joined=a,b"
    run(lambda c: c.things.find(ids=["a"], joined=["b"]), reply(204))
    assert run.target == "/things?ids=a&joined=b"
    run(lambda c: c.things.find(ids=[], joined=[]), reply(204))
    assert run.target == "/things"
    run(lambda c: c.things.find(), reply(204))
    assert run.target == "/things"


query_arrays = Fragment(
    construct="arrays in a query, exploded and not",
    openapi=asking("""
        - {name: ids, in: query, schema: {type: array, items: {type: string}}}
        - {name: joined, in: query, explode: false, schema: {type: array, items: {type: string}}}
    """),
    check=_query,
    typed='client.things.find(ids=["a"], joined=("a", "b"))',
)


def _typed_query(run: Run) -> None:
    run(
        lambda c: c.things.find(
            key=KEY, day=date(2020, 2, 1), since=MOMENT, on=True, rate=0.5, keys=[KEY], days=[date(2020, 2, 1)]
        ),
        reply(204),
    )
    assert run.target == (
        f"/things?key={KEY}&day=2020-02-01&since=2020-01-02T03%3A04%3A05%2B01%3A00&on=true&rate=0.5"
        f"&keys={KEY}&days=2020-02-01"
    )
    with pytest.raises(InvalidArgument):
        run(lambda c: c.things.find(since=datetime(2020, 1, 1)))
    with pytest.raises(InvalidArgument):
        run(lambda c: c.things.find(key="no uuid"))


query_types = Fragment(
    construct="uuids, dates, booleans and numbers in a query",
    openapi=asking("""
        - {name: key, in: query, schema: {type: string, format: uuid}}
        - {name: day, in: query, schema: {type: string, format: date}}
        - {name: since, in: query, schema: {type: string, format: date-time}}
        - {name: 'on', in: query, schema: {type: boolean}}
        - {name: rate, in: query, schema: {type: number}}
        - {name: keys, in: query, schema: {type: array, items: {type: string, format: uuid}}}
        - {name: days, in: query, schema: {type: array, items: {type: string, format: date}}}
    """),
    check=_typed_query,
    typed="client.things.find(key=UUID(int=1), day=date(2020, 1, 1), keys=[UUID(int=1)])",
)


def _path(run: Run) -> None:
    run(lambda c: c.things.find(ids=["a", "b/c"], day=date(2020, 2, 1), key=KEY, at=MOMENT, state="ON"), reply(204))
    assert run.target == f"/things/a,b%2Fc/2020-02-01/{KEY}/2020-01-02T03%3A04%3A05%2B01%3A00/ON"
    run(lambda c: c.things.find(ids=["a"], day="2020-02-01", key=str(KEY), at=MOMENT, state="ON"), reply(204))
    assert run.target.startswith("/things/a/2020-02-01/")
    for ids in ([], [".."], [""]):
        with pytest.raises(InvalidArgument):
            run(lambda c, ids=ids: c.things.find(ids=ids, day=date(2020, 2, 1), key=KEY, at=MOMENT, state="ON"))


path_types = Fragment(
    construct="arrays, enums, uuids and dates in a path",
    openapi=asking(
        """
        - {name: ids, in: path, required: true, schema: {type: array, items: {type: string}}}
        - {name: day, in: path, required: true, schema: {type: string, format: date}}
        - {name: key, in: path, required: true, schema: {type: string, format: uuid}}
        - {name: at, in: path, required: true, schema: {type: string, format: date-time}}
        - {name: state, in: path, required: true, schema: {type: string, enum: ['ON', 'OFF']}}
    """,
        "/{ids}/{day}/{key}/{at}/{state}",
    ),
    check=_path,
)


def _header(run: Run) -> None:
    run(
        lambda c: c.things.find(
            x_ids=["a", "b"], x_day=date(2020, 2, 1), x_key=KEY, x_since=MOMENT, x_on=False, x_state="ON", x_count=3
        ),
        reply(204),
    )
    assert run.header("X-Ids") == "a,b"
    assert run.header("X-Day") == "2020-02-01"
    assert run.header("X-Key") == str(KEY)
    assert run.header("X-Since") == "2020-01-02T03:04:05+01:00"
    assert (run.header("X-On"), run.header("X-State"), run.header("X-Count")) == ("false", "ON", "3")
    run(lambda c: c.things.find(x_ids=[]), reply(204))
    assert run.header("X-Ids") is None
    run(lambda c: c.things.find(), reply(204))
    assert run.header("X-Day") is None


header_types = Fragment(
    construct="arrays, enums, uuids and dates in headers",
    openapi=asking("""
        - {name: X-Ids, in: header, schema: {type: array, items: {type: string}}}
        - {name: X-Day, in: header, schema: {type: string, format: date}}
        - {name: X-Key, in: header, schema: {type: string, format: uuid}}
        - {name: X-Since, in: header, schema: {type: string, format: date-time}}
        - {name: X-On, in: header, schema: {type: boolean}}
        - {name: X-State, in: header, schema: {type: string, enum: ['ON', 'OFF']}}
        - {name: X-Count, in: header, schema: {type: integer}}
    """),
    check=_header,
)


def _required(run: Run) -> None:
    run(lambda c: c.things.find(q="x"), reply(204))
    assert run.target == "/things?q=x"
    with pytest.raises(InvalidArgument):
        run(lambda c: c.things.find(q=None))
    with pytest.raises(TypeError):
        run(lambda c: c.things.find())


required = Fragment(
    construct="a required query parameter",
    openapi=asking("- {name: q, in: query, required: true, schema: {type: string}}"),
    check=_required,
)


def _conditional(run: Run) -> None:
    run(lambda c: c.things.get("1", if_modified_since=datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)), reply(304))
    assert run.header("If-Modified-Since") == "Thu, 02 Jan 2020 03:04:05 GMT"
    run(lambda c: c.things.update("1", name="n", if_unmodified_since=MOMENT), reply(204))
    assert run.header("If-Unmodified-Since") == "Thu, 02 Jan 2020 02:04:05 GMT"


conditional = Fragment(
    construct="conditional headers typed as dates",
    openapi=document("""
        /things/{thingId}:
          parameters:
            - {name: thingId, in: path, required: true, schema: {type: string}}
          get:
            operationId: getThing
            parameters:
              - {name: If-Modified-Since, in: header, schema: {type: string, format: date-time}}
            responses:
              "200":
                description: It.
                content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
              "304": {description: As before.}
          put:
            operationId: updateThing
            parameters:
              - {name: if-unmodified-since, in: header, schema: {type: string, format: date}}
            requestBody:
              content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
            responses:
              "204": {description: Done.}
    """),
    check=_conditional,
)


def _shared(run: Run) -> None:
    run(lambda c: c.things.get("1", org_id="o", verbose=True, x_trace="t"), reply(204))
    assert run.target == "/orgs/o/things/1?verbose=true"
    assert run.header("X-Trace") == "t"
    run(lambda c: c.things.delete("1", org_id="o", verbose="yes"), reply(204))
    assert run.target == "/orgs/o/things/1?verbose=yes"


shared = Fragment(
    construct="path-level and shared parameters, one overridden",
    openapi=document(
        """
        /orgs/{orgId}/things/{thingId}:
          parameters:
            - {$ref: '#/components/parameters/Org'}
            - {name: thingId, in: path, required: true, schema: {type: string}}
            - {name: verbose, in: query, schema: {type: boolean}}
            - {$ref: '#/components/parameters/Trace'}
          get:
            operationId: getThing
            responses: {"204": {description: It.}}
          delete:
            operationId: deleteThing
            parameters:
              - {name: verbose, in: query, schema: {type: string}}
            responses: {"204": {description: Gone.}}
        """,
        """
        parameters:
          Org: {name: orgId, in: path, required: true, schema: {type: string}}
          Trace: {$ref: '#/components/parameters/Trace2'}
          Trace2: {name: X-Trace, in: header, schema: {type: string}}
        """,
    ),
    facade="[operations.getThing]\nresource = 'things'\n[operations.deleteThing]\nresource = 'things'",
    check=_shared,
)


def _odd_names(run: Run) -> None:
    run(lambda c: c.things.find("u", filter_name="a", page_size=2, x=["1"]), reply(204))
    assert run.target == "/things/u?filter%5Bname%5D=a&page%5Bsize%5D=2&x%5B%5D=1"


odd_names = Fragment(
    construct="parameter names with brackets and dots",
    openapi=asking(
        """
        - {name: 'filter[name]', in: query, schema: {type: string}}
        - {name: 'page[size]', in: query, schema: {type: integer}}
        - {name: 'x[]', in: query, schema: {type: array, items: {type: string}}}
        - {name: user.id, in: path, required: true, schema: {type: string}}
    """,
        "/{user.id}",
    ),
    check=_odd_names,
)


def _whole(run: Run) -> None:
    run(lambda c: c.things.find("a"), reply(204))
    assert run.target == "/things/a.json"


suffix = Fragment(
    construct="a path parameter within a segment",
    openapi=asking("- {name: name, in: path, required: true, schema: {type: string}}", "/{name}.json"),
    check=_whole,
)


def _object_of_texts(run: Run) -> None:
    run(lambda c: c.things.find(filter={"a": "1", "b": "x y"}), reply(204))
    assert run.target == "/things?a=1&b=x%20y"


form_object = Fragment(
    construct="an object in a query, style form",
    openapi=asking("- {name: filter, in: query, schema: {type: object, additionalProperties: {type: string}}}"),
    check=_object_of_texts,
)


def _patterns(run: Run) -> None:
    run(lambda c: c.things.find(flagged="ABC", words="é", wild="a" * 40 + "!"), reply(204))
    for call in ({"flagged": "1"}, {"flagged": "a\n"}, {"words": "1"}, {"plain": "a\n"}):
        with pytest.raises(InvalidArgument, match="pattern"):
            run(lambda c, call=call: c.things.find(**call))
    run(lambda c: c.things.find(plain="a" * 2001 + "1"), reply(204))


patterns = Fragment(
    construct="patterns of ECMA 262, and a wild one that is not checked",
    openapi=asking(r"""
        - {name: flagged, in: query, schema: {type: string, pattern: '/^[a-z]+$/i'}}
        - {name: words, in: query, schema: {type: string, pattern: '^\p{L}+$'}}
        - {name: plain, in: query, schema: {type: string, pattern: '^[a-z]+$'}}
        - {name: wild, in: query, schema: {type: string, pattern: '^(a+)+$'}}  # HERE
    """),
    check=_patterns,
    noted="it could take very long",
)
