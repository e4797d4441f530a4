"""Frozen records that cross between the rooms; each submodule is one subject."""
