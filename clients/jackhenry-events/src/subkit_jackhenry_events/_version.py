# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
__version__ = "0.1.0"
