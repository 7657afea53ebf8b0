"""Generates all clients and does each vendor's documented job with them: `python -m tests.demo`."""
