from dataclasses import fields

from firsthand.stages.attribute.lexicon import particles
from firsthand.stages.attribute.particles import Particles


def test_a_language_has_every_kind_of_small_word():
    known = particles("en")
    assert isinstance(known, Particles)
    assert [f.name for f in fields(Particles) if not getattr(known, f.name)] == []
