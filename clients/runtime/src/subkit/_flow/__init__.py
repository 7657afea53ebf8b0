"""How a call proceeds without I/O: as steps, and the two drivers that perform them."""
