"""Ways to paper, and the states of a slip on its way there. A transport stores nothing: it tells what came of a job."""
