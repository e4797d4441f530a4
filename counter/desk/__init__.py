"""What the cashier does, one use case a file: load, ask a rule, save."""
