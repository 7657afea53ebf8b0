"""Lists: what requests the next page, and the position of a pager."""
