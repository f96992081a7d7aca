"""Loads the grammar model, checked by hash, once a process."""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import NumpyOps

from firsthand.errors import FirsthandError
from firsthand.language import topic

# Steps that the stages do not read; leaving them out saves a third of the time.
UNUSED = ("senter",)


class ModelMissing(FirsthandError):
    """No grammar model is installed for a language, or its files are not those we know."""


def verified(package: str, files: dict[str, str]) -> Path:
    """The folder of an installed model whose `files` (path → SHA-256) are as expected.

    Raises ModelMissing when the package is absent or a file differs.
    """
    try:
        root = Path(str(distribution(package).locate_file("")))
    except PackageNotFoundError:
        raise ModelMissing(f"the model {package} is not installed: pip install {package}") from None
    for name, expected in files.items():
        if not (root / name).is_file() or sha256((root / name).read_bytes()).hexdigest() != expected:
            raise ModelMissing(f"{name} is not the file we know; reinstall it: pip install --force-reinstall {package}")
    return root


@cache
def grammar(language: str) -> Language:
    """The spaCy pipeline for a language; a model that the user installed under its own name is preferred."""
    model = topic(language, "grammar")
    if spacy.util.is_package(model["preferred"]):
        nlp = spacy.load(model["preferred"], exclude=UNUSED)
    else:
        root = verified(model["package"], model["files"])
        nlp = spacy.load(root / model["folder"], exclude=UNUSED)
    for _, step in nlp.pipeline:
        for layer in getattr(getattr(step, "model", None), "walk", list)():
            layer.ops = NumpyOps(use_blis=False)  # a quarter faster on two cores, same output
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for kind, words in list(index.items()):
        index[kind] = frozenset(words)  # a list, which is searched for every form of every word
    for word in model["shortened"]:
        nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]
    return nlp
