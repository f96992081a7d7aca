"""The statement encoder and the joint reader in torch: a statement → its vector; two → how they stand to each other."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

sys.path.append(str(Path(__file__).parents[1] / "attribution"))
from network import Choices, Dropout, Layer, buckets, shape_of, stacked

from firsthand.stages.compare.reader.model import RELATIONS

__all__ = ["RELATIONS", "Joint", "Meaning", "mpnet", "shape_of", "upper"]
UPPER = 6  # layers of the encoder that read two statements together
HIDDEN = 256


class Meaning(nn.Module):
    """A text as MPNet reads it (Song et al., 2020), and as a vector (Reimers and Gurevych, 2019)."""

    def __init__(self, shape: Mapping[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        width = shape["width"]
        self.offset = shape["offset"]
        self.pieces = nn.Embedding(shape["pieces"], width)
        self.positions = nn.Embedding(shape["positions"], width)
        self.distances = nn.Embedding(32, shape["heads"])
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, shape["heads"], shape["inner"], dropout) for _ in range(shape["layers"])
        )
        self.dropout = Dropout(dropout)

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """pieces, mask (1 where there is a piece): batch × length → a vector of unit length, the mean over its places:
        batch × width; and the state below the last UPPER layers: batch × length × width."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.dropout(self.norm(self.pieces(pieces) + self.positions(places + self.offset)))
        bias = bias_of(mask, self.distances(buckets(places)))
        states = []
        for layer in self.layers:
            states.append(x)
            x = layer(x, bias)
        here = mask[:, :, None]
        return functional.normalize((x * here).sum(1) / here.sum(1), dim=-1), states[-UPPER]


def bias_of(mask: Tensor, distances: Tensor) -> Tensor:
    """What is added to the attention's scores: mask, batch × length; distances, length × length × heads."""
    return distances.permute(2, 0, 1)[None] + (1.0 - mask[:, None, None, :].to(distances.dtype)) * -10000.0


class Joint(nn.Module):
    """Two texts, read apart by the lower layers of `Meaning`, read on together by copies of its upper ones (DeFormer,
    Cao et al., 2020), with what is known of them beside their words."""

    def __init__(self, shape: Mapping[str, int], sizes: Sequence[int], parts: int = 4, dropout: float = 0.1) -> None:
        super().__init__()
        width = shape["width"]
        self.layers = nn.ModuleList(Layer(width, shape["heads"], shape["inner"], dropout) for _ in range(UPPER))
        self.distances = nn.Embedding(32, shape["heads"])
        self.parts, self.roles = Choices([parts], width, 0.02), Choices(sizes, width, 0.02)
        self.hidden, self.relations = nn.Linear(4 * width, HIDDEN), nn.Linear(HIDDEN, len(RELATIONS))
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor, parts: Tensor, roles: Tensor) -> Tensor:
        """states: batch × length × width; mask (1 where there is a piece), parts (0 to 3: the first's speaker and
        words, the second's; from 4 on what stands around the second): batch × length; roles: batch × kinds →
        batch × relations."""
        x = self.dropout(states + self.parts(parts[:, :, None]) + self.roles(roles)[:, None, :])
        places = torch.arange(states.shape[1], device=states.device)
        bias = bias_of(mask, self.distances(buckets(places)))
        for layer in self.layers:
            x = layer(x, bias)
        sides = [mask * (parts == n) for n in (1, 3)]
        one, two = ((x * side[:, :, None]).sum(1) / side.sum(1, keepdim=True).clamp(min=1) for side in sides)
        both = torch.cat([one, two, (one - two).abs(), one * two], -1)
        return self.relations(self.dropout(functional.gelu(self.hidden(both))))


def upper(weights: Mapping[str, Tensor], network: Joint, layers: int) -> None:
    """Fill the layers of the reader from the last of the `layers` of an MPNet's checkpoint, in place."""
    every = stacked(weights, layers, mpnet=True)
    for n, layer in enumerate(network.layers, layers - UPPER):
        start = f"layers.{n}."
        layer.load_state_dict({k.removeprefix(start): v for k, v in every.items() if k.startswith(start)})
    network.distances.load_state_dict({"weight": weights["encoder.relative_attention_bias.weight"]})


def mpnet(weights: Mapping[str, Tensor], network: Meaning) -> None:
    """Fill the encoder from the checkpoint of an MPNet, in place. Raises ValueError when it does not fit."""
    state = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "distances.weight": weights["encoder.relative_attention_bias.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        **stacked(weights, len(network.layers), mpnet=True),
    }
    missing, unexpected = network.load_state_dict(state, strict=False)
    if unexpected or missing:
        raise ValueError(f"the checkpoint does not fit: {unexpected} unexpected, {missing} missing")
