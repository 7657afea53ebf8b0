"""Names that clash, are reserved in Python, or equal our own or a model's attributes."""

import json

from support.fragments import Fragment, Run, answering, asking, document, taking
from support.scripted import reply

PROPERTIES = [
    "to_dict",
    "from_dict",
    "cls",
    "self",
    "d",
    "property",
    "class",
    "list",
    "type",
    "date",
    "datetime",
    "__meta__",
    "__schema__",
    "__names__",
    "__secret__",
    "__identity__",
    "__slots__",
    "__init__",
    "__class__",
    "__dict__",
    "__doc__",
    "__read__",
    "__eq__",
    "_unknown_fields",
    "unknown_fields",
    "source",
    "notes",
    "value",
    "kind",
    "get",
    "member",
    "odd",
    "missing",
    "builtins",
    "Any",
    "Self",
    "Model",
    "UNSET",
    "str",
    "int",
    "dict",
    "bool",
    "object",
    "None",
    "True",
    "import",
    "cast",
    "define",
    "Mapping",
    "UUID",
    "uuid",
    "additional_properties",
    "field_dict",
    "_x",
    "1st",
    "a-b",
    "a_b",
    "aB",
    "A-B",
    "@type",
    "$ref",
    "x.y",
    "é",
    "名",
    "super",
    "isinstance",
    "frozenset",
    "classmethod",
    "staticmethod",
    "id",
    "hash",
    "len",
]


def _properties(run: Run) -> None:
    body = {name: f"value of {name}" for name in PROPERTIES}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.to_dict() == body
    python = [slot[1:] for slot, _ in type(found).__names__]
    assert len(set(python)) == len(PROPERTIES)
    assert {wire for _, wire in type(found).__names__} == set(PROPERTIES)
    for slot, wire in type(found).__names__:
        assert getattr(found, slot[1:]) == f"value of {wire}", wire
    assert type(found)(**{slot[1:]: f"value of {wire}" for slot, wire in type(found).__names__}) == found
    assert type(found).from_dict(found.to_dict()) == found
    assert "value of cls" in repr(found)
    for name in python:
        setattr(found, name, "new")
    assert set(found.to_dict().values()) == {"new"}


properties = Fragment(
    construct="properties called like our own, like Python's, and like each other",
    openapi=answering(
        "type: object\nproperties:\n" + "".join(f"  {json.dumps(name)}: {{type: string}}\n" for name in PROPERTIES)
    ),
    check=_properties,
)
SENT = [name for name in PROPERTIES if name not in ("A-B",)]


def _sent(run: Run) -> None:
    run(lambda c: c.things.create(), reply(204))
    parameters = run.package.operations.create_thing().endpoint.parameters
    arguments = {one.python: one.wire for one in parameters}
    assert set(arguments.values()) == set(PROPERTIES)
    run(lambda c: c.things.create(**arguments), reply(204))
    assert json.loads(run.body or b"") == {name: name for name in PROPERTIES}


sent = Fragment(
    construct="body fields called like our own, like Python's, and like each other",
    openapi=taking(
        "type: object\nproperties:\n" + "".join(f"  {json.dumps(name)}: {{type: string}}\n" for name in PROPERTIES)
    ),
    check=_sent,
)
MODELS = [
    "Model",
    "Any",
    "List",
    "Client",
    "Error",
    "Self",
    "Notes",
    "Unset",
    "UUID",
    "Mapping",
    "Sequence",
    "Operation",
    "Endpoint",
    "Parameter",
    "Body",
    "Schema",
    "Reader",
    "Dict",
    "String",
    "Object",
    "None",
    "True",
    "Type",
    "Exception",
    "date",
    "datetime",
    "Things",
    "AsyncThings",
    "Pager",
    "Page",
    "UnknownVariant",
    "builtins",
    "Api",
    "API",
    "Final",
    "TYPE_CHECKING",
    "Callable",
    "ClassVar",
    "BearerToken",
    "XSchemasCalledLikeOurOwnAndPythonS",
    "AsyncXSchemasCalledLikeOurOwnAndPythonS",
    "Foo_Bar",
    "FooBar",
    "foo-bar",
    "Order.Line",
    "OrderLine",
    "Int",
    "Float",
    "class",
    "import",
    "operations",
    "models",
    "resources",
    "Change",
    "Fields",
    "modify",
]


