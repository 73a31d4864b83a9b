"""A batch on Dask: a scheduler and two workers of this machine, each a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

import taahodname as tn
from taahodname.batch.cluster import cluster_executor
from taahodname.cli import main
from taahodname.errors import BatchError

from .clients import tree, write_jsonl

distributed = pytest.importorskip("distributed", reason="distributed is not installed (taahodname[cluster])")
DATE = "1405/09/03"


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # Dask's own
def test_two_workers_of_a_cluster_give_the_same_bytes_as_one_thread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write_jsonl(tmp_path, 6)
    list(tn.render_batch(source, out=tmp_path / "one", date=DATE))
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        address = cluster.scheduler_address
        call = ["batch", str(source), "--out", str(tmp_path / "two"), "--date", DATE, "--scheduler", address]
        assert main(call) == 0
        by_file = f"file://{tmp_path / 'three'}"
        call = ["batch", str(source), "--out", by_file, "--date", DATE, "--scheduler", address]
        assert main(call) == 0
    capsys.readouterr()
    one = dict(tree(tmp_path / "one"))
    assert dict(tree(tmp_path / "two")) == one
    assert dict(tree(tmp_path / "three")) == one


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taahodname.batch.cluster._WAIT", 0.5)
    with (
        pytest.raises(BatchError, match="no scheduler answers"),
        cluster_executor("tcp://127.0.0.1:9"),
    ):
        pass
