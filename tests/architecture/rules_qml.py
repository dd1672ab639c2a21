"""Rules about QML: who imports whom, and where looks and words come from."""

import re

from layers import QML_MODULES, qml_module_of
from source_tree import OURS, Fault, folder

QML = (".qml",)
IMPORT = r'^[ \t]*import[ \t]+(?P<target>"[^"\n]*"|[\w.]+)'


def imports(tree):
    """Pages use controls, controls use the theme; only pages see view models; Qt Charts hides in Zhixing.Charts."""
    for path in tree.select(QML, ("qml/",)):
        module = qml_module_of(folder(path))
        if module is None:
            yield Fault(path, 1, f"{folder(path)}/ is no QML module that tests/architecture/layers.py knows")
            continue
        for line, match in tree.search(IMPORT, path):
            target = match["target"]
            if target.startswith('"'):
                yield Fault(path, line, f"import {target}: import a module by name, not a folder or a script")
            elif target == "QtCharts" and module != "Zhixing.Charts":
                yield Fault(path, line, "only Zhixing.Charts imports QtCharts")
            elif target.startswith("Zhixing") and not _may_import(module, target):
                yield Fault(path, line, f"{module} may not import {target}")


def names(tree):
    """A QML file is named like the type it makes, a folder like the module or, within one, like the feature."""
    for path in tree.select(QML, ("qml/",)):
        if not re.fullmatch(r"qml(/[A-Z][A-Za-z0-9]*)+(/[a-z]+)*/[A-Z][A-Za-z0-9]*\.qml", path):
            yield Fault(path, 1, "QML files and modules are named in UpperCamel, features within a module in lower case")


def colours(tree):
    """Every colour is a token of the theme."""
    patterns = r"""["'`]#[0-9A-Fa-f]{3,8}["'`]|\bQt\.(rgba|hsla|hsva|color)\(|\b[a-z.]*[cC]olor:\s*["'](?!transparent\b)"""
    for path in tree.select(QML, ("qml/",)):
        if qml_module_of(folder(path)) == "Zhixing.Theme":
            continue
        for line, match in tree.search(patterns, path):
            yield Fault(path, line, f"{match.group()} is a colour outside Zhixing.Theme")


def sizes(tree):
    """A page takes gaps, type sizes, corners and durations from the theme too. Nothing and a hairline need no name."""
    pattern = (
        r"\b(?P<name>spacing|rowSpacing|columnSpacing|padding|\w+Padding|margins|\w+Margin|radius|pixelSize|pointSize|duration)"
        r":\s*(?P<value>[0-9.]+)\s*(;|\}|$)"
    )
    for path in tree.select(QML, ("qml/Zhixing/Pages/",)):
        for line, match in tree.search(pattern, path):
            if float(match["value"]) > 1:
                yield Fault(path, line, f"{match['name']}: {match['value']} is a size outside Zhixing.Theme")


def words(tree):
    """Text that a person reads goes through qsTr, in English; the translations are in .ts files."""
    literal = r"""\b(?P<name>text|title|placeholderText|label|description|Accessible\.name):\s*["'](?!zhixing:)(?=[^"'\n]*\w\w)"""
    for path in tree.select(QML, ("qml/",)):
        for line, match in tree.search(literal, path):
            yield Fault(path, line, f"{match['name']}: a text for people goes through qsTr")
        # One character may be a unit or a key (万), and a language is called by its own name; anything else is a text.
        for line, _ in tree.search(r"[\u3400-\u9fff]{2}", path, re.sub("简体中文|繁體中文", "", tree.code(path))):
            yield Fault(path, line, "Chinese in QML: write English and translate it in the .ts file")


def shown(tree):
    """Every control and chart, and the figures' card, is shown in its states by a page of its own in tests/gallery/components."""
    folders = ("qml/Zhixing/Controls/", "qml/Zhixing/Charts/")
    for path in [*tree.select(QML, folders), *tree.select(("FigureCard.qml",), ("qml/",))]:
        name = path.rsplit("/", 1)[1].removesuffix(".qml")
        page = f"tests/gallery/components/{name}Page.qml"
        if page not in tree:
            yield Fault(path, 1, f"{name} has no page: add {page}")
        elif not any(tree.search(rf"\b{name} *\{{", page)):
            yield Fault(page, 1, f"the page of {name} does not show it")


def _may_import(module, target):
    return any(target == other or target.startswith("Zhixing.Pages.") and other == "Zhixing.Pages" for other in
               (*QML_MODULES[module], module))


RULES = (imports, names, colours, sizes, words, shown)
