"""A shop of its own to measure the choice of the extra gesture in: worlds, peers, play and figures."""
