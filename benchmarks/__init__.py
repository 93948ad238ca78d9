"""Speed, memory and accuracy, printed as tables; nothing here is a timed test."""
