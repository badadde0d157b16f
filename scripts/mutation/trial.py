"""One worker's copy of the source, and what the tests say of it with a mistake in it."""

import compileall
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from .operators import apply
from .rooms import LEFT_OUT
from .sample import Mutant

Outcome = Literal["passed", "failed", "out of time"]
_PASSED, _USAGE, _NONE = 0, 4, 5
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
# they make what the cache of the lexicon holds, under a name that does not speak of them
_SHAPES_THE_CACHE = ("arabic", "lexicon", "model")


class TrialError(Exception):
    """The tests could not be run at all."""


class Verdict(NamedTuple):
    """What the tests said: the first that failed, and how long they took."""

    outcome: Outcome
    test: str | None
    seconds: float


class Bench:
    """A copy of `src` in a folder of its own, in which files are broken and mended again."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder, self.source = root, folder, folder / "src"
        shutil.copytree(root / "src", self.source, ignore=shutil.ignore_patterns("__pycache__", "vendor"))
        compileall.compile_dir(self.source, quiet=2)
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(self.source),
            # a compiled file goes by the second of its source: broken and mended within one, it would serve for both
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "XDG_CACHE_HOME": str(folder / "cache"),
        }

    def run(self, files: Sequence[Path], limit: float) -> Verdict:
        """What the tests say of the source as it stands; those still running after `limit` seconds are stopped."""
        config = ["-c", str(self.root / "pyproject.toml"), "--rootdir", str(self.root), "-p", "no:cacheprovider"]
        command = [sys.executable, "-m", "pytest", *config, "-x", "-q", "-k", LEFT_OUT, *map(str, files)]
        start = time.monotonic()
        with subprocess.Popen(
            command, cwd=self.folder, env=self.environment, text=True, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ) as process:  # fmt: skip
            try:
                output, _ = process.communicate(timeout=limit)
            except subprocess.TimeoutExpired:
                return Verdict("out of time", None, time.monotonic() - start)
            finally:
                _stop(process)
        if process.returncode in {_USAGE, _NONE}:
            raise TrialError(output)
        found = _FAILED.search(output)
        passed = process.returncode == _PASSED
        test = self._test(found[1]) if found else None
        return Verdict("passed" if passed else "failed", test, time.monotonic() - start)

    def _test(self, name: str) -> str:
        """A test's name as one calls it from the root; pytest names its file from the folder that it runs in."""
        path, mark, test = name.partition("::")
        return f"{os.path.relpath((self.folder / path).resolve(), self.root.resolve())}{mark}{test}"

    def judge(self, mutant: Mutant, stages: Sequence[Sequence[Path]], limit: float) -> Verdict:
        """The first verdict that is not «passed», or the last one; the source is as before when this returns."""
        path = self.source / mutant.path
        text = path.read_text("utf-8")
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink()
        try:
            path.write_text(apply(text, mutant.edit), "utf-8")
            return self._judge(stages, limit)
        finally:
            path.write_text(text, "utf-8")
            if mutant.room in _SHAPES_THE_CACHE:
                shutil.rmtree(self.folder / "cache", ignore_errors=True)

    def _judge(self, stages: Sequence[Sequence[Path]], limit: float) -> Verdict:
        seconds = 0.0
        verdict = Verdict("passed", None, 0.0)
        for files in stages:
            if files and verdict.outcome == "passed":
                verdict = self.run(files, limit)
                seconds += verdict.seconds
        return verdict._replace(seconds=seconds)


def _stop(process: "subprocess.Popen[str]") -> None:
    """End the tests and every process that they started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
