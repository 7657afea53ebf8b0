# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Calls by resource."""
