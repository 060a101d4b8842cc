"""Works the tables of the lexicon out while the package is built, so that no text waits for them.

``pip install -e .`` and the building of a wheel write them into the checkout, where git does not
see them; a checkout without them works from the TOML files.
"""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TablesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the built tables and has them put into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write the tables, with the code of the checkout that is built."""
        sys.path.insert(0, self.root)
        from quoteattr.declension.vocabulary import write_vocabulary
        from quoteattr.entities.families import write_families
        from quoteattr.lexicon.lexicon import write_lexicon_tables
        from quoteattr.zones.labels import write_furniture

        for write in (write_lexicon_tables, write_vocabulary, write_families, write_furniture):
            write()
        build_data["artifacts"].append("/quoteattr/lexicon/*/built/*.txt")
