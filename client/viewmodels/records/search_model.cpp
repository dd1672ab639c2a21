#include "client/viewmodels/records/search_model.h"

#include <QStringList>

#include "client/store/search.h"
#include "client/store/store_reader.h"
#include "client/viewmodels/records/found_words.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"

namespace zhixing::client {

/// Answers questions on its own thread, with its own connection.
class SearchModel::Worker : public QObject {
public:
    Worker(QString storePath, const std::atomic<int>& latest) : storePath_(std::move(storePath)), latest_(latest) {}

    Answer answer(int question, const QString& text) {
        Answer answer;
        if (!reader_) {
            if (auto opened = Reader::open(storePath_)) reader_.emplace(std::move(opened).value());
        }
        if (!reader_) return answer;
        const search::Query query(text.toStdString());
        const auto isStopped = [&] { return latest_ != question; };
        const auto found = find(reader_->database(), catalog(), query, perKindMax, isStopped);
        if (!found) return answer;
        answer.isWhole = found->isWhole;
        answer.count = static_cast<int>(found->count);
        for (const FoundKind& kind : found->kinds) {
            if (!isStopped()) describe(query, kind, answer);
        }
        return answer;
    }

private:
    static constexpr std::size_t perKindMax = 20;

    void describe(const search::Query& query, const FoundKind& kind, Answer& answer) {
        answer.kinds[typeName(*kind.type)] = nameOf(words::recordType(kind.type->name), kind.best.size(), kind.count);
        StoreReader records(catalog(), reader_->database());
        for (const Id& id : kind.best) {
            const auto row = records.find(*kind.type, id);
            if (row && *row) answer.rows.push_back(describe(query, (*row)->record));
        }
    }

    RowModel::Row describe(const search::Query& query, const Record& record) {
        const words::FoundWords found = words::found(query, record);
        QStringList where;
        const auto add = [&](Columns row) { where.append(row.text(0).toHtmlEscaped()); };
        const bool hasCampaign = record.type->find("campaign").has_value();
        const Id campaign = record.type->name == "campaign" ? record.id
                            : hasCampaign                   ? record.reference("campaign")
                                                            : Id{};
        if (campaign != record.id) reader_->each("SELECT name FROM campaign WHERE id = ?1", add, campaign);
        if (record.type->name != "node") reader_->each("SELECT name FROM node WHERE id = ?1", add, record.place);
        if (!found.detail.isEmpty()) where.append(found.detail);
        return {keyOf(record.id), typeName(*record.type), found.title, where.join(QStringLiteral(" · ")),
                keyOf(campaign)};
    }

    /// As QML knows the type.
    static QString typeName(const RecordType& type) {
        return QString::fromUtf8(type.name.data(), static_cast<qsizetype>(type.name.size()));
    }

    QString storePath_;
    const std::atomic<int>& latest_;
    std::optional<Reader> reader_;
};

QString SearchModel::nameOf(const QString& kind, std::size_t listed, std::size_t count) {
    if (count > listed) return tr("%1 · the nearest %2 of %3").arg(kind).arg(listed).arg(count);
    return tr("%1 · %2", "kind of record, how many").arg(kind).arg(count);
}

SearchModel::SearchModel(Context& context)
    : context_(context), rows_({"key", "type", "title", "detail", "campaign"}, this) {
    worker_ = new Worker(context.gateway().storePath(), question_);
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.start();
    const auto again = [this] {
        if (!text_.trimmed().isEmpty()) ask();
    };
    // What was learned by asking is no record, and cannot be found.
    connect(&context.gateway(), &Gateway::rowsChanged, this, [again](QSet<QString> types) {
        types -= {QStringLiteral("history"), QStringLiteral("devices")};
        if (!types.isEmpty()) again();
    });
    connect(&context.settings(), &Settings::languageChanged, this, again);
}

SearchModel::~SearchModel() {
    ++question_;
    thread_.quit();
    thread_.wait();
}

void SearchModel::setText(const QString& text) {
    if (text == text_) return;
    text_ = text;
    emit textChanged();
    ask();
}

void SearchModel::ask() {
    const int question = ++question_;
    if (text_.trimmed().isEmpty() || context_.reader() == nullptr) {
        take(question, {});
        return;
    }
    QMetaObject::invokeMethod(worker_, [this, question, text = text_] {
        if (question_ != question) return;
        Answer answer = worker_->answer(question, text);
        QMetaObject::invokeMethod(
            this, [this, question, answer = std::move(answer)]() mutable { take(question, std::move(answer)); });
    });
}

void SearchModel::take(int question, Answer answer) {
    if (question != question_ || !answer.isWhole) return;
    kinds_ = std::move(answer.kinds);
    count_ = answer.count;
    state_ = text_.trimmed().isEmpty() ? QStringLiteral("nothing asked")
             : count_ > 0              ? QStringLiteral("found")
                                       : QStringLiteral("none");
    rows_.take(std::move(answer.rows));
    emit answered();
}

}  // namespace zhixing::client
