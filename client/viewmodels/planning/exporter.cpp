#include "client/viewmodels/planning/exporter.h"

#include <fstream>

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>

#include "client/store/schema.h"
#include "client/viewmodels/frame/exported_file.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"
#include "shared/exchange/unfinished_file.h"
#include "shared/exchange/xlsx.h"

namespace zhixing::client {

namespace fs = std::filesystem;

using exchange::Table;
using exchange::TableColumn;

namespace {

constexpr auto number = TableColumn::Kind::number;

fs::path pathOf(const QUrl& file) { return file.toLocalFile().toStdString(); }

bool isWorkbook(const QUrl& file) { return file.fileName().endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive); }

/// Words of people have separators; a spreadsheet wants the number.
std::string plainNumber(QString words) { return words.remove(u',').remove(u'%').toStdString(); }

TableColumn text(const QString& title, double width) { return {title.toStdString(), TableColumn::Kind::text, width}; }
TableColumn figure(const QString& title) { return {title.toStdString(), number, 14}; }

Result<void> writeCsv(const fs::path& path, const Table& table) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    ZX_TRY(exchange::writeCsv(out, table));
    out.flush();
    if (!out) return Error{Code::io_failed, "the file cannot be written", {}, {}};
    return {};
}

Result<ExportedRows> writtenTable(const fs::path& file, const Table& table, bool asWorkbook) {
    exchange::UnfinishedFile unfinished(file);
    ZX_TRY(asWorkbook ? exchange::writeXlsx(unfinished.path(), table) : writeCsv(unfinished.path(), table));
    ZX_TRY(unfinished.finish());
    return ExportedRows{static_cast<std::int64_t>(table.rows.size()), 0};
}

}  // namespace

Exporter::Exporter(Context& context, Campaigns& campaigns, Plan& plan, Targets& targets, Budget& budget, Raci& raci)
    : context_(context), campaigns_(campaigns), plan_(plan), targets_(targets), budget_(budget), raci_(raci) {
    pool_.setMaxThreadCount(1);
}

Exporter::~Exporter() {
    isCancelled_ = true;
    pool_.waitForDone();
}

QString Exporter::nameOf(const QString& what) const {
    if (what == u"feedback") return tr("Feedback");
    if (what == u"progress") return tr("Progress");
    if (what == u"targets") return tr("Targets");
    if (what == u"budget") return tr("Budget");
    if (what == u"gantt") return tr("Gantt chart");
    if (what == u"raci") return tr("Responsibilities");
    return tr("Plan");
}

QUrl Exporter::suggested(const QString& what, const QString& ending) const {
    QString name = campaigns_.name() + u' ' + nameOf(what);
    for (QChar& letter : name) {
        if (QStringLiteral("/\\:*?\"<>|%").contains(letter)) letter = u' ';
    }
    return QUrl::fromLocalFile(exportPath(context_, name.simplified() + QStringLiteral(" %1.") + ending));
}

void Exporter::write(const QString& what, const QUrl& file) {
    if (isBusy_) return;
    isBusy_ = true;
    isCancelled_ = false;
    share_ = 0;
    file_.clear();
    outcome_ = tr("Writing %1…").arg(QFileInfo(file.toLocalFile()).fileName());
    hasFailed_ = false;
    emit changed();
    if (what == u"feedback") {
        writeFeedback(file);
    } else {
        writeTable(file, tableOf(what));
    }
}

void Exporter::writeFeedback(const QUrl& file) {
    FeedbackExport wanted;
    if (!campaigns_.current().isNil()) wanted.campaign = campaigns_.current();
    wanted.format = isWorkbook(file) ? TableFormat::xlsx : TableFormat::csv;
    wanted.sheet = nameOf(QStringLiteral("feedback")).toStdString();
    wanted.goOn = [this](double share) {
        QMetaObject::invokeMethod(this, [this, share] {
            share_ = share;
            emit changed();
        });
        return !isCancelled_;
    };
    pool_.start([this, file, wanted, store = context_.gateway().storePath().toStdString()] {
        const auto rows = [&]() -> Result<ExportedRows> {
            ZX_ASSIGN(sqlite::Database database, openReader(store, catalog()));
            return exportFeedback(database, pathOf(file), wanted);
        }();
        QMetaObject::invokeMethod(this, [this, file, rows] { finish({file, rows, true}); });
    });
}

