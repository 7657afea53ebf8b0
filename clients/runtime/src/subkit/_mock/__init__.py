"""How the fake vendors of `mock` work: a server without I/O, and what connects it to clients and sockets."""
