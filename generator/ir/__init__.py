"""What a package consists of, before it is text: built from the resolved specification."""
