#!/usr/bin/env python3
"""A trained pair reader → what the package ships: ONNX with 8-bit weights, and hashes.

export.py RUN OUT --encoder DIR [--full]
"""

import argparse
import json
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from pair_network import Pair
from safetensors.torch import load_file
from torch import Tensor


class First(torch.nn.Module):
    """A network's first output; the others only training needs."""

    def __init__(self, network: torch.nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, *inputs: Tensor) -> Tensor:
        return self.network(*inputs)[0]


def write(
    network: torch.nn.Module, shape: Mapping[str, int], inputs: Mapping[str, Tensor], out: Path, full: bool
) -> None:
    """The network with its steps fused and its weights in 8 bits, unless `full`."""
    raw = out.with_suffix(".full")
    torch.onnx.export(
        network, tuple(inputs.values()), raw, dynamo=False, opset_version=17,
        input_names=list(inputs), output_names=["out"],
        dynamic_axes={name: {0: "texts", 1: "pieces"} for name in inputs},
    )  # fmt: skip
    optimize_model(str(raw), "bert", num_heads=shape["heads"], hidden_size=shape["width"]).save_model_to_file(str(raw))
    if full:
        raw.rename(out)
        return
    extra = {"DefaultTensorType": 1}
    quantize_dynamic(raw, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, extra_options=extra)
    raw.unlink()


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
    name = "reader.onnx"
    write(First(network), shape, inputs, options.out / name, options.full)
    shutil.copy(options.encoder / "vocab.txt", options.out / "vocab.txt")
    files = {each: sha256((options.out / each).read_bytes()).hexdigest() for each in (name, "vocab.txt")}
    (options.out / "model.json").write_text(json.dumps({"files": files}, indent=1) + "\n")


if __name__ == "__main__":
    main()
