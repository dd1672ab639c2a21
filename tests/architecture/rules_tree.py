"""Rules about the tree: what stands at the top, that everything is built, that everything is tested."""

from pathlib import PurePosixPath
import re

from source_tree import CPP, OURS, Fault, folder

ENTRIES = {
    ".ci", ".clang-format", ".clang-tidy", ".gitignore", ".qmllint.ini", "CHANGELOG.md", "CMakeLists.txt",
    "CMakePresets.json", "LICENSE", "Makefile", "README.md", "client", "packaging", "qml", "server", "shared", "sync",
    "tests",
}

# Units without a test of their own name, each with the reason. A folder stands for all the units in it.
TESTED_ELSEWHERE = {
    "shared/catalog": "tst_catalog.cpp goes through every type that catalog.cpp registers",
}


def entries(tree):
    """A newcomer sees a short list."""
    for name in tree.entries:
        if name not in ENTRIES:
            yield Fault(name, 1, "does not belong at the top of the tree; see ENTRIES in rules_tree.py")


def listed(tree):
    """Sources are listed by name, in the CMakeLists.txt of their folder or one above."""
    for path in tree.select((".cpp", ".qml"), OURS + ("tests/",)):
        where = PurePosixPath(path).parent
        while f"{where}/CMakeLists.txt" not in tree and where.parent != where:
            where = where.parent
        lists = f"{where}/CMakeLists.txt"
        name = PurePosixPath(path).relative_to(where).as_posix()
        if lists not in tree or not re.search(rf"(?<![\w./]){re.escape(name)}(?![\w.])", _cmake(tree, lists)):
            yield Fault(path, 1, f"is built by nobody: {lists} does not list {name}")


def cmake(tree):
    """Nothing is downloaded while building, and no source is found by searching."""
    for path in [*tree.select(("CMakeLists.txt",)), *tree.select((".cmake",))]:
        pattern = r"\b(FetchContent\w*|ExternalProject\w*|CPMAddPackage|file\s*\(\s*(GLOB\w*|DOWNLOAD)|aux_source_directory)\b"
        for line, match in tree.search(pattern, path, _cmake(tree, path)):
            yield Fault(path, line, f"{match.group()}: sources are listed by name, libraries come from the system")


def units(tree):
    """money.cpp is tested by tst_money.cpp at the same place below tests/."""
    used = set()
    for path in tree.select((".cpp",), ("shared/", "sync/")):
        unit = PurePosixPath(path)
        excuse = next((entry for entry in TESTED_ELSEWHERE if path == entry or folder(path) == entry), None)
        test = f"tests/{unit.parent}/tst_{unit.stem}.cpp"
        if excuse is not None:
            used.add(excuse)
        if test not in tree and excuse is None:
            yield Fault(path, 1, f"has no test: {test} is missing")
        elif test in tree and excuse == path:
            yield Fault(path, 1, "has a test now; take it out of TESTED_ELSEWHERE in rules_tree.py")
    for entry in sorted(set(TESTED_ELSEWHERE) - used):
        yield Fault(entry, 1, "is gone; take it out of TESTED_ELSEWHERE in rules_tree.py")


def honest_tests(tree):
    """A test does not sleep, does not skip, and can fail."""
    patterns = {
        r"\bQSKIP\b|\bskip\s*\(": "a test that skips proves nothing",
        r"\bqWait\s*\(|\bqSleep\s*\(|\bsleep_for\b|\bsleep_until\b|\busleep\b|\btime\.sleep\b|\bQThread::m?sleep\b": "a test does not sleep; wait for what should happen",
        r"\bwait\s*\(\s*\d+\s*\)": "a test does not sleep; use tryCompare or tryVerify",
        r"\bQVERIFY2?\s*\(\s*true\b|\bverify\s*\(\s*true\b": "an assertion that cannot fail",
    }
    for path in tree.select(CPP + (".qml", ".py"), ("tests/",)):
        if path.startswith("tests/architecture/"):
            continue
        for pattern, message in patterns.items():
            for line, _ in tree.search(pattern, path, _code(tree, path)):
                yield Fault(path, line, message)


def promised(tree):
    """A test that tests/README.md names as a proof exists."""
    readme = "tests/README.md"
    if readme not in tree:
        return
    for number, line in enumerate(tree.text(readme).splitlines(), 1):
        file = None
        for name in re.findall(r"`([^`]+)`", line) if line.startswith("| ") else ():
            if re.fullmatch(r"tests/\S+\.(cpp|py)", name):
                file = name
                if file not in tree:
                    yield Fault(readme, number, f"{file} does not exist")
            elif file is not None and file in tree and name not in tree.text(file):
                yield Fault(readme, number, f"{file} has no test {name}")


def _code(tree, path):
    return _cmake(tree, path) if path.endswith(".py") else tree.bare(path)


def _cmake(tree, path):
    """CMake and Python: a comment begins with a hash."""
    return re.sub(r"#[^\n]*", "", tree.text(path))


RULES = (entries, listed, cmake, units, honest_tests, promised)
