"""One call, however many requests it takes."""

from typing import TYPE_CHECKING

from .._transport.limits import MAX_BODY as MAX_BODY
from .._transport.limits import MAX_CONNECTIONS as MAX_CONNECTIONS
from .context import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
from .context import Decode as Decode
from .context import Preconditions as Preconditions

if TYPE_CHECKING:  # the module itself is loaded by resources that need it
    from .modify import AsyncChange as AsyncChange
    from .modify import Change as Change
