"""A device of its own: written from sync/PROTOCOL.md and the described catalog, sharing no code with the product."""
