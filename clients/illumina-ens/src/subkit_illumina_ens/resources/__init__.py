# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""Calls by resource."""
