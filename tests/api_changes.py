"""What broke in the public API since a tag of git: ``nox -s api``.

Public are the names in ``__all__`` of the modules that docs/reference/stability.md lists.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import griffe

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "stability.md"


def public_modules() -> list[str]:
    listed = PAGE.read_text("utf-8").partition("## What is public")[2].partition("##")[0]
    names = set(re.findall(r"`(quoteattr(?:\.\w+)*)`", listed))
    return sorted({name.removesuffix(".__all__") for name in names})


def public_names(package: griffe.Object) -> dict[str, str]:
    """Return where the objects are defined that the public names stand for."""
    found = {}
    for module in public_modules():
        loaded = package if module == package.path else package[module.partition(".")[2]]
        for name in loaded.exports or ():
            # Of the rules, what a rule of one's own needs: the functions there are internal.
            if module == "quoteattr.attribution" and str(name).islower():
                continue
            member = loaded.members[str(name)]
            path = member.target_path if member.is_alias else member.path
            found[f"{module}.{name}"] = str(path)
    return found


def broken(old: griffe.Object, new: griffe.Object) -> Iterator[str]:
    before, after = public_names(old), public_names(new)
    if not before:
        raise SystemExit("no public names are found: the check would see nothing")
    yield from (f"{name}: is gone" for name in sorted(set(before) - set(after)))
    defined = tuple(before.values())
    for change in griffe.find_breaking_changes(old, new):
        path = change.obj.path
        if any(path == name or path.startswith(f"{name}.") for name in defined):
            yield change.explain(griffe.ExplanationStyle.ONE_LINE)


def main(tag: str) -> int:
    old = griffe.load_git("quoteattr", ref=tag, repo=ROOT, search_paths=["."])
    new = griffe.load("quoteattr", search_paths=[ROOT])
    changes = list(broken(old, new))
    print(*changes, f"{len(changes)} breaking changes since {tag}", sep="\n")
    return int(bool(changes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
