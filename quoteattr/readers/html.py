"""Articles out of web pages; trafilatura is imported when the first is read.

What it takes out, title first, becomes the document: offsets are those of this text, and the
extraction holds it, since no file does.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from attrs import evolve

from quoteattr.errors import MissingExtraError
from quoteattr.extras import import_extra
from quoteattr.readers.decoding import checked, decoded, is_encoding
from quoteattr.readers.rows import known
from quoteattr.records import ErrorRecord, Record

# Browsers look for the encoding in the first kilobyte: `<meta charset="iso-8859-2">`.
DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s{0,9}+=\s{0,9}+["']?([\w.:-]{1,40}+)""", re.I
)
HEAD = 1024
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def html_record(
    data: bytes, name: str, document_id: str | None, encoding: str | None
) -> Record | ErrorRecord:
    """Return the article of a page with its title, outlet and date, or the record of the error.

    Args:
        data: the page.
        name: what messages call the file.
        document_id: of the document, or None.
        encoding: of the page; None is what it declares, else UTF-8.
    """
    page = decoded(data, name, document_id, has_bom=True, encoding=encoding or _declared(data))
    if isinstance(page, ErrorRecord):
        return page
    try:
        trafilatura = import_extra("trafilatura", extra="html", what="reading HTML")
    except MissingExtraError as error:
        message = f"{name}: {error}; --from text takes the page as it is"
        return ErrorRecord(document_id, "missing-extra", message)
    found = _article(trafilatura, page)
    if found is None or not (found.text or "").strip():
        return ErrorRecord(document_id, "no-article", f"{name}: no article found in this page")
    title = known(found.title)
    record = checked(_with_title(found.text, title), document_id, name)
    if isinstance(record, ErrorRecord):
        return record
    return evolve(
        record,
        title=title,
        outlet=known(found.sitename) or known(found.hostname),
        date=known(found.date),
        extracted_from="html",
    )


def _article(trafilatura: Any, page: str) -> Any:
    """Return what is the article of a page, or None; the same page gives the same one."""
    try:
        return trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            deduplicate=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    # A page of the web can be anything at all, and its parser is not ours.
    except Exception:  # noqa: BLE001
        return None


def _with_title(text: str, title: str | None) -> str:
    """Return an article below its headline, which claims repeat and are repeated by."""
    if title is None or text.lstrip().startswith(title):
        return text
    return f"{title}\n\n{text}"


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page names, where it is one."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    match = DECLARED.search(data, 0, HEAD)
    name = match[1].decode("ascii") if match else ""
    # A page of which these bytes can be read is not in UTF-16, whatever it says.
    return name if is_encoding(name) and not name.lower().startswith("utf") else None
