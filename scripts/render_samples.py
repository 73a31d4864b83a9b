"""Renders the papers of every sample and adopted form into its papers/, and pictures of their pages.

Run it after a change of wording or layout, look at the pages, and commit them with the change. The
pictures need `pdftoppm` (poppler-utils).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image

import taahodname as tn

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "pages"
DPI = 70
PICTURED = {"undertaking.pdf": "", "guarantee-note.pdf": "-note", "signing-guide.pdf": "-guide"}


def render(profile_path: Path) -> list[tuple[str, Path]]:
    """Render one sample for every line it asks for; return a name and a PDF for each."""
    profile = tn.Profile.load(profile_path)
    client = profile_path.parent
    made = []
    for line in dict.fromkeys(str(one.type) for one in profile.lines):
        folder = client / "papers" / line
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in tn.render(profile, line).items():
            (folder / name).write_bytes(data)
        made += [(f"{client.name}-{line}{kind}", folder / name) for name, kind in PICTURED.items()]
    return made


def render_forms() -> list[tuple[str, Path]]:
    """Set the sample that has all three lines on each adopted form; return a name and a PDF for each."""
    profile = tn.Profile.load(ROOT / "samples" / "arya-software" / "profile.yaml")
    made = []
    for form in sorted((ROOT / "samples" / "forms").glob("form-*.docx")):
        line = form.stem.removeprefix("form-")
        folder = form.parent / "papers" / line
        folder.mkdir(parents=True, exist_ok=True)
        papers = tn.render(profile, line, template=form, only={"undertaking.docx", "undertaking.pdf"})
        for name in ("undertaking.docx", "undertaking.pdf"):
            (folder / name).write_bytes(papers[name])
        made.append((f"form-{line}", folder / "undertaking.pdf"))
    return made


def picture(name: str, pdf: Path) -> None:
    """Draw every page of a PDF into docs/pages/<name>-<page>.png."""
    subprocess.run(["pdftoppm", "-r", str(DPI), "-png", str(pdf), str(PAGES / name)], check=True)
    for path in PAGES.glob(f"{name}-*.png"):
        with Image.open(path) as page:
            small = page.quantize(colors=32)
        small.save(path, optimize=True)


def main() -> int:
    """Render all samples."""
    made = [pair for path in sorted((ROOT / "samples").glob("*/profile.yaml")) for pair in render(path)]
    made += render_forms()
    if shutil.which("pdftoppm") is None:
        print("pdftoppm is not here; the pictures in docs/pages are as they were")
        return 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for old in PAGES.glob("*.png"):
        old.unlink()
    for name, pdf in made:
        picture(name, pdf)
    print(f"{len(made)} papers pictured; look at {PAGES.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
