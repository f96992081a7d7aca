#!/usr/bin/env python3
"""The weights of a shipped network back as torch has them, to train on where its run is lost.

    recover.py joint.onnx OUT --encoder DIR
    recover.py encoder.onnx vector.onnx OUT --encoder DIR

OUT gets model.safetensors and settings.json, as a training leaves them; the 8-bit weights come back as they are, with
what rounding took from them. DIR holds the MPNet that the network started from.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from fitting import keep
from meaning_network import shape_of
from numpy.typing import NDArray
from onnx.numpy_helper import to_array
from torch import Tensor


def weights(path: Path) -> dict[str, Tensor]:
    """The weights of an exported network by their names in torch."""
    graph = onnx.load(path).graph
    held = {row.name: to_array(row) for row in graph.initializer}
    out = {name: value for name, value in held.items() if name.endswith((".weight", ".bias"))}
    for name in [name.removesuffix("_quantized") for name in held if name.endswith(".weight_quantized")]:
        out[name] = _full(held, name)
    for node in graph.node:
        if node.op_type == "MatMulInteger" and "/large" not in node.name:
            step = node.name.strip("/").removesuffix("_quant").removesuffix("/MatMul").replace("/", ".")
            out[f"{step}.weight"] = _full(held, node.input[1].removesuffix("_quantized")).T
    names = {name: name.replace(".rest.", ".").replace(".Gemm_MatMul.", ".") for name in out}
    return {names[name]: torch.tensor(value).contiguous() for name, value in out.items()}


def _full(held: dict[str, NDArray[np.float32]], name: str) -> NDArray[np.float32]:
    rows = held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"].astype(np.float32)
    return np.asarray(rows * held[f"{name}_scale"], np.float32)


def main() -> None:
    """Read, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("networks", nargs="+", type=Path, help="one, or the halves of one")
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    held = {name: value for path in options.networks for name, value in weights(path).items()}
    keep(held, shape_of(options.encoder), options.out)


if __name__ == "__main__":
    main()
