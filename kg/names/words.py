"""Short word lists as they stand in the code: words parted by blanks."""


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in its order."""
    return tuple(text.split())
