from __future__ import annotations

import json
import pickle
import re
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import taahodname as tn
from taahodname.batch import Progress, State
from taahodname.batch.executors import processes
from taahodname.errors import BatchError, UsageError
from taahodname.persian.dates import today

from .clients import client, tree, write_jsonl, write_lists

ONLY = {"customer-list.xlsx"}  # the quickest paper; the manifest comes with it
DATE = "1405/09/03"


def run(source: Any, out: Path, **options: Any) -> list[tn.BatchResult]:
    return list(tn.render_batch(source, out=out, **{"only": ONLY, "date": DATE, **options}))


def states(results: list[tn.BatchResult]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in results:
        found.setdefault(str(one.state), []).append(one.place)
    return found


def papers(out: Path) -> dict[str, bytes]:
    return dict(tree(out))


# The good and the bad --------------------------------------------------------------------------------


def test_good_clients_are_made_and_bad_ones_stop_nobody(tmp_path: Path) -> None:
    def spoil(number: int, data: dict[str, Any]) -> None:
        if number == 1:
            data["company"]["email"] = "arya@gmail.com"
        if number == 2:
            data["compny"] = data.pop("company")

    results = run(write_jsonl(tmp_path, 5, change=spoil), tmp_path / "out")
    assert states(results) == {
        "refused": ["clients.jsonl:2", "clients.jsonl:3"],
        "done": ["clients.jsonl:1", "clients.jsonl:4", "clients.jsonl:5"],
    }
    assert [one.errors[0].rule for one in results[:2]] == ["1000.5", "profile.unknown-key"]
    for one in results[2:]:
        folder = tmp_path / "out" / one.folder
        assert sorted(path.name for path in folder.iterdir()) == ["customer-list.xlsx", "manifest.json"]
        assert json.loads((folder / "manifest.json").read_bytes())["date"] == DATE


def test_a_whole_dossier_is_made_when_nothing_else_is_said(tmp_path: Path) -> None:
    (result,) = run(write_jsonl(tmp_path, 1), tmp_path / "out", only=None)
    names = {path.name for path in (tmp_path / "out" / result.folder).iterdir()}
    assert names == {*result.files, "manifest.json"}
    assert len(names) == 6


def test_profiles_of_a_program_are_clients_too(tmp_path: Path) -> None:
    (file,) = write_lists(tmp_path, 1)
    profiles = [tn.Profile.model_validate(client(0, file)), client(1, file)]
    results = run(profiles, tmp_path / "out")
    assert [(one.place, str(one.state)) for one in results] == [("#1", "done"), ("#2", "done")]


def test_a_folder_of_profiles_is_gone_through_in_the_order_of_names(tmp_path: Path) -> None:
    (file,) = write_lists(tmp_path, 1)
    for number, name in enumerate(("b.json", "a.json", "c/profile.json")):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(json.dumps(client(number, file)), encoding="utf-8")
    (tmp_path / "in" / "d.json").write_text("{", encoding="utf-8")
    results = run(tmp_path / "in", tmp_path / "out")
    assert states(results) == {"refused": ["d.json"], "done": ["a.json", "b.json", "c/profile.json"]}


@pytest.mark.parametrize("lines", [[], [{"type": "2000"}]])
def test_a_client_without_a_line_that_is_known_is_refused(tmp_path: Path, lines: list[Any]) -> None:
    (file,) = write_lists(tmp_path, 1)
    (result,) = run([client(0, file) | {"lines": lines}], tmp_path / "out")
    assert (result.state, result.line) == (State.REFUSED, "")
    assert "3000" in result.errors[0].message


# What only shows when all are seen -------------------------------------------------------------------


def test_one_holding_with_two_lists_is_refused_whatever_the_keyboard(tmp_path: Path) -> None:
    def join(number: int, data: dict[str, Any]) -> None:
        if number in (0, 1):
            data["company"]["holding"] = ("هلدینگ الف", "هلدينگ  الف")[number]
        if number in (2, 5):
            data["company"]["holding"] = "هلدینگ ب"  # both hand in the third list

    results = run(write_jsonl(tmp_path, 6, change=join), tmp_path / "out")
    assert states(results)["refused"] == ["clients.jsonl:1", "clients.jsonl:2"]
    assert {one.errors[0].rule for one in results[:2]} == {"general.5"}
    assert "clients.jsonl:2" in results[0].errors[0].message


def test_the_same_company_with_the_same_line_twice_is_refused_and_both_are_told(tmp_path: Path) -> None:
    (file,) = write_lists(tmp_path, 1)
    results = run([client(0, file), client(1, file), client(0, file)], tmp_path / "out")
    assert states(results) == {"refused": ["#1", "#3"], "done": ["#2"]}
    assert "#3" in results[0].errors[0].message


def test_two_clients_with_one_name_get_folders_of_their_own(tmp_path: Path) -> None:
    (file,) = write_lists(tmp_path, 1)
    clients = [client(number, file) for number in range(3)]
    for data, name in zip(clients, ("آریا", "آریا", "نام " * 50), strict=True):
        data["company"]["name"] = name.strip()
    results = run(clients, tmp_path / "out")
    assert len({one.folder.lower() for one in results}) == 3
    for one in results:
        assert (tmp_path / "out" / one.folder).resolve().is_relative_to((tmp_path / "out").resolve())
        assert all(len(part) < 100 for part in Path(one.folder).parts)


@pytest.mark.parametrize("name", ["CON", "nul", "..", "../../etc", "aux.txt", "a" * 200, "\u200c"])
def test_no_name_of_a_company_leads_out_of_the_folder_or_is_forbidden_by_windows(name: str) -> None:
    from taahodname.dossier.slug import folder_name

    folder = folder_name(name, "99900000005")
    assert folder.endswith("-99900000005")
    assert folder.isascii()
    assert not set('/\\:*?"<>|.') & set(folder)


# Resuming --------------------------------------------------------------------------------------------


def test_a_second_run_is_refused_unless_it_resumes_and_then_redoes_nothing(tmp_path: Path) -> None:
    source, out = write_jsonl(tmp_path, 4), tmp_path / "out"
    run(source, out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("manifest.json")}
    with pytest.raises(UsageError, match="resume"):
        run(source, out)
    results = run(source, out, resume=True, date=None)
    assert all(one.kept for one in results)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("manifest.json")} == before


