"""The documentation as a static site: the pages of the project, and one page for each operation of each API."""
