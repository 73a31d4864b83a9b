"""The service of the examples does over a socket what the library does, and reads no file of the server."""

from __future__ import annotations

import io
import json
import logging
import socket
import tempfile
import threading
import time
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

import taahodname as tn
from examples import service
from tests.batch.clients import client, write_lists
from tests.builders import CUSTOMERS, valid_profile

SAMPLES = Path(__file__).parents[2] / "samples"
LETTERHEAD = SAMPLES / "arya-software" / "letterhead.docx"
LOGO = SAMPLES / "mehr-clinic" / "logo.png"
CLIENTS = 8
ROUNDS = 3


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve the app on a free port of the loopback, in a thread."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(uvicorn.Config(service.app, log_config=None, ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        try:
            deadline = time.monotonic() + 30
            while not server.started and thread.is_alive() and time.monotonic() < deadline:
                time.sleep(0.01)
            assert server.started
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(30)


@pytest.fixture
def http(address) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=120, trust_env=False) as caller:
        yield caller


@pytest.fixture
def leftovers(tmp_path, monkeypatch) -> Path:
    """Return the folder in which the service makes those of its requests, to see that nothing is left."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def profile_of(**changes: Any) -> dict[str, Any]:
    """Return a profile that is right for 3000 and names its customer list by its bare name."""
    return valid_profile() | {"customer_list": CUSTOMERS.name} | changes


def form(profile: object, **files: tuple[str, bytes] | Path) -> dict[str, tuple[str, bytes]]:
    """Return the parts of a form: the profile as JSON, and files by their parts."""
    parts = {"profile": ("profile.json", json.dumps(profile).encode())}
    for part, file in files.items():
        parts[part] = (file.name, file.read_bytes()) if isinstance(file, Path) else file
    return parts


def opened(answer: httpx.Response) -> dict[str, bytes]:
    """Return the files of a ZIP by the paths in it."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def papers(answer: httpx.Response) -> dict[str, bytes]:
    """Return the files of a ZIP that the library itself makes."""
    return {name: data for name, data in opened(answer).items() if not name.endswith("/report.json")}


def alone(data: Mapping[str, Any], line: str, folder: Path, **files: Path) -> tn.Dossier:
    """Return what the library makes of the same profile.

    The files lie under the names that the service gives them, as the manifest tells that of the list.
    """
    data = json.loads(json.dumps(data))
    for part, file in files.items():
        name = f"{part}{file.suffix}"
        (folder / name).write_bytes(file.read_bytes())
        if part == "logo":
            data["letterhead"]["logo"] = name
        else:
            data[part] = name
    return tn.render(tn.Profile.of(data, folder=folder), line)


def as_paths(made: tn.Dossier) -> dict[str, bytes]:
    """Return the files of a dossier by their paths in a ZIP."""
    return {f"{made.folder}/{name}": content for name, content in made.items()}


def test_the_service_tells_that_it_is_up(http):
    assert http.get("/health").json() == {"status": "ok", "version": tn.__version__}


def test_a_profile_gets_the_findings_that_the_library_has(http):
    data = valid_profile()
    del data["customer_list"]
    data["company"] |= {"email": "arya@gmail.com", "website": "arya-data.ir"}
    answer = http.post("/check", params={"line": "3000"}, json=data)
    report = tn.check(tn.Profile.model_validate(data), "3000")
    told = answer.json()
    assert (answer.status_code, told["line"], told["ok"]) == (200, "3000", False)
    keys = ("rule", "severity", "field", "message", "message_en", "source")
    assert [[one[key] for key in keys] for one in told["findings"]] == [
        [getattr(one, key) for key in keys] for one in report.findings
    ]
    assert "3000.4" in [one["rule"] for one in told["findings"]]
    assert [one["field"] for one in told["changes"]] == [one.field for one in report.changes]
    assert told["changes"]


def test_a_check_reads_the_files_that_came_along(http, leftovers):
    parts = form(profile_of(), customer_list=CUSTOMERS)
    told = http.post("/check", params={"line": "3000"}, files=parts).json()
    assert told["ok"] is True
    assert list(leftovers.iterdir()) == []


