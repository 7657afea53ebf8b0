# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""Calls by resource."""
