"""The tagger in torch: an encoder that tags cues, and a linker that reads the article once more for each cue."""

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional


class Dropout(nn.Module):
    """Dropout whose random bits come from one pool: drawing them anew took a third of the time of a step."""

    pool: Tensor | None = None

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        if Dropout.pool is None or len(Dropout.pool) < 2 * x.numel():
            Dropout.pool = (torch.rand(max(1 << 24, 2 * x.numel())) >= self.share).to(torch.bfloat16) / (1 - self.share)
        start = int(torch.randint(len(Dropout.pool) - x.numel(), ()))
        return x * Dropout.pool[start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """A layer of a transformer encoder, as in BERT; names follow its checkpoints."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, Dropout(dropout)
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.widen, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: batch × length × width; bias: added to the attention's scores."""
        batch, length, width = x.shape
        q, k, v = (
            part(x).view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if torch.onnx.is_in_onnx_export():  # written out, as the tool that fuses these steps knows them
            scores = q @ k.transpose(-1, -2) / math.sqrt(width // self.heads) + bias
            mixed = scores.softmax(-1) @ v
        else:
            mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm(x + self.dropout(self.output(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Word pieces and word features → words and their cue tags (none, first word, further word)."""

    def __init__(self, shape: Mapping[str, int], sizes: Sequence[int], dropout: float = 0.1) -> None:
        super().__init__()
        width = shape["width"]
        self.relative = bool(shape.get("relative"))
        self.offset, self.pad = shape.get("offset", 0), shape.get("pad", 0)
        self.pieces = nn.Embedding(shape["pieces"], width)
        self.positions = nn.Embedding(shape["positions"], width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.features = Choices(sizes, width, 0.01)
        self.layers = nn.ModuleList(
            Layer(width, shape["heads"], shape["inner"], dropout) for _ in range(shape["layers"])
        )
        self.distances = nn.Embedding(32, shape["heads"]) if self.relative else None
        self.tags = nn.Linear(width, 3)
        self.dropout = Dropout(dropout)

    def forward(self, pieces: Tensor, mask: Tensor, features: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """pieces, mask: batch × length; features: batch × length × kinds; first: batch × words, where each starts."""
        length = pieces.shape[1]
        places = torch.arange(length, device=pieces.device) + self.offset
        x = self.pieces(pieces) + self.positions(places) + self.features(features)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        if self.distances is not None:
            bias = bias + self.distances(buckets(torch.arange(length))).permute(2, 0, 1)[None]
        for layer in self.layers:
            x = layer(x, bias)
        words = x.gather(1, first[:, :, None].expand(-1, -1, x.shape[2]))
        return words, self.tags(words)


def buckets(places: Tensor) -> Tensor:
    """MPNet's classes of distance between two places (32, half of them for either side)."""
    away = places[:, None] - places[None, :]  # memory - context, negated
    out = (away < 0).long() * 16
    away = away.abs()
    far = 8 + (torch.log(away.clamp(min=1).float() / 8) / math.log(128 / 8) * 8).long()
    return out + torch.where(away < 8, away, far.clamp(max=15))


class Choices(nn.Module):
    """The sum of one embedding for each of several choices, as one product: embeddings are slow to train on a CPU."""

    def __init__(self, sizes: Sequence[int], width: int, spread: float) -> None:
        super().__init__()
        self.size = sum(sizes)
        self.register_buffer("offsets", torch.tensor([0, *sizes[:-1]]).cumsum(0), persistent=False)
        self.weight = nn.Parameter(torch.randn(self.size, width) * spread)

    def forward(self, choices: Tensor) -> Tensor:
        """choices: … × kinds, numbers from 0 for each kind."""
        if torch.onnx.is_in_onnx_export():
            return self.weight[choices + self.offsets].sum(-2)
        hot = torch.zeros(*choices.shape[:-1], self.size).scatter_(-1, choices + self.offsets, 1.0)
        return hot @ self.weight


class Linker(nn.Module):
    """Words and a cue → the role of the words around it (none, source, cue, content)."""

    def __init__(
        self, width: int, sizes: Sequence[int], inner: int = 128, heads: int = 4, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.dropout = Dropout(dropout)
        self.word, self.cue = nn.Linear(width, inner), nn.Linear(width, inner, bias=False)
        self.relations = Choices(sizes, inner, 0.1)
        self.norm = nn.LayerNorm(inner)
        self.near = nn.Conv1d(inner, inner, 5, padding=2)
        self.norm2 = nn.LayerNorm(inner)
        self.layer = Layer(inner, heads, 2 * inner, dropout)
        self.roles = nn.Linear(inner, 4)

    def forward(
        self, words: Tensor, window: Tensor, cues: Tensor, places: Tensor, mask: Tensor, pairs: Tensor
    ) -> Tensor:
        """words: windows × words × width; window, cues: a cue's window and (first, last) word; places: the words around
        each cue; mask: 1 where there is one; pairs: cues × places × 5.  → cues × places × 4.
        """
        cue = self.cue(words)
        cue = (cue[window, cues[:, 0]] + cue[window, cues[:, 1]]) / 2
        x = self.word(words)[window[:, None], places] + cue[:, None, :] + self.relations(pairs)
        x = self.dropout(functional.gelu(self.norm(x)))
        here = mask[:, :, None].to(x.dtype)
        x = self.norm2(x + functional.gelu(self.near((x * here).transpose(1, 2)).transpose(1, 2)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        return self.roles(self.layer(x, bias))


class Biaffine(nn.Module):
    """The linker without its second reading: every word is scored with the cue alone (Dozat and Manning, 2017)."""

    def __init__(self, width: int, sizes: Sequence[int], inner: int = 128, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = Dropout(dropout)
        self.word, self.cue = nn.Linear(width, inner), nn.Linear(width, inner)
        self.both = nn.Linear(inner, 4 * inner)
        self.relations, self.alone = Choices(sizes, 4, 0.1), nn.Linear(inner, 4)

    def forward(
        self, words: Tensor, window: Tensor, cues: Tensor, places: Tensor, mask: Tensor, pairs: Tensor
    ) -> Tensor:
        """As for the linker."""
        cue = functional.gelu(self.cue(words))
        cue = self.dropout((cue[window, cues[:, 0]] + cue[window, cues[:, 1]]) / 2)
        word = self.dropout(functional.gelu(self.word(words))[window[:, None], places])
        product = word @ self.both(cue).view(-1, 4, word.shape[2]).transpose(1, 2)
        return (product + self.alone(word) + self.relations(pairs)) * mask[:, :, None]


def shape_of(folder: Path) -> dict[str, int]:
    """The shape of an encoder from its configuration."""
    config = json.loads((folder / "config.json").read_text())
    mpnet = config["model_type"] == "mpnet"
    return {
        "width": config["hidden_size"],
        "heads": config["num_attention_heads"],
        "inner": config["intermediate_size"],
        "layers": config["num_hidden_layers"],
        "pieces": config["vocab_size"],
        "positions": config["max_position_embeddings"],
        "relative": int(mpnet),
        "offset": 2 if mpnet else 0,
        "pad": config["pad_token_id"],
        "begin": 0 if mpnet else 101,
        "end": 2 if mpnet else 102,
    }


def stacked(weights: Mapping[str, Tensor], layers: int, mpnet: bool = False) -> dict[str, Tensor]:
    """The layers of a BERT's or an MPNet's checkpoint, under our names."""
    names = {
        "query": "attention.attn.q" if mpnet else "attention.self.query",
        "key": "attention.attn.k" if mpnet else "attention.self.key",
        "value": "attention.attn.v" if mpnet else "attention.self.value",
        "output": "attention.attn.o" if mpnet else "attention.output.dense",
        "norm": "attention.LayerNorm" if mpnet else "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm2": "output.LayerNorm",
    }
    return {
        f"layers.{n}.{ours}.{kind}": weights[f"encoder.layer.{n}.{theirs}.{kind}"]
        for n in range(layers)
        for ours, theirs in names.items()
        for kind in ("weight", "bias")
    }


def bert(weights: Mapping[str, Tensor], encoder: Encoder) -> None:
    """Fill an encoder from the checkpoint of a BERT (MiniLM) or an MPNet, in place."""
    mpnet = "encoder.relative_attention_bias.weight" in weights
    state = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    if mpnet:
        state["distances.weight"] = weights["encoder.relative_attention_bias.weight"]
    else:  # the second segment is never used: the first is part of every place
        state["positions.weight"] = state["positions.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    state |= stacked(weights, len(encoder.layers), mpnet)
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    if unexpected or {name.split(".")[0] for name in missing} - {"features", "tags"}:
        raise ValueError(f"the checkpoint does not fit: {unexpected} unexpected, {missing} missing")
