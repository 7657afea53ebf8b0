"""facade.toml: an unknown key, a wrong kind and a name that does not exist are errors, at their line."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.spec_folder import FACADE, OPENAPI, check_marked, edited, marked_line, refusal, write_spec

from generator.pipeline import package_of
from generator.spec.facade import PAGING_STYLES
from generator.spec.facade_file import read_facade_file
from generator.spec.facade_reader import read_facade

KEYS = [
    ("[clint]  # HERE\n", "unknown key 'clint': did you mean 'client'?"),
    ("[client]\nzzz = 1  # HERE\n", "unknown key 'client.zzz': known keys: name, path_parameters"),
    ("[client.environment]\nkey = ['A']  # HERE\n", "unknown key 'client.environment.key'"),
    ("[operations.listThings]\nmethods = 'x'  # HERE\n", "'operations.listThings.methods': did you mean 'method'?"),
    ("[operations.listThings.paging]\nlimits = 'x'  # HERE\n", "did you mean 'limit'?"),
    ("[models.Thing]\nsecrets = []  # HERE\n", "did you mean 'secret'?"),
    ("[errors]\ntype = 'code'  # HERE\n", "unknown key 'errors.type'"),
]
KINDS = [
    ("client = 1  # HERE\n", "client must be a table"),
    ("client = []  # HERE\n", "client must be a table"),
    ("[[models]]  # HERE\nname = 'x'\n", "models must be a table"),
    ("[client]\nname = 1  # HERE\n", "client.name must be "),
    ("[client]\nname = ''  # HERE\n", "client.name must be "),
    ("[client]\npath_parameters = 'tenantId'  # HERE\n", "client.path_parameters must be a list of strings"),
    ("[client]\npath_parameters = [1]  # HERE\n", "client.path_parameters must be a list of strings"),
    ("[client]\nenvironment = 'A'  # HERE\n", "client.environment must be a table"),
    ("[operations]\nlistThings = 'x'  # HERE\n", "operations.listThings must be a table"),
    ("[operations.createThing]\nidempotent = 'yes'  # HERE\n", "idempotent must be true or false"),
    ("[operations.createThing]\nidempotent = 1  # HERE\n", "idempotent must be true or false"),
    ("[operations.listThings]\npaging = 'token'  # HERE\n", "operations.listThings.paging must be a table"),
    ("[operations.listThings.paging]\nstyle = 7  # HERE\n", "paging.style must be a non-empty string"),
    ("[operations.listThings]\nnames = ['pageToken']  # HERE\n", "names must be a table of Python names"),
    ("[models.Thing]\nnames = { id = 1 }  # HERE\n", "names must be a table of Python names"),
    ("[models.Thing]\nsecret = [['id']]  # HERE\n", "secret must be a list of strings"),
    ("errors = 2020-01-01  # HERE\n", "errors must be a table"),
]
PAGING = "[operations.listThings.paging]\n"
UNREAL = [
    ("[client]\npath_parameters = ['tenant']  # HERE\n", "'tenant' is not a path parameter: did you mean 'tenantId'?"),
    (
        "[operations.listThing]  # HERE\nidempotent = true\n",
        "'listThing' is not an operationId: did you mean 'listThings'?",
    ),
    ("[operations.listThings.names]\npage = 'p'  # HERE\n", "'page' is not a parameter of listThings"),
    ("[operations.createThing]\npatches = 'NewThin'  # HERE\n", "'NewThin' is not a schema: did you mean 'NewThing'?"),
    ("[operations.getThing]\nempty_reply = 'idd'  # HERE\n", "empty_reply"),
    ("[operations.getThing]\nfresh = 'thingId'  # HERE\n", "'thingId' is not a boolean parameter of getThing"),
    ("[models.Thingy]  # HERE\nname = 'T'\n", "'Thingy' is not a schema: did you mean 'Thing'?"),
    ("[models.Thing]\nnames = { nam = 'n' }  # HERE\n", "'nam' is not a property of Thing: did you mean 'name'?"),
    ("[models.Thing]\nsecret = ['zzz']  # HERE\n", "'zzz' is not a property of Thing: known: colour, id, madeAt"),
    ("[models.Thing]\njson_string = ['zzz']  # HERE\n", "'zzz' is not a property of Thing"),
    ("[models.Thing]\nexactly_one = ['zzz', 'id']  # HERE\n", "'zzz' is not a property of Thing"),
    ("[models.Thing]\nsecret_when = { zzz = 'id' }  # HERE\n", "'zzz' is not a property of Thing"),
    ("[models.Thing]\nsecret_when = { id = 'zzz' }  # HERE\n", "'zzz' is not a property of Thing"),
    ("[errors]\ncode = 'kode'  # HERE\n", "'kode' is not a property of an error model: did you mean 'code'?"),
    (f"{PAGING}style = 'pages'  # HERE\n", "unknown paging style 'pages': must be one of token"),
    (f"{PAGING}style = 'none'\nsize = 'sise'  # HERE\n", "'sise' is not a parameter of listThings"),
    (f"{PAGING}style = 'none'\ntotal = 'sum'  # HERE\n", "'sum' is not a property of the response of listThings"),
    (f"{PAGING}style = 'none'\nitems = 'item'  # HERE\n", "did you mean 'items'?"),
    ("[operations.deleteThing]\npatches = 'Thing'  # HERE\n", "deleteThing has no request body"),
    ("[operations.createThing]\npatches = 'Colour'  # HERE\n", "'Colour' has no properties"),
]
NAMES = [
    "[client]\nname = {}  # HERE\n",
    "[operations.listThings]\nmethod = {}  # HERE\n",
    "[operations.listThings]\nresource = {}  # HERE\n",
    "[operations.listThings]\nnames = {{ pageToken = {} }}  # HERE\n",
    "[models.Thing]\nname = {}  # HERE\n",
    "[models.Thing]\nnames = {{ id = {} }}  # HERE\n",
]
BAD_NAMES = ["class", "None", "a b", "1x", "x: int = canary()", "a\ncanary()", "__init__", "x-y", '"""']


