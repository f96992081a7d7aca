"""The trained tagger: parsed article → proposed attributions."""

from firsthand.stages.attribute.tagger.decode import Proposal
from firsthand.stages.attribute.tagger.model import Model, load
from firsthand.stages.attribute.tagger.read import Reading, read

__all__ = ["Model", "Proposal", "Reading", "load", "read"]
