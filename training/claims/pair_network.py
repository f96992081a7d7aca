"""The pair reader in torch: two statements → how they stand to each other, and what an entailment set calls them."""

import sys
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn

sys.path.append(str(Path(__file__).parents[1] / "attribution"))
from network import Dropout, Layer, shape_of, stacked

from firsthand.stages.compare.reader.model import RELATIONS

__all__ = ["ENTAILMENT", "RELATIONS", "Bert", "Pair", "bert", "shape_of"]
ENTAILMENT = ("entailment", "neutral", "contradiction")


class Bert(nn.Module):
    """Two texts at once as BERT reads them (Devlin et al., 2019)."""

    def __init__(self, shape: Mapping[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        width = shape["width"]
        self.pieces = nn.Embedding(shape["pieces"], width)
        self.positions = nn.Embedding(shape["positions"], width)
        self.segments = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, shape["heads"], shape["inner"], dropout) for _ in range(shape["layers"])
        )
        self.dropout = Dropout(dropout)

    def read(self, pieces: Tensor, mask: Tensor, segments: Tensor) -> Tensor:
        """pieces, mask (1 where there is a piece), segments (0, 1): batch × length → batch × length × width."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(places) + self.segments(segments)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Pair(Bert):
    """Both texts read at once, at their first place; two heads share it."""

    def __init__(self, shape: Mapping[str, int], dropout: float = 0.1) -> None:
        super().__init__(shape, dropout)
        width = shape["width"]
        self.relations, self.entailment = nn.Linear(width, len(RELATIONS)), nn.Linear(width, len(ENTAILMENT))

    def forward(self, pieces: Tensor, mask: Tensor, segments: Tensor) -> tuple[Tensor, Tensor]:
        """As for `read` → batch × 6, batch × 3."""
        first = self.dropout(self.read(pieces, mask, segments)[:, 0])
        return self.relations(first), self.entailment(first)


def bert(weights: Mapping[str, Tensor], network: Bert) -> None:
    """Fill the network from the checkpoint of a BERT (MiniLM), in place. Raises ValueError when it does not fit."""
    state = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "segments.weight": weights["embeddings.token_type_embeddings.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        **stacked(weights, len(network.layers)),
    }
    missing, unexpected = network.load_state_dict(state, strict=False)
    if unexpected or {name.split(".")[0] for name in missing} - {"relations", "entailment"}:
        raise ValueError(f"the checkpoint does not fit: {unexpected} unexpected, {missing} missing")
