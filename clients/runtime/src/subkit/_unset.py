"""`UNSET`, the value of an argument or field that was left out, in contrast to `None`, which is JSON's null."""

from enum import Enum
from typing import Final, Literal

from ._public import public


@public
class Unset(Enum):
    """Type of `UNSET`. An enum of one member stays one object through pickle, copy and deepcopy."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
