import socket
import threading
import urllib.error
import urllib.request

import pytest
import uvicorn

from firsthand.desk.serve import address_of, is_loopback, serve
from firsthand.errors import FirsthandError


@pytest.mark.parametrize(
    ("host", "near"), [("127.0.0.1", True), ("::1", True), ("LOCALHOST", True), ("", False), ("10.0.0.7", False)]
)
def test_what_only_this_machine_reaches(host, near):
    assert is_loopback(host) is near


def test_the_address_can_be_opened():
    assert address_of("127.0.0.1", 8765, None) == "http://127.0.0.1:8765/"
    assert address_of("10.0.0.7", 1, "t") == "http://10.0.0.7:1/?token=t"


def test_a_port_that_is_taken_is_told(held):
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(FirsthandError, match="give another --port"):
        serve(held, port=taken.getsockname()[1], by="Ada", say=print)


@pytest.fixture
def served(monkeypatch):
    """Runs `serve` in a thread, so that a test can ask it."""
    servers = []

    class Server(uvicorn.Server):
        def __init__(self, config):
            super().__init__(config)
            servers.append(self)

    monkeypatch.setattr(uvicorn, "Server", Server)
    told, ready = [], threading.Event()

    def say(text):
        told.append(text)
        ready.set()

    def start(held, **how):
        thread = threading.Thread(
            target=serve, args=(held,), kwargs={"by": "Ada", "port": 0, "say": say, **how}, daemon=True
        )
        thread.start()
        assert ready.wait(10)
        threads.append(thread)
        return told[0].split()[4]

    threads: list[threading.Thread] = []
    yield start
    for server in servers:
        server.should_exit = True
    for thread in threads:
        thread.join(10)


def test_it_answers_on_this_machine_without_a_token(held, served):
    address = served(held)
    assert "token" not in address
    with urllib.request.urlopen(address, timeout=10) as answer:
        assert b"Firsthand" in answer.read()
        assert "server" not in answer.headers


def test_anywhere_else_it_makes_a_token(held, served):
    address = served(held, host="0.0.0.0")
    assert "/?token=" in address
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(address.partition("?")[0], timeout=10)
    assert refused.value.code == 403
    refused.value.close()
