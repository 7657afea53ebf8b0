"""JSON and dates, as they are written on the wire."""
