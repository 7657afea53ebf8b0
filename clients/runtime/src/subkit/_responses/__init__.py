"""What came back: a value or an error, and where it came from."""
