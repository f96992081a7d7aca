"""Article → sentences, tokens, names."""

from firsthand.stages.parse.analyse import parse

__all__ = ["parse"]