void Exporter::writeTable(const QUrl& file, const Table& table) {
    pool_.start([this, file, table] {
        const auto rows = writtenTable(pathOf(file), table, isWorkbook(file));
        QMetaObject::invokeMethod(this, [this, file, rows] { finish({file, rows, false}); });
    });
}

void Exporter::finish(const Outcome& outcome) {
    isBusy_ = false;
    const QString path = QDir::toNativeSeparators(outcome.file.toLocalFile());
    hasFailed_ = !outcome.rows;
    file_ = hasFailed_ ? QUrl() : outcome.file;
    if (!outcome.rows && outcome.rows.error().code == Code::cancelled) {
        hasFailed_ = false;
        outcome_ = tr("Stopped. No file was written.");
    } else if (!outcome.rows && outcome.rows.error().code == Code::too_large) {
        outcome_ = tr(
            "An answer is longer than a cell of Excel holds. Please choose CSV, which holds it; no file was written.");
    } else if (!outcome.rows && outcome.rows.error().code == Code::damaged) {
        outcome_ =
            tr("The rows in the file were not as many as on this device, so it was thrown away. Please try again; your "
               "records are safe.");
    } else if (!outcome.rows) {
        outcome_ =
            tr("%1 could not be written. Your records are safe. Please choose another place, or free some space.")
                .arg(path);
    } else if (outcome.isFeedback) {
        outcome_ = tr("%n row(s) of feedback, ", "", static_cast<int>(outcome.rows->rows)) +
                   tr("questions of %n edition(s), counted again after writing: ", "",
                      static_cast<int>(outcome.rows->editions)) +
                   path;
    } else {
        outcome_ = tr("%n row(s) written to %1", "", static_cast<int>(outcome.rows->rows)).arg(path);
    }
    emit changed();
}

void Exporter::clear() {
    if (isBusy_) return;
    outcome_.clear();
    hasFailed_ = false;
    file_.clear();
    share_ = 0;
    emit changed();
}

void Exporter::drawn(const QUrl& file, bool isWritten) {
    hasFailed_ = !isWritten;
    file_ = isWritten ? file : QUrl();
    const QString path = QDir::toNativeSeparators(file.toLocalFile());
    outcome_ = isWritten
                   ? tr("Written to %1").arg(path)
                   : tr("%1 could not be written. Please choose another place; a plan of more than 500 tasks fits "
                        "a PDF, not a picture.")
                         .arg(path);
    emit changed();
}

bool Exporter::show(bool itsFolder) {
    const QUrl wanted = itsFolder ? QUrl::fromLocalFile(QFileInfo(file_.toLocalFile()).absolutePath()) : file_;
    const bool isShown = !file_.isEmpty() && QDesktopServices::openUrl(wanted);
    if (!isShown) emit context_.said(tr("No program here opens it. The file is at %1").arg(file_.toLocalFile()), true);
    return isShown;
}

// ---- the documents' own forms

Table Exporter::tableOf(const QString& what) const {
    if (what == u"progress") return progressTable();
    if (what == u"targets") return targetsTable();
    if (what == u"budget") return budgetTable();
    if (what == u"raci") return raciTable();
    return planTable();
}

namespace {

class RowsOf {
public:
    explicit RowsOf(const RowModel& rows) : rows_(rows) {}
    [[nodiscard]] QString word(int row, const char* role) const {
        return rows_.value(row, QString::fromLatin1(role)).toString();
    }
    [[nodiscard]] std::string operator()(int row, const char* role) const { return word(row, role).toStdString(); }

private:
    const RowModel& rows_;
};

}  // namespace

Table Exporter::planTable() const {
    Table table{
        nameOf(QStringLiteral("plan")).toStdString(),
        {text(tr("Strategy module"), 16), text(tr("Core action"), 28), text(tr("Content and standard"), 44),
         text(tr("Department · person"), 20), text(tr("Begin"), 12), text(tr("End"), 12), text(tr("State"), 12)},
        {}};
    RowModel* rows = plan_.rows();
    const RowsOf cell(*rows);
    for (int i = 0; i < rows->count(); ++i) {
        table.rows.push_back({cell(i, "module"), cell(i, "title"), cell(i, "standard"), cell(i, "who"),
                              cell(i, "start"), cell(i, "due"), cell(i, "statusWord")});
    }
    return table;
}

