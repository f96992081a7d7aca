"""The desk: web pages on this machine where an analyst reads and corrects a pile."""

from firsthand.desk.app import make_app
from firsthand.desk.serve import serve

__all__ = ["make_app", "serve"]
