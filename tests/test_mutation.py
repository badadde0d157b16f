"""The mutation run: which mistakes are made, which are not, and which of them a test notices."""

import ast
from pathlib import Path

import pytest
from mutation.operators import apply, compiles, sites
from mutation.report import document, result, survivors, table
from mutation.rooms import DEFAULT, stages
from mutation.sample import draw, lines
from mutation.trial import Bench, TrialError


def mutants(text: str) -> dict[str, list[str]]:
    """All mutants of a source that compile, by the operator."""
    found: dict[str, list[str]] = {}
    for edits in sites(text):
        for edit in edits:
            if compiles(text, edit):
                found.setdefault(edit.fault, []).append(apply(text, edit))
    return found


@pytest.mark.parametrize(
    ("before", "fault", "after"),
    [
        ("x = a < b", "comparison", ["x = a <= b", "x = a >= b"]),
        ("x = a <= b", "comparison", ["x = a < b", "x = a > b"]),
        ("x = a > b", "comparison", ["x = a >= b", "x = a <= b"]),
        ("x = a >= b", "comparison", ["x = a > b", "x = a < b"]),
        ("x = a == b", "comparison", ["x = a != b"]),
        ("x = a != b", "comparison", ["x = a == b"]),
        ("x = a in b", "comparison", ["x = a not in b"]),
        ("x = a not  in b", "comparison", ["x = a in b"]),
        ("x = a is b", "comparison", ["x = a is not b"]),
        ("x = a is not b", "comparison", ["x = a is b"]),
        ("x = a == b == c", "comparison", ["x = a != b == c", "x = a == b != c"]),
        ("x = (a) == (b)", "comparison", ["x = (a) != (b)"]),
        ("x = 'مصر' == b", "comparison", ["x = 'مصر' != b"]),
        ("x = a and b", "and/or", ["x = a or b"]),
        ("x = a or b or c", "and/or", ["x = a and b or c", "x = a or b and c"]),
        ("x = (a\n  and b)", "and/or", ["x = (a\n  or b)"]),
        ("x = True", "boolean", ["x = False"]),
        ("f(reverse=False)", "boolean", ["f(reverse=True)"]),
        ("x = 3", "constant", ["x = 4", "x = 2"]),
        ("x = 4", "constant", ["x = 5", "x = 3", "x = 6"]),
        ("x = 0.5", "constant", ["x = 0.75", "x = 0.3333333333333333"]),
        ("x = not a", "dropped not", ["x =  a"]),
        ("x = not (a or b)", "dropped not", ["x =  (a or b)"]),
        ("def f():\n    return a + b", "return None", ["def f():\n    return None"]),
        ("f(a)", "dropped statement", ["pass"]),
        ("a.b = c", "dropped statement", ["pass"]),
        ("a[b] = c", "dropped statement", ["pass"]),
        ("a += b", "dropped statement", ["pass"]),
        ("raise a", "dropped statement", ["pass"]),
        ("for x in y:\n    break", "dropped statement", ["for x in y:\n    pass"]),
        ("for x in y:\n    continue", "dropped statement", ["for x in y:\n    pass"]),
        ("if a:\n    b = c", "dropped statement", ["pass"]),
    ],
)
def test_each_operator_makes_its_mistakes(before: str, fault: str, after: list[str]) -> None:
    assert mutants(before)[fault] == after


@pytest.mark.parametrize(
    "text",
    [
        '"""A module that says 3 < 4 and is not True."""',
        'def f():\n    """Not 3."""',
        "def f(a: Literal[3]) -> Literal[True]: ...",
        "x: Literal[3]",
        "Kind = Literal[1, 2]",
        'T = TypeVar("T", covariant=True)',
        '__all__ = ["a"]',
        '__version__ = "1" if a else "2"',
        "@cache(maxsize=4)\ndef f(): ...",
        "class A(Struct, frozen=True): ...",
        "x = zip(a, b, strict=True)",
        "if TYPE_CHECKING:\n    f(3)",
        "assert a == 3",
        "x = f'{a:3} {b == 4}'",
        "x = 'text'",
        "def f():\n    return None",
        "def f():\n    return",
        "def f():\n    return 'text'",
        "x = (a  # one or two\n  or b)",
        "x = a",
        "if a:\n    b = c\nelse:\n    c = b",
    ],
)
def test_what_is_no_behaviour_is_left_alone(text: str) -> None:
    ast.parse(text)
    assert mutants(text) == {}


def test_defaults_and_bodies_beside_annotations_are_behaviour() -> None:
    assert mutants("def f(a: int = 3, *, b: bool = True) -> int:\n    return a")["constant"] == [
        "def f(a: int = 4, *, b: bool = True) -> int:\n    return a",
        "def f(a: int = 2, *, b: bool = True) -> int:\n    return a",
    ]
    assert mutants("x: int = 1")["constant"] == ["x: int = 2", "x: int = 0"]
    assert mutants("f = lambda a: a < b")["comparison"] == ["f = lambda a: a <= b", "f = lambda a: a >= b"]


