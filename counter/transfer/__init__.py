"""Reading and writing the files of other programs: CSV, vCard; plain text and bytes in, records out."""
