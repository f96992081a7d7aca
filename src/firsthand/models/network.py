"""Loads a network of the package, checked by hash, and runs it."""

import json
import os
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from firsthand.errors import FirsthandError

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # it would keep a record of its use and send it; asked when it is loaded
import onnxruntime

Network: TypeAlias = onnxruntime.InferenceSession
FOLDER = Path(__file__).resolve().parent
Floats = NDArray[np.float32]


class ModelBroken(FirsthandError):
    """A file of a trained model is missing or is not the one that was shipped."""


@cache
def described(home: Path) -> dict[str, Any]:
    """What `model.json` says of the model in a folder. Raises ModelBroken when a file is not as shipped."""
    about: dict[str, Any] = json.loads((home / "model.json").read_text(encoding="utf-8"))
    for name, expected in about["files"].items():
        if not (home / name).is_file() or sha256((home / name).read_bytes()).hexdigest() != expected:
            raise ModelBroken(f"{home / name} is not the file that was shipped; reinstall firsthand")
    return about


def session(path: Path) -> Network:
    """A network ready to run, on one thread: texts are short, and threads would wait for one another."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return Network(path, options, providers=["CPUExecutionProvider"])


@dataclass(frozen=True, slots=True, kw_only=True)
class TextNetwork:
    """A network that reads texts, and the vocabulary that it was trained with."""

    network: Network
    vocabulary: Path


@cache
def text_network(model: str, file: str, folder: Path | None = None) -> TextNetwork | None:
    """The network in a model's folder, loaded once a process; None where there is no such folder.

    Raises ModelBroken when a file of the model is not as shipped.
    """
    home = (folder or FOLDER) / model
    if not home.is_dir():
        return None
    described(home)
    return TextNetwork(network=session(home / file), vocabulary=home / "vocab.txt")


def run(network: Network, **inputs: Any) -> list[Floats]:
    """The outputs of a network."""
    return [np.asarray(out, dtype=np.float32) for out in network.run(None, inputs)]


def softmax(scores: Floats) -> Floats:
    """Scores as shares of one, along the last axis.

    >>> softmax(np.array([0.0, 0.0], dtype=np.float32)).tolist()
    [0.5, 0.5]
    """
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)
