"""What tracebacks of subkit hold: the way that an error came, the user's own locals, and none of subkit's."""

from __future__ import annotations

import traceback
from typing import Any

import attrs
import pytest
import subkit
from subkit._secrets.secret import unwrap_secret, wrap_secret
from subkit._secrets.tracebacks import scrub_tracebacks
from subkit._unset import UNSET
from support.canary import Canaries
from support.failures import outcome
from support.renderings import Theirs
from support.scripted import MODES, Driven, reply
from support.secret_shapes import made

pytestmark = pytest.mark.fault(60)
modes = pytest.mark.parametrize("mode", MODES)
ENS = "illumina-ens"


def frames(error: BaseException) -> dict[str, dict[str, Any]]:
    """The locals of the frames of an error, by function."""
    return {frame.f_code.co_name: dict(frame.f_locals) for frame, _ in traceback.walk_tb(error.__traceback__)}


@modes
def test_their_locals_stay(mode: str) -> None:
    """The user's own frames keep what they hold, below and above those of subkit; and every frame is still there."""

    def token() -> str:
        theirs = "below"
        raise Theirs(theirs)

    mine = "above"
    error: Any = outcome(lambda: Driven(ENS, mode, auth=subkit.BearerToken(token))(lambda c: c.subscriptions.get(mine)))
    assert type(error) is subkit.AuthError
    assert frames(error.__cause__)["token"]["theirs"] == "below"
    assert frames(error)["<lambda>"]["mine"] == "above"
    assert {"send", "proceed", "authorize"} <= frames(error).keys()
    assert frames(error)["proceed"] == {}


@modes
@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_interrupts(mode: str, kind: type[BaseException]) -> None:
    """What is no error of subkit's, such as Ctrl-C, passes as it is, and takes nothing along either."""
    canaries = Canaries()
    driven = Driven(ENS, mode, lambda request: kind(), auth=subkit.HeaderKey("X-Key", canaries.plant("key")))
    with pytest.raises(kind) as caught:
        driven(lambda client: client.subscriptions.get("s1"))
    assert "proceed" in frames(caught.value) or "perform" in "".join(frames(caught.value))
    assert canaries.hits(caught.value) == []


def fail_again() -> None:
    try:
        raise KeyError("theirs")
    except KeyError:
        with scrub_tracebacks:
            raise subkit.SubkitError("no")  # noqa: B904 - that is what is tested


def test_an_error_before() -> None:
    """What a caller was about when it called subkit stays with the error as its context."""
    with pytest.raises(subkit.SubkitError) as caught:
        fail_again()
    assert isinstance(caught.value.__context__, KeyError)


@pytest.mark.parametrize("value", ["text", 5, ["a"], {"a": 1}, b"a", False])
def test_conceal(value: Any) -> None:
    """A concealed value does not show, and comes back as it was, however often it was concealed."""
    hidden = wrap_secret(wrap_secret(value))
    assert repr(hidden) == "<secret>"
    assert unwrap_secret(hidden) is value


@pytest.mark.parametrize("value", [None, UNSET])
def test_nothing_to_conceal(value: Any) -> None:
    """What was left out, or is null, is no secret."""
    assert wrap_secret(value) is unwrap_secret(value) is value


THING = {"id": "x", "name": "n"}


@modes
@pytest.mark.parametrize("end", ["changed by others", "their mistake", "another id"])
def test_modify(mode: str, end: str) -> None:
    """Reading, changing and writing shows no secret of the object, whatever ends it: others, or the user's function."""
    canaries = Canaries()
    secret = canaries.plant("secret")
    settings = {"url": "u", "secret": secret, "keys": [canaries.plant("key")]}

    def answer(request: subkit.Request) -> subkit.Reply:
        return reply(200, {**THING, "settings": settings}, etag='"1"') if request.method == "GET" else reply(412)

    def change(thing: Any) -> Any:
        if end == "their mistake":
            raise Theirs(secret)
        return attrs.evolve(thing, name="m", id="y" if end == "another id" else "x")

    driven = Driven(made(), mode, answer, retry=subkit.Retry(base=0))
    with pytest.raises((subkit.SubkitError, Theirs)) as caught:
        driven(lambda client: client.things.modify("x", change, attempts=2, allow_secret_loss=True))
    expected = {"changed by others": subkit.PreconditionFailed, "another id": subkit.InvalidArgument}
    assert type(caught.value) is expected.get(end, Theirs)
    assert canaries.hits(caught.value) == []
