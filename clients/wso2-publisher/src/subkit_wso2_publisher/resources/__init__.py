# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""Calls by resource."""
