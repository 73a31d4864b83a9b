"""A small web service over the library, as a pattern for those who import it.

    pip install -e . fastapi uvicorn python-multipart
    uvicorn examples.service:app

    curl --json @profile.json 'localhost:8000/check?line=3000'
    curl -OJ -F profile=@profile.json -F customer_list=@customers.csv 'localhost:8000/dossier?line=3000'

Both ways take both bodies: a profile alone as JSON, or a form with the part `profile` and the files that it
names, `customer_list`, `letterhead` (Word) and `logo`, each under the name that stands in the profile. A
profile that names anything else is refused, so none can have a file of the server read, looked for or
measured. Uploads lie in a folder of their request, under names of ours, until it is answered.

In production: put it behind a proxy that brings TLS, accounts and a limit on the rate of calls; start it with
`--workers` (one a core, for the threads of one share a core) and `--limit-concurrency`; have TMPDIR on a disk
that is encrypted, or in memory.
"""

from __future__ import annotations

import json
import logging
import shutil
import traceback
import unicodedata
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from python_multipart.exceptions import FormParserError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

import taahodname as tn

MAX_BODY = 12 * 1024 * 1024
"""Bytes of a request."""
MAX_FILE = 5 * 1024 * 1024
"""Bytes of one upload."""
MAX_PROFILE = 32 * 1024
"""Bytes of a profile, some 4 KB as a rule; the library itself would take a megabyte."""

FILES = {
    "customer_list": ("customer_list", "file"),
    "letterhead": ("letterhead", "file"),
    "logo": ("letterhead", "logo"),
}
"""The parts of a form that bring files: the field of the profile that names each, and its key in a table."""
ENDINGS = {".csv", ".txt", ".xls", ".xlsx", ".xlsm", ".ods", ".docx", ".dotx", ".png", ".jpg", ".jpeg"}

app = FastAPI(title="taahodname", docs_url=None, redoc_url=None, openapi_url=None)
log = logging.getLogger("taahodname.service")


class Refused(tn.TaahodnameError):
    """A request that the service itself sends back."""

    def __init__(self, status: int, code: str, message: str, message_en: str) -> None:
        super().__init__(message, message_en)
        self.status, self.code = status, code


@app.exception_handler(tn.TaahodnameError)
def refusal(_: Request, error: tn.TaahodnameError) -> Response:
    """Tell in both languages why nothing was made; the log hears the code alone."""
    told: dict[str, Any] = {"code": error.code, "message": error.message, "message_en": error.message_en}
    status = 400
    if isinstance(error, tn.ProfileError):
        status, told["findings"] = 422, [asdict(finding) for finding in error.findings]
    elif isinstance(error, tn.CheckFailed):
        status, told["report"] = 422, plain(error.report)
    elif isinstance(error, Refused):
        status = error.status
    log.info("refused: %s", error.code)
    return JSONResponse(told, status)


def without_values(record: logging.LogRecord) -> bool:
    """Keep what an unforeseen error says out of the log, as it may quote a client; where it arose stays."""
    if record.exc_info and record.exc_info[0]:
        kind, _, trace = record.exc_info
        record.msg, record.args = "%s\n%s", (kind.__name__, "".join(traceback.format_tb(trace)))
        record.exc_info = record.exc_text = None
    return True


logging.getLogger("uvicorn.error").addFilter(without_values)


