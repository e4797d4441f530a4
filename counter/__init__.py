"""Counter: knowing the person in front of you at a small shop's counter."""
