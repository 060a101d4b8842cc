"""Rules that a user brings along: taken as functions, told apart, and checked while they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, cast

from attrs import evolve

from quoteattr.attribution.values import Candidate, Rule
from quoteattr.attribution.views import View
from quoteattr.errors import RuleError
from quoteattr.spans import Span
from quoteattr.values import value

Finder: TypeAlias = Callable[[View], Iterator[Candidate]]


def own_rules(rules: Iterable[Rule | Finder], trusted: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules in their order, functions as rules that are named after them.

    Args:
        rules: rules, and functions from a view to candidates; ``find_name_in_brackets``
            becomes the rule ``name-in-brackets``.
        trusted: rules that are not checked while they run.

    Raises:
        RuleError: something is neither rule nor function, or two rules have one id.
    """
    known = {id(rule) for rule in trusted}
    taken: dict[str, Rule] = {}
    for given in rules:
        rule = given if isinstance(given, Rule) else _named(given)
        if rule.id in taken:
            raise RuleError(f"rules: two rules have the id {rule.id!r}")
        is_trusted = id(rule) in known
        checked = _Checked(rule.id, rule.find)
        taken[rule.id] = rule if is_trusted else evolve(rule, find=checked)
    return tuple(taken.values())


def _named(find: object) -> Rule:
    name = getattr(find, "__name__", "")
    if not callable(find) or not name.isidentifier():
        raise RuleError(f"rules: {find!r} is neither a Rule nor a function with a name")
    return Rule(name.removeprefix("find_").strip("_").replace("_", "-"), cast(Finder, find))


@value
class _Checked:
    """Calls the function of a rule and looks at what comes back."""

    rule: str
    find: Finder

    def __call__(self, view: View) -> Iterator[Candidate]:
        """Yield the candidates; raise RuleError where the function fails or one is wrong."""
        try:
            for candidate in self.find(view):
                self._check(candidate, view)
                yield candidate
        except RuleError:
            raise
        except Exception as error:
            raise RuleError(self._at(view, f"{type(error).__name__}: {error}")) from error

    def _check(self, candidate: object, view: View) -> None:
        if not isinstance(candidate, Candidate):
            raise RuleError(self._at(view, f"a Candidate is wanted, not {candidate!r}"))
        if candidate.rule != self.rule:
            raise RuleError(self._at(view, f"the candidate names another rule, {candidate.rule!r}"))
        if not 0 <= candidate.score <= 1:
            raise RuleError(self._at(view, f"score {candidate.score} is not between 0 and 1"))
        if candidate.sentence_index != view.sentence.index:
            raise RuleError(self._at(view, "sentence_index is that of another sentence"))
        mentions = (candidate.speaker, candidate.source, candidate.addressee, *candidate.relays)
        spans = [mention.span for mention in mentions if mention is not None]
        spans += [candidate.cue.span] if candidate.cue is not None else []
        if not candidate.content:
            raise RuleError(self._at(view, "the candidate has no content"))
        for span in (*candidate.content, *spans):
            self._check_span(span, view)
        for span, after in zip(candidate.content, candidate.content[1:], strict=False):
            if after.start < span.end:
                raise RuleError(self._at(view, "the pieces of the content are not in text order"))

    def _check_span(self, span: Span, view: View) -> None:
        if not 0 <= span.start < span.end <= len(view.document.text):
            raise RuleError(self._at(view, f"{span.start}:{span.end} lies not in the text"))

    def _at(self, view: View, message: str) -> str:
        start = view.sentence.start
        line = view.document.text.count("\n", 0, start) + 1
        return f"rule {self.rule!r}, sentence at offset {start} (line {line}): {message}"
