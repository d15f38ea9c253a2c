"""What hatchling does for a wheel beside packing it: the man pages, made of the texts that help shows."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ManPages(BuildHookInterface[Any]):
    """Puts the man pages under `share/man`, where `man` finds them for a command that is installed in `bin`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the pages, and have them packed."""
        del version
        sys.path.insert(0, str(Path(self.root, "src")))
        from mycity_cli.cli.man_pages import write_man_pages

        self.folder = Path(tempfile.mkdtemp(prefix="mycity-man-"))
        for name in write_man_pages(self.folder):
            build_data["shared_data"][str(self.folder / name)] = f"share/man/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was packed."""
        del version, build_data, artifact_path
        shutil.rmtree(self.folder)
