"""A desk that is served, and Debian's Chromium to drive it; without Chromium these tests are skipped."""

import shutil
import threading
import time

import pytest
import uvicorn

from firsthand.desk import make_app

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def chromium():
    """The browser, started once."""
    place = shutil.which("chromium")
    api = pytest.importorskip("playwright.sync_api")
    if place is None:
        pytest.skip("there is no Chromium")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=place, args=FLAGS.split())
        yield started
        started.close()


@pytest.fixture
def serve():
    """Serves a store; gives the address."""
    servers = []

    def start(held):
        server = uvicorn.Server(uvicorn.Config(make_app(held, "Ada"), port=0, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        servers.append((server, thread))
        until = time.monotonic() + 20
        while not server.started:
            assert time.monotonic() < until
            time.sleep(0.02)
        return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"

    yield start
    for server, thread in servers:
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def tab(chromium):
    """Opens tabs; in the end nothing may have gone wrong in any, nor anything been asked of another machine."""
    contexts, wrong = [], []

    def opened(address, **how):
        context = chromium.new_context(base_url=address, **{"viewport": {"width": 1280, "height": 900}, **how})
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.on(
            "console", lambda message: wrong.append(message.text) if "Content Security Policy" in message.text else None
        )
        page.on(
            "request",
            lambda request: wrong.append(request.url) if not request.url.startswith((address, "data:")) else None,
        )
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []
