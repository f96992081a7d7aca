"""The grammar is the one we know: its files, and what it says of a few sentences."""

from hashlib import sha256
from importlib.metadata import distribution

import pytest
import spacy

from firsthand.language import topic
from firsthand.stages.parse.load import ModelMissing, grammar, verified


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A package with one file, as if it were installed."""
    (tmp_path / "tiny_grammar").mkdir()
    (tmp_path / "tiny_grammar" / "model").write_bytes(b"weights")
    (tmp_path / "tiny_grammar-1.0.dist-info").mkdir()
    (tmp_path / "tiny_grammar-1.0.dist-info" / "METADATA").write_text("Name: tiny-grammar\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_known_files_are_accepted(installed):
    assert verified("tiny-grammar", {"tiny_grammar/model": sha256(b"weights").hexdigest()}) == installed


def test_a_changed_file_is_refused(installed):
    with pytest.raises(ModelMissing, match=r"tiny_grammar/model.*reinstall"):
        verified("tiny-grammar", {"tiny_grammar/model": sha256(b"other weights").hexdigest()})


def test_a_file_that_is_gone_is_refused(installed):
    with pytest.raises(ModelMissing, match="tiny_grammar/words"):
        verified("tiny-grammar", {"tiny_grammar/words": sha256(b"").hexdigest()})


def test_a_package_that_is_not_there_is_named_with_its_remedy():
    with pytest.raises(ModelMissing, match="pip install no-such-grammar"):
        verified("no-such-grammar", {})


def test_every_file_that_the_model_is_made_of_is_checked():
    model = topic("en", "grammar")
    root = verified(model["package"], model["files"])
    ours = {name for name in model["files"] if name.startswith(model["folder"])}
    assert ours == set(model["files"])
    weights = [f for f in distribution(model["package"]).files if f.name == "model" and model["folder"] in str(f)]
    assert weights
    unread = "senter"  # left out when loading
    assert {str(f) for f in weights if unread not in str(f)} <= ours
    assert (root / model["folder"]).is_dir()


def test_a_grammar_is_loaded_once():
    assert grammar("en") is grammar("en")


def test_a_language_without_a_grammar_is_an_error():
    with pytest.raises(FileNotFoundError):
        grammar("xx")


own = pytest.mark.skipif(
    spacy.util.is_package(topic("en", "grammar")["preferred"]),
    reason="the user's own model is used; ours is pinned here",
)


# Words, tags, dependency labels, heads, lemmas of sentences of our own: a changed model is noticed here.
GOLDEN = [
    (
        "The harbour master said the ferries had stopped.",
        "DT NN NN VBD DT NNS VBD VBN .",
        "det compound nsubj ROOT det nsubj aux ccomp punct",
        "2 2 3 3 5 7 7 3 3",
        "the harbour master say the ferry have stop .",
    ),
    (
        "“We lost two boats,” Anna Holt told Reuters on Friday.",
        "`` PRP VBD CD NNS , '' NNP NNP VBD NNP IN NNP .",
        "punct nsubj ccomp nummod dobj punct punct compound nsubj ROOT dobj prep pobj punct",
        "9 2 9 4 2 9 9 8 9 9 9 9 11 9",
        '" we lose two boat , " anna holt tell reuters on friday .',
    ),
    (
        "According to police, nobody was hurt.",
        "VBG IN NN , NN VBD VBN .",
        "prep prep pobj punct nsubjpass auxpass ROOT punct",
        "6 0 1 6 6 6 6 6",
        "accord to police , nobody be hurt .",
    ),
]


@own
@pytest.mark.parametrize(("text", "tags", "labels", "heads", "lemmas"), GOLDEN, ids=[g[0][:20] for g in GOLDEN])
def test_the_grammar_says_what_it_always_said(text, tags, labels, heads, lemmas):
    doc = grammar("en")(text)
    assert " ".join(t.tag_ for t in doc) == tags
    assert " ".join(t.dep_ for t in doc) == labels
    assert " ".join(str(t.head.i) for t in doc) == heads
    assert " ".join(t.lemma_.casefold() for t in doc) == lemmas


@own
def test_the_names_are_what_they_always_were():
    doc = grammar("en")("Anna Holt told Reuters in Copenhagen on Friday that 12 boats were lost.")
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("Anna Holt", "PERSON"),
        ("Reuters", "ORG"),
        ("Copenhagen", "ORG"),
        ("Friday", "DATE"),
        ("12", "CARDINAL"),
    ]
