"""What a slip says, block by block: plain rules that turn customer-visible words into slips."""