def test_a_resumed_run_keeps_the_date_of_the_first(tmp_path: Path) -> None:
    source, out = write_jsonl(tmp_path, 1), tmp_path / "out"
    run(source, out, date="1404/01/15")
    (result,) = run(source, out, resume=True, date=None)
    assert json.loads((out / result.folder / "manifest.json").read_bytes())["date"] == "1404/01/15"


def test_a_letter_s_own_date_stays_unless_the_call_gives_one(tmp_path: Path) -> None:
    def date(number: int, data: dict[str, Any]) -> None:
        if number == 0:
            data["letter"]["date"] = "۱۴۰۵/۰۷/۱۱"

    source, dates = write_jsonl(tmp_path, 2, change=date), {}
    for name, given in (("own", None), ("given", "1405/08/30")):
        results = run(source, tmp_path / name, date=given)
        papers = [tmp_path / name / one.folder / "manifest.json" for one in results]
        dates[name] = [json.loads(paper.read_bytes())["date"] for paper in papers]
        assert all(one.kept for one in run(source, tmp_path / name, resume=True, date=None))
    assert dates["own"][0] == "1405/07/11"
    assert dates["own"][1] == today().plain()
    assert dates["given"] == ["1405/08/30"] * 2


def test_what_is_missing_broken_or_changed_is_made_again_and_nothing_else(tmp_path: Path) -> None:
    source, out = write_jsonl(tmp_path, 4), tmp_path / "out"
    first = run(source, out)
    whole = papers(out)
    folders = [out / one.folder for one in first]
    (folders[0] / "customer-list.xlsx").unlink()
    (folders[1] / "customer-list.xlsx").write_bytes(b"broken")
    (folders[2] / "manifest.json").write_bytes(b"{")
    results = run(source, out, resume=True)
    assert [one.kept for one in results] == [False, False, False, True]
    assert papers(out) == whole

    def move(number: int, data: dict[str, Any]) -> None:
        if number == 3:
            data["company"]["address"] += "، طبقهٔ دوم"

    results = run(write_jsonl(tmp_path, 4, change=move), out, resume=True)
    assert [one.kept for one in results] == [True, True, True, False]


