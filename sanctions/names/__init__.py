"""Names: text in, comparable forms out. No network, no clock, no state."""