@pytest.mark.parametrize(
    ("sample", "line"), [("arya-software", "3000"), ("mehr-clinic", "1000"), ("sepid-stores", "021")]
)
def test_a_zip_holds_the_files_that_the_library_makes_and_a_report(
    http, leftovers, tmp_path_factory, sample, line
):
    profile = tn.Profile.load(SAMPLES / sample / "profile.yaml")
    data = profile.model_dump(mode="json", exclude_unset=True)
    table = profile.letterhead_options
    named = {"customer_list": data["customer_list"], "letterhead": table.file, "logo": table.logo}
    files = {part: SAMPLES / sample / name for part, name in named.items() if name}
    answer = http.post("/dossier", params={"line": line}, files=form(data, **files))
    made = alone(data, line, tmp_path_factory.mktemp("alone"), **files)
    assert papers(answer) == as_paths(made)
    report = json.loads(opened(answer)[f"{made.folder}/report.json"])
    assert report["ok"] is True
    assert [one["message"] for one in report["findings"]] == [one.message for one in made.report.findings]
    assert [one["field"] for one in report["changes"]] == [one.field for one in made.report.changes]
    assert [one["message"] for one in report["notes"]] == [one.message for one in made.notes]
    assert list(leftovers.iterdir()) == []


def test_the_date_of_a_call_goes_before_that_of_the_profile(http):
    parts = form(profile_of(), customer_list=CUSTOMERS)
    made = opened(http.post("/dossier", params={"line": "3000", "date": "1405/10/11"}, files=parts))
    (manifest,) = (data for name, data in made.items() if name.endswith("/manifest.json"))
    assert json.loads(manifest)["date"] == "1405/10/11"


def test_a_profile_with_an_error_gets_its_report_and_no_zip(http, leftovers):
    data = profile_of()
    data["company"]["email"] = "arya@gmail.com"
    answer = http.post("/dossier", params={"line": "3000"}, files=form(data, customer_list=CUSTOMERS))
    told = answer.json()
    assert (answer.status_code, told["code"], told["report"]["ok"]) == (422, "check-failed", False)
    assert "company.email" in [one["field"] for one in told["report"]["findings"]]
    assert list(leftovers.iterdir()) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (b"name: arya", "profile.syntax"),
        (b"[1, 2]", "profile.shape"),
        (b'{"letter": {"number": "1", "number": "2"}}', "profile.syntax"),
        (b"[" * 20_000, "profile.syntax"),
        (b'{"company": {"nmae": "x"}}', "profile.unknown-key"),
        (b'{"company": {"\\ud800": "x"}}', "profile.shape"),
    ],
)
def test_a_body_that_is_no_profile_is_refused_with_findings(http, leftovers, body, rule):
    head = {"Content-Type": "application/json"}
    answer = http.post("/check", params={"line": "3000"}, content=body, headers=head)
    told = answer.json()
    assert (answer.status_code, told["code"]) == (422, "profile")
    assert [one["rule"] for one in told["findings"]] == [rule]
    assert list(leftovers.iterdir()) == []


