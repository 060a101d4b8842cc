"""Micro models trained on the spot, and real ones where the environment names a folder."""

from __future__ import annotations

import importlib.util
import json
import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from treebank import conllu

HAS_STANZA = importlib.util.find_spec("stanza") is not None
NOT_INSTALLED = "Stanza is not installed: nox -s stanza installs it"
PROCESSORS = ("tokenize", "pos", "lemma", "depparse")
COMMON = ("--cpu", "--seed", "1", "--shorthand", "ro_micro")
NETWORK = (
    "--no_pretrain --word_cutoff 0 --hidden_dim 32 --num_layers 1 --char_hidden_dim 16"
    " --char_emb_dim 8 --word_emb_dim 16 --tag_emb_dim 8 --transformed_dim 16"
    " --deep_biaff_hidden_dim 16 --max_steps 40 --eval_interval 40 --no_second_optim"
).split()
TAGGER = "--composite_deep_biaff_hidden_dim 8 --fix_eval_interval".split()
PARSER = (
    "--optim adam --lr 0.01 --beta2 0.95 --no_checkpoint --no_use_arc_embedding --batch_size 300"
    " --deep_biaff_output_dim 16"
).split()


@pytest.fixture(scope="session")
def micro_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of models as Stanza downloads them, trained in this process in seconds."""
    if not HAS_STANZA:
        pytest.skip(NOT_INSTALLED)
    folder = tmp_path_factory.mktemp("stanza")
    treebank = folder / "treebank.conllu"
    treebank.write_text(conllu(), "utf-8")
    with quietly():
        _train(folder / "ro", treebank)
    names = dict.fromkeys(PROCESSORS, "micro")
    romanian = {processor: {"micro": {}} for processor in PROCESSORS} | {
        "default_processors": names,
        "packages": {"default": names},
        "lang_name": "Romanian",
    }
    (folder / "resources.json").write_text(json.dumps({"ro": romanian}), "utf-8")
    return folder


def _train(folder: Path, treebank: Path) -> None:
    """Run Stanza's own training programs, with the smallest networks they can make."""
    from stanza.models import lemmatizer, parser, tagger

    programs = {
        "pos": (tagger, [*NETWORK, *TAGGER]),
        "lemma": (lemmatizer, ["--dict_only", "--num_epoch", "1"]),
        "depparse": (parser, [*NETWORK, *PARSER]),
    }
    for processor, (program, options) in programs.items():
        program.main(
            [
                *COMMON,
                *options,
                *("--train_file", str(treebank), "--eval_file", str(treebank)),
                *("--save_dir", str(folder / processor), "--save_name", "micro.pt"),
            ]
        )


@contextmanager
def quietly() -> Iterator[None]:
    """Keep Stanza's log off the screen, the warnings of torch from failing a test, and torch
    to one thread: networks so small lose ten times the time where threads share a core.
    """
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    logger = logging.getLogger("stanza")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    logger.setLevel(level)
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def real_models() -> Path:
    """The folder of real models that ``QUOTEATTR_STANZA_DIR`` names."""
    folder = os.environ.get("QUOTEATTR_STANZA_DIR")
    if not HAS_STANZA:
        pytest.skip(NOT_INSTALLED)
    if not folder:
        pytest.skip("QUOTEATTR_STANZA_DIR names no folder of real models")
    return Path(folder)
