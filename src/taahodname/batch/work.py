"""The work on one client, in whatever process the executor chooses: check, then make and write the papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taahodname.batch.sources import Client, refusal
from taahodname.batch.storage import Storage
from taahodname.contacts import CustomerList
from taahodname.dossier import manifest, render
from taahodname.dossier.inputs import Inputs
from taahodname.dossier.slug import folder_name
from taahodname.errors import CheckFailed, TaahodnameError
from taahodname.findings import Finding, Report, Severity
from taahodname.forms.load import Forms, no_form
from taahodname.persian.dates import JalaliDate, parse
from taahodname.persian.digits import to_ascii
from taahodname.persian.letters import fold
from taahodname.profile import Profile
from taahodname.rules import LINES, OperatorData
from taahodname.rules.checking import examine


@dataclass(frozen=True)
class Options:
    """What holds for every client of a batch; see `render`.

    Attributes:
        today: the day on which the run began: the date of every letter that has none of its own.
        date: the date of every letter whatever its profile says, or None.
        only, fonts, font, embed_fonts, operators, office: as `render` takes them.
        forms: the forms that the undertakings are set on, checked already; None for our own templates.
    """

    today: JalaliDate
    date: JalaliDate | None = None
    only: tuple[str, ...] | None = None
    fonts: tuple[str, ...] = ()
    font: str | None = None
    embed_fonts: bool = False
    operators: OperatorData | None = None
    forms: Forms | None = None
    office: bool = False


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """One line of a client after the check: whether it may be made, and where its papers will stand."""

    line: str
    folder: str
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """True when no finding is an error."""
        return not any(one.severity is Severity.ERROR for one in self.findings)


@dataclass(frozen=True, slots=True)
class CheckedClient:
    """One client after the check.

    Attributes:
        place, row: where he stands in the source.
        company: the name as given.
        owners: by what his customer list is tied to those of other clients: his company, his holding.
        digest: of his customer list; empty where it cannot be read.
        lines: his lines; one without a name for a client that has none.
    """

    place: str
    row: int
    company: str
    owners: tuple[str, ...]
    digest: str
    lines: tuple[CheckedLine, ...]


@dataclass(frozen=True)
class Job:
    """One line to make."""

    number: int
    profile: Profile
    line: str
    folder: str


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a job: the SHA-256 of each paper, or why there are none.

    Attributes:
        number: the job's.
        files: the SHA-256 by name.
        kept: they were there already.
        findings: why there are none.
        notes: what a person is to see to on papers that were made.
    """

    number: int
    files: dict[str, str]
    kept: bool = False
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


def check_client(client: Client, options: Options) -> CheckedClient:
    """Check a client for every line that he names.

    Args:
        client: as the source has him.
        options: what holds for all.
    """
    profile = client.profile
    if profile is None:
        return CheckedClient(client.place, client.row, "", (), "", (CheckedLine("", "", client.findings),))
    company = (profile.company.name or "").strip()
    lines = list(dict.fromkeys(to_ascii(one.type or "").strip() for one in profile.lines))
    known = [line for line in lines if line in LINES]
    found, digest, owners = [], "", _owners(profile)
    date = _date(profile, options)
    for line in known:
        case, report = examine(profile, line, date, options.operators)
        if isinstance(case.customers, CustomerList):
            digest = case.customers.digest
        told = (*client.findings, *_others(report, client), *_no_form(line, options))
        clean = case.profile.company
        folder = f"{folder_name(clean.name, clean.national_id)}/{line}"
        found.append(CheckedLine(line, folder, told))
    found += [CheckedLine("", "", (_unknown_line(line),)) for line in lines if line not in LINES]
    if not lines:
        found.append(CheckedLine("", "", (_unknown_line(""),)))
    return CheckedClient(client.place, client.row, company, owners, digest, tuple(found))


def _others(report: Report, client: Client) -> Iterator[Finding]:
    """Yield what a check says of the fields that the source has not found wrong itself."""
    wrong = {finding.field for finding in client.findings}
    for finding in report.findings:
        if finding.severity is not Severity.MANUAL and finding.field not in wrong:
            yield finding


def _no_form(line: str, options: Options) -> Iterator[Finding]:
    """Yield the finding for a line that the given forms do not have."""
    if options.forms is not None and line not in options.forms.by_line:
        yield refusal(*no_form(line, options.forms.given), rule="batch.no-form", field="lines")


def _owners(profile: Profile) -> tuple[str, ...]:
    """Return what ties the lists of several clients together (service-lines general.5)."""
    company = profile.company
    number = to_ascii(company.national_id or "").strip()
    holding = fold(company.holding or "")
    return tuple(f"{kind}:{value}" for kind, value in (("company", number), ("holding", holding)) if value)


def _unknown_line(line: str) -> Finding:
    known = "، ".join(LINES)
    return refusal(
        f"خط «{line}» شناخته نیست؛ یکی از این‌ها را بنویسید: {known}."
        if line
        else f"هیچ خطی نوشته نشده است؛ دست‌کم یک خط از این‌ها را بنویسید: {known}.",
        f"the line {line!r} is not known; write one of {', '.join(LINES)}"
        if line
        else f"no line is named; write at least one of {', '.join(LINES)}",
        field="lines",
    )


def make(job: Job, options: Options, storage: Storage, *, resume: bool) -> Made:
    """Make and write the papers of one line, or find them whole from an earlier run.

    Args:
        job: what to make.
        options: what holds for all.
        storage: where the papers go.
        resume: look first whether the same papers are there.
    """
    try:
        if resume:
            kept = storage.kept(job.folder, _digest(job, options))
            if kept is not None:
                told = storage.read(f"{job.folder}/{manifest.NAME}")
                return Made(job.number, kept, kept=True, notes=_notes(told))
        dossier = render(
            job.profile,
            job.line,
            only=options.only,
            date=_date(job.profile, options),
            fonts=options.fonts,
            font=options.font,
            embed_fonts=options.embed_fonts,
            data=options.operators,
            template=options.forms,
            office=options.office,
        )
        storage.put(dossier)
        return Made(job.number, dossier.digests, notes=_notes(dossier[manifest.NAME]))
    except CheckFailed as error:
        return Made(job.number, {}, findings=error.report.errors)
    except TaahodnameError as error:
        fault = refusal(error.message, error.message_en, rule=f"batch.{error.code}")
        return Made(job.number, {}, findings=(fault,))


def _notes(told: bytes | None) -> tuple[Finding, ...]:
    """Return the notes of a manifest as findings, alike for papers made now and for those kept."""
    return tuple(
        Finding(f"batch.{note.code}", Severity.WARNING, "", None, note.message, note.message_en, "batch")
        for note in manifest.notes_of(told or b"{}")
    )


def _date(profile: Profile, options: Options) -> JalaliDate | None:
    """Return the date to ask for: the batch's, or the day it began; None where the profile has its own."""
    own = (profile.letter.date or "").strip()
    return options.date or (None if own else options.today)


def _digest(job: Job, options: Options) -> str:
    return Inputs(
        job.profile,
        job.line,
        _date(job.profile, options) or parse(job.profile.letter.date or ""),
        embed_fonts=options.embed_fonts,
        font=options.font,
        fonts=options.fonts,
        only=options.only,
        operators=options.operators,
        form=options.forms.of(job.line) if options.forms else None,
        office=options.office,
    ).digest()
