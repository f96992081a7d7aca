#!/usr/bin/env python3
"""A trained pair reader → what the package ships: ONNX with 8-bit weights, and hashes.

export.py RUN OUT --encoder DIR [--full]
"""

import argparse
import json
import shutil
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from pair_network import Pair
from safetensors.torch import load_file
from steps import normalised, replace
from torch import Tensor, nn


class First(nn.Module):
    """A network's first output; the others only training needs."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, *inputs: Tensor) -> Tensor:
        return self.network(*inputs)[0]


def write(
    network: nn.Module,
    shape: Mapping[str, int],
    inputs: Mapping[str, Tensor],
    outputs: Sequence[str],
    out: Path,
    full: bool = False,
) -> None:
    """The network with its steps fused and its weights in 8 bits, unless `full`; steps called `large` keep all bits."""
    raw = out.with_suffix(".full")
    axes = {name: {0: "texts", 1: "pieces"} for name in (*inputs, "states")} | {"roles": {0: "texts"}}
    torch.onnx.export(
        network, tuple(inputs.values()), raw, dynamo=False, opset_version=17,
        input_names=list(inputs), output_names=list(outputs),
        dynamic_axes={name: axes[name] for name in (*inputs, *outputs) if name in axes},
    )  # fmt: skip
    optimize_model(str(raw), "bert", num_heads=shape["heads"], hidden_size=shape["width"]).save_model_to_file(str(raw))
    unfuse(raw)
    if full:
        raw.rename(out)
        return
    kept = [node.name for node in onnx.load(raw).graph.node if "/large/" in node.name]
    # Seven bits, since processors without 8-bit instructions would overflow; each column from its least to its largest
    # weight, or the seven bits cost the denial reader much: log-odds off by 1.3 on average, so by 0.2.
    quantize_dynamic(
        raw, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, nodes_to_exclude=kept,
        extra_options={"DefaultTensorType": 1, "WeightSymmetric": False},
    )  # fmt: skip
    raw.unlink()


def unfuse(path: Path) -> None:
    """Undo, in place, what fuses a sum with the norm behind it: both at once take onnxruntime five times as long."""
    model = onnx.load(path, load_external_data=False)
    replace(model.graph, {"SkipLayerNormalization": normalised})
    onnx.save(model, path)


def sign(out: Path) -> None:
    """Write down the hashes of what ships of a folder."""
    ships = [each for each in sorted(out.iterdir()) if each.suffix in (".onnx", ".bin") or each.name == "vocab.txt"]
    files = {each.name: sha256(each.read_bytes()).hexdigest() for each in ships}
    (out / "model.json").write_text(json.dumps({"files": files}, indent=1) + "\n")


def main() -> None:
    """Export, write down the hashes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--full", action="store_true", help="keep 32-bit weights, to see what the 8 bits cost")
    options = parser.parse_args()
    shape = json.loads((options.run / "settings.json").read_text())["shape"]
    network = Pair(shape).eval()
    network.load_state_dict(load_file(options.run / "model.safetensors"))
    options.out.mkdir(parents=True, exist_ok=True)
    inputs = {"pieces": torch.randint(1000, 2000, (2, 50)), "mask": torch.ones(2, 50)}
    inputs["segments"] = torch.zeros(2, 50, dtype=torch.long)
    write(First(network), shape, inputs, ["out"], options.out / "reader.onnx", options.full)
    shutil.copy(options.encoder / "vocab.txt", options.out / "vocab.txt")
    sign(options.out)


if __name__ == "__main__":
    main()
