"""What asks for the next page, and where a list stands."""
