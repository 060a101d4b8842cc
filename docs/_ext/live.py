"""Three directives that keep the reference true: it is made from the program at build time.

``{quoteattr-run} ARGUMENTS`` shows what the command prints; ``{quoteattr-rules}`` lists the rules
of attribution with their docstrings; ``{quoteattr-article} FILE`` draws an article with its claims.
"""

from __future__ import annotations

import html
import importlib
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.application import Sphinx

LITERAL = re.compile(r"``([^`]+)``|`([^`]+)`|\*([^*]+)\*")


class RunCommand(Directive):
    """Runs ``quoteattr`` with the arguments of the directive and shows its output."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {"language": directives.unchanged}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        arguments = self.arguments[0].split()
        result = subprocess.run(
            [sys.executable, "-m", "quoteattr", *arguments],
            env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if result.returncode:
            raise self.error(f"quoteattr {self.arguments[0]}: {result.stderr}")
        block = nodes.literal_block(result.stdout, result.stdout)
        block["language"] = self.options.get("language", "text")
        return [block]


class DrawArticle(Directive):
    """Draws a file of the project as ``quoteattr html`` does; other formats get its text."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        from quoteattr import extract
        from quoteattr.export import to_html_fragment

        path = Path(__file__).parents[2] / self.arguments[0]
        text = path.read_text("utf-8")
        drawn = html.escape(to_html_fragment(extract(text, doc_id=path.stem)))
        # A frame of its own: the theme has other ideas of what `content` looks like.
        frame = f'<iframe title="{path.stem}" srcdoc="{drawn}" class="article"></iframe>'
        style = "<style>iframe.article {width: 100%; height: 40rem; border: 1px solid #ccc}</style>"
        return [nodes.raw("", style + frame, format="html")]


class RuleList(Directive):
    """Lists ``quoteattr.attribution.DEFAULT_RULES``."""

    def run(self) -> list[nodes.Node]:
        rules = getattr(importlib.import_module("quoteattr.attribution"), "DEFAULT_RULES", ())
        if not rules:
            raise self.error("quoteattr.attribution.DEFAULT_RULES is empty")
        children: list[nodes.Node] = []
        for rule in rules:
            section = nodes.section(ids=[nodes.make_id(f"rule-{rule.id}")])
            section += nodes.title(rule.id, rule.id)
            section.extend(blocks(docstring(rule)))
            children.append(section)
        return children


def docstring(rule: Any) -> str:
    """Return the docstring of the function that a rule carries, else the rule's own."""
    fields = attrs.fields(type(rule)) if attrs.has(type(rule)) else ()
    values = [getattr(rule, field.name) for field in fields]
    carried = [value for value in values if inspect.isfunction(value) and value.__doc__]
    return inspect.getdoc(carried[0] if carried else rule) or ""


def blocks(text: str) -> Iterator[nodes.Node]:
    """Yield paragraphs, and literal blocks where the docstring shows an example."""
    for block in re.split(r"\n\s*\n", text.strip()):
        if block.lstrip().startswith(">>>"):
            literal = nodes.literal_block(block, block)
            literal["language"] = "pycon"
            yield literal
        else:
            # Examples stand on lines of their own.
            for line in re.split(r"\n(?=(?:Example|Counter)\b)", block):
                yield paragraph(" ".join(line.split()))


def paragraph(text: str) -> nodes.paragraph:
    """Return a paragraph in which words between backticks are literal, between stars emphatic."""
    result = nodes.paragraph()
    position = 0
    for found in LITERAL.finditer(text):
        result += nodes.Text(text[position : found.start()])
        if found.group(3):
            result += nodes.emphasis(found.group(3), found.group(3))
        else:
            word = found.group(1) or found.group(2)
            result += nodes.literal(word, word)
        position = found.end()
    result += nodes.Text(text[position:])
    return result


def trim_literals(*event: Any) -> None:
    """Take the blanks at the ends of literals away, which reStructuredText does not allow."""
    lines: list[str] = event[-1]
    lines[:] = [re.sub(r"`` *([^`]+?) *``", r"``\1``", line) for line in lines]


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("quoteattr-run", RunCommand)
    app.add_directive("quoteattr-rules", RuleList)
    app.add_directive("quoteattr-article", DrawArticle)
    app.connect("autodoc-process-docstring", trim_literals)
    return {"parallel_read_safe": True}
