"""What goes over the wire: forms with objects, styles of queries, headers, servers of operations, paths with a query."""

import pytest
from subkit import ConfigurationError, InvalidArgument
from support.fragments import Fragment, Run, asking, document
from support.scripted import reply


def _form(properties: str, encoding: str = "{}") -> str:
    return document(f"""
        /things:
          post:
            tags: [things]
            operationId: createThing
            requestBody:
              required: true
              content:
                application/x-www-form-urlencoded:
                  schema: {{type: object, properties: {properties}}}
                  encoding: {encoding}
            responses:
              "204": {{description: Done.}}
    """)


_OWNER = "owner: {type: object, properties: {name: {type: string}, tags: {type: array, items: {type: string}}}}"
_MANY = "many: {type: array, items: {type: object, properties: {a: {type: integer}}}}"


def _objects(run: Run) -> None:
    run(lambda c: c.things.create(owner={"name": "E", "tags": ["x"]}, many=[{"a": 1}, {"a": 2}]), reply(204))
    one, two = "%7B%22a%22%3A1%7D", "%7B%22a%22%3A2%7D"
    owner = "%7B%22name%22%3A%22E%22%2C%22tags%22%3A%5B%22x%22%5D%7D"
    assert run.body == f"owner={owner}&many={one}&many={two}".encode()


form_objects = Fragment(construct="objects in a form body", openapi=_form(f"{{{_OWNER}, {_MANY}}}"), check=_objects)


def _encoded(run: Run) -> None:
    call = {"owner": {"name": "E", "tags": ["x", "y"]}, "many": [{"a": 1}], "ids": [1, 2], "flat": {"k": "v"}}
    run(lambda c: c.things.create(**call), reply(204))
    deep = "owner%5Bname%5D=E&owner%5Btags%5D%5B0%5D=x&owner%5Btags%5D%5B1%5D=y"
    assert run.body == f"{deep}&many=%5B%7B%22a%22%3A1%7D%5D&ids=1%2C2&k=v".encode()


form_encodings = Fragment(
    construct="a form body with encodings",
    openapi=_form(
        f"{{{_OWNER}, {_MANY}, ids: {{type: array, items: {{type: integer}}}}, "
        "flat: {type: object, additionalProperties: {type: string}}}",
        "{owner: {style: deepObject, explode: true}, many: {contentType: application/json}, "
        "ids: {style: form, explode: false}, flat: {style: form}}",
    ),
    check=_encoded,
)


def _styles(run: Run) -> None:
    call = {"time": {"gte": "1"}, "ids": ["a", "b|c"], "words": ["x", "y"], "addrs": ["p", "q"]}
    run(lambda c: c.things.find(**call), reply(204))
    assert run.target == "/things?time%5Bgte%5D=1&ids=a%7Cb%7Cc&words=x%20y&addrs=%5B%22p%22%2C%22q%22%5D"
    with pytest.raises(InvalidArgument):
        run(lambda c: c.things.find(addrs="p"))


styles = Fragment(
    construct="deepObject, pipes, spaces and JSON in a query",
    openapi=asking("""
        - {name: time, in: query, style: deepObject, explode: true, schema: {type: object, properties: {gte: {type: string}}}}
        - {name: ids, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {name: words, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {name: addrs, in: query, content: {application/json: {schema: {type: array, items: {type: string}}}}}
    """),
    check=_styles,
    typed='client.things.find(time=p.FindThingsTime(gte="1"), addrs=["a"])',
)


def _headers(run: Run) -> None:
    run(lambda c: c.things.find(x_map={"k": "v", "l": "w"}, x_flat={"k": "v"}, user_agent="mine"), reply(204))
    assert (run.header("X-Map"), run.header("X-Flat")) == ("k=v,l=w", "k,v")
    assert [value for name, value in run.driven.last.headers if name == "User-Agent"] == ["mine"]
    run(lambda c: c.things.find(), reply(204))
    assert (run.header("User-Agent") or "").startswith("subkit")


headers = Fragment(
    construct="objects in headers, and a User-Agent",
    openapi=asking("""
        - {name: X-Map, in: header, explode: true, schema: {type: object, additionalProperties: {type: string}}}
        - {name: X-Flat, in: header, schema: {type: object, additionalProperties: {type: string}}}
        - {name: User-Agent, in: header, schema: {type: string}}
    """),
    check=_headers,
)


def _media_types(run: Run) -> None:
    run(lambda c: c.things.patch(a="1", if_match='"x"'), reply(200, {"a": "2"}))
    assert run.header("Content-Type") == "application/json;odata.metadata=full"
    assert run.header("Accept") == "application/json;version=2"
    assert [(name, value) for name, value in run.driven.last.headers if name.lower() == "if-match"] == [
        ("If-Match", '"x"')
    ]
    assert run.body == b'{"a":"1"}'


media_types = Fragment(
    construct="parameters of media types, and if-match in small letters",
    openapi=document("""
        /things:
          patch:
            tags: [things]
            operationId: patchThings
            parameters: [{name: if-match, in: header, schema: {type: string}}]
            requestBody:
              required: true
              content:
                application/json;odata.metadata=full; charset=utf-8:
                  schema: {type: object, properties: {a: {type: string}}}
            responses:
              "200":
                description: It.
                content: {application/json;version=2: {schema: {type: object, properties: {a: {type: string}}}}}
    """),
    check=_media_types,
)


def _server(run: Run) -> None:
    documented = {"base_url": "https://api.x.example/2.0"}
    for call, url in (("upload", "https://upload.x.example/api/files"), ("share", "https://api.x.example/v1/files"),
                      ("read", "https://eu.x.example/files"), ("find", "https://api.x.example/2.0/files")):  # fmt: skip
        run(lambda c, call=call: getattr(c.files, call)(), reply(204), **documented)
        assert (call, run.driven.last.url) == (call, url)
        assert run.header("Authorization") == (None if call == "read" else "Bearer canary-token-7d1f")
    with pytest.raises(ConfigurationError, match=r"upload\.x\.example"):
        run(lambda c: c.files.upload())
    run(lambda c: c.files.upload(), reply(204), base_url="https://upload.x.example/api")
    assert run.driven.last.url == "https://upload.x.example/api/files"
    run(lambda c: c.files.share(), reply(204))
    assert run.driven.last.url == "https://api.example/v1/files"


servers = Fragment(
    construct="servers of paths and operations",
    openapi=document(
        """
        /files:
          servers: [{url: /v1}]
          post:
            tags: [files]
            operationId: upload
            servers: [{url: https://upload.x.example/api/}]
            responses: {"204": {description: Done.}}
          put: {tags: [files], operationId: share, responses: {"204": {description: Done.}}}
          get:
            tags: [files]
            operationId: read
            security: []
            servers: [{url: 'https://{region}.x.example', variables: {region: {default: eu}}}]
            responses: {"204": {description: Done.}}
          head:
            tags: [files]
            operationId: find
            servers: [{url: https://api.x.example/2.0/}]
            responses: {"204": {description: Done.}}
        """,
        top="servers: [{url: https://api.x.example/2.0}]\n",
    ),
    facade="\n".join(f'[operations.{one}]\nmethod = "{one}"' for one in ("upload", "share", "read", "find")),
    check=_server,
)
