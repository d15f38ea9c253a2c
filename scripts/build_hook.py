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
        from mycity_cli import messages
        from mycity_cli.cli.man_pages import write_man_pages
        from scripts import catalogue

        self.folder = Path(tempfile.mkdtemp(prefix="mycity-"))
        locale, man = self.folder / "locale", self.folder / "man"
        for language in set(messages.Language) - {messages.Language.ENGLISH}:
            path = catalogue.file_of(language).with_suffix(".mo")
            made = locale / path.relative_to(messages.LOCALE)
            made.parent.mkdir(parents=True)
            catalogue.compiled(language, made)
            if version == "editable":
                catalogue.compiled(language)
            else:
                build_data["force_include"][str(made)] = str(path.relative_to(Path(self.root, "src")))
        # Among the sources, of which the man pages are made, no catalogue is compiled as yet, or an older one.
        messages.LOCALE = locale
        for name in write_man_pages(man):
            build_data["shared_data"][str(man / name)] = f"share/man/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was packed."""
        del version, build_data, artifact_path
        shutil.rmtree(self.folder)
