"""The generator of subkit: one folder under `specs/` in, one client package under `clients/` out."""
