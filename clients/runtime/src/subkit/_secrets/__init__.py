"""What keeps secrets out of reprs and tracebacks."""

from .secret import Secret as Secret
from .secret import conceal as conceal
from .secret import reveal as reveal
from .tracebacks import discreetly as discreetly
