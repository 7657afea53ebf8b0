"""How requests reach the network; the only folder that knows an HTTP library."""

from .choice import AsyncTransportLike as AsyncTransportLike
from .choice import TransportLike as TransportLike
