"""The owner’s window: figures, catalogue, lines, staff, settings and printers. Records in, signals out."""
