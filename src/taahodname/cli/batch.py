"""The command `batch`: checks a reseller's clients and makes the papers of those that pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

import taahodname as tn
from taahodname.cli.app import Command
from taahodname.cli.screen import Screen
from taahodname.cli.values import a_date, a_folder

if TYPE_CHECKING:
    from taahodname.batch import BatchResult
    from taahodname.forms.load import Forms
    from taahodname.persian.dates import JalaliDate

SOME_FAILED = 3


@click.command("batch", cls=Command)
@click.argument("source")
@click.option("--out", required=True, metavar="DIR")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N")
@click.option("--resume", is_flag=True)
@click.option("--date", type=a_date, metavar="1405/09/02")
@click.option("--only", multiple=True, metavar="NAME")
@click.option("--fonts", type=a_folder, multiple=True, metavar="DIR")
@click.option("--font", metavar="NAME")
@click.option("--embed-fonts", is_flag=True)
@click.option("--data", metavar="FILE")
@click.option("--template", metavar="FORM.docx|DIR")
@click.option("--office", is_flag=True)
@click.option("--scheduler", metavar="URL")
@click.pass_obj
def command(
    screen: Screen,
    source: str,
    out: str,
    jobs: int | None,
    resume: bool,
    date: JalaliDate | None,
    only: tuple[str, ...],
    fonts: tuple[Path, ...],
    font: str | None,
    embed_fonts: bool,
    data: str | None,
    template: str | None,
    office: bool,
    scheduler: str | None,
) -> int:
    """Make the papers of every client that passes; 3 when some were refused or failed."""
    from taahodname.cli.bar import live_bar

    forms = _forms(screen, template, office=office)
    with ExitStack() as stack:
        stack.enter_context(_hint_when_stopped(screen))
        executor = stack.enter_context(_workers(jobs, scheduler))
        results = tn.render_batch(
            source,
            out=out,
            executor=executor,
            resume=resume,
            date=date,
            only=set(only) or None,
            fonts=fonts,
            font=font,
            embed_fonts=embed_fonts,
            data=data,
            template=forms,
            office=office,
            progress=stack.enter_context(live_bar(screen)),
        )
        counts = _tell(screen, results)
    for name in ("report.xlsx", "report.json"):
        screen.out.raw(f"{out.rstrip('/')}/{name}")
    if (Path(out) / "checked.xlsx").exists():
        screen.out.path(Path(out) / "checked.xlsx")
    told = {key: screen.digits(counts[key]) for key in ("done", "kept", "refused", "failed")}
    screen.err.print(screen.word("batch.sum", **told))
    return SOME_FAILED if counts["refused"] or counts["failed"] else 0


def _forms(screen: Screen, template: str | None, *, office: bool) -> Forms | None:
    """Return the forms of a batch, and tell once what is to be told of them."""
    if template is None:
        return None
    from taahodname.forms.load import load

    forms = load(template, office=office)
    for form in forms.by_line.values():
        for note in form.warnings:
            screen.err.print(screen.pick(note.message, note.message_en))
    return forms


@contextmanager
def _hint_when_stopped(screen: Screen) -> Iterator[None]:
    """Say how to go on, when a run is broken off by the keyboard."""
    try:
        yield
    except KeyboardInterrupt:
        screen.err.print(screen.word("batch.stopped"))
        raise


def _workers(jobs: int | None, scheduler: str | None) -> AbstractContextManager[Executor]:
    if scheduler is not None:
        from taahodname.batch.cluster import cluster_executor

        return cluster_executor(scheduler)
    from taahodname.batch.executors import processes

    return processes(jobs)


def _tell(screen: Screen, results: Iterable[BatchResult]) -> Counter[str]:
    """Tell what did not come through as it happens; count all."""
    counts: Counter[str] = Counter()
    for result in results:
        counts[str(result.state)] += 1
        counts["kept"] += result.kept
        if result.errors:
            line = screen.digits(result.line) if result.line else "—"
            screen.err.print(
                screen.word(
                    f"batch.{result.state}", place=result.place, company=result.company or "—", line=line
                )
            )
            for finding in result.errors:
                screen.err.print(screen.pick(finding.message, finding.message_en), indent=2)
    return counts
