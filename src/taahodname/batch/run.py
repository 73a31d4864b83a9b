"""Runs a batch: all clients are checked first, then the good ones are made, and the reports are written."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from taahodname.batch import report
from taahodname.batch.executors import in_order
from taahodname.batch.results import BatchResult, Progress
from taahodname.batch.sources import Client, Given, Source, open_source, refusal
from taahodname.batch.spool import Spool
from taahodname.batch.storage import LocalStorage, Storage, storage_of
from taahodname.batch.work import CheckedClient, Job, Made, Options, check_client, make
from taahodname.dossier import manifest
from taahodname.dossier.assemble import wanted_files
from taahodname.errors import BatchError, UsageError
from taahodname.findings import Finding
from taahodname.forms.load import Forms, Template, load
from taahodname.persian.dates import DateError, JalaliDate, parse, today
from taahodname.profile import Profile
from taahodname.rules import Operators, operators_of

SETTINGS = "batch.json"
"""The file that says on what date a run began, so that a later one goes on with the same."""

_LOCK = "batch.lock"
_Item = TypeVar("_Item")
Watch = Callable[[Progress], None]


def render_batch(
    source: Given,
    *,
    out: str | os.PathLike[str],
    executor: Executor | None = None,
    resume: bool = False,
    date: JalaliDate | str | None = None,
    only: Collection[str] | None = None,
    fonts: Iterable[str | os.PathLike[str]] = (),
    font: str | None = None,
    embed_fonts: bool = False,
    data: Operators = None,
    template: Template | Forms | None = None,
    office: bool = False,
    progress: Watch | None = None,
) -> Iterator[BatchResult]:
    """Check every client of a source, then make the papers of those that pass, each line in its own folder.

    One that is refused or fails stops nobody. When all are through, `report.xlsx` and `report.json` stand
    in the output folder and, for a table, the table with a finding in each wrong cell. Whatever ends a run
    early, what was finished is whole, and `resume` goes on from there to the same bytes.

    Args:
        source: a folder of profiles, a .jsonl file, an Excel workbook or .csv file, or a sequence of
            profiles.
        out: the output folder, or an address that fsspec knows («s3://…»).
        executor: any executor of concurrent.futures; one thread works when None. Guard your main
            module with `if __name__ == "__main__"` when you pass processes.
        resume: go on with an earlier run: redo only what is missing, broken, or from other input.
        date: the date of every letter, instead of the profiles' own. When None, a letter without a date has
            the day in Tehran on which the run began, also when it is resumed later.
        only, fonts, font, embed_fonts, data, office: as `render` takes them; the manifest is always made.
        template: as `render` takes it; each form is opened and checked once, before any client is. A line
            that it has no form for is refused.
        progress: is told how far it has come, after every client.

    Yields:
        One result for each line of each client: first those that are refused, then the others, both in
        the order of the source.

    Raises:
        UsageError: when the source is not there, or the output folder holds a run and `resume` is not set.
        BatchError: when another run works on the output folder, or the workers died.
        DataError: when `data` cannot be used.
        WordFileError, TemplateError: when a form cannot be used; nothing is made then.
    """
    forms = None if template is None else load(template, office=office)
    clients = open_source(source)
    storage = storage_of(os.fspath(out))
    begun = _begun(storage, resume=resume)
    options = Options(
        today=begun.get("today") or today(),
        date=_date(date) or begun.get("date"),
        only=tuple(sorted({*wanted_files(only), manifest.NAME})) if only is not None else None,
        fonts=tuple(os.fspath(folder) for folder in fonts),
        font=font,
        embed_fonts=embed_fonts,
        operators=operators_of(data),
        forms=forms,
        office=office,
    )
    run = _Run(clients, storage, options, executor, progress or _unwatched, resume=resume)
    return run.results()


def _unwatched(_: Progress) -> None:
    pass


def _date(given: JalaliDate | str | None) -> JalaliDate | None:
    try:
        return parse(given) if isinstance(given, str) else given
    except DateError as error:
        raise UsageError(error.message, error.message_en) from error


def _begun(storage: Storage, *, resume: bool) -> dict[str, JalaliDate]:
    """Return the dates of the run that is resumed; none for a new one."""
    told = storage.read(SETTINGS)
    if told is None:
        return {}
    if not resume:
        raise UsageError(
            "این پوشه دسته‌ای را که پیش‌تر آغاز شده در خود دارد؛ برای ادامهٔ آن --resume را بیفزایید یا "
            "پوشهٔ "
            "دیگری بدهید.",
            "the output folder holds a run that began before; add --resume to go on with it, or give another",
        )
    try:
        return {name: parse(value) for name, value in json.loads(told).items()}
    except (ValueError, AttributeError, TypeError) as error:
        raise UsageError(
            f"فایل {SETTINGS} خوانده نمی‌شود؛ آن را پاک کنید و تاریخ را با --date بدهید.",
            f"the file {SETTINGS} cannot be read; remove it and give the date with --date",
        ) from error


class _Run:
    """One run over one source."""

    def __init__(
        self,
        clients: Source,
        storage: Storage,
        options: Options,
        executor: Executor | None,
        watch: Watch,
        *,
        resume: bool,
    ) -> None:
        self._clients = clients
        self._storage = storage
        self._options = options
        self._executor = executor
        self._watch = watch
        self._resume = resume

    def results(self) -> Iterator[BatchResult]:
        with ExitStack() as stack:
            folder = self._begin(stack)
            executor = self._executor or stack.enter_context(ThreadPoolExecutor(1))
            spool = stack.enter_context(Spool(folder / "spool.sqlite"))
            self._check(spool, executor)
            self._compare(spool)
            self._hand_back(spool, folder)
            yield from spool.refused()
            yield from self._make(spool, executor)
            for name, file in report.write(spool.results, folder, self._options.date or self._options.today):
                self._storage.move_in(file, name)
        # Only now: workers that are still busy when a run is broken off write there.
        if isinstance(self._storage, LocalStorage):
            self._storage.clean()

    def _begin(self, stack: ExitStack) -> Path:
        """Take the output folder, clean what a dead run left, and say on what date this one works."""
        if isinstance(self._storage, LocalStorage):
            making = self._storage.making
            lock = FileLock(Path(self._storage.out) / f".{_LOCK}")
            try:
                Path(self._storage.out).mkdir(parents=True, exist_ok=True)
                stack.enter_context(lock.acquire(timeout=0))
            except Timeout as error:
                raise BatchError(
                    "دستهٔ دیگری همین حالا در این پوشه کار می‌کند؛ صبر کنید یا پوشهٔ دیگری بدهید.",
                    "another run works on this output folder; wait for it, or give another one",
                ) from error
            stack.callback((Path(self._storage.out) / f".{_LOCK}").unlink, missing_ok=True)
            self._storage.clean()
            making.mkdir(parents=True)
            folder = making
        else:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        settings = folder / SETTINGS
        told = {"today": self._options.today.plain()}
        if self._options.date is not None:
            told["date"] = self._options.date.plain()
        settings.write_text(json.dumps(told) + "\n", encoding="utf-8")
        self._storage.move_in(settings, SETTINGS)
        return folder

    # The check ------------------------------------------------------------------------------------

    def _check(self, spool: Spool, executor: Executor) -> None:
        failed = 0
        calls = ((client, (client, self._options)) for client in self._clients)
        for number, (client, future) in enumerate(in_order(executor, check_client, calls)):
            checked = _checked(client, future)
            spool.add(number, checked)
            failed += not all(line.ok for line in checked.lines)
            self._watch(Progress("check", number + 1, None, failed))

    def _compare(self, spool: Spool) -> None:
        """Refuse what only shows when all clients are seen."""
        for line, others in list(spool.same_folder()):
            spool.refuse(line, _twice(others))
        for client, other in list(spool.other_list()):
            for line in spool.lines_of(client):
                spool.refuse(line, _lists_differ(other))

    def _hand_back(self, spool: Spool, folder: Path) -> None:
        name = report.CHECKED
        if self._clients.hand_back(spool.findings_by_row(), folder / name):
            self._storage.move_in(folder / name, name)

    # The papers -----------------------------------------------------------------------------------

    def _make(self, spool: Spool, executor: Executor) -> Iterator[BatchResult]:
        total, failed = spool.count()
        calls = ((job, (job, self._options, self._storage)) for job in self._jobs(spool))
        function = _make_again if self._resume else _make_anew
        for done, (job, future) in enumerate(in_order(executor, function, calls), 1):
            result = spool.finish(_made(job, future))
            failed += bool(result.errors)
            self._watch(Progress("render", done, total, failed))
            yield result

    def _jobs(self, spool: Spool) -> Iterator[Job]:
        """Yield the jobs, going through the source a second time: no profile is held meanwhile."""
        clients = enumerate(self._clients)
        number, client = -1, None
        for line, wanted, kind, folder in spool.ready():
            while number < wanted:
                number, client = next(clients)
            if client is not None and isinstance(client.profile, Profile):
                yield Job(line, client.profile, kind, folder)


def _make_anew(job: Job, options: Options, storage: Storage) -> Made:
    return make(job, options, storage, resume=False)


def _make_again(job: Job, options: Options, storage: Storage) -> Made:
    return make(job, options, storage, resume=True)


def _checked(client: Client, future: Future[CheckedClient]) -> CheckedClient:
    fault = _fault(future)
    if fault is None:
        return future.result()
    return check_client(Client(client.place, None, (fault,), client.row), _NOTHING)


def _made(job: Job, future: Future[Made]) -> Made:
    fault = _fault(future)
    return future.result() if fault is None else Made(job.number, {}, findings=(fault,))


def _fault(future: Future[_Item]) -> Finding | None:
    """Return the finding for an error of the program's own, which stops this client and nobody else.

    Raises:
        BatchError: when the worker is gone, and with it all that it was given.
    """
    error = future.exception()
    if error is None:
        return None
    if isinstance(error, BrokenExecutor):
        raise BatchError(
            "یکی از پردازه‌های کاری ناگهان پایان یافت (شاید از کمبود حافظه)؛ با --resume ادامه دهید.",
            "a worker process ended suddenly, perhaps for want of memory; go on with --resume",
        ) from error
    if not isinstance(error, Exception):
        raise error
    name = type(error).__name__
    return refusal(
        f"خطای برنامه ({name}) هنگام کار روی این مشتری؛ آن را با همین پروفایل گزارش کنید.",
        f"an error of the program ({name}) while it worked on this client; please report it with the profile",
        rule="batch.crash",
    )


_NOTHING = Options(JalaliDate(1405, 1, 1))  # a client that is no profile is not checked


def _twice(others: str) -> Finding:
    return refusal(
        f"همین شرکت با همین خط در جای دیگری هم آمده است ({others})؛ یکی را بردارید.",
        f"the same company with the same line stands elsewhere too ({others}); remove one of them",
        rule="batch.twice",
        field="company.national_id",
    )


def _lists_differ(other: str) -> Finding:
    return refusal(
        f"هلدینگ یا شرکت، فهرست مشتریان دیگری هم داده است ({other})؛ برای همه یک فهرست بدهید.",
        f"the holding or company hands in another customer list too ({other}); give one list for all",
        rule="general.5",
        field="customer_list",
    )
