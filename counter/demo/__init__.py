"""The demo shop: made-up people and days from a seed, never the shop's own file."""
