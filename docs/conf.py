"""Configuration of Sphinx."""

from __future__ import annotations

import importlib.metadata
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent / "_ext"))

project = "quoteattr"
author = "The quoteattr authors"
copyright = "2026, The quoteattr authors"
release = version = importlib.metadata.version("quoteattr")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "live",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"quoteattr {release}"
html_show_sphinx = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
napoleon_numpy_docstring = False
