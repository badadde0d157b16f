"""Hatch calls this before it packs: the files that the page takes from others are fetched by front/build.py."""

import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontHook(BuildHookInterface[Any]):
    """Brings the vendor folder up to date in the tree that is packed: wheel, sdist and editable install alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before files are gathered; in the mode `require` an absence ends the build."""
        root = Path(self.root)
        spec = importlib.util.spec_from_file_location("isnad_front_build", root / "front" / "build.py")
        assert spec is not None
        assert spec.loader is not None
        front = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(front)
        front.build(root, os.environ.get("ISNAD_FRONT", ""), lambda line: print(line, file=sys.stderr))