def test_a_changed_customer_list_counts_as_changed_input(tmp_path: Path) -> None:
    source, out = write_jsonl(tmp_path, 1), tmp_path / "out"
    run(source, out)
    with (tmp_path / "customers-0.csv").open("a", encoding="utf-8") as file:
        file.write("09129999998\n")
    (result,) = run(source, out, resume=True)
    assert not result.kept


class Dying(Executor):
    """An executor whose machine stops after some pieces of work."""

    def __init__(self, after: int) -> None:
        self._left = after

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self._left:
            raise KeyboardInterrupt
        self._left -= 1
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@pytest.mark.parametrize("after", [0, 3, 5, 6, 7, 8, 9])
def test_a_run_that_is_broken_off_and_resumed_ends_with_the_bytes_of_an_undisturbed_one(
    tmp_path: Path, after: int
) -> None:
    source = write_jsonl(tmp_path, 5)
    run(source, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        run(source, tmp_path / "out", executor=Dying(after))
    assert not (tmp_path / "out" / "report.json").exists()
    results = run(source, tmp_path / "out", resume=True, date=None)
    assert papers(tmp_path / "out") == papers(tmp_path / "whole")
    assert sum(one.kept for one in results) == max(0, after - 5)


def test_two_runs_do_not_work_on_one_folder_at_once(tmp_path: Path) -> None:
    source, out = write_jsonl(tmp_path, 2), tmp_path / "out"
    first = tn.render_batch(source, out=out, only=ONLY, date=DATE)
    next(first)
    with pytest.raises(BatchError, match="another run"):
        run(source, out, resume=True)
    assert len(list(first)) == 1


# Executors -------------------------------------------------------------------------------------------


def test_any_executor_gives_the_same_bytes(tmp_path: Path) -> None:
    source = write_jsonl(tmp_path, 4)
    run(source, tmp_path / "one")
    with ThreadPoolExecutor(8) as threads:
        run(source, tmp_path / "threads", executor=threads)
    assert papers(tmp_path / "threads") == papers(tmp_path / "one")


@pytest.mark.slow
def test_processes_give_the_same_whole_dossiers_as_one_thread(tmp_path: Path) -> None:
    source = write_jsonl(tmp_path, 6)
    run(source, tmp_path / "one", only=None)
    with processes(2) as workers:
        run(source, tmp_path / "two", only=None, executor=workers)
    assert papers(tmp_path / "two") == papers(tmp_path / "one")


class Crashing(ThreadPoolExecutor):
    """An executor in which the program fails on one client."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if getattr(args[0], "number", None) == 2:
            return super().submit(lambda: 1 // 0)
        return super().submit(fn, *args, **kwargs)


def test_an_error_of_the_program_stops_one_client_only_and_is_told_without_his_data(tmp_path: Path) -> None:
    with Crashing(1) as executor:
        results = run(write_jsonl(tmp_path, 3), tmp_path / "out", executor=executor)
    assert states(results) == {"done": ["clients.jsonl:1", "clients.jsonl:3"], "failed": ["clients.jsonl:2"]}
    assert "ZeroDivisionError" in results[1].errors[0].message_en


def test_a_disk_that_cannot_be_written_fails_the_client_and_says_so(tmp_path: Path) -> None:
    source, out = write_jsonl(tmp_path, 2), tmp_path / "out"
    out.mkdir()
    first = json.loads(source.read_text(encoding="utf-8").splitlines()[0])
    slug = next(one.folder for one in run(source, tmp_path / "probe")).partition("/")[0]
    (out / slug).write_bytes(b"a file stands where the folder must")
    results = run(source, out)
    assert states(results) == {"failed": ["clients.jsonl:1"], "done": ["clients.jsonl:2"]}
    assert results[0].errors[0].rule == "batch.output"
    assert first["ceo"]["national_code"] not in repr(results[0])


# Telling ---------------------------------------------------------------------------------------------


def test_progress_is_told_for_every_client_and_line(tmp_path: Path) -> None:
    seen: list[Progress] = []
    run(write_jsonl(tmp_path, 3), tmp_path / "out", progress=seen.append)
    assert [(one.phase, one.done, one.total) for one in seen] == [
        ("check", 1, None),
        ("check", 2, None),
        ("check", 3, None),
        ("render", 1, 3),
        ("render", 2, 3),
        ("render", 3, 3),
    ]


def test_the_reports_hold_a_row_for_each_line_in_the_order_of_the_source(tmp_path: Path) -> None:
    def spoil(number: int, data: dict[str, Any]) -> None:
        if number == 1:
            data["company"]["email"] = "arya@gmail.com"
        if number == 2:
            data["company"]["name"] = "=1+1"

    results = run(write_jsonl(tmp_path, 3, change=spoil), tmp_path / "out")
    told = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    assert [row["place"] for row in told["results"]] == [f"clients.jsonl:{n}" for n in (1, 2, 3)]
    assert [row["state"] for row in told["results"]] == ["done", "refused", "done"]
    assert told["results"][0]["files"] == dict(next(one for one in results if one.line == "3000").files)
    sheet = openpyxl.load_workbook(tmp_path / "out/report.xlsx").active
    assert sheet.sheet_view.rightToLeft
    assert [cell.value for cell in sheet[1]][:4] == ["جا", "شرکت", "خط", "وضعیت"]
    assert [sheet.cell(row, 4).value for row in (2, 3, 4)] == ["ساخته شد", "رد شد", "ساخته شد"]
    assert "gmail.com" in sheet.cell(3, 5).value
    assert all(cell.data_type == "s" for row in sheet.iter_rows() for cell in row if cell.value)


def test_no_personal_number_stands_in_a_report(tmp_path: Path) -> None:
    source = write_jsonl(tmp_path, 2)
    run(source, tmp_path / "out")
    told = (tmp_path / "out/report.json").read_text(encoding="utf-8")
    numbers = set(re.findall(r"\d{10,}", told))
    for line in source.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        for person in ("ceo", "representative"):
            assert not numbers & {data[person]["national_code"], data[person]["mobile"]}


def test_results_go_to_other_processes(tmp_path: Path) -> None:
    results = run(write_jsonl(tmp_path, 1), tmp_path / "out")
    assert pickle.loads(pickle.dumps(results)) == results


@pytest.mark.parametrize("source", ["nowhere.jsonl", "empty"])
def test_a_source_that_is_not_there_is_told(tmp_path: Path, source: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError):
        run(tmp_path / source, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_address_of_fsspec_is_written_whole_with_the_manifest_last(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed (taahodname[cluster])")
    source, out = write_jsonl(tmp_path, 2), "memory://reseller/out"
    system = fsspec.filesystem("memory")
    results = list(tn.render_batch(source, out=out, only=ONLY, date=DATE))
    run(source, tmp_path / "local")
    local = papers(tmp_path / "local")
    remote = {
        name.removeprefix("/reseller/out/"): system.cat_file(name) for name in system.find("/reseller/out")
    }
    assert remote == local
    system.rm_file(f"/reseller/out/{results[0].folder}/manifest.json")
    again = list(tn.render_batch(source, out=out, only=ONLY, resume=True))
    assert [one.kept for one in again] == [False, True]
