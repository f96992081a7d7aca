"""Connections: where they lead, and how long they last."""

import socket

import httpcore
import pytest

from firsthand.fetch.network import Guarded, NoSuchHost, Refused


def guard(*private, ticks=lambda: 0.0):
    return Guarded(frozenset(private), ticks)


def answers(monkeypatch, *lists):
    """Makes the resolver give each list of addresses in turn; what was asked is kept."""
    asked = []

    def resolve(host, port, **how):
        asked.append(host)
        return [(0, 0, 0, "", (address, port)) for address in lists[min(len(asked), len(lists)) - 1]]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


@pytest.fixture
def connected(monkeypatch):
    """The addresses that a connection was made to; none is made."""
    made = []

    def connect(self, host, port, *rest):
        made.append(host)
        if host == "9.9.9.9":
            raise httpcore.ConnectError("down")
        return httpcore.MockStream([])

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    return made


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "::1", "169.254.169.254"])
def test_private_addresses_are_refused_however_they_are_written(host, connected):
    with pytest.raises(Refused):
        guard().connect_tcp(host, 80)
    assert connected == []


def test_one_private_address_among_others_is_enough(monkeypatch, connected):
    answers(monkeypatch, ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(Refused):
        guard().connect_tcp("wire.example", 80)


def test_a_name_that_changes_its_mind_gains_nothing(monkeypatch, connected):
    asked = answers(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    guard().connect_tcp("wire.example", 443)
    assert (asked, connected) == (["wire.example"], ["8.8.8.8"])
    with pytest.raises(Refused):
        guard().connect_tcp("wire.example", 443)


def test_the_next_address_is_tried(monkeypatch, connected):
    answers(monkeypatch, ["9.9.9.9", "8.8.8.8"])
    guard().connect_tcp("wire.example", 443)
    assert connected == ["9.9.9.9", "8.8.8.8"]
    answers(monkeypatch, ["9.9.9.9"])
    with pytest.raises(httpcore.ConnectError):
        guard().connect_tcp("wire.example", 443)


@pytest.mark.parametrize("private", ["desk.example", "*"])
def test_named_hosts_may_be_private(monkeypatch, connected, private):
    answers(monkeypatch, ["10.0.0.1"])
    guard(private).connect_tcp("desk.example", 80)
    assert connected == ["10.0.0.1"]


def test_no_such_host(monkeypatch):
    def fails(*words, **how):
        raise socket.gaierror("no name")

    monkeypatch.setattr(socket, "getaddrinfo", fails)
    with pytest.raises(NoSuchHost):
        guard().connect_tcp("wire.example", 80)


def test_every_step_keeps_to_the_deadline(monkeypatch, connected):
    answers(monkeypatch, ["8.8.8.8"])
    now = [0.0]
    found = guard(ticks=lambda: now[0])
    assert found.left(20.0) == 20.0
    found.deadline = 5.0
    assert (found.left(20.0), found.left(2.0), found.left(None)) == (5.0, 2.0, 5.0)
    stream = found.connect_tcp("wire.example", 80)
    now[0] = 5.0
    for step in (lambda: stream.read(10), lambda: stream.write(b"x"), lambda: found.connect_tcp("wire.example", 80)):
        with pytest.raises(httpcore.ReadTimeout):
            step()
