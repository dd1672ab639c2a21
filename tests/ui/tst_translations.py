"""The languages: every sentence of the interface has its Chinese, and the traditional one is made from it whole."""

import importlib.machinery
import importlib.util
import os
from pathlib import Path
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "qml" / "translations"
SIMPLIFIED = FOLDER / "zhixing_zh_CN.ts"
TERMS = FOLDER / "zh_tw_terms.txt"


def maker():
    loader = importlib.machinery.SourceFileLoader("make_zh_tw", str(FOLDER / "make-zh-tw"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("make_zh_tw", loader))
    loader.exec_module(module)
    return module


def messages(file):
    """(context, source, comment) -> the translation's forms, and whether somebody has finished it."""
    found = {}
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            found[key] = (forms, translation.get("type") is None)
    return found


class Translations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.simplified = messages(SIMPLIFIED)
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "zhixing_zh_TW.ts"
            subprocess.run([FOLDER / "make-zh-tw", SIMPLIFIED, TERMS, made], check=True)
            cls.traditional = messages(made)
            cls.language = ElementTree.parse(made).getroot().get("language")

    def test_simplified_has_every_message_of_the_sources(self):
        with tempfile.TemporaryDirectory() as folder:
            found = Path(folder) / "found.ts"
            subprocess.run([os.environ["ZHIXING_LUPDATE"], "-silent", "-I", ".", "-locations", "none", "client", "qml",
                            "-ts", found], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            missing = [key for key in messages(found) if key not in self.simplified]
        self.assertEqual(missing, [])

    def test_simplified_every_message_is_translated(self):
        for key, (forms, is_finished) in self.simplified.items():
            self.assertTrue(is_finished and all(forms), key)

    def test_simplified_every_message_keeps_its_places(self):
        for (_, source, _), (forms, _) in self.simplified.items():
            for form in forms:
                self.assertEqual(set(re.findall("%[0-9n]", source)), set(re.findall("%[0-9n]", form)) | (
                    {"%n"} & set(re.findall("%[0-9n]", source))), source)

    def test_traditional_has_the_same_messages(self):
        self.assertEqual(self.language, "zh_TW")
        self.assertEqual(self.traditional.keys(), self.simplified.keys())
        for key, (forms, _) in self.simplified.items():
            self.assertEqual([re.findall("%[0-9n]", form) for form in forms],
                             [re.findall("%[0-9n]", form) for form in self.traditional[key][0]], key)

    def test_traditional_is_written_in_characters_of_taiwan(self):
        for forms, _ in self.traditional.values():
            for character in "".join(forms):
                if "\u3400" <= character <= "\u9fff":
                    character.encode("big5")

    def test_traditional_uses_the_words_of_the_table(self):
        terms = maker().read_terms(TERMS)
        spoken = "".join(form for forms, _ in self.traditional.values() for form in forms)
        for simplified, traditional in terms.items():
            if simplified not in terms.values() and not any(simplified in word for word in terms.values()):
                self.assertNotIn(simplified, spoken)

    def test_table_every_term_is_there_once_and_in_order(self):
        words = [line.split(" ", 1)[0] for line in TERMS.read_text(encoding="utf-8").splitlines()
                 if line and not line.startswith("#")]
        self.assertEqual(words, sorted(set(words)))

    def test_converter_prefers_the_longer_word_and_leaves_places_alone(self):
        convert = maker().convert
        self.assertEqual(convert("数据库和数据：%1", {"数据": "資料", "数据库": "資料庫"}), "資料庫和資料：%1")


if __name__ == "__main__":
    unittest.main()