@app.middleware("http")
async def limit(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
    """Send back a body that is too large, or does not tell how large it is, before it is read."""
    length = request.headers.get("content-length", "")
    if request.method == "POST" and not length.isdecimal():
        fa, en = "اندازهٔ درخواست گفته نشده است؛ Content-Length را بفرستید.", "send the Content-Length"
        return refusal(request, Refused(411, "no-length", fa, en))
    if length.isdecimal() and int(length) > MAX_BODY:
        return refusal(request, too_large("درخواست", "the request", MAX_BODY))
    return await call(request)


@dataclass(frozen=True)
class Papers:
    """What came with a request: the profile as it was sent, and the uploads by their parts."""

    profile: bytes
    uploads: Mapping[str, UploadFile] = field(default_factory=dict)


async def papers(request: Request) -> AsyncIterator[Papers]:
    """Take a body apart; a part that is unknown, comes twice or is no file is refused, not passed over."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        yield Papers(await request.body())
        return
    if kind != "multipart/form-data":
        raise bad_form()
    try:
        form = await request.form(max_files=len(FILES) + 1, max_fields=0)
    except (HTTPException, FormParserError) as error:
        raise bad_form() from error
    try:
        parts = {name: part for name, part in form.multi_items() if isinstance(part, UploadFile)}
        known = parts.keys() <= {"profile", *FILES}
        if "profile" not in parts or not known or len(parts) < len(form.multi_items()):
            raise bad_form()
        for name, part in parts.items():
            if (part.size or 0) > MAX_FILE:
                raise too_large(f"فایل «{name}»", f"the file {name!r}", MAX_FILE)
        yield Papers(await parts.pop("profile").read(), parts)
    finally:
        await form.close()


Sent = Annotated[Papers, Depends(papers)]


# Plain functions, not coroutines: the server runs each in a thread, and the library has no state to share.
@app.post("/check")
def check(sent: Sent, line: str = "", date: str | None = None) -> Response:
    """Return all that can be said of a profile for a line («3000», «1000» or «021»)."""
    with received(sent) as profile:
        return JSONResponse(plain(tn.check(profile, line, date=date)))


@app.post("/dossier")
def dossier(sent: Sent, line: str = "", date: str | None = None) -> Response:
    """Return the papers of a profile for a line as a ZIP, with a `report.json` of what else is to be told."""
    with received(sent) as profile:
        made = tn.render(profile, line, date=date)
    notes = [{"message": note.message, "message_en": note.message_en} for note in made.notes]
    report = json.dumps({**plain(made.report), "notes": notes}, ensure_ascii=False, indent=1).encode()
    zipped = replace(made, files={**made, "report.json": report}).zipped()
    name = f"{made.folder.replace('/', '-')}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(zipped, media_type="application/zip", headers=headers)


@app.get("/health")
def health() -> dict[str, str]:
    """Tell that the service is up, and its version."""
    return {"status": "ok", "version": tn.__version__}


@contextmanager
def received(sent: Papers) -> Iterator[tn.Profile]:
    """Lend a profile whose files lie in a folder of this request, which is gone afterwards."""
    if len(sent.profile) > MAX_PROFILE:
        raise too_large("پروفایل", "the profile", MAX_PROFILE)
    with TemporaryDirectory(prefix="taahodname-") as name:
        folder = Path(name)
        file = folder / "profile.json"
        file.write_bytes(sent.profile)
        # From a file rather than from parsed JSON: so a key that stands twice is told, not dropped.
        profile = tn.Profile.load(file)
        refuse_strangers(named_by(profile), sent.uploads)
        for part, upload in sent.uploads.items():
            profile = pointed(profile, part, keep(upload, folder, part))
        yield profile


def named_by(profile: tn.Profile) -> dict[str, str]:
    """Return every file that a profile names, by its part; also one that its letterhead has no use for."""
    head, customers = profile.letterhead_options, profile.customer_list_options
    named = {
        "customer_list": customers and customers.file,
        "letterhead": head and head.file,
        "logo": head and head.logo,
    }
    return {part: name for part, name in named.items() if name}


def refuse_strangers(named: Mapping[str, str], uploads: Mapping[str, UploadFile]) -> None:
    """See to it that the files that are named and those that came are the same."""
    for part in FILES:
        upload = uploads.get(part)
        if composed(named.get(part)) != composed(upload.filename if upload else None):
            raise Refused(
                400,
                "upload",
                f"فایلی که پروفایل برای «{part}» نام می‌برد همان نیست که فرستاده شده است؛ فایل را در بخش "
                f"«{part}» و با نامی که در پروفایل است بفرستید، یا در هیچ‌یک نیاورید.",
                f"the file that the profile names for {part!r} is not the one that came; send it as the part "
                f"{part!r} under the name that stands in the profile, or leave out both",
            )


def composed(name: str | None) -> str | None:
    """Return a file's name to compare; some systems write its «آ» as two characters."""
    return name and unicodedata.normalize("NFC", name.strip())


def keep(upload: UploadFile, folder: Path, part: str) -> str:
    """Write an upload under a name of ours, and return that; of its own name only a known ending is kept."""
    ending = Path(upload.filename or "").suffix.lower()
    name = part + (ending if ending in ENDINGS else "")
    with (folder / name).open("wb") as file:
        shutil.copyfileobj(upload.file, file)
    return name


def pointed(profile: tn.Profile, part: str, name: str) -> tn.Profile:
    """Return a profile that names another file, in the form it had: a bare name, or a key in a table."""
    owner, key = FILES[part]
    given = getattr(profile, owner)
    value = name if isinstance(given, str) else given.model_copy(update={key: name})
    return profile.model_copy(update={owner: value})


def plain(report: tn.Report) -> dict[str, Any]:
    """Return a report as the command line's `check --json` writes it."""
    return {"line": report.line, "ok": report.ok, **asdict(report)}


def too_large(what: str, what_en: str, most: int) -> Refused:
    """Return the refusal of something with more bytes than are taken."""
    size = f"{most // 1024}"
    persian = size.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    return Refused(
        413,
        "too-large",
        f"{what} از {persian} کیلوبایت بزرگ‌تر است؛ کوچک‌تر از آن بفرستید.",
        f"{what_en} is larger than {size} KiB; send a smaller one",
    )


def bad_form() -> Refused:
    """Return the refusal of a body that is neither JSON nor the form."""
    parts = ", ".join(("profile", *FILES))
    return Refused(
        400,
        "form",
        "پروفایل را به‌تنهایی با application/json بفرستید، یا فرم multipart بفرستید که هر بخش آن یک فایل است "
        f"و یک بار می‌آید: {parts}.",
        f"send a profile alone as application/json, or a multipart form with the parts {parts}: "
        "each is a file and comes once",
    )
