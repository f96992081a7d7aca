"""What the trainings do alike: options, padding, batches of like length, the steps of a plan, checkpoints, a log."""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from torch import Tensor, nn

EVERY = 180  # seconds a checkpoint
POOL = 64  # batches whose examples are sorted by length

T = TypeVar("T")


def options_of(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """What the command line says, with a seed and threads; makes the folder `out`."""
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    return options


def padded(held: Sequence[tuple[NDArray[Any], NDArray[Any]]], step: int) -> tuple[Tensor, Tensor, Tensor]:
    """States and the part of each, of several pairs → both padded to one length, a multiple of `step`, and the mask:
    states, mask, parts."""
    length = -(-max(len(states) for states, _ in held) // step) * step
    out = torch.zeros(len(held), length, held[0][0].shape[1], dtype=torch.float16)
    mask, places = torch.zeros(len(held), length), torch.zeros(len(held), length, dtype=torch.long)
    for n, (states, parts) in enumerate(held):
        out[n, : len(states)], mask[n, : len(states)] = torch.from_numpy(states), 1.0
        places[n, : len(states)] = torch.from_numpy(parts)
    return out.float(), mask, places


def optimizer_of(network: nn.Module, rate: float, faster: int) -> torch.optim.Optimizer:
    """AdamW for a joint reader, whose layers come trained: what is new in it learns so many times faster."""
    old = [p for name, p in network.named_parameters() if name.startswith(("layers", "distances"))]
    new = [p for name, p in network.named_parameters() if not name.startswith(("layers", "distances"))]
    groups = [{"params": old, "lr": rate}, {"params": new, "lr": faster * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def by_length(rows: Sequence[T], size: int, length: Callable[[T], int]) -> Iterator[list[T]]:
    """Batches of examples of like length: those of a stretch of the rows, sorted."""
    for start in range(0, len(rows), POOL * size):
        pool = sorted(rows[start : start + POOL * size], key=length)
        yield from (pool[at : at + size] for at in range(0, len(pool), size))


def fit(
    network: nn.Module,
    optimizer: torch.optim.Optimizer,
    plan: Sequence[T],
    loss_of: Callable[[T], Tensor],
    out: Path,
    shape: Mapping[str, int],
    stop: int | None = None,
    **others: nn.Module,
) -> None:
    """One step for each item of the plan, or as many as `stop`, from the last checkpoint in `out`; then the network's
    weights and its shape.

    `others` are trained with the network and not kept.
    """
    schedule, done, saved = schedule_of(optimizer, len(plan)), 0, out / "checkpoint.pt"
    parts: dict[str, Any] = {"network": network, "optimizer": optimizer, "schedule": schedule, **others}
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        done = state.pop("done")
        for name, part in parts.items():
            part.load_state_dict(state[name])
    last, recent = time.monotonic(), []
    network.train()
    with (out / "log.jsonl").open("a") as log:
        for step, item in enumerate(plan[done:stop], done + 1):
            loss = loss_of(item)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            recent.append(loss.item())
            if step % 50 == 0 or step == len(plan):
                mean = round(sum(recent) / len(recent), 4)
                print(json.dumps({"step": step, "of": len(plan), "loss": mean}), file=log, flush=True)
                recent = []
            if time.monotonic() - last > EVERY:
                torch.save({name: part.state_dict() for name, part in parts.items()} | {"done": step}, saved)
                last = time.monotonic()
    keep(network.state_dict(), shape, out)


def keep(weights: dict[str, Tensor], shape: Mapping[str, int], out: Path) -> None:
    """What a run leaves: a network's weights and its shape."""
    save_file(weights, out / "model.safetensors")
    (out / "settings.json").write_text(json.dumps({"shape": shape}))


def schedule_of(optimizer: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """A twentieth of the steps up to the full rate, the rest down to nothing."""
    warm = max(1, steps // 20)
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
