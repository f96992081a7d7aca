"""What all three trainings do alike: batches of like length, the steps of a plan, checkpoints, a log."""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

EVERY = 180  # seconds a checkpoint
POOL = 64  # batches whose examples are sorted by length

T = TypeVar("T")


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
    **others: nn.Module,
) -> None:
    """One step for each item of the plan, from the last checkpoint in `out`; then the network's weights and its shape.

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
        for step, item in enumerate(plan[done:], done + 1):
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
    save_file(network.state_dict(), out / "model.safetensors")
    (out / "settings.json").write_text(json.dumps({"shape": shape}))


def schedule_of(optimizer: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """A twentieth of the steps up to the full rate, the rest down to nothing."""
    warm = max(1, steps // 20)
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
