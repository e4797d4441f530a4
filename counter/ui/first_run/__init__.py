"""The first start: one page that can be skipped."""
