"""Extractions written to and read from formats, one module each."""

from quoteattr.export.brat import from_brat, to_brat
from quoteattr.export.cas import cas_typesystem, from_cas, to_cas
from quoteattr.export.csv import to_csv, write_csv
from quoteattr.export.frames import to_frame
from quoteattr.export.gold import to_gold
from quoteattr.export.html import to_html, to_html_fragment, to_html_index
from quoteattr.export.json import from_dict, from_json, read_jsonl, to_dict, to_json, write_jsonl
from quoteattr.export.labelstudio import from_labelstudio, to_labelstudio
from quoteattr.export.parquet import read_parquet, write_parquet
from quoteattr.export.schema import load_schema
from quoteattr.export.schemaorg import to_schemaorg
from quoteattr.export.tei import to_tei
from quoteattr.export.webannotation import to_webannotation

__all__ = [
    "cas_typesystem",
    "from_brat",
    "from_cas",
    "from_dict",
    "from_json",
    "from_labelstudio",
    "load_schema",
    "read_jsonl",
    "read_parquet",
    "to_brat",
    "to_cas",
    "to_csv",
    "to_dict",
    "to_frame",
    "to_gold",
    "to_html",
    "to_html_fragment",
    "to_html_index",
    "to_json",
    "to_labelstudio",
    "to_schemaorg",
    "to_tei",
    "to_webannotation",
    "write_csv",
    "write_jsonl",
    "write_parquet",
]
