"""Credentials, and the tokens that some of them request."""
