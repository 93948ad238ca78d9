"""Which mentions tell of one event, and why."""
