"""Generates all clients and uses each with a fake of its vendor: `python -m tests.demo`."""
