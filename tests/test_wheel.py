"""Builds the wheel, installs it into an empty environment in an empty folder, and renders a sample there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "arya-software"
BIN = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from the checkout and return what it printed."""
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TAAHODNAME"))
    }
    done = subprocess.run(command, cwd=cwd, env=environ, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel with the hatchling that is installed, so that no index is asked."""
    target = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, ROOT, cwd=target)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Return the folder of an environment that owns the wheel and borrows the libraries of this one."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False)
    python = folder / BIN / Path(sys.executable).name
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    # A .pth file adds the libraries after the environment's own, and the .pth files in them are not followed:
    # the editable install of the checkout stays out of sight.
    borrowed = dict.fromkeys([sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    (Path(own) / "borrowed.pth").write_text("\n".join(borrowed), "utf-8")
    return folder


def test_the_wheel_holds_the_templates_the_fonts_and_the_mark_of_types(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    data = "taahodname/_data"
    wanted = {f"{data}/templates/undertaking-{line}.docx" for line in ("3000", "1000", "021")}
    wanted |= {f"{data}/fonts/Vazirmatn-Regular.ttf", f"{data}/fonts/OFL.txt", "taahodname/py.typed"}
    assert wanted <= names


def test_the_installed_package_is_the_wheel_and_not_the_checkout(installed):
    python = installed / BIN / Path(sys.executable).name
    place = run(python, "-c", "import taahodname; print(taahodname.__file__)", cwd=installed).strip()
    assert Path(place).is_relative_to(installed)


def test_the_demo_of_the_wheel_needs_no_file_of_ours(installed, tmp_path):
    printed = run(installed / BIN / "taahodname", "demo", cwd=tmp_path)
    assert {Path(line).suffix for line in printed.splitlines()} >= {".docx", ".pdf", ".xlsx"}


@pytest.mark.parametrize("program", ["script", "module"])
def test_a_sample_renders_from_the_wheel_in_an_empty_folder(installed, tmp_path, program):
    shutil.copytree(SAMPLE, tmp_path / "client")
    python = installed / BIN / Path(sys.executable).name
    call = [installed / BIN / "taahodname"] if program == "script" else [python, "-m", "taahodname"]
    printed = run(*call, "render", Path("client") / "profile.yaml", "--line", "3000", cwd=tmp_path)
    written = [tmp_path / line for line in printed.splitlines()]
    starts = {path.name: path.read_bytes()[:4] for path in written}
    assert starts["undertaking.pdf"] == b"%PDF"
    assert starts["undertaking.docx"] == b"PK\x03\x04"
