"""Unions: with a discriminator (mapping given whole, in part, or implied), and without one."""

from subkit import UnknownVariant, meta
from support.fragments import Fragment, Run, answering, taking
from support.scripted import reply

PETS = """
Cat:
  type: object
  required: [kind]
  properties: {kind: {type: string}, lives: {type: integer}}
Dog:
  type: object
  required: [kind]
  properties: {kind: {type: string}, barks: {type: boolean}}
"""
UNION = "oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]\n"


def _pets(run: Run, *kinds: str) -> None:
    cat, dog = kinds
    found = run(lambda c: c.things.get("1"), reply(200, {"kind": cat, "lives": 9}))
    assert isinstance(found, run.package.Cat)
    assert found.lives == 9
    assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"kind": dog, "barks": True}))
    assert isinstance(found, run.package.Dog)
    body = {"kind": "fish", "fins": [1, None]}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert isinstance(found, UnknownVariant)
    assert found.to_dict() == body
    assert [one.kind for one in meta(found).drift] == ["unknown_value"]


TYPED = 'assert_type(client.things.get("1"), p.Cat | p.Dog | UnknownVariant)'
explicit = Fragment(
    construct="discriminated union, explicit mapping",
    openapi=answering(
        UNION + "discriminator: {propertyName: kind, mapping: {feline: '#/components/schemas/Cat', canine: Dog}}", PETS
    ),
    check=lambda run: _pets(run, "feline", "canine"),
    typed=TYPED,
)
partial = Fragment(
    construct="discriminated union, partial mapping",
    openapi=answering(
        UNION + "discriminator: {propertyName: kind, mapping: {feline: '#/components/schemas/Cat'}}", PETS
    ),
    check=lambda run: _pets(run, "feline", "Dog"),
    typed=TYPED,
)
implicit = Fragment(
    construct="discriminated union, implicit mapping",
    openapi=answering(UNION + "discriminator: {propertyName: kind}", PETS),
    check=lambda run: _pets(run, "Cat", "Dog"),
    typed=TYPED,
)


def _in_property(run: Run) -> None:
    body = {"pets": [{"kind": "Cat"}, {"kind": "fish", "x": 1}], "best": {"kind": "eel"}, "by": {"a": {"kind": "Dog"}}}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert [type(one).__name__ for one in found.pets] == ["Cat", "UnknownVariant"]
    assert isinstance(found.best, UnknownVariant)
    assert isinstance(found.by["a"], run.package.Dog)
    assert found.to_dict() == body
    assert run.package.Home(pets=[{"kind": "Cat"}]).to_dict() == {"pets": [{"kind": "Cat"}]}


in_property = Fragment(
    construct="discriminated union in properties, arrays and maps",
    openapi=answering(
        "$ref: '#/components/schemas/Home'",
        PETS
        + """
Pet:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
  discriminator: {propertyName: kind}
Home:
  type: object
  required: [pets]
  properties:
    pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    best: {$ref: '#/components/schemas/Pet'}
    by: {type: object, additionalProperties: {$ref: '#/components/schemas/Pet'}}
""",
    ),
    check=_in_property,
    typed="""
    home = client.things.get("1")
    assert_type(home.pets, list[p.Cat | p.Dog | UnknownVariant])
    assert_type(home.best, p.Cat | p.Dog | UnknownVariant | None)
    """,
)


def _inherited(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"petType": "Cat", "name": "Tom", "lives": 9}))
    assert isinstance(found, run.package.Cat)
    assert found.name == "Tom"
    found = run(lambda c: c.things.get("1"), reply(200, {"petType": "Pike", "name": "Pi"}))
    assert isinstance(found, UnknownVariant)


inherited = Fragment(
    construct="discriminated union of allOf children",
    openapi=answering(
        "oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]\n"
        "discriminator: {propertyName: petType}",
        """
Pet:
  type: object
  required: [petType, name]
  properties: {petType: {type: string}, name: {type: string}}
  discriminator: {propertyName: petType}
Cat:
  allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]
Dog:
  allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {barks: {type: boolean}}}]
""",
    ),
    check=_inherited,
)


def _base(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"kind": "Cat", "lives": 9}))
    assert found.to_dict() == {"kind": "Cat", "lives": 9}
    assert found.lives == 9
    assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"kind": "Eel", "length": 3}))
    assert found.to_dict() == {"kind": "Eel", "length": 3}
    assert meta(found).drift


