"""The picture: an article and its claims as a page that needs nothing else."""

from quoteattr.export.html.fragments import to_html_fragment
from quoteattr.export.html.indexes import index_entry, to_html_index
from quoteattr.export.html.pages import to_html

__all__ = ["index_entry", "to_html", "to_html_fragment", "to_html_index"]
