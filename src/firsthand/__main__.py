"""`python -m firsthand` does what the `firsthand` command does."""

from firsthand.cli import main

main()