def test_a_mistake_that_is_no_python_or_no_mistake_is_not_made() -> None:
    edit = next(sites("x = 3"))[0]
    assert compiles("x = 3", edit)
    assert not compiles("x = 3", edit._replace(text="("))
    assert not compiles("x = 3", edit._replace(text=" 3"))


def test_the_lines_of_a_mutant() -> None:
    text = "a = 1\nif b:\n    raise c\nd = 2\n"
    edits = {apply(text, edit): edit for group in sites(text) for edit in group}
    assert lines(text, edits["a = 1\npass\nd = 2\n"]) == (2, ["if b:", "    raise c"], ["pass"])
    assert lines(text, edits["a = 1\nif b:\n    pass\nd = 2\n"]) == (3, ["    raise c"], ["    pass"])
    assert lines(text, edits["a = 1\nif b:\n    raise c\nd = 3\n"]) == (4, ["d = 2"], ["d = 3"])


CODE = '''"""A room."""


def small(number):
    """Whether a number is small."""
    return number < 10


def shown(number):
    return number > 10
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one room and a test that holds one half of it on both sides, the other not at all."""
    room = tmp_path / "src" / "isnad" / "room"
    room.mkdir(parents=True)
    (tmp_path / "tests").mkdir()
    (tmp_path / "src" / "isnad" / "__init__.py").touch()
    (room / "__init__.py").write_text(CODE)
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\n")
    (tmp_path / "tests" / "test_room.py").write_text(
        "from isnad.room import small\ndef test_small():\n    assert small(9) is True and small(10) is False\n"
    )
    return tmp_path


def test_a_sample_is_the_same_for_the_same_seed(project: Path) -> None:
    source = project / "src"
    everything = draw(source, ["room", "absent"], 99, 1)
    assert {mutant.path for mutant in everything} == {"isnad/room/__init__.py"}
    assert len(everything) == 6
    assert draw(source, ["room"], 3, 1) == draw(source, ["room"], 3, 1)
    assert len(draw(source, ["room"], 3, 1)) == 3
    assert len({tuple(draw(source, ["room"], 3, seed)) for seed in range(9)}) > 1
    assert draw(source, ["absent"], 3, 1) == []


def test_mutants_are_caught_or_survive_and_the_source_is_mended(project: Path, tmp_path: Path) -> None:
    bench = Bench(project, tmp_path / "bench")
    tests = [project / "tests" / "test_room.py"]
    assert bench.run(tests, 60).outcome == "passed"
    source = project / "src"
    noticed, unnoticed = [m for m in draw(source, ["room"], 99, 1) if m.edit.fault == "return None"]
    results = [result(source, m, bench.judge(m, [[], tests, tests], 60)) for m in (noticed, unnoticed)]
    assert [each.caught for each in results] == [True, False]
    assert results[0].verdict.test == "tests/test_room.py::test_small"
    assert (bench.source / "isnad" / "room" / "__init__.py").read_text() == CODE == (source / noticed.path).read_text()
    assert list(survivors(results)) == [
        "isnad/room/__init__.py:10  return None",
        "  -     return number > 10",
        "  +     return None",
    ]
    assert [line.split() for line in table(results)][1:] == [
        ["room", "2", "1", "1", "50"],
        ["all", "2", "1", "1", "50"],
    ]
    assert [(each["line"], each["caught"]) for each in document(results)] == [(6, True), (10, False)]


def test_a_test_that_does_not_end_is_stopped_and_one_that_is_not_there_is_an_error(
    project: Path, tmp_path: Path
) -> None:
    bench = Bench(project, tmp_path / "bench")
    endless = project / "tests" / "test_endless.py"
    endless.write_text("import time\ndef test_endless():\n    time.sleep(60)\n")
    verdict = bench.run([endless], 2)
    assert verdict.outcome == "out of time"
    assert verdict.seconds < 30
    with pytest.raises(TrialError):
        bench.run([project / "tests" / "nowhere.py"], 60)


def test_every_room_has_tests_and_none_runs_twice(root: Path) -> None:
    for room in DEFAULT:
        first, second = stages(root / "tests", room)
        assert first
        assert not set(first) & set(second)
        assert not [path for path in (*first, *second) if path.stem.endswith("_shared") or not path.is_file()]
    assert [path.name for path in stages(root / "tests", "naming")[0]] == ["test_naming.py", "test_naming_rules.py"]
    assert "test_golden.py" in {path.name for path in stages(root / "tests", "contacts")[0]}
    assert "test_store.py" in {path.name for path in stages(root / "tests", "merge")[1]}
