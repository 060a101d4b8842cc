"""Stanza's Romanian pipeline as an analyzer; neither it nor torch is loaded before it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from quoteattr.analysis import stanza_models
from quoteattr.analysis.values import ROOT, AnalyzedSentence, AnalyzedToken, TokenizedSentence
from quoteattr.errors import AnalyzerUnavailableError, InputError
from quoteattr.orthography import fold_text

_DEFAULT_BATCH = 200


class StanzaAnalyzer:
    """Tags and parses with Stanza.

    Making one looks whether Stanza and the models are there, without loading either; they are
    loaded with the first sentence. It can be pickled: a copy loads its own models.

    Args:
        model_dir: the folder with ``resources.json`` and ``ro``; by default Stanza's own
            (``STANZA_RESOURCES_DIR``, else its cache).
        package: ``default``, or one of ``rrt``, ``nonstandard``, ``simonero``.
        use_gpu: on a GPU, where torch finds one.
        batch_size: how many sentences are parsed together; memory grows with it.

    Raises:
        AnalyzerUnavailableError: Stanza or the models are missing or broken; the message says
            which command mends it.
        ValueError: ``batch_size`` is below 1.
    """

    parses = True

    def __init__(
        self,
        *,
        model_dir: str | Path | None = None,
        package: str = "default",
        use_gpu: bool = False,
        batch_size: int = _DEFAULT_BATCH,
    ) -> None:
        if batch_size < 1:
            raise InputError(f"batch_size is {batch_size}; it is at least 1")
        stanza_models.check_installed()
        self.model_dir: Path = (
            stanza_models.default_folder() if model_dir is None else Path(model_dir)
        )
        self.package = package
        self.use_gpu = use_gpu
        self.batch_size = batch_size
        stanza_models.check_models(self.model_dir, package)
        self._pipeline: Any = None

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_pipeline": None}

    @staticmethod
    def download(model_dir: str | Path | None = None, *, package: str = "default") -> Path:
        """Download the Romanian models, with a progress bar on standard error.

        Args:
            model_dir: where to; by default Stanza's own folder.
            package: as in the class.

        Returns:
            The folder that holds them now.

        Raises:
            AnalyzerUnavailableError: Stanza is missing, or the models cannot be downloaded.
        """
        return stanza_models.download(model_dir, package)

    def analyze(self, sentences: Iterable[TokenizedSentence]) -> Iterator[AnalyzedSentence]:
        """Yield each sentence parsed, in order.

        Args:
            sentences: ``batch_size`` of them are read ahead.
        """
        source = iter(sentences)
        while batch := list(islice(source, self.batch_size)):
            yield from self._batch(batch)

    def _batch(self, batch: Sequence[TokenizedSentence]) -> Iterator[AnalyzedSentence]:
        from stanza.models.common.doc import Document

        filled = [sentence for sentence in batch if sentence.words]
        parsed: Iterator[Any] = iter(())
        if filled:
            pipeline = self._load()
            (document,) = pipeline.bulk_process([Document([_entries(s) for s in filled])])
            parsed = iter(document.sentences)
        for sentence in batch:
            yield _analyzed(next(parsed)) if sentence.words else AnalyzedSentence(())

    def _load(self) -> Any:
        if self._pipeline is None:
            self._pipeline = load_pipeline(self.model_dir, self.package, use_gpu=self.use_gpu)
        return self._pipeline


def load_pipeline(model_dir: Path, package: str, *, use_gpu: bool) -> Any:
    """Return Stanza's pipeline for sentences that are cut already; the network is left alone.

    Raises:
        AnalyzerUnavailableError: Stanza cannot be imported or cannot read the models.
    """
    stanza_models.check_models(model_dir, package)
    try:
        import stanza
    except ImportError as error:
        raise AnalyzerUnavailableError(
            f"Stanza cannot be imported ({error}); {stanza_models.INSTALL}"
        ) from error
    try:
        return stanza.Pipeline(  # pyright: ignore[reportAttributeAccessIssue]
            "ro",
            dir=str(model_dir),
            package=package,
            processors="tokenize,pos,lemma,depparse",
            download_method=None,
            use_gpu=use_gpu,
            tokenize_pretokenized=True,
            logging_level="CRITICAL",
        )
    except Exception as error:
        # torch and pickle raise whatever the bytes of a broken file lead them to.
        raise AnalyzerUnavailableError(
            f"Stanza cannot read the Romanian models in {model_dir} "
            f"({type(error).__name__}: {str(error).partition(chr(10))[0]}); "
            + stanza_models.how_to_download(model_dir, package)
        ) from error


def _entries(sentence: TokenizedSentence) -> list[dict[str, Any]]:
    """Return the words of a sentence as Stanza takes them, in the letters its models know."""
    return [
        {
            "id": (number,),
            "text": fold_text(form),
            "start_char": word.start,
            "end_char": word.end,
        }
        for number, (word, form) in enumerate(
            zip(sentence.words, sentence.forms, strict=True), start=1
        )
    ]


def _analyzed(sentence: Any) -> AnalyzedSentence:
    return AnalyzedSentence(
        tuple(
            AnalyzedToken(
                start=token.start_char,
                end=token.end_char,
                lemma=word.lemma or "",
                upos=word.upos or "",
                feats=word.feats or "",
                head=word.head - 1 if word.head else ROOT,
                relation=word.deprel or "",
            )
            for token in sentence.tokens
            for word in token.words[:1]
        )
    )
