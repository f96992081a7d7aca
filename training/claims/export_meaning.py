#!/usr/bin/env python3
"""The trained statement encoder, then what reads on from it → what the package ships: ONNX with 8-bit weights, hashes.

    export_meaning.py RUN OUT --encoder DIR
    export_meaning.py RUN OUT --encoder DIR --joint JOINT
    export_meaning.py RUN OUT --encoder DIR --denials DENIALS

RUN is a run of train_meaning.py, JOINT one of train_joint.py, which reads what the first command writes, DENIALS one of
train_denials.py, which starts from JOINT.
"""

import argparse
import json
import shutil
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import onnx
import torch
from export import sign, write
from meaning_network import Joint, Meaning
from onnx.utils import Extractor
from pairs import stories
from safetensors.torch import load_file
from torch import Tensor, nn

from firsthand.stages.compare.joint.roles import ROLES
from firsthand.stages.compare.meaning import spelt

LARGE = 4.0  # an input of a layer's last step that can be larger than this spoils the 8 bits of all others
READ = 20  # stories that are read to find them
BIG = 20_000_000  # bytes of a weight that gets a file of its own: many hosts take no file above 100 MB


class Apart(nn.Module):
    """A linear step whose few large inputs are multiplied apart, with full weights, as in LLM.int8() (Dettmers et al.,
    2022)."""

    def __init__(self, step: nn.Linear, large: Tensor) -> None:
        super().__init__()
        self.rest, self.large = step, nn.Linear(len(large), step.out_features, bias=False)
        self.large.weight = nn.Parameter(step.weight[:, large])
        self.places, self.small = large, torch.ones(step.in_features).index_fill(0, large, 0.0)

    def forward(self, x: Tensor) -> Tensor:
        return self.rest(x * self.small) + self.large(x[..., self.places])


def part(layers: Sequence[nn.Module], read: Callable[[], None]) -> None:
    """Take the large inputs of each layer's last step apart, in place: those that show while `read` runs them."""
    most = [torch.zeros(layer.narrow.in_features) for layer in layers]

    def note(seen: Tensor, given: tuple[Tensor]) -> None:
        seen.copy_(seen.maximum(given[0].abs().amax((0, 1))))

    hooks = [
        layer.narrow.register_forward_pre_hook(lambda _, given, seen=seen: note(seen, given))
        for layer, seen in zip(layers, most, strict=True)
    ]
    read()
    for layer, hook, seen in zip(layers, hooks, most, strict=True):
        hook.remove()
        if len(large := (seen > LARGE).nonzero().flatten()):
            layer.narrow = Apart(layer.narrow, large)


def halves(out: Path) -> None:
    """An exported encoder → its layers up to where its states are taken, in its place, and the rest as vector.onnx."""
    whole = Extractor(onnx.load(out))
    onnx.save(whole.extract_model(["states", "pieces", "mask"], ["vectors"]), out.with_stem("vector"))
    lower = whole.extract_model(["pieces", "mask"], ["states"])
    out.with_name("pieces.bin").unlink(missing_ok=True)  # it would be added to
    onnx.save(lower, out, save_as_external_data=True, location="pieces.bin", size_threshold=BIG)


def main() -> None:
    """Export, write down the hashes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--joint", type=Path, help="a run of train_joint.py")
    parser.add_argument("--denials", type=Path, help="a run of train_denials.py")
    options = parser.parse_args()
    shape = json.loads((options.run / "settings.json").read_text())["shape"]
    encoder = Meaning(shape).eval().requires_grad_(False)
    encoder.load_state_dict(load_file(options.run / "model.safetensors"))
    told = stories(Path(__file__).parent / "sets")[:READ]
    pieces = [torch.tensor([spelt(s["text"], options.encoder / "vocab.txt")]) for t in told for s in t["statements"]]
    options.out.mkdir(parents=True, exist_ok=True)
    if run := options.joint or options.denials:
        weights, name = load_file(run / "model.safetensors"), "joint" if options.joint else "denials"
        parts = len(weights["parts.weight"])
        reader = Joint(shape, [len(names) for names in ROLES.values()], parts).eval().requires_grad_(False)
        reader.load_state_dict(weights)
        states = [encoder(row, torch.ones(row.shape))[1] for row in pieces]
        pairs = [pair(one, two, parts) for one, two in pairwise(states)]
        part(reader.layers, lambda: [reader(*each.values()) for each in pairs])
        write(reader, shape, pairs[0], ["relations"], options.out / f"{name}.onnx")
    else:
        part(encoder.layers, lambda: [encoder(row, torch.ones(row.shape)) for row in pieces])
        out = options.out / "encoder.onnx"
        write(encoder, shape, {"pieces": pieces[0], "mask": torch.ones(pieces[0].shape)}, ["vectors", "states"], out)
        halves(out)
        shutil.copy(options.encoder / "vocab.txt", options.out / "vocab.txt")
    (options.out / "pieces.bin").chmod(0o644)  # onnx keeps it to its owner
    sign(options.out)


def pair(one: Tensor, two: Tensor, parts: int) -> dict[str, Tensor]:
    """Two states as a reader of so many parts takes them, with nothing known of either."""
    held = [one, one, *[two] * (parts - 2)]
    places = torch.tensor([[n for n, states in enumerate(held) for _ in range(states.shape[1])]])
    roles = torch.zeros(1, len(ROLES), dtype=torch.long)
    return {"states": torch.cat(held, 1), "mask": torch.ones(places.shape), "parts": places, "roles": roles}


if __name__ == "__main__":
    main()
