"""What the first settings of an API are, and what they leave open because a guess could lose data."""
