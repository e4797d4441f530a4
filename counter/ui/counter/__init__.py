"""The counter window: find, know, do, thank. Records in, signals out; it knows no desk."""
