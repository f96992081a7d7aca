"""Brief → JSON-LD in the words of schema.org, PROV-O and the Web Annotation model, for other tools to link and query.

Quotations are attributed to agents and quoted from articles, with selectors that lead to the characters; claims are
derived from quotations; copies from articles. What these vocabularies have no word for stands under `firsthand:…`, as
in corrections. The context stands in the file: nothing is fetched to read it.
"""

import json
from collections.abc import Iterator
from math import isfinite
from typing import Any
from urllib.parse import quote as escaped

from firsthand.records import Actor, Article, Brief, Claim, Period, Relation, Statement, Story
from firsthand.show.as_html import web_link
from firsthand.show.plain import encodable, in_json

URN = "urn:firsthand:"
AROUND = 32  # code points kept on either side of a quotation, as in corrections
SCHEMA_ORG = [
    "NewsArticle",
    "Quotation",
    "Statement",
    "Claim",
    "Person",
    "Organization",
    "GovernmentOrganization",
    "NewsMediaOrganization",
    "CreativeWork",
    "Collection",
    "SoftwareApplication",
    "name",
    "alternateName",
    "headline",
    "articleBody",
    "author",
    "inLanguage",
    "datePublished",
    "text",
    "softwareVersion",
]
OWN = [
    "quote",
    "stance",
    "hedges",
    "cueKind",
    "confidence",
    "chain",
    "said",
    "start",
    "end",
    "basis",
    "plan",
    "state",
    "since",
    "originsAtLeast",
    "originsAtMost",
    "why",
    "credited",
    "kind",
    "group",
    "unnamed",
]
LINKS = {  # term: what it stands for; their values are ids
    "url": "schema:url",
    "publisher": "schema:publisher",
    "memberOf": "schema:memberOf",
    "isPartOf": "schema:isPartOf",
    "hasPart": "schema:hasPart",
    "spokenByCharacter": "schema:spokenByCharacter",
    "wasAttributedTo": "prov:wasAttributedTo",
    "wasDerivedFrom": "prov:wasDerivedFrom",
    "wasQuotedFrom": "prov:wasQuotedFrom",
    "entity": "prov:entity",
    "hasSource": "oa:hasSource",
    "deniedBy": "firsthand:deniedBy",
    "doubtedBy": "firsthand:doubtedBy",
    "contradicts": "firsthand:contradicts",
    "updates": "firsthand:updates",
    "supports": "firsthand:supports",
}
NODES = {  # term: what it stands for; their values are objects
    "Entity": "prov:Entity",
    "Agent": "prov:Agent",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "qualifiedDerivation": "prov:qualifiedDerivation",
    "hasSelector": "oa:hasSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "stands": "firsthand:stands",
    "origin": "firsthand:origin",
}
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "id": "@id",
    "type": "@type",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "firsthand": f"{URN}terms:",
    **{term: f"schema:{term}" for term in SCHEMA_ORG},
    **{term: f"firsthand:{term}" for term in OWN},
    **{term: {"@id": stands, "@type": "@id"} for term, stands in LINKS.items()},
    **NODES,
    "chain": {"@id": "firsthand:chain", "@type": "@id", "@container": "@list"},
    "TextPositionSelector": {"@id": "oa:TextPositionSelector", "@context": {"start": "oa:start", "end": "oa:end"}},
}
TYPES = {
    "person": ["Person", "Agent"],
    "organisation": ["Organization", "Agent"],
    "government": ["GovernmentOrganization", "Agent"],
    "outlet": ["NewsMediaOrganization", "Agent"],
    "agency": ["NewsMediaOrganization", "Agent"],
    "document": ["CreativeWork", "Entity"],
    "group": ["Agent"],
    "unnamed": ["Agent"],
}


def as_jsonld(brief: Brief) -> str:
    """The brief as one JSON-LD object with a graph of articles, agents, quotations, claims and stories."""
    page = {"@context": CONTEXT, "@graph": list(_graph(brief))}
    return in_json(encodable(json.dumps(page, ensure_ascii=False, allow_nan=False, indent=1))) + "\n"


def iri(kind: str, key: str) -> str:
    """The id of a record as an IRI, whatever characters it holds.

    >>> iri("claim", "a b")
    'urn:firsthand:claim:a%20b'
    """
    return f"{URN}{kind}:{escaped(key, safe='', errors='replace')}"


