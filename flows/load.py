"""The fourth flow: staged parts become rows, and rows a snapshot."""
