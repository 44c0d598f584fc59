"""The progress bar of long commands: on a terminal only, and on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.cli.terminal import say, visible

if TYPE_CHECKING:
    from rich.progress import Progress


class Bar:
    """Counts what is done, and shows it where somebody looks on: each, or so ``many`` at once."""

    def __init__(self, *, is_quiet: bool = False, many: int = 1) -> None:
        self.done = 0
        self._many = many
        self.is_shown = sys.stderr.isatty() and not is_quiet
        self._progress: Progress | None = None

    @contextmanager
    def running(self, total: Callable[[], int | None]) -> Iterator[None]:
        """The bar is on the screen inside; ``total`` is asked only if it is shown."""
        if not self.is_shown:
            yield
            return
        self._progress = _progress()
        self._progress.add_task("reading", total=total())
        try:
            with self._progress:
                yield
        finally:
            self._progress = None

    def step(self, *what: object) -> None:
        """One more is done; takes whatever a callback brings."""
        self.done += 1
        if self._progress and self.done % self._many == 0:
            self._progress.advance(self._progress.task_ids[0], self._many)

    def say(self, text: str) -> None:
        """A line of talk, above the bar if there is one."""
        if self._progress:
            self._progress.console.print(visible(text), markup=False, highlight=False, soft_wrap=True)
        else:
            say(text)

    def say_if_shown(self, text: str) -> None:
        """A line of talk for those who look on."""
        if self.is_shown:
            self.say(text)


def _progress() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TimeRemainingColumn

    return Progress(
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
