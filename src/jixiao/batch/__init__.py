"""Self-evaluation forms by the million: a columnar store, checks as relations over it, and what came of them."""
