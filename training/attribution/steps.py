#!/usr/bin/env python3
"""An exported encoder, its steps written as ONNX Runtime runs them fastest on a CPU; its weights stay as they are.

steps.py ENCODER.onnx        # rewritten in place

Its fused steps are the slow ones there (version 1.32): normalising takes a quarter of the time when it is written out,
and attention without a mask may be worked out block by block. So the encoder reads one window at a time, unpadded.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, TensorProto, numpy_helper
from onnx.helper import make_node

EPSILON = "epsilon"
HEADS = 12


def rewrite(model: ModelProto) -> None:
    """Write out normalisation and 8-bit attention, and leave the mask out, in place."""
    graph = model.graph
    steps = {"SkipLayerNormalization": normalised, "QAttention": attended, "Attention": unmasked}
    nodes = [new for node in graph.node for new in steps.get(node.op_type, unchanged)(node)]
    graph.initializer.append(numpy_helper.from_array(np.array(1e-12, np.float32), EPSILON))
    needed = {output.name for output in graph.output}
    kept = []
    for node in reversed(nodes):  # what only the mask led to is needed no more
        if needed & {*node.output}:
            needed |= {*node.input}
            kept.append(node)
    del graph.node[:]
    graph.node.extend(reversed(kept))
    for held in (graph.initializer, graph.input):
        for each in [each for each in held if each.name not in needed]:
            held.remove(each)


def unchanged(node: NodeProto) -> Iterator[NodeProto]:
    """A step as it is."""
    yield node


def unmasked(node: NodeProto) -> Iterator[NodeProto]:
    """32-bit attention of each place to all."""
    node.input[3] = ""
    yield node


def normalised(node: NodeProto) -> Iterator[NodeProto]:
    """The sum of two inputs and a bias, normalised over its last axis, scaled and shifted."""
    whole, beside, scale, shift, *bias = node.input
    at = f"{node.name}/"
    if bias:
        yield make_node("Add", [whole, bias[0]], [f"{at}biased"])
        whole = f"{at}biased"
    yield make_node("Add", [whole, beside], [f"{at}sum"])
    yield make_node("ReduceMean", [f"{at}sum"], [f"{at}mean"], axes=[-1])
    yield make_node("Sub", [f"{at}sum", f"{at}mean"], [f"{at}off"])
    yield make_node("Mul", [f"{at}off", f"{at}off"], [f"{at}square"])
    yield make_node("ReduceMean", [f"{at}square"], [f"{at}variance"], axes=[-1])
    yield make_node("Add", [f"{at}variance", EPSILON], [f"{at}positive"])
    yield make_node("Sqrt", [f"{at}positive"], [f"{at}deviation"])
    yield make_node("Div", [f"{at}off", f"{at}deviation"], [f"{at}even"])
    yield make_node("Mul", [f"{at}even", scale], [f"{at}scaled"])
    yield make_node("Add", [f"{at}scaled", shift], [node.output[0]])


def attended(node: NodeProto) -> Iterator[NodeProto]:
    """Queries, keys and values by one 8-bit product, then attention of each place to all."""
    whole, weight, bias, step, weight_step, _, zero, weight_zero = node.input[:8]
    at = f"{node.name}/"
    yield make_node("MatMulInteger", [whole, weight, zero, weight_zero], [f"{at}whole"])
    yield make_node("Cast", [f"{at}whole"], [f"{at}real"], to=TensorProto.FLOAT)
    yield make_node("Mul", [step, weight_step], [f"{at}step"])
    yield make_node("Mul", [f"{at}real", f"{at}step"], [f"{at}product"])
    yield make_node("Add", [f"{at}product", bias], [f"{at}all"])
    parts = [f"{at}query", f"{at}key", f"{at}value"]
    yield make_node("Split", [f"{at}all"], parts, axis=-1)
    yield make_node("MultiHeadAttention", parts, [node.output[0]], domain="com.microsoft", num_heads=HEADS)


def rewrite_file(path: Path) -> None:
    """Rewrite the network of a file."""
    model = onnx.load(path)
    rewrite(model)
    onnx.checker.check_model(model)
    onnx.save(model, path)


if __name__ == "__main__":
    rewrite_file(Path(sys.argv[1]))