def _graph(brief: Brief) -> Iterator[dict[str, Any]]:
    yield _told(
        id=f"{URN}program", type=["SoftwareApplication", "Agent"], name="Firsthand", softwareVersion=brief.firsthand
    )
    texts = {a.id: a.text for a in brief.articles}
    copies: dict[str, list[dict[str, Any]]] = {}
    for copy in brief.copies:
        of = {"entity": iri("article", copy.of), "kind": copy.kind, "credited": copy.credited, "why": copy.why}
        copies.setdefault(copy.article, []).append(of)
    relations: dict[str, list[Relation]] = {}
    for relation in brief.relations:
        relations.setdefault(relation.a, []).append(relation)
    yield from (_article(each, copies.get(each.id, [])) for each in brief.articles)
    yield from map(_actor, brief.actors)
    yield from (_statement(each, texts.get(each.article, "")) for each in brief.statements)
    yield from (_claim(each, relations.get(each.id, [])) for each in brief.claims)
    yield from map(_story, brief.stories)


def _article(article: Article, copies: list[dict[str, Any]]) -> dict[str, Any]:
    outlet = article.outlet
    return _told(
        id=iri("article", article.id),
        type=["NewsArticle", "Entity"],
        headline=article.title,
        url=web_link(article.url),
        publisher={"type": "NewsMediaOrganization", "name": outlet.name} if outlet else None,
        author=list(article.authors),
        inLanguage=article.language,
        datePublished=article.published.start if article.published.start == article.published.end else None,
        articleBody=article.text,
        wasDerivedFrom=[each["entity"] for each in copies],
        qualifiedDerivation=copies,
    )


def _actor(actor: Actor) -> dict[str, Any]:
    return _told(
        id=iri("actor", actor.id),
        type=TYPES[actor.kind],
        name=actor.name,
        alternateName=[alias for alias in actor.aliases if alias != actor.name],
        kind=actor.kind,
        memberOf=iri("actor", actor.member_of) if actor.member_of else None,
    )


def _statement(each: Statement, text: str) -> dict[str, Any]:
    speaker = iri("actor", each.source) if each.source else None
    article = iri("article", each.article)
    last = len(each.spans) - 1
    return _told(
        id=iri("statement", each.id),
        type=["Statement" if each.quote == "none" else "Quotation", "Entity"],
        text=each.text,
        quote=each.quote,
        spokenByCharacter=speaker,
        wasAttributedTo=speaker,
        wasQuotedFrom=article,
        chain=[iri("actor", actor) for actor in each.chain],
        stance=each.stance,
        hedges=list(each.hedges),
        cueKind=each.cue_kind,
        said=_period(each.said),
        confidence=each.confidence,
        stands=[
            {
                "type": "SpecificResource",
                "hasSource": article,
                "hasSelector": [
                    {"type": "TextPositionSelector", "start": start, "end": end},
                    _told(
                        type="TextQuoteSelector",
                        exact=text[start:end],
                        prefix=text[max(0, start - AROUND) : start] if n == 0 else None,
                        suffix=text[end : end + AROUND] if n == last else None,
                    ),
                ],
            }
            for n, (start, end) in enumerate(each.spans)
        ],
    )


def _claim(claim: Claim, relations: list[Relation]) -> dict[str, Any]:
    related: dict[str, list[str]] = {}
    for relation in relations:
        related.setdefault(relation.kind, []).append(iri("claim", relation.b))
    return _told(
        id=iri("claim", claim.id),
        type=["Claim", "Entity"],
        text=claim.text,
        wasDerivedFrom=[iri("statement", each) for each in claim.statements],
        originsAtLeast=claim.independent_origins.at_least,
        originsAtMost=claim.independent_origins.at_most,
        origin=[
            _told(
                wasAttributedTo=iri("actor", origin.actor) if origin.actor else None,
                wasQuotedFrom=iri("article", origin.article) if origin.article else None,
                wasDerivedFrom=[iri("statement", each) for each in origin.statements],
                why=list(origin.why),
            )
            for origin in claim.origins
        ],
        deniedBy=[iri("actor", each) for each in claim.denied_by],
        doubtedBy=[iri("actor", each) for each in claim.doubted_by],
        plan=claim.plan,
        state=claim.state.state if claim.state else None,
        since=claim.state.since if claim.state else None,
        **related,
    )


def _story(story: Story) -> dict[str, Any]:
    parts = [iri("article", each) for each in story.articles] + [iri("claim", each) for each in story.claims]
    return _told(id=iri("story", story.id), type=["Collection", "Entity"], name=story.title, hasPart=parts)


def _period(period: Period | None) -> dict[str, Any] | None:
    return _told(start=period.start, end=period.end, basis=period.basis) if period else None


def _told(**values: Any) -> dict[str, Any]:
    """What is known: a field without a value is left out, as JSON-LD has it."""
    return {k: v for k, v in values.items() if v not in (None, []) and not (isinstance(v, float) and not isfinite(v))}
