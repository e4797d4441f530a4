"""What is on the screen: the counter's window, the owner's window, small widgets, and how they look."""
