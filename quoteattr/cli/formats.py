"""The formats that the command writes, and how each is laid out over files."""

from __future__ import annotations

from typing import Final, Literal

# What files are read as; that the readers know the same ones is a test's to say: to load
# them takes longer than to print the help.
Form = Literal["text", "jsonl", "csv", "parquet", "html"]
Format = Literal[
    "json",
    "jsonl",
    "csv",
    "parquet",
    "webannotation",
    "brat",
    "cas",
    "tei",
    "schemaorg",
    "labelstudio",
    "gold",
    "html",
]

# Formats of which a file holds one document; of several documents a folder is made.
ONE_A_FILE: Final = frozenset({"brat", "cas", "tei", "html"})
# Formats of which a document is several files, or has another beside it.
ALWAYS_A_FOLDER: Final = frozenset({"brat", "cas"})
# Formats by the ends of file names, where `--to` names none.
BY_NAME: Final[dict[str, Format]] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
}
# The format of which every document is one line, so that a run that broke off can go on.
RESUMABLE: Final = "jsonl"
