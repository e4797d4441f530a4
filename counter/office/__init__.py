"""What the owner does, a use case a file: the day, the catalogue, lines, staff, the shop, printers, taking back."""