@pytest.mark.parametrize(("facade", "text"), [*KEYS, *KINDS, *UNREAL])
def test_a_mistake_is_found_at_its_line(tmp_path: Path, facade: str, text: str) -> None:
    """Each mistake in facade.toml has its own words and its line."""
    check_marked(write_spec(tmp_path, facade=facade), text, "facade.toml")


@pytest.mark.parametrize("bad", BAD_NAMES)
@pytest.mark.parametrize("facade", NAMES)
def test_a_name_is_a_python_name(tmp_path: Path, facade: str, bad: str) -> None:
    """A name that is to stand in Python code is a public identifier: nothing else gets into the code."""
    quoted = '"' + bad.replace('"', '\\"').replace("\n", "\\n") + '"'
    check_marked(write_spec(tmp_path, facade=facade.format(quoted)), " Python ", "facade.toml")


@pytest.mark.parametrize(("style", "needed"), PAGING_STYLES.items())
def test_a_paging_style_says_what_it_needs(tmp_path: Path, style: str, needed: tuple[str, ...]) -> None:
    """Each key that a style needs and that is not there is named, at the table."""
    folder = write_spec(tmp_path, facade=f"a = 1\n[operations.listThings.paging]\nstyle = '{style}'\n")
    expected = {(2, f"paging style '{style}' requires {key!r}") for key in needed}
    assert expected == {
        (diagnostic.line, diagnostic.text) for diagnostic in refusal(folder) if "paging style" in diagnostic.text
    }


@pytest.mark.parametrize("key", ["token", "next", "items"])
def test_each_wire_name_of_paging_is_real(tmp_path: Path, key: str) -> None:
    """A wire name in a paging table that the specification does not have is found at its line."""
    row = {"token": '"pageToken"', "next": '"nextPageToken"', "items": '"items"'}[key]
    facade = edited(FACADE, [(f"{key} = {row}", f"{key} = 'zzz'  # HERE")])
    check_marked(write_spec(tmp_path, facade=facade), "'zzz' is not a ", "facade.toml")


def test_all_mistakes_are_listed(tmp_path: Path) -> None:
    """Several mistakes are all told at once, in the order of their lines."""
    folder = write_spec(tmp_path, facade="a = 1\n[client]\nb = 1\nname = 2\n[models.Thing]\nsecret = 'x'\n")
    assert [diagnostic.line for diagnostic in refusal(folder)] == [1, 3, 4, 6]


def test_what_is_good_is_kept_beside_what_is_bad(tmp_path: Path) -> None:
    """A mistake in one key leaves the others as they are."""
    (tmp_path / "facade.toml").write_text("[client]\nname = 'A'\nnam = 'B'\n", "utf-8")
    found, diagnostics = read_facade(read_facade_file(tmp_path / "facade.toml"))
    assert (found.client.name, len(diagnostics)) == ("A", 1)


def test_names_of_the_facade_are_used(tmp_path: Path) -> None:
    """Client, method, parameter, model and property are called as facade.toml says."""
    facade = edited(FACADE, [("[client]\n", "[client]\nname = 'Acme'\n"), ("[models.NewThing]\n", NAMED)])
    package = package_of(write_spec(tmp_path, facade=facade))
    model = next(one for one in package.models if one.schema == "Thing")
    create = next(one for one in package.calls if one.id == "createThing")
    assert (package.names.client, model.name, create.method_name) == ("Acme", "Item", "make")
    assert [one.python for one in model.properties] == ["key", "name", "colour", "made_at"]
    assert "cursor" in {argument.python for call in package.calls for argument in call.arguments}


NAMED = """\
[operations.createThing]
method = "make"
[operations.listThings.names]
pageToken = "cursor"
[models.Thing]
name = "Item"
names = { id = "key" }
[models.NewThing]
"""


def test_the_mark_is_found(tmp_path: Path) -> None:
    """The line that the tests compare with is the marked one."""
    assert marked_line(write_spec(tmp_path, facade="[client]\n# HERE\n") / "facade.toml") == 2


def test_an_operation_can_be_left_out(tmp_path: Path) -> None:
    """What `skip` names is not generated, even if it could not be; a name that does not exist is told."""
    openapi = edited(OPENAPI, [("          in: query\n", "          in: query\n          style: deepObject\n")])
    folder = write_spec(tmp_path / "a", openapi=openapi, facade="[operations.listThings]\nskip = true\n", examples={})
    assert "listThings" not in [call.id for call in package_of(folder).calls]
    wrong = write_spec(tmp_path / "b", facade="[operations.listThing]  # HERE\nskip = true\n")
    check_marked(wrong, "'listThing' is not an operationId", "facade.toml")
