"""From the folder of an API to what it says: read, checked, brought into one form and resolved."""
