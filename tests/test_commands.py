"""docs/commands.md is what the commands themselves say: `python tests/test_commands.py` writes it anew."""

from pathlib import Path

from click import Command, Context

from firsthand.cli.entry import firsthand

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
HEAD = """# Commands

What each command says of itself with `--help`. This page is made from the program: `python tests/test_commands.py`.
"""


def help_of(command: Command, name: str) -> str:
    context = Context(command, info_name=name, terminal_width=100, max_content_width=100, color=False)
    context.help_option_names = ["-h", "--help"]
    return command.get_help(context).rstrip()


def page() -> str:
    """The whole page: the command and every subcommand."""
    commands = [("firsthand", firsthand), *((f"firsthand {n}", c) for n, c in sorted(firsthand.commands.items()))]
    return HEAD + "".join(f"\n## {name}\n\n```text\n{help_of(command, name)}\n```\n" for name, command in commands)


def test_every_command_is_documented_as_it_is():
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew: python tests/test_commands.py"


def test_every_command_stands_in_the_readme_or_its_pages():
    text = (PAGE.parents[1] / "README.md").read_text(encoding="utf-8")
    assert [name for name in firsthand.commands if f"firsthand {name}" not in text] == []


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
