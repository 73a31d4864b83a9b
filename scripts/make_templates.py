"""Makes the three Word forms of the undertaking anew: python scripts/make_templates.py [FOLDER].

The forms were made once by this script; since then the Word files are the source, for a clerk edits them in
Word. Run it only to begin again, for it writes over what stands there.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from undertaking_body import body, footer
from undertaking_styles import font_table, settings, styles
from undertaking_wording import FORMS, Form
from word_zip import WORD_TYPE, Relationship, content_types, core_properties, relationships, write, xml_bytes

FOOTER_ID = "rId4"


def parts(form: Form) -> dict[str, bytes]:
    """Return every part of one form, by its name in the package."""
    names = {"styles": styles(), "settings": settings(), "fontTable": font_table(), "footer1": footer()}
    kinds = ("styles", "settings", "fontTable", "footer")
    links = [
        Relationship(f"rId{number}", kind, f"{name}.xml")
        for number, (kind, name) in enumerate(zip(kinds, names, strict=True), 1)
    ]
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        **{f"/word/{name}.xml": f"{WORD_TYPE}.{kind}+xml" for kind, name in zip(kinds, names, strict=True)},
        "/docProps/core.xml": core,
    }
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    return {
        "[Content_Types].xml": content_types(defaults, overrides),
        "_rels/.rels": relationships(
            Relationship("rId1", "officeDocument", "word/document.xml"),
            Relationship("rId2", "core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": core_properties("تعهدنامه تعریف شماره خدماتی"),
        "word/document.xml": xml_bytes(body(form, FOOTER_ID)),
        "word/_rels/document.xml.rels": relationships(*links),
        **{f"word/{name}.xml": xml_bytes(root) for name, root in names.items()},
    }


def main(arguments: Sequence[str]) -> None:
    """Write the forms into a folder, templates/ by default."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[1] / "templates"
    for form in FORMS:
        path = folder / f"undertaking-{form.line}.docx"
        write(path, parts(form))
        print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
