"""Run ``pyright --verifytypes quoteattr``; fail below 100 % or where it saw nothing."""

from __future__ import annotations

import json
import subprocess
import sys


def main() -> int:
    result = subprocess.run(
        ["pyright", "--verifytypes", "quoteattr", "--ignoreexternal", "--outputjson"],
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(result.stdout)["typeCompleteness"]
    counts = report["exportedSymbolCounts"]
    known = counts["withKnownType"]
    total = known + counts["withAmbiguousType"] + counts["withUnknownType"]
    score = report["completenessScore"]
    print(f"{known} of {total} exported symbols have a known type: {100 * score:.1f} %")
    for symbol in report["symbols"]:
        if not symbol["isTypeKnown"] and symbol["isExported"]:
            print(symbol["name"])
    return int(score < 1 or total == 0)


if __name__ == "__main__":
    sys.exit(main())
