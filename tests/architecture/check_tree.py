"""Reads the whole tree and fails when a rule of the house is broken.

    python3 tests/architecture/check_tree.py [ROOT]

Each rule is a function that yields faults; its first line says what it guards. tst_rules.py plants a fault for each.
"""

from pathlib import Path
import sys

import rules_cpp
import rules_qml
import rules_tree
from source_tree import SourceTree

RULES = {
    f"{module.__name__.removeprefix('rules_')}.{rule.__name__}": rule
    for module in (rules_cpp, rules_qml, rules_tree)
    for rule in module.RULES
}


def main(root):
    tree = SourceTree(root)
    if "CMakeLists.txt" not in tree:
        print(f"{root} is not the root of the project", file=sys.stderr)
        return 2
    broken = {name: faults for name, rule in RULES.items() if (faults := sorted(set(rule(tree))))}
    for name, faults in broken.items():
        print(f"{name}: {RULES[name].__doc__.strip()}")
        for fault in faults:
            print(f"  {fault}")
    count = sum(map(len, broken.values()))
    print(f"{len(tree.paths)} files, {len(RULES)} rules, {count} faults")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]))
