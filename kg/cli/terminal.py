"""Where output goes: data on stdout, talk on stderr; plain and 120 wide when it is piped."""

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPED_WIDTH = 120
# an article may hold escape sequences; line ends and tabs are harmless
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def page() -> "Console":
    """The console on stdout: a terminal's own width and colours, else 120 columns without colours."""
    from rich.console import Console

    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(width=PIPED_WIDTH, color_system=None, highlight=False)


def put(console: "Console", part: "RenderableType") -> None:
    """The part on stdout, without the blanks that fill up a table's last column."""
    with console.capture() as captured:
        console.print(part)
    sys.stdout.write(re.sub(r" +$", "", captured.get(), flags=re.MULTILINE))


def say(text: str) -> None:
    """One line of talk on stderr."""
    print(visible(text), file=sys.stderr)


def visible(text: str) -> str:
    """The text with control characters, which could steer a terminal, replaced one for one by U+FFFD."""
    return CONTROL.sub("\ufffd", text)


def plural(number: int, word: str) -> str:
    """1 article, 2 articles, 2 entities."""
    if number == 1:
        return f"1 {word}"
    return f"{number} {word[:-1]}ies" if word.endswith("y") else f"{number} {word}s"


def left_out(*, undated: int, more: int = 0) -> Iterator[str]:
    """What --since and --top left out, if anything."""
    if more:
        yield f"{plural(more, 'more row')} left out by --top."
    if undated:
        yield f"{plural(undated, 'undated claim')} left out by --since."


def json_lines(value: object) -> str:
    """A record or plain value as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
