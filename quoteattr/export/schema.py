"""The JSON Schema of the contract, as it is installed with the package."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any


def load_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one document of the JSON contract.

    Returns:
        A new dictionary each time, so that the caller may change it.

    >>> load_schema()["$defs"]["claim"]["properties"]["kind"]["enum"]
    ['direct', 'mixed', 'indirect']
    """
    text = resources.files("quoteattr.export").joinpath("schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
