"""Rules about C++: who includes whom, what stays pure, how files are named."""

import re

from layers import LAYERS, family_of, layer_of
from source_tree import CPP, OURS, Fault, folder

INCLUDE = r'^[ \t]*#[ \t]*include[ \t]*(?P<sign>["<])(?P<target>[^">\n]+)[">]'
LINES_MAX = 500

# Exceptions of libraries are caught where the library is called. Nowhere else is there a catch.
CATCHES = {
    "shared/sqlite/": "SQLiteCpp throws",
    "server/": "Asio, Beast, CLI11 and the file system throw",
    "client/store/": "SQLiteCpp throws",
    "client/capture/": "ZXing throws",
    "client/cli/": "CLI11 throws",
    "client/main.cpp": "CLI11 throws",
}

# We throw nothing ourselves, but where our own finding joins the failures of a library in the catch of the same folder.
THROWS = {
    "shared/sqlite/": "SQLite::Exception",
    "server/store/": "SQLite::Exception",
}


def arrows(tree):
    """An include points down: qml -> client -> sync -> shared, server -> sync -> shared."""
    for path in tree.select(CPP, OURS):
        layer = layer_of(folder(path))
        if layer is None:
            yield Fault(path, 1, f"{folder(path)}/ has no place in the house; give it one in tests/architecture/layers.py")
            continue
        for line, target in _includes(tree, path, '"'):
            other = layer_of(folder(target))
            if other is not None and other is not layer and other.path not in layer.uses:
                yield Fault(path, line, f"{layer.path}/ may not include {other.path}/ ({target})")
            elif other is None and "/" in target:
                yield Fault(path, line, f'"{target}" is not a part that the product may include')


def libraries(tree):
    """A foreign library is used only by the parts that are there to hide it."""
    for path in tree.select(CPP, OURS):
        layer = layer_of(folder(path))
        if layer is None:
            continue
        for line, target in _includes(tree, path, "<"):
            family = family_of(target)
            if family is None:
                yield Fault(path, line, f"<{target}> belongs to no known library; name it in tests/architecture/layers.py")
            elif family != "standard" and family not in layer.families:
                yield Fault(path, line, f"{layer.path}/ may not use {family} (<{target}>)")


def purity(tree):
    """Where clock, chance, environment and sleep are ports, nobody reaches around the port."""
    reaching = {
        r"_clock::now\s*\(|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|\bclock_gettime\b": "reads a clock; take the time as an argument",
        r"\bstd::rand\b|\brandom_device\b": "makes up chance; take a Random",
        r"\bgetenv\b": "reads the environment; take what it says as an argument",
        r"\bsleep_for\b|\bsleep_until\b|\busleep\b": "sleeps",
    }
    for path in tree.select(CPP, ("shared/", "sync/")):
        layer = layer_of(folder(path))
        for pattern, message in reaching.items():
            if layer is not None and "clock" in layer.families and "clock" in message:
                continue
            for line, _ in tree.search(pattern, path, tree.bare(path)):
                yield Fault(path, line, message)


def heavy_headers(tree):
    """Our headers stay cheap: no Beast, Asio or JSON in what others include."""
    for path in tree.select((".h",), OURS):
        for line, target in _includes(tree, path, "<"):
            if target.startswith(("boost/beast", "boost/asio", "nlohmann/")) and target != "nlohmann/json_fwd.hpp":
                yield Fault(path, line, f"<{target}> in a header; forward declare, and include it in the .cpp")


def include_paths(tree):
    """An include of ours is the path from the root, in quotes, and the file is there."""
    for path in tree.select(CPP, OURS + ("tests/",)):
        for line, target in _includes(tree, path, '"'):
            if target.endswith(".moc"):
                continue
            if target.startswith("../") or target not in tree:
                yield Fault(path, line, f'"{target}" is not a path from the root of the project')
        for line, target in _includes(tree, path, "<"):
            if target in tree:
                yield Fault(path, line, f'<{target}> is ours: write it in quotes')


def names(tree):
    """C++ is snake_case.h and snake_case.cpp, in lower-case folders outside qml/; every header begins with #pragma once."""
    under = OURS + ("tests/",)
    for path in tree.select((".hpp", ".hh", ".hxx", ".cc", ".cxx", ".c"), under):
        yield Fault(path, 1, "C++ files end in .h and .cpp")
    for path in tree.select(CPP, under):
        if not re.fullmatch(r"(qml(/[A-Z][A-Za-z0-9]*)+|[a-z][a-z0-9_]*)(/[a-z][a-z0-9_]*)+\.(h|cpp)", path):
            yield Fault(path, 1, "C++ files and their folders are named in snake_case")
        if path.endswith(".h") and "#pragma once" not in tree.code(path):
            yield Fault(path, 1, "a header begins with #pragma once")


def exceptions(tree):
    """Ordinary failure is a Result; what a library throws is caught where the library is called."""
    for path in tree.select(CPP, OURS):
        if not path.startswith(tuple(THROWS)):
            for line, _ in tree.search(r"\bthrow\b", path, tree.bare(path)):
                yield Fault(path, line, "throw: return a Result, or assert if it is our mistake")
        if not path.startswith(tuple(CATCHES)):
            for line, _ in tree.search(r"\bcatch\s*\(", path, tree.bare(path)):
                yield Fault(path, line, "catch: only where a library that throws is called; see CATCHES in rules_cpp.py")


def certificates(tree):
    """Nobody talks TLS to a stranger."""
    for path in tree.select(CPP + (".qml", ".py"), OURS + ("tests/", "packaging/")):
        if path.startswith("tests/architecture/"):
            continue
        for line, match in tree.search(r"ignoreSslErrors|VerifyNone|verify_none|CERT_NONE", path, tree.bare(path)):
            yield Fault(path, line, f"{match.group()} accepts any certificate; trust the right one instead")


def length(tree):
    """A file is one idea."""
    for path in tree.select(CPP + (".qml", ".py"), OURS + ("tests/",)):
        lines = tree.text(path).count("\n")
        if lines > LINES_MAX:
            yield Fault(path, LINES_MAX, f"{lines} lines: more than {LINES_MAX}, is it one idea?")


def _includes(tree, path, sign):
    for line, match in tree.search(INCLUDE, path):
        if match["sign"] == sign:
            yield line, match["target"]


def _all_layers_are_known():
    return [use for layer in LAYERS.values() for use in layer.uses if use not in LAYERS]


assert not _all_layers_are_known(), "layers.py names a layer that it does not describe"

RULES = (arrows, libraries, purity, heavy_headers, include_paths, names, exceptions, certificates, length)
