"""The live bar of a batch: how far it has come, how fast, how long it will take and how many failed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from taahodname.cli.screen import Screen

if TYPE_CHECKING:
    from rich.progress import Task
    from rich.text import Text

    from taahodname.batch import Progress

Watch = Callable[["Progress"], None]


@contextmanager
def live_bar(screen: Screen) -> Iterator[Watch]:
    """Show a bar on standard error while the block runs; nothing where that is no terminal.

    Args:
        screen: the reader's language.

    Yields:
        What is to be told of the progress.
    """
    if not screen.err.file.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    class Rate(ProgressColumn):
        """Lines a second."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(screen.word("bar.rate", rate=f"{speed:.1f}") if speed else "")

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[lost]}"),
    )
    console = Console(file=screen.err.file)
    with Bar(*columns, console=console, transient=True) as bar:
        tasks = {
            phase: bar.add_task(
                screen.err.piece(screen.word(f"bar.{phase}")), total=None, start=False, lost=""
            )
            for phase in ("check", "render")
        }

        def watch(progress: Progress) -> None:
            task = tasks[progress.phase]
            bar.start_task(task)
            lost = screen.word("bar.lost", count=screen.digits(progress.failed)) if progress.failed else ""
            bar.update(task, completed=progress.done, total=progress.total, lost=screen.err.piece(lost))

        yield watch
