"""JSON and dates, as they are written on the wire."""

from .dates import is_datetime as is_datetime