def test_half_a_character_in_a_value_is_told_and_not_stumbled_over(http):
    data = valid_profile()
    del data["customer_list"]
    data["company"]["website"] = "x\ud800y"
    answer = http.post(
        "/check",
        params={"line": "3000"},
        content=json.dumps(data),
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 200
    assert "company.website" in [one["field"] for one in answer.json()["findings"]]


@pytest.mark.parametrize("params", [{"line": "4000"}, {}, {"line": "3000", "date": "1405/13/01"}])
@pytest.mark.parametrize("way", ["/check", "/dossier"])
def test_a_wrong_line_or_date_is_refused_in_both_languages(http, way, params):
    answer = http.post(way, params=params, files=form(profile_of(), customer_list=CUSTOMERS))
    told = answer.json()
    assert (answer.status_code, told["code"]) == (400, "usage")
    assert told["message"] != told["message_en"] != ""


HOSTILE = {
    "absolute": {"letterhead": "/etc/passwd"},
    "above": {"letterhead": "../x.docx"},
    "list": {"customer_list": "/etc/passwd"},
    "list-in-a-table": {"customer_list": {"file": "../../etc/passwd"}},
    "logo": {"letterhead": {"kind": "generated", "logo": "/etc/passwd"}},
    "ignored-by-its-kind": {"letterhead": {"kind": "preprinted", "file": "/etc/passwd"}},
    "no-kind": {"letterhead": {"logo": "/etc/passwd"}},
    "with-spaces": {"letterhead": "  /etc/passwd  "},
    "blank": {"letterhead": {"kind": "file", "file": "  "}},
    "own-folder": {"letterhead": "."},
    "the-profile-itself": {"customer_list": "profile.json"},
    "another-upload": {"letterhead": "customer_list.csv"},
    "zero-character": {"letterhead": "x\0y"},
    "device": {"customer_list": "/dev/zero"},
    "share": {"letterhead": "\\\\server\\share\\x.docx"},
}


@pytest.mark.parametrize("changes", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("way", ["/check", "/dossier"])
def test_a_profile_cannot_name_a_file_that_did_not_come(http, monkeypatch, way, changes):
    monkeypatch.setattr(tn, "check", None)  # nothing may look at such a profile
    monkeypatch.setattr(tn, "render", None)
    data = profile_of(**changes)
    files = {} if "customer_list" in changes else {"customer_list": CUSTOMERS}
    answer = http.post(way, params={"line": "3000"}, files=form(data, **files))
    assert (answer.status_code, answer.json()["code"]) == (400, "upload")


# Should the service ever follow such a name, it leads nowhere but into the folders of the tests.
@pytest.mark.parametrize(
    "name", ["{}/x.docx", "../x.docx", "..\\x.docx", ".", "..", "CON", "a" * 300 + ".docx"]
)
def test_the_name_of_an_upload_is_no_path_for_the_service(http, leftovers, name):
    name = name.format(leftovers)
    data = profile_of(letterhead=name)
    parts = form(data, customer_list=CUSTOMERS, letterhead=(name, LETTERHEAD.read_bytes()))
    assert http.post("/check", params={"line": "3000"}, files=parts).json()["ok"] is True
    assert list(leftovers.iterdir()) == []


def test_an_upload_goes_before_a_file_of_the_server_with_the_name_it_has(http, tmp_path):
    other = tmp_path / "letterhead.docx"
    other.write_bytes(LETTERHEAD.read_bytes())  # a sound one, were it read
    upload = (str(other), b"PK\3\4broken")
    parts = form(profile_of(letterhead=str(other)), customer_list=CUSTOMERS, letterhead=upload)
    answer = http.post("/dossier", params={"line": "3000"}, files=parts)
    assert (answer.status_code, answer.json()["code"]) == (400, "letterhead")
    assert other.read_bytes() == LETTERHEAD.read_bytes()


def test_a_name_that_a_system_took_apart_is_the_same_name(http):
    name = "آریا.csv"
    assert unicodedata.normalize("NFD", name) != name
    upload = (unicodedata.normalize("NFD", name), CUSTOMERS.read_bytes())
    answer = http.post(
        "/check", params={"line": "3000"}, files=form(profile_of(customer_list=name), customer_list=upload)
    )
    assert answer.json()["ok"] is True


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"customer_list": CUSTOMERS},
        {"letterhed": LETTERHEAD},
    ],
    ids=["nothing", "no-profile", "unknown"],
)
def test_a_form_without_a_profile_or_with_an_unknown_part_is_refused(http, parts):
    files = form(profile_of(), **parts)
    if "letterhed" not in parts:
        del files["profile"]
    answer = http.post("/dossier", params={"line": "3000"}, files=files)
    assert (answer.status_code, answer.json()["code"]) == (400, "form")


def test_two_files_in_one_part_are_refused(http):
    parts = form(profile_of(), customer_list=CUSTOMERS)
    twice = [*parts.items(), ("customer_list", ("customers.csv", b"09121234567"))]
    assert http.post("/check", params={"line": "3000"}, files=twice).json()["code"] == "form"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", b"{}"),
        ("application/x-www-form-urlencoded", b"profile=%7B%7D"),
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=x", b"nothing of the kind"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="profile"\r\n\r\n{}\r\n--x--\r\n',
        ),
    ],
)
def test_a_body_of_another_kind_is_refused(http, kind, body):
    answer = http.post("/check", params={"line": "3000"}, content=body, headers={"Content-Type": kind})
    assert (answer.status_code, answer.json()["code"]) == (400, "form")


def test_a_file_that_the_profile_does_not_name_is_refused_not_passed_over(http):
    for letterhead in ("generated", None):
        for name in ("letterhead.docx", "generated", ""):
            parts = form(
                profile_of(letterhead=letterhead),
                customer_list=CUSTOMERS,
                letterhead=(name, LETTERHEAD.read_bytes()),
            )
            answer = http.post("/dossier", params={"line": "3000"}, files=parts)
            assert answer.status_code == 400


def test_an_upload_that_is_too_large_is_refused(http, leftovers):
    large = ("customers.csv", bytes(service.MAX_FILE + 1))
    answer = http.post("/dossier", params={"line": "3000"}, files=form(profile_of(), customer_list=large))
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
    assert list(leftovers.iterdir()) == []


def test_a_profile_that_is_too_large_is_refused(http):
    body = b" " * (service.MAX_PROFILE + 1)
    head = {"Content-Type": "application/json"}
    answer = http.post("/check", params={"line": "3000"}, content=body, headers=head)
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")


