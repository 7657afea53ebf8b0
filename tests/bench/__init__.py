"""Measures subkit against its peers: `nox -s bench`, or `python -m tests.bench --help`."""