def _models(run: Run) -> None:
    body = {name: {"name": name, "at": "2020-01-02T00:00:00Z"} for name in MODELS}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.to_dict() == body
    classes = {type(getattr(found, slot[1:])).__name__ for slot, _ in type(found).__names__}
    assert len(classes) == len(MODELS)
    assert all(hasattr(run.package, name) for name in classes)


schemas = Fragment(
    construct="schemas called like our own and Python's",
    openapi=answering(
        "type: object\nproperties:\n"
        + "".join(f"  {json.dumps(name)}: {{$ref: '#/components/schemas/{name}'}}\n" for name in MODELS),
        "".join(
            f"{json.dumps(name)}: {{type: object, properties: {{name: {{type: string}}, at: {{type: string, format: date-time}}}}}}\n"
            for name in MODELS
        ),
    ),
    check=_models,
)
PARAMETERS = [
    "client",
    "self",
    "resume",
    "operations",
    "drop_unset",
    "operation",
    "make",
    "found",
    "id_of",
    "json_text",
    "basis_of",
    "isinstance",
    "if_match",
    "cls",
    "class",
    "import",
    "None",
    "list",
    "dict",
    "str",
    "type",
    "date",
    "datetime",
    "Any",
    "UNSET",
    "Unset",
    "Operation",
    "Conditions",
    "timeout",
    "Mapping",
    "overload",
    "Pager",
    "builtins",
    "things",
    "thing",
    "validate",
    "_client",
    "API",
    "UUID",
    "return",
    "x-y",
    "x_y",
    "xY",
]


def _parameters(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204))
    parameters = run.package.operations.find_thing().endpoint.parameters
    arguments = {one.python: one.wire for one in parameters}
    assert set(arguments.values()) == set(PARAMETERS)
    run(lambda c: c.things.find(**arguments), reply(204))
    assert sorted(run.target.removeprefix("/things?").split("&")) == sorted(f"{name}={name}" for name in PARAMETERS)


parameters = Fragment(
    construct="parameters called like our own, like Python's, and like each other",
    openapi=asking(
        "".join(f"- {{name: {json.dumps(name)}, in: query, schema: {{type: string}}}}\n" for name in PARAMETERS)
    ),
    check=_parameters,
)
SECRETS = [
    "wrap_secret",
    "unwrap_secret",
    "scrub_tracebacks",
    "drop_unset",
    "Secret",
    "id_of",
    "operation",
    "make",
]


def _secrets(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204))
    arguments = {one.python: one.wire for one in run.package.operations.find_thing().endpoint.parameters}
    run(lambda c: c.things.find(**arguments), reply(204))
    assert sorted(run.target.removeprefix("/things?").split("&")) == sorted(f"{name}={name}" for name in SECRETS)


secrets = Fragment(
    construct="secret parameters called like what hides them",
    openapi=asking(
        "".join(f"- {{name: {name}, in: query, schema: {{type: string, format: password}}}}\n" for name in SECRETS)
    ),
    check=_secrets,
)
TAGS = [
    "send",
    "close",
    "aclose",
    "pager",
    "with_options",
    "from_env",
    "class",
    "import",
    "self",
    "client",
    "operations",
    "models",
    "base_url",
    "auth",
    "timeout",
    "get",
    "list",
    "type",
    "__init__",
    "__enter__",
    "Any",
    "cached_property",
    "lazy_property",
    "loading",
    "property",
    "API",
    "subkit",
    "typing",
    "builtins",
    "date",
    "datetime",
    "uuid",
    "Überblick",
    "2fa",
    "a-b",
    "a_b",
]


def _tags(run: Run) -> None:
    functions = run.package.operations.__all__
    assert len(functions) == len(TAGS)
    operations = [getattr(run.package.operations, name)() for name in functions]
    targets = []
    for operation in operations:
        run(lambda c, operation=operation: c.send(operation), reply(204))
        targets.append(run.target)
    assert sorted(targets) == sorted(f"/{index}" for index in range(len(TAGS)))
    resources = {operation.endpoint.resource for operation in operations}
    client = run.driven.client
    for name in resources:
        assert type(getattr(client, name)).__module__.endswith(f".resources.{name}")


