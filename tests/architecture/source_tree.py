"""The files of the project, as the rules read them."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
import re

# What git ignores at the root; see .gitignore.
BUILT = re.compile(r"\.git$|build(-.*)?$|\.cache$|compile_commands\.json$|CMakeUserPresets\.json$")

CPP = (".h", ".cpp")
OURS = ("shared/", "sync/", "server/", "client/", "qml/")

# Strings are matched first, so that a comment sign within one is not taken for a comment.
# A quote after a digit (1'000) is not the start of a character.
TOKENS = re.compile(
    r"""
      R"(?P<mark>[^\s()\\]{0,16})\((?P<raw>.*?)\)(?P=mark)"   # raw string
    | "(?:\\.|[^"\\\n])*"
    | (?:\b(?:u8|u|U|L)|(?<![0-9A-Za-z_]))'(?:\\.|[^'\\\n])*'
    | `(?:\\.|[^`\\])*`
    | //[^\n]*
    | /\*.*?\*/
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, order=True)
class Fault:
    """One place that breaks one rule, with words that help to mend it."""

    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


class SourceTree:
    """Paths are relative to the root, with forward slashes."""

    def __init__(self, root):
        self.root = Path(root)
        self.entries = sorted(entry.name for entry in self.root.iterdir() if not BUILT.match(entry.name))
        self.paths = sorted(
            path.relative_to(self.root).as_posix()
            for entry in self.entries
            for path in [self.root / entry, *(self.root / entry).rglob("*")]
            if path.is_file() and "__pycache__" not in path.parts
        )

    def __contains__(self, path):
        return (self.root / path).is_file()

    def select(self, suffixes, under=("",)):
        """The paths with one of these suffixes below one of these folders, fixtures left out: they may hold anything."""
        return [
            path
            for path in self.paths
            if path.endswith(suffixes) and path.startswith(under) and not path.startswith("tests/fixtures/")
        ]

    @lru_cache(maxsize=None)
    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    @lru_cache(maxsize=None)
    def code(self, path):
        """The text without comments; lines keep their numbers."""
        return _blank(self.text(path), comments_only=True)

    @lru_cache(maxsize=None)
    def bare(self, path):
        """The text without comments and without what strings hold."""
        return _blank(self.text(path), comments_only=False)

    def search(self, pattern, path, text=None):
        """(line, match) for each place where the pattern occurs in the file, by default in its code."""
        text = self.code(path) if text is None else text
        for match in re.finditer(pattern, text, re.MULTILINE):
            yield text.count("\n", 0, match.start()) + 1, match


def folder(path):
    return PurePosixPath(path).parent.as_posix()


def _blank(text, comments_only):
    def replace(match):
        token = match.group()
        if token.startswith(("//", "/*")):
            return re.sub(r"[^\n]", " ", token)
        if comments_only:
            return token
        return '"' + re.sub(r"[^\n]", " ", token[1:-1]) + '"'

    return TOKENS.sub(replace, text)
