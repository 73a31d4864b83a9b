from __future__ import annotations

import datetime

from taahodname.word.metadata import Properties, describe
from taahodname.word.names import NAMESPACES

from .making import opened, parts, zipped

CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"


def test_every_other_description_goes_with_its_relation_and_type() -> None:
    contents = parts("متن")
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    contents["_rels/.rels"] = (
        f'<Relationships xmlns="{NAMESPACES["rel"]}">'
        f'<Relationship Id="a" Type="{office.decode()}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{office.decode()}/custom-properties" Target="docProps/custom.xml"/>'
        f'<Relationship Id="c" Type="{CORE}/thumbnail" Target="docProps/thumbnail.jpeg"/>'
        "</Relationships>"
    ).encode()
    contents |= {"docProps/custom.xml": b"<x>Ali</x>", "docProps/thumbnail.jpeg": b"x"}
    described = describe(opened(zipped(contents)), Properties("ع <&", "ش", datetime.date(2026, 1, 2)))
    assert [line.kind for line in described.relations("")] == [
        "officeDocument",
        "core-properties",
        "extended-properties",
    ]
    assert not {"docProps/custom.xml", "docProps/thumbnail.jpeg"} & set(described.parts)
    assert "ع &lt;&amp;".encode() in described.parts["docProps/core.xml"]
    assert b"2026-01-02T00:00:00Z" in described.parts["docProps/core.xml"]
    assert describe(described, Properties("ع <&", "ش", datetime.date(2026, 1, 2))).parts == described.parts
