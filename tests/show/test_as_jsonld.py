import json
from dataclasses import replace

import pytest

from firsthand.show.as_jsonld import as_jsonld, iri
from hostile import CODE, SCRIPT
from show.poison import poisoned
from show.sample import SAMPLE

SCHEMA, PROV, OA = "https://schema.org/", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#"


def graph(brief):
    return {node["id"]: node for node in json.loads(as_jsonld(brief))["@graph"]}


@pytest.fixture(scope="module")
def nodes():
    """The sample as a JSON-LD processor reads it, without a network."""
    jsonld = pytest.importorskip("pyld.jsonld")

    def refuse(url, _options):
        raise AssertionError(url)

    flat = jsonld.flatten(json.loads(as_jsonld(SAMPLE)), options={"documentLoader": refuse})
    return {node["@id"]: node for node in flat}


def test_a_processor_finds_the_terms_of_others(nodes):
    said = nodes["urn:firsthand:statement:s1"]
    assert set(said["@type"]) == {f"{SCHEMA}Quotation", f"{PROV}Entity"}
    assert said[f"{PROV}wasQuotedFrom"] == [{"@id": "urn:firsthand:article:lamp"}]
    assert (
        said[f"{PROV}wasAttributedTo"] == said[f"{SCHEMA}spokenByCharacter"] == [{"@id": "urn:firsthand:actor:mayor"}]
    )
    (stands,) = said["urn:firsthand:terms:stands"]
    place, words = (nodes[each["@id"]] for each in nodes[stands["@id"]][f"{OA}hasSelector"])
    assert (place[f"{OA}start"], place[f"{OA}end"]) == ([{"@value": 41}], [{"@value": 82}])
    assert words[f"{OA}exact"] == [{"@value": "The bridge will stay closed for six weeks"}]
    claim = nodes["urn:firsthand:claim:c1"]
    assert {each["@id"][-2:] for each in claim[f"{PROV}wasDerivedFrom"]} == {"s1", "s2", "s3", "s5"}
    assert nodes["urn:firsthand:article:blog"][f"{PROV}wasDerivedFrom"] == [{"@id": "urn:firsthand:article:lamp"}]
    assert nodes["urn:firsthand:actor:roads"]["@type"] == [f"{SCHEMA}GovernmentOrganization", f"{PROV}Agent"]


def test_the_chain_keeps_its_order(nodes):
    (chain,) = nodes["urn:firsthand:statement:s1"]["urn:firsthand:terms:chain"]
    assert chain == {"@list": [{"@id": "urn:firsthand:actor:mayor"}, {"@id": "urn:firsthand:actor:wire"}]}


def test_a_processor_loses_nothing(nodes):
    """A term that the context does not know would be passed over without a word."""
    page = json.loads(as_jsonld(SAMPLE))
    known = set(page["@context"])

    def terms(value):
        if isinstance(value, dict):
            return set(value).union(*map(terms, value.values()))
        return set().union(*map(terms, value)) if isinstance(value, list) else set()

    assert terms(page["@graph"]) <= known
    assert all(not key.startswith("firsthand:") for node in nodes.values() for key in node)


def test_selectors_lead_to_the_characters():
    texts = {a.id: a.text for a in SAMPLE.articles}
    for said in SAMPLE.statements:
        for stands in graph(SAMPLE)[iri("statement", said.id)]["stands"]:
            place, words = stands["hasSelector"]
            assert texts[said.article][place["start"] : place["end"]] == words["exact"]


def test_only_web_addresses_are_links():
    for payload in (*SCRIPT, *CODE):
        for node in graph(poisoned(SAMPLE, payload)).values():
            assert node["id"].startswith("urn:firsthand:")
            assert "url" not in node or node["url"].startswith(("http://", "https://"))
    assert graph(SAMPLE)["urn:firsthand:article:lamp"]["url"] == "https://lamp.example/a?b=1&c=2"


def test_what_is_not_known_is_left_out():
    odd = replace(SAMPLE.statements[4], confidence=float("nan"), spans=())
    node = graph(replace(SAMPLE, statements=(odd,)))["urn:firsthand:statement:s5"]
    assert not {"confidence", "stands", "spokenByCharacter", "said", "chain"} & set(node)
    assert node["type"] == ["Statement", "Entity"]
