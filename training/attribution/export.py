#!/usr/bin/env python3
"""A trained tagger → what the package ships: ONNX with 8-bit weights, hashes, labels.

export.py RUN OUT --encoder DIR [--cue 0.4]
"""

import argparse
import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import steps
import torch
from network import Encoder, Linker
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from safetensors.torch import load_file
from train import LINKERS, sizes_of


class Alone(torch.nn.Module):
    """The linker for the cues of one window."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(self, words, cues, places, mask, pairs):
        return self.linker(words[None], torch.zeros_like(cues[:, 0]), cues, places, mask, pairs)


def load(run: Path) -> tuple[dict[str, Any], Encoder, torch.nn.Module]:
    """The settings and the networks of a training run, from its end or its last checkpoint."""
    settings = json.loads((run / "settings.json").read_text())
    words, relations = sizes_of(settings["labels"])
    encoder = Encoder(settings["shape"], words).eval()
    linker = LINKERS[settings["linker"]](settings["shape"]["width"], relations).eval()
    if (run / "model.safetensors").exists():
        state = load_file(run / "model.safetensors")
    else:
        saved = torch.load(run / "checkpoint.pt", weights_only=True)
        state = {f"{part}.{k}": v for part in ("encoder", "linker") for k, v in saved[part].items()}
    for name, network in (("encoder.", encoder), ("linker.", linker)):
        network.load_state_dict({k.removeprefix(name): v for k, v in state.items() if k.startswith(name)})
    return settings, encoder, linker


def write_encoder(encoder: Encoder, shape: dict[str, int], out: Path, full: bool) -> None:
    """The encoder with its steps fused and its weights in 8 bits, unless `full`."""
    batch, length, count = 2, 50, 40
    example = (
        torch.randint(1000, 2000, (batch, length)),
        torch.ones(batch, length),
        torch.zeros(batch, length, 7, dtype=torch.long),
        torch.arange(1, count + 1).repeat(batch, 1),
    )
    pieces = {0: "windows", 1: "pieces"}
    axes = {"pieces": pieces, "mask": pieces, "features": pieces, "first": {0: "windows", 1: "words"}}
    raw = out.with_suffix(".full")
    torch.onnx.export(
        encoder, example, raw, dynamo=False, opset_version=17,
        input_names=list(axes), output_names=["words", "tags"], dynamic_axes=axes,
    )  # fmt: skip
    optimize_model(str(raw), "bert", num_heads=shape["heads"], hidden_size=shape["width"]).save_model_to_file(str(raw))
    if full:
        raw.rename(out)
        steps.rewrite_file(out)
        return
    quantize_dynamic(
        raw,
        out,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": 1},
    )
    raw.unlink()
    steps.rewrite_file(out)


def write_linker(linker: torch.nn.Module, width: int, out: Path) -> None:
    """The linker for the cues of one window; it is small, and stays as it is."""
    cues, count = 3, 40
    example = (
        torch.randn(count, width),
        torch.tensor([[1, 2]] * cues),
        torch.arange(count).repeat(cues, 1),
        torch.ones(cues, count),
        torch.zeros(cues, count, 5, dtype=torch.long),
    )
    around = {0: "cues", 1: "around"}
    axes = {"words": {0: "words"}, "cues": {0: "cues"}, "places": around, "mask": around, "pairs": around}
    torch.onnx.export(
        Alone(linker), example, out, dynamo=False, opset_version=17,
        input_names=list(axes), output_names=["roles"], dynamic_axes=axes,
    )  # fmt: skip


def main() -> None:
    """Export, write down the hashes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--cue", type=float, default=0.4, help="the least probability of a cue's first word")
    parser.add_argument("--full", action="store_true", help="keep 32-bit weights, to see what the 8 bits cost")
    options = parser.parse_args()
    settings, encoder, linker = load(options.run)
    shape = settings["shape"]
    options.out.mkdir(parents=True, exist_ok=True)
    write_encoder(encoder, shape, options.out / "encoder.onnx", options.full)
    write_linker(linker, shape["width"], options.out / "linker.onnx")
    shutil.copy(options.encoder / "vocab.txt", options.out / "vocab.txt")
    names = ("encoder.onnx", "linker.onnx", "vocab.txt")
    files = {name: sha256((options.out / name).read_bytes()).hexdigest() for name in names}
    about = {
        "begin": shape["begin"],
        "end": shape["end"],
        "cue": options.cue,
        "labels": settings["labels"],
        "files": files,
    }
    (options.out / "model.json").write_text(json.dumps(about, indent=1) + "\n")
    for name in names:
        print(f"{(options.out / name).stat().st_size / 1e6:6.1f} MB {name}")


if __name__ == "__main__":
    main()
