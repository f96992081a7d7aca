"""Fetch: addresses of pages, feeds and lists of feeds to articles, politely and only when asked."""

from firsthand.fetch.feeds import feed_in
from firsthand.fetch.gather import Gathered, Visit, due, gather
from firsthand.fetch.polite import Clock, Manners

__all__ = ["Clock", "Gathered", "Manners", "Visit", "due", "feed_in", "gather"]
