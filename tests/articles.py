"""The strategies for invented articles, under the name that the tests know them by."""

from __future__ import annotations

from quoteattr.testing.strategies import articles, noisy_texts, paragraphs, sentences

__all__ = ["articles", "noisy_texts", "paragraphs", "sentences"]
