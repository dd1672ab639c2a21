"""The house: which part may use which, and which libraries belong where."""

from dataclasses import dataclass
import re

BASE, MODEL, CATALOG = "shared/base", "shared/model", "shared/catalog"
RULES, SQLITE, EXCHANGE, MEDIA = "shared/rules", "shared/sqlite", "shared/exchange", "shared/media"
SEARCH = "shared/search"
MEANING = (BASE, MODEL, CATALOG, RULES)
SHARED = MEANING + (SQLITE, EXCHANGE, MEDIA, SEARCH)
SYNC = ("sync", "sync/wire", "sync/merge")
BENEATH_VIEWS = SHARED + SYNC + ("sync/replica", "client/store", "client/capture", "client/net")
# In their order: each may use those before it.
VIEWMODELS = tuple(
    "client/viewmodels/" + name for name in ("words", "frame", "records", "planning", "review", "day", "overview", "sync")
)

# Headers that come from outside, by family. The standard library counts where it reaches out of the process.
FAMILIES = {
    "Qt": r"Q[A-Z]\w*$|Qt\w*(/|$)|qt\w+\.h$|qqml\w*\.h$",
    "Boost": r"boost/",
    "SQL": r"SQLiteCpp/|sqlite3\.h$|libpq|pqxx/",
    "JSON": r"nlohmann/",
    "OpenSSL": r"openssl/",
    "sodium": r"sodium",
    "spdlog": r"spdlog/",
    "zstd": r"zstd\.h$|zdict\.h$",
    "fmt": r"fmt/",
    "CLI11": r"CLI/",
    "QR": r"qrencode\.h$|ZXing/",
    "XLSX": r"xlsxwriter\.h$",
    "benchmark": r"benchmark/",
    "threads": r"(thread|mutex|shared_mutex|future|condition_variable|atomic|stop_token|semaphore|latch|barrier|pthread\.h)$",
    "files": r"(fstream|filesystem|iostream|cstdio|stdio\.h)$",
    "clock": r"(ctime|time\.h|sys/time\.h)$",
    "chance": r"random$",
    "system": r"(unistd|fcntl|signal|poll|termios|dirent|pwd|errno|sys/\w+|netinet/\w+|arpa/\w+|netdb|linux/\w+)\.h$|csignal$",
    "standard": r"[a-z0-9_]+$",
}
FAMILIES = {name: re.compile(pattern) for name, pattern in FAMILIES.items()}

EDGE = ("threads", "files", "clock", "system", "JSON", "sodium", "fmt")


@dataclass(frozen=True)
class Layer:
    """A folder, what it may include beside itself, and the families of foreign headers it may include."""

    path: str
    uses: tuple = ()
    families: tuple = ()


LAYERS = {
    layer.path: layer
    for layer in (
        Layer(BASE, (), ("sodium", "clock")),
        Layer(MODEL, (BASE,)),
        Layer(CATALOG, (BASE, MODEL), ("JSON",)),
        Layer(RULES, (BASE, MODEL, CATALOG)),
        Layer(SQLITE, (BASE, MODEL, CATALOG), ("SQL", "files", "system")),
        Layer(EXCHANGE, (BASE, MODEL, CATALOG), ("files", "XLSX")),
        Layer(MEDIA, (BASE,)),
        Layer(SEARCH, (BASE, MODEL)),
        Layer("sync", (BASE, MODEL, CATALOG)),
        Layer("sync/wire", (BASE, MODEL, CATALOG, "sync"), ("zstd",)),
        Layer("sync/merge", (BASE, MODEL, CATALOG, "sync", "sync/wire")),
        Layer("sync/replica", MEANING + SYNC),
        Layer("sync/authority", MEANING + SYNC),
        Layer("server", SHARED + SYNC + ("sync/authority",), EDGE + ("Boost", "SQL", "OpenSSL", "spdlog", "CLI11", "QR")),
        Layer("client/store", SHARED + SYNC + ("sync/replica",), ("SQL", "files", "system", "fmt")),
        Layer("client/capture", SHARED + ("client/store",), EDGE + ("Qt", "QR")),
        Layer("client/net", SHARED + SYNC + ("sync/replica", "client/store"), EDGE + ("Qt",)),
        *(Layer(path, BENEATH_VIEWS + VIEWMODELS[:place], EDGE + ("Qt",)) for place, path in enumerate(VIEWMODELS)),
        Layer("client/viewmodels", BENEATH_VIEWS + VIEWMODELS, EDGE + ("Qt",)),
        Layer("client/cli", SHARED + SYNC + ("sync/replica", "client/store", "client/net"), EDGE + ("Qt", "CLI11")),
        Layer("client", BENEATH_VIEWS + VIEWMODELS + ("client/viewmodels",), EDGE + ("Qt", "CLI11")),
        Layer("qml", (), ("Qt",)),
    )
}

# QML modules of ours, and which others of ours each may import. Pages may import other pages.
QML_MODULES = {
    "Zhixing.Theme": (),
    "Zhixing.Controls": ("Zhixing.Theme",),
    "Zhixing.Charts": ("Zhixing.Theme", "Zhixing.Controls"),
    "Zhixing.Pages": ("Zhixing.Theme", "Zhixing.Controls", "Zhixing.Charts", "Zhixing.Pages", "Zhixing.ViewModels"),
    "Zhixing": ("Zhixing.Theme", "Zhixing.Controls", "Zhixing.Charts", "Zhixing.Pages", "Zhixing.ViewModels"),
}


def layer_of(folder):
    """The layer a folder belongs to: its own entry or the nearest one above. sync and client are not parents of others."""
    if folder in LAYERS:
        return LAYERS[folder]
    parts = folder.split("/")
    while len(parts) > 1:
        parts.pop()
        name = "/".join(parts)
        if name in LAYERS and name not in ("sync", "client"):
            return LAYERS[name]
    return None


def family_of(header):
    return next((name for name, pattern in FAMILIES.items() if pattern.match(header)), None)


def qml_module_of(folder):
    """qml/Zhixing/Pages/Today -> Zhixing.Pages"""
    parts = folder.split("/")[1:]
    while parts:
        name = ".".join(parts)
        if name in QML_MODULES:
            return name
        parts.pop()
    return None
