#!/usr/bin/env python3
"""An exported encoder, its steps written as ONNX Runtime runs them fastest on a CPU; its weights stay as they are.

steps.py ENCODER.onnx        # rewritten in place

Its fused steps are the slow ones there (version 1.32): a sum and the norm behind it take a quarter of the time as steps
of their own, and attention without a mask may be worked out block by block. So the encoder reads one window at a time,
unpadded.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import onnx
from onnx import GraphProto, ModelProto, NodeProto, TensorProto
from onnx.helper import make_node

HEADS = 12


def rewrite(model: ModelProto) -> None:
    """Write out normalisation and 8-bit attention, and leave the mask out, in place."""
    graph = model.graph
    replace(graph, {"SkipLayerNormalization": normalised, "QAttention": attended, "Attention": unmasked})
    needed = {output.name for output in graph.output}
    kept = []
    for node in reversed(graph.node):  # what only the mask led to is needed no more
        if needed & {*node.output}:
            needed |= {*node.input}
            kept.append(node)
    del graph.node[:]
    graph.node.extend(reversed(kept))
    for held in (graph.initializer, graph.input):
        for each in [each for each in held if each.name not in needed]:
            held.remove(each)


def replace(graph: GraphProto, steps: Mapping[str, Callable[[NodeProto], Iterator[NodeProto]]]) -> None:
    """Put what is made of them in the place of the steps of some kinds."""
    nodes = [new for node in graph.node for new in steps.get(node.op_type, unchanged)(node)]
    del graph.node[:]
    graph.node.extend(nodes)


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
    for n, other in enumerate((beside, *bias)):
        yield make_node("Add", [whole, other], [f"{node.name}/sum{n}"], f"{node.name}/Add{n}")
        whole = f"{node.name}/sum{n}"
    epsilon = {each.name: each.f for each in node.attribute}["epsilon"]
    yield make_node("LayerNormalization", [whole, scale, shift], [node.output[0]], node.name, epsilon=epsilon)


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
