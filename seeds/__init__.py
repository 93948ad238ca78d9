"""What the program knows before reading: codes, names, sources and a small corpus."""