Table Exporter::progressTable() const {
    Table table{nameOf(QStringLiteral("progress")).toStdString(),
                {text(tr("Phase"), 14), text(tr("Time"), 24), text(tr("Task"), 32), text(tr("Responsible"), 20),
                 text(tr("Completion"), 14), text(tr("Remark"), 32)},
                {}};
    RowModel* rows = plan_.rows();
    const RowsOf cell(*rows);
    for (int i = 0; i < rows->count(); ++i) {
        table.rows.push_back(
            {cell(i, "phase"), cell(i, "span"), cell(i, "title"), cell(i, "who"), cell(i, "form5"), cell(i, "remark")});
    }
    return table;
}

Table Exporter::targetsTable() const {
    Table table{nameOf(QStringLiteral("targets")).toStdString(),
                {text(tr("Target"), 32), text(tr("Indicator"), 20), figure(tr("Target value")), text(tr("Unit"), 10),
                 text(tr("Share"), 10), text(tr("Responsible"), 20), text(tr("Due"), 12), text(tr("Check"), 24)},
                {}};
    RowModel* rows = targets_.rows();
    const RowsOf cell(*rows);
    for (int i = 0; i < rows->count(); ++i) {
        table.rows.push_back({cell(i, "name"), cell(i, "metric"), plainNumber(cell.word(i, "plainTarget")),
                              cell(i, "unit"), cell(i, "share"), cell(i, "owner"), cell(i, "due"), cell(i, "check")});
    }
    return table;
}

/// F4 for an event, F2 for everything else; both end in the total.
Table Exporter::budgetTable() const {
    Table table{nameOf(QStringLiteral("budget")).toStdString(), {}, {}};
    const bool isEvent = campaigns_.isEvent();
    if (isEvent) {
        table.columns = {text(tr("No."), 6),          text(tr("Budget item"), 16),      text(tr("Details"), 32),
                         figure(tr("Budget (yuan)")), figure(tr("Actual cost (yuan)")), text(tr("Responsible"), 16),
                         text(tr("Remark"), 32)};
    } else {
        table.columns = {text(tr("Cost category"), 16),        text(tr("Details"), 32), figure(tr("Budget (yuan)")),
                         figure(tr("Actual spending (yuan)")), text(tr("Note"), 32),    text(tr("Responsible"), 16)};
    }
    RowModel* rows = budget_.lines();
    const RowsOf cell(*rows);
    for (int i = 0; i < rows->count(); ++i) {
        const std::string budget = plainNumber(cell.word(i, "plainBudget"));
        const std::string spent = plainNumber(cell.word(i, "plainApproved"));
        if (isEvent) {
            table.rows.push_back({cell(i, "number"), cell(i, "category"), cell(i, "item"), budget, spent,
                                  cell(i, "owner"), cell(i, "remark")});
        } else {
            table.rows.push_back(
                {cell(i, "category"), cell(i, "item"), budget, spent, cell(i, "remark"), cell(i, "owner")});
        }
    }
    const std::string total = tr("Total").toStdString();
    const std::string budget = plainNumber(words::yuan(budget_.sums().budget));
    const std::string spent = plainNumber(words::yuan(budget_.sums().approved));
    table.rows.push_back(isEvent ? std::vector<std::string>{total, "", "", budget, spent, "", ""}
                                 : std::vector<std::string>{total, "", budget, spent, "", ""});
    return table;
}

/// F9: a column for each person, the letters of their parts beneath.
Table Exporter::raciTable() const {
    Table table{nameOf(QStringLiteral("raci")).toStdString(), {text(tr("No."), 6), text(tr("Task"), 32)}, {}};
    for (const QVariant& person : raci_.people()) table.columns.push_back(text(person.toMap()["label"].toString(), 12));
    table.columns.push_back(text(tr("Check"), 24));
    RowModel* rows = raci_.rows();
    const RowsOf cell(*rows);
    for (int i = 0; i < rows->count(); ++i) {
        std::vector<std::string> row{cell(i, "number"), cell(i, "title")};
        for (const QString& letters : rows->value(i, QStringLiteral("cells")).toStringList())
            row.push_back(letters.toStdString());
        row.push_back(cell(i, "gap"));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace zhixing::client