base = Fragment(
    construct="discriminator on a base model whose children name it in allOf",
    openapi=answering(
        "$ref: '#/components/schemas/Pet'",
        """
Pet:
  type: object
  required: [kind]
  properties: {kind: {type: string}}
  discriminator: {propertyName: kind}
Cat:
  allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]
""",
    ),
    check=_base,
)


def _models(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"url": "x"}))
    assert isinstance(found, run.package.Hook)
    found = run(lambda c: c.things.get("1"), reply(200, {"mail": "y", "cc": None}))
    assert isinstance(found, run.package.Mail)
    assert found.to_dict() == {"mail": "y", "cc": None}
    odd = run(lambda c: c.things.get("1"), reply(200, {"cc": "z"}))
    assert odd == {"cc": "z"}


models = Fragment(
    construct="oneOf of models without discriminator",
    openapi=answering(
        "oneOf: [{$ref: '#/components/schemas/Hook'}, {$ref: '#/components/schemas/Mail'}]",
        """
Hook: {type: object, required: [url], properties: {url: {type: string}}}
Mail: {type: object, required: [mail], properties: {mail: {type: string}, cc: {type: string, nullable: true}}}
""",
    ),
    check=_models,
    typed='assert_type(client.things.get("1"), p.Hook | p.Mail)',
)


def _scalars(run: Run) -> None:
    for value in (3, "x", True):
        found = run(lambda c: c.things.get("1"), reply(200, {"value": value}))
        assert found.value == value
        assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"value": [1]}))
    assert found.value == [1]
    assert [one.path for one in meta(found).drift] == ["$.value"]


scalars = Fragment(
    construct="anyOf of scalars",
    openapi=answering("type: object\nproperties: {value: {anyOf: [{type: string}, {type: integer}, {type: boolean}]}}"),
    check=_scalars,
    typed='assert_type(client.things.get("1").value, str | int | bool | None)',
)


def _either(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"owner": "id-1"}))
    assert found.owner == "id-1"
    found = run(lambda c: c.things.get("1"), reply(200, {"owner": {"name": "Eve"}}))
    assert found.owner.name == "Eve"
    found = run(lambda c: c.things.get("1"), reply(200, {"owner": None, "all": [{"name": "A"}, "b"]}))
    assert found.owner is None
    assert found.all[0].name == "A"
    assert not meta(found).drift


either = Fragment(
    construct="oneOf of a model, a text and null",
    openapi=answering(
        "type: object\n"
        "properties:\n"
        "  owner: {nullable: true, oneOf: [{type: string}, {$ref: '#/components/schemas/Owner'}]}\n"
        "  all: {type: array, items: {anyOf: [{type: string}, {$ref: '#/components/schemas/Owner'}]}}",
        "Owner: {type: object, properties: {name: {type: string}}}",
    ),
    check=_either,
    typed='assert_type(client.things.get("1").owner, str | p.Owner | None)',
)


def _inline(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"to": {"url": "x"}}))
    assert found.to.url == "x"
    found = run(lambda c: c.things.get("1"), reply(200, {"to": {"mail": "y"}}))
    assert found.to.mail == "y"


inline = Fragment(
    construct="oneOf of inline objects",
    openapi=answering("""
        type: object
        properties:
          to:
            oneOf:
              - {type: object, title: Hook, required: [url], properties: {url: {type: string}}}
              - {type: object, title: Mail, required: [mail], properties: {mail: {type: string}}}
    """),
    check=_inline,
)


def _given(run: Run) -> None:
    cat = run.package.Cat(kind="Cat", lives=9)
    for given in (cat, {"kind": "Cat", "lives": 9}):
        run(lambda c, given=given: c.things.create(body=given), reply(204))
        assert run.body == b'{"kind":"Cat","lives":9}'


given = Fragment(
    construct="discriminated union as a body",
    openapi=taking(UNION + "discriminator: {propertyName: kind}", PETS),
    check=_given,
    typed='client.things.create(body=p.Cat(kind="Cat"))',
)


def _mixed(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"id": "1", "url": "x"}))
    assert found.to_dict() == {"id": "1", "url": "x"}
    assert found.id == "1"
    assert found.unknown_fields == {"url": "x"}
    assert not meta(found).drift


mixed = Fragment(
    construct="properties beside oneOf",
    openapi=answering(
        """
        type: object
        required: [id]
        properties: {id: {type: string}}
        oneOf: [{$ref: '#/components/schemas/Hook'}, {$ref: '#/components/schemas/Mail'}]
        """,
        """
Hook: {type: object, required: [url], properties: {url: {type: string}}}
Mail: {type: object, required: [mail], properties: {mail: {type: string}}}
""",
    ),
    check=_mixed,
)
