"""What customers tell us and how it finds its way back: slip codes, and what a slip's QR code opens."""
