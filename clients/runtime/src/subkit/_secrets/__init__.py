"""What keeps secrets out of reprs and tracebacks."""

from .secret import Secret as Secret
from .secret import unwrap_secret as unwrap_secret
from .secret import wrap_secret as wrap_secret
from .tracebacks import scrub_tracebacks as scrub_tracebacks
