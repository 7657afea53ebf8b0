"""Credentials, and what they add to a request."""
