"""A draft made into an article: cleaned, its language told, its parts marked, dated."""

from collections.abc import Iterator

from firsthand.ids import article_id
from firsthand.language.domains import outlet_at
from firsthand.records import Article, Outlet, Part, Unprocessed
from firsthand.settings import Settings
from firsthand.stages.read.chrome import FALLBACK
from firsthand.stages.read.draft import SPLIT, Draft, clean
from firsthand.stages.read.extent import extent
from firsthand.stages.read.fields import domain_of
from firsthand.stages.read.mastheads import footer_outlet
from firsthand.stages.read.parts import LINES, mark_parts
from firsthand.stages.read.published import find_published
from firsthand.stages.read.tongue import detect, prose


def article_of(draft: Draft, path: str, settings: Settings) -> Iterator[Article | Unprocessed]:
    """The article of a draft, followed by a record when its language is not supported or not all of it is read."""
    text = clean(draft.text)
    title = clean(draft.title) if draft.title else None
    authors = tuple(map(clean, draft.authors))
    outlet = _outlet(draft)
    guess = detect(prose(text), draft.language)
    parts = mark_parts(text, guess, title, authors, outlet.name if outlet else None, draft.markdown)
    parts = extent(text, parts, settings.words)
    language = detect(prose(text, parts), draft.language)
    url = clean(draft.url) if draft.url else None
    if outlet is None and (name := footer_outlet(text, parts, language, authors)):
        outlet = Outlet(name=name, domain=None)
    article = Article(
        id=article_id(text, url),
        path=clean(path),
        url=url,
        outlet=outlet,
        title=title or _first_title(text, parts),
        authors=authors,
        language=language,
        published=find_published(text, parts, language, draft.published, draft.fetched, url),
        text=text,
        parts=parts,
    )
    yield article
    if language not in settings.languages:
        why = f"language {language} is not supported yet" if language else "language not recognised"
        remedy = f"supported: {', '.join(sorted(settings.languages))}"
        yield Unprocessed(path=article.path or "", why=why, remedy=remedy, article=article.id, failed=False)
    elif any(part.kind == "unread" for part in parts):
        why = f"long: no more than its first {settings.words:,} words and marks and {LINES:,} lines are read closely"
        yield Unprocessed(path=article.path or "", why=why, remedy=SPLIT, article=article.id, failed=False)


def _outlet(draft: Draft) -> Outlet | None:
    domain = draft.domain or domain_of(draft.url)
    name = draft.outlet or outlet_at(FALLBACK, domain) or domain
    return Outlet(name=clean(" ".join(name.split())), domain=domain) if name else None


def _first_title(text: str, parts: tuple[Part, ...]) -> str | None:
    title = next((text[part.start : part.end] for part in parts if part.kind == "title"), None)
    return " ".join(title.split()) if title else None
