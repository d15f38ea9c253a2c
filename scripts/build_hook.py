"""What hatchling does for a wheel beside packing it: the catalogues of messages, and the man pages."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Made(BuildHookInterface[Any]):
    """Compiles the catalogues, and puts the man pages under `share/man`, where `man` finds them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make what is packed; where the sources themselves are installed, the catalogues are compiled among them."""
        sys.path[:0] = [self.root, str(Path(self.root, "src"))]
        from mycity_cli.cli.man_pages import write_man_pages
        from mycity_cli.messages import Language
        from scripts import catalogue

        self.folder = Path(tempfile.mkdtemp(prefix="mycity-"))
        for language in Language:
            path = catalogue.file_of(language).with_suffix(".mo")
            if language is Language.ENGLISH:
                continue
            if version == "editable":
                catalogue.compiled(language)
            else:
                made = catalogue.compiled(language, self.folder / f"{language}.mo")
                build_data["force_include"][str(made)] = str(path.relative_to(Path(self.root, "src")))
        for name in write_man_pages(self.folder):
            build_data["shared_data"][str(self.folder / name)] = f"share/man/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was packed."""
        del version, build_data, artifact_path
        shutil.rmtree(self.folder)
