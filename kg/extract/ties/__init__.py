"""What surrounds a tie between two names: its evidence, status, title, amount, date, and who asserts it."""
