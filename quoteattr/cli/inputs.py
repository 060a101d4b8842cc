"""What the arguments say of the input."""

from __future__ import annotations

import argparse

from quoteattr.readers import Fields


def fields_of(options: argparse.Namespace) -> Fields:
    """Return the names of the fields of records."""
    return Fields(
        text=options.text_field,
        id=options.id_field,
        title=options.title_field,
        outlet=options.outlet_field,
        date=options.date_field,
    )
