"""How requests reach the network; the only folder that knows an HTTP library."""
