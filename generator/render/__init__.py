"""From the representation to the files of a package."""
