"""Entities: who the mentions of a document are."""

from quoteattr.entities.attributing import NamedClaim, name_claims
from quoteattr.entities.names import NameTable, build_name_table
from quoteattr.entities.resolution import Resolver
from quoteattr.entities.values import Ranked, Referent, Resolved, order_of_mention

__all__ = [
    "NameTable",
    "NamedClaim",
    "Ranked",
    "Referent",
    "Resolved",
    "Resolver",
    "build_name_table",
    "name_claims",
    "order_of_mention",
]
