"""What of the pure modules the tests do not notice when it is changed: `python -m tests.mutation`."""