tags = Fragment(
    construct="tags called like our own and Python's",
    openapi=document(
        "".join(
            f"/{index}: {{get: {{operationId: look{index}, tags: [{json.dumps(tag, ensure_ascii=False)}], responses: {{'204': {{description: Done.}}}}}}}}\n"
            for index, tag in enumerate(TAGS)
        )
    ),
    check=_tags,
)


def _ids(run: Run) -> None:
    targets = set()
    for name in run.package.operations.__all__:
        run(lambda c, name=name: c.send(getattr(run.package.operations, name)()), reply(204))
        targets.add(run.target)
    assert targets == {"/getX", "/get_x", "/getx", "/class", "/send"}


ids = Fragment(
    construct="operationIds getX, get_x, getx, class and send",
    openapi=document(
        "".join(
            f"/{name}: {{get: {{operationId: {name}, tags: [things], responses: {{'204': {{description: Done.}}}}}}}}\n"
            for name in ("getX", "get_x", "getx", "class", "send")
        )
    ),
    check=_ids,
)


def _distinct(run: Run) -> None:
    operations = run.package.operations
    assert {"list_widgets", "get_widget"} <= set(operations.__all__)
    run(lambda c: c.send(operations.list_widgets()), reply(204))
    assert run.target == "/widgets"
    run(lambda c: c.widgets.browse(), reply(204))
    assert run.target == "/widgets/search"
    run(lambda c: c.widgets.fetch("2", id="1"), reply(204))
    assert run.target == "/widgets/1/parts/2"


twice = Fragment(
    construct="two lists and two reads under one tag",
    openapi=document("""
        /widgets: {get: {operationId: list, tags: [widgets], responses: {"204": {description: Done.}}}}
        /widgets/search: {get: {operationId: browse, tags: [widgets], responses: {"204": {description: Done.}}}}
        /widgets/{id}:
          get:
            operationId: get
            tags: [widgets]
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {"204": {description: Done.}}
        /widgets/{id}/parts/{part}:
          get:
            operationId: fetch
            tags: [widgets]
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: part, in: path, required: true, schema: {type: string}}
            responses: {"204": {description: Done.}}
    """),
    check=_distinct,
)


def _texts(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"a": "x"}))
    assert found.a == "x"


texts = Fragment(
    construct="descriptions with quotes, backslashes, braces and templates",
    openapi=answering(
        r"""
        type: object
        description: "\"\"\" """
        "'''"
        r""" {{ x }} {% if %} {# #} \\N \\ \" ends in a backslash \\"
        properties:
          a:
            type: string
            description: "\"\"\"\nimport os\n\"\"\" \\"
            pattern: "^[\"'\\\\]*\\d{3}x?$|x"
        """
    ),
    check=_texts,
)


def _builtin_methods(run: Run) -> None:
    found = run(lambda c: c.things.find(), reply(200, ["a"]))
    assert found == ["a"]
    assert run(lambda c: c.things.dict(), reply(200, {"a": 1})) == {"a": 1}
    assert run.items(lambda c: c.things.list(), reply(200, [1, 2])) == [1, 2]


def _array(kind: str) -> str:
    return f"""
responses:
  "200":
    description: Them.
    content: {{application/json: {{schema: {kind}}}}}
"""


def _getter(path: str, name: str, kind: str) -> str:
    return (
        f"{path}:\n  get:\n    tags: [things]\n    operationId: {name}Things"
        + _array(kind).replace("\n", "\n    ")
        + "\n"
    )


builtin_methods = Fragment(
    construct="methods called list, dict and str beside answers that are lists, dicts and texts",
    openapi=document(
        _getter("/a", "list", "{type: array, items: {type: integer}}")
        + _getter("/b", "find", "{type: array, items: {type: string}}")
        + _getter("/c", "dict", "{type: object, additionalProperties: {type: integer}}")
        + _getter("/d", "str", "{type: string}")
    ),
    check=_builtin_methods,
    typed="""
    assert_type(client.things.find(), list[str])
    assert_type(client.things.dict(), dict[str, int])
    assert_type(client.things.str(), str)
    """,
)
