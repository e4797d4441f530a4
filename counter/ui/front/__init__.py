"""The counter window: find on the left, know in the middle, do on the right."""
