"""A slow, strong parser that parses raw text for the model that ships to learn from."""
