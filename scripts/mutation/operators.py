"""The faults: for a node of the syntax tree, the edits of the source text that each make one small mistake.

Left alone is what no test can notice or what is no behaviour: docstrings and other strings, annotations, decorators,
options of classes, `strict=`, `assert`, and whatever only a type checker reads.
"""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

_FLIPS = {
    "<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",), "!=": ("==",),
    "in": ("not in",), "not in": ("in",), "is": ("is not",), "is not": ("is",), "and": ("or",), "or": ("and",),
}  # fmt: skip
_WORD = re.compile(r"<=|>=|==|!=|<|>|\bnot\s+in\b|\bis\s+not\b|\bin\b|\bis\b|\band\b|\bor\b")
_LARGE = 4


class Edit(NamedTuple):
    """Code points `start` to `end` (exclusive) of a source, and what stands there instead, by which operator."""

    start: int
    end: int
    text: str
    fault: str


class Source:
    """A source text and the offsets of its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))

    def offset(self, line: int, column: int) -> int:
        """Code points before a position of the syntax tree, whose columns count the bytes of UTF-8."""
        return self.starts[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Where a node stands; raises AttributeError for a node without a position."""
        start = self.offset(node.lineno, node.col_offset)  # type: ignore[attr-defined]
        return start, self.offset(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]


def sites(text: str) -> Iterator[list[Edit]]:
    """The places of a source where a mistake can be made, each with its mistakes; not all of them need compile."""
    source = Source(text)
    for node in _behaviour(ast.parse(text)):
        yield from filter(None, _edits(node, source))


def compiles(text: str, edit: Edit) -> bool:
    """Whether the source with the mistake in it is Python, and another program than without."""
    try:
        return ast.dump(ast.parse(apply(text, edit))) != ast.dump(ast.parse(text))
    except SyntaxError:
        return False


def apply(text: str, edit: Edit) -> str:
    """The source with the mistake in it."""
    return text[: edit.start] + edit.text + text[edit.end :]


def _behaviour(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that do something when the program runs, outermost first."""
    if _silent(node):
        return
    yield node
    for child in _children(node):
        yield from _behaviour(child)


def _silent(node: ast.AST) -> bool:
    match node:
        case ast.JoinedStr() | ast.Assert():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name.startswith("__") or _only_types(node.value)
        case ast.keyword(arg="strict"):
            return True
    return False


def _only_types(value: ast.expr) -> bool:
    """Whether an assigned value is a type: `Literal[...]`, `TypeVar(...)`, a union of them."""
    match value:
        case ast.Subscript(value=ast.Name(id=name)):
            return name in {"Literal", "Callable", "Annotated", "Union", "Optional"}
        case ast.Call(func=ast.Name(id=name)):
            return name in {"TypeVar", "ParamSpec", "NewType"}
    return False


def _children(node: ast.AST) -> list[ast.AST]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            defaults = [*node.args.defaults, *(default for default in node.args.kw_defaults if default)]
            return [*defaults, *node.body]
        case ast.ClassDef():
            return [*node.body]
        case ast.AnnAssign():
            return [node.value] if node.value else []
        case ast.Lambda():
            return [*node.args.defaults, node.body]
    return list(ast.iter_child_nodes(node))


def _edits(node: ast.AST, source: Source) -> Iterator[list[Edit]]:
    match node:
        case ast.Compare():
            yield from _between([node.left, *node.comparators], source, "comparison")
        case ast.BoolOp():
            yield from _between(node.values, source, "and/or")
        case ast.Constant(value=bool()):
            yield [Edit(*source.span(node), repr(not node.value), "boolean")]
        case ast.Constant():
            yield [Edit(*source.span(node), repr(value), "constant") for value in _other_numbers(node.value)]
        case ast.UnaryOp(op=ast.Not()):
            start, _ = source.span(node)
            yield [Edit(start, start + len("not"), "", "dropped not")]
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield [Edit(*source.span(value), "None", "return None")]
    if _droppable(node):
        yield [Edit(*source.span(node), "pass", "dropped statement")]


def _between(operands: list[ast.expr], source: Source, fault: str) -> Iterator[list[Edit]]:
    """The operators between operands, each the other way; one with a comment beside it is left."""
    for left, right in pairwise(operands):
        start, end = source.span(left)[1], source.span(right)[0]
        gap = source.text[start:end]
        found = _WORD.search(gap)
        if found and "#" not in gap:
            flips = _FLIPS[" ".join(found[0].split())]
            yield [Edit(start + found.start(), start + found.end(), flip, fault) for flip in flips]


def _other_numbers(value: Any) -> list[float]:
    """The neighbours of a whole number, and half as much again of one that is a measure; none for what is no number."""
    if isinstance(value, int):
        return [value + 1, value - 1, *([round(value * 1.5)] if value >= _LARGE else [])]
    return [value * 1.5, value / 1.5] if isinstance(value, float) else []


def _droppable(node: ast.AST) -> bool:
    """A statement without which names are still bound; a branch that has another beside it is none."""
    match node:
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break() | ast.Delete():
            return True
        case ast.Assign():
            return all(isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets)
        case ast.If():
            return not node.orelse
    return False
