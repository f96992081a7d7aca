"""Trained networks that ship with the package: loaded from files checked by hash, and run on one thread."""
