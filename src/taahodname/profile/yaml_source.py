"""Reads a YAML profile so that every value keeps the text it was written with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from taahodname.findings import Finding
from taahodname.persian.digits import to_persian
from taahodname.profile.source import MAX_DEPTH, MAX_NODES, Source, join, repeated, shape, syntax, too_deep

_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _TAG + kind
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value")
)


class _TooDeep(Exception):
    """The tables stand deeper in one another than a profile's can."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Loader(yaml.SafeLoader):
    """PyYAML's safe composer with a limit to its recursion."""

    _depth = 0

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        """Compose one node, one level deeper than its parent."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _TooDeep(self.get_mark().line + 1)
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def parse(text: str) -> Source:
    """Return the data of a YAML text; a code keeps its leading zeros and a date its slashes.

    Only an unquoted null, ~, true or false, and nothing at all, are more than text.

    Args:
        text: the whole file.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
        reader = _Reader()
        data = reader.value(root, "", 0) if root is not None else None
    except _TooDeep as error:
        return Source(None, {}, (too_deep(error.line),))
    except yaml.YAMLError as error:
        return Source(None, {}, (_syntax(error),))
    return Source(data, reader.lines, tuple(reader.findings))


def _syntax(error: yaml.YAMLError) -> Finding:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark is not None else None
    if isinstance(error, yaml.reader.ReaderError):
        code = error.character if isinstance(error.character, int) else ord(error.character[:1] or "\0")
        return syntax(
            f"نویسهٔ شمارهٔ {to_persian(str(error.position + 1))} فایل (U+{code:04X}) در YAML مجاز نیست؛ "
            "آن را پاک کنید.",
            f"the character U+{code:04X} at place {error.position + 1} is not allowed in YAML; remove it",
        )
    problem = getattr(error, "problem", None) or "syntax error"
    return syntax(
        "ساختار YAML درست نیست؛ فاصلهٔ آغاز سطرها، دونقطه و نشان‌های نقل‌قول را در این سطر "
        "و سطر پیش از آن بررسی کنید.",
        f"the YAML is broken ({problem}); check indentation, colons and quotes here and one line before",
        line=line,
    )


class _Reader:
    """Turns composed nodes into plain data, and notes lines and findings on the way."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}
        self.findings: list[Finding] = []
        self._count = 0

    def value(self, node: Node, path: str, depth: int) -> Any:
        """Return the value of a node; an alias is written out each time it is met."""
        self._count += 1
        if depth > MAX_DEPTH or self._count > MAX_NODES:
            raise _TooDeep(_line(node))
        self._refuse_tag(node, path)
        if isinstance(node, MappingNode):
            return self._mapping(node, path, depth)
        if isinstance(node, SequenceNode):
            return self._sequence(node, path, depth)
        return _scalar(node)

    def _refuse_tag(self, node: Node, path: str) -> None:
        if node.tag not in _PLAIN_TAGS:
            tag = node.tag.replace(_TAG, "!!")
            self.findings.append(
                shape(
                    f"برچسب «{tag}» در پروفایل جایی ندارد؛ آن را بردارید و تنها مقدار را بنویسید.",
                    f"the tag {tag} has no place in a profile; remove it and keep the value",
                    path=path,
                    line=_line(node),
                )
            )

    def _sequence(self, node: SequenceNode, path: str, depth: int) -> list[Any]:
        items = []
        for place, child in enumerate(node.value):
            here = join(path, place)
            self.lines[here] = _line(child)
            items.append(self.value(child, here, depth + 1))
        return items

    def _mapping(self, node: MappingNode, path: str, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key_node, child in node.value:
            if key_node.tag == _TAG + "merge":
                for base in _bases(child):
                    merged = self.value(base, path, depth + 1) | merged
                continue
            key = self._key(key_node, path)
            if key is None:
                continue
            here = join(path, key)
            if key in result:
                self.findings.append(repeated(key, here, _line(key_node)))
                continue
            self.lines[here] = _line(key_node)
            result[key] = self.value(child, here, depth + 1)
        return merged | result

    def _key(self, node: Node, path: str) -> str | None:
        if isinstance(node, ScalarNode):
            return str(node.value)
        self.findings.append(
            shape(
                "کلید باید یک واژهٔ ساده باشد، نه فهرست یا جدول؛ آن را اصلاح کنید.",
                "a key must be a plain word, not a list or a table; mend it",
                path=path,
                line=_line(node),
            )
        )
        return None


def _bases(node: Node) -> Iterator[MappingNode]:
    """Yield the tables that a merge key («<<») brings in."""
    for part in node.value if isinstance(node, SequenceNode) else [node]:
        if not isinstance(part, MappingNode):
            raise yaml.composer.ComposerError(None, None, "«<<» takes a table only", part.start_mark)
        yield part


def _scalar(node: Node) -> str | bool | None:
    text = str(node.value)
    plain = isinstance(node, ScalarNode) and node.style is None
    if plain and node.tag == _TAG + "null":
        return None
    if plain and node.tag == _TAG + "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    return text


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1
