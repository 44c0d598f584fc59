"""The command line: one file a command, a thin typer function over pure ones."""
