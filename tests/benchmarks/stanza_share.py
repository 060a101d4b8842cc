"""What the analyzer Stanza costs beside Stanza itself: ``python tests/benchmarks/stanza_share.py``.

Arguments: the folder of the models, a file of records with texts. The same sentences, cut the
same way, go once through Stanza's bare pipeline and once through the Extractor.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from quoteattr import Extractor, Record
from quoteattr.analysis.stanza import StanzaAnalyzer, _entries, load_pipeline
from quoteattr.attribution import sentences_to_parse
from quoteattr.attribution.preparing import prepare
from quoteattr.lexicon import default_lexicon


def main(models: str, texts: str) -> None:
    """Print words a second of both, and the share that is this library's own."""
    import torch
    from stanza.models.common.doc import Document

    torch.set_num_threads(1)  # threads that wait for a busy core count as CPU time

    records = [
        Record(str(number), json.loads(line)["text"])
        for number, line in enumerate(Path(texts).read_text("utf-8").splitlines())
    ]
    lexicon = default_lexicon()
    sentences = [
        sentence
        for record in records
        for sentence in sentences_to_parse(
            prepare(record.text, record.id, lexicon, include_furniture=False).views
        )
        if sentence.words
    ]
    words = sum(len(sentence.words) for sentence in sentences)
    pipeline = load_pipeline(Path(models), "default", use_gpu=False)
    analyzer = StanzaAnalyzer(model_dir=models)
    list(analyzer.analyze(sentences[:1]))
    size = analyzer.batch_size
    bare = whole = float("inf")
    for _ in range(2):  # the better of two, in turns
        began = time.process_time()
        for start in range(0, len(sentences), size):
            batch = sentences[start : start + size]
            pipeline.bulk_process([Document([_entries(s) for s in batch])])
        bare = min(bare, time.process_time() - began)
        began = time.process_time()
        claims = sum(len(r.claims) for r in Extractor(analyzer=analyzer).extract_many(records))
        whole = min(whole, time.process_time() - began)
    print(f"{len(sentences)} sentences, {words} words, {claims} claims")
    print(f"bare pipeline {bare:.1f} CPU seconds, {words / bare:.0f} words a second")
    print(f"extraction    {whole:.1f} CPU seconds; added: {whole / bare - 1:+.0%}")


if __name__ == "__main__":
    main(*sys.argv[1:])