def test_a_body_that_is_too_large_is_refused_before_it_is_read(address):
    host, _, port = address.removeprefix("http://").partition(":")
    head = f"POST /check HTTP/1.1\r\nHost: {host}\r\nContent-Length: {service.MAX_BODY + 1}\r\n\r\n"
    with socket.create_connection((host, int(port)), timeout=30) as line:
        line.sendall(head.encode())  # and not a byte of the body
        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


def test_a_body_of_unknown_length_is_refused(http):
    answer = http.post("/check", params={"line": "3000"}, content=iter([b"{}"]))
    assert (answer.status_code, answer.json()["code"]) == (411, "no-length")


@pytest.mark.parametrize("part", ["customer_list", "letterhead", "logo"])
def test_a_file_that_cannot_be_used_is_refused_without_naming_the_servers_folders(http, leftovers, part):
    letterhead = {"kind": "generated", "logo": "x.png"} if part == "logo" else "generated"
    data = profile_of(letterhead="x.docx" if part == "letterhead" else letterhead)
    files = {"customer_list": CUSTOMERS, part: (f"x.{'png' if part == 'logo' else 'docx'}", b"PK\3\4broken")}
    if part == "customer_list":
        data["customer_list"], files[part] = "x.xlsx", ("x.xlsx", b"PK\3\4broken")
    answer = http.post("/dossier", params={"line": "3000"}, files=form(data, **files))
    assert (answer.status_code, answer.json()["code"]) == (
        (422, "check-failed") if part == "customer_list" else (400, "letterhead")
    )
    assert str(leftovers) not in answer.text
    assert "taahodname-" not in answer.text
    assert list(leftovers.iterdir()) == []


def test_the_log_holds_nothing_of_a_client(http, caplog, monkeypatch):
    def fail(profile: tn.Profile, *_: object, **__: object) -> None:
        raise RuntimeError(profile.ceo.mobile) from ValueError(profile.representative.first_name)

    caplog.set_level(logging.DEBUG)
    data = profile_of()
    data["company"]["email"] = "arya@gmail.com"
    http.post("/check", params={"line": "3000"}, json=data)
    http.post("/dossier", params={"line": "3000"}, files=form(data, customer_list=CUSTOMERS))
    monkeypatch.setattr(tn, "render", fail)
    answer = http.post("/dossier", params={"line": "3000"}, files=form(data, customer_list=CUSTOMERS))
    assert (answer.status_code, answer.text) == (500, "Internal Server Error")
    told = _told_in_time(caplog, lambda one: "RuntimeError" in one and "in dossier" in one)
    assert any("check-failed" in one for one in told)
    secrets = ("09123456789", "نرگس", "gmail", "0084575948", CUSTOMERS.name, "میرزایی")
    assert [one for one in told for secret in secrets if secret in one] == []


def _told_in_time(caplog, wanted: Callable[[str], bool]) -> list[str]:
    """Return the log once a line is in it: the server writes of an error after it has answered."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        told = [logging.Formatter().format(one) for one in list(caplog.records)]
        if any(map(wanted, told)):
            return told
        time.sleep(0.01)
    pytest.fail("the log says nothing of the error")


@pytest.mark.slow
def test_eight_threads_at_once_get_their_own_files_the_same_as_made_alone(
    address, tmp_path, tmp_path_factory
):
    lists = write_lists(tmp_path)
    clients = [client(number, Path(lists[number % 3].name)) for number in range(CLIENTS)]
    for data in clients:
        data["letter"]["date"] = "1405/09/02"
    lines = [data["lines"][0]["type"] for data in clients]
    files = [{"customer_list": tmp_path / data["customer_list"]} for data in clients]
    wanted = [
        as_paths(alone(clients[number], lines[number], tmp_path_factory.mktemp("alone"), **files[number]))
        for number in range(CLIENTS)
    ]
    assert len({name.partition("/")[0] for files in wanted for name in files}) == CLIENTS
    gate = threading.Barrier(CLIENTS)

    def call(number: int) -> list[dict[str, bytes]]:
        parts = form(clients[number], **files[number])
        params = {"line": lines[number]}
        with httpx.Client(base_url=address, timeout=300, trust_env=False) as caller:
            gate.wait()
            return [papers(caller.post("/dossier", params=params, files=parts)) for _ in range(ROUNDS)]

    with ThreadPoolExecutor(CLIENTS) as pool:
        for number, answers in enumerate(pool.map(call, range(CLIENTS))):
            assert answers == [wanted[number]] * ROUNDS
