"""Where work is done: processes of this machine, or of many (Ray). Engines are given functions and know no stage."""

from firsthand.engines.spread import Engine, Exchange

__all__ = ["Engine", "Exchange"]
