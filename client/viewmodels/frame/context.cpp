#include "client/viewmodels/frame/context.h"

#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"

namespace zhixing::client {

Context::Context(Gateway& gateway, Settings& settings, QObject* parent)
    : QObject(parent), gateway_(gateway), settings_(settings) {}

Reader* Context::reader() {
    if (!reader_ && gateway_.status().isEnrolled) {
        if (auto opened = Reader::open(gateway_.storePath())) {
            reader_.emplace(std::move(opened).value());
        } else {
            emit said(words::failure(opened.error()), true);
        }
    }
    return reader_ ? &*reader_ : nullptr;
}

Date Context::today() const { return dateAt(gateway_.now()); }

namespace {

std::vector<FieldValue> fieldValues(const RecordType& type, const Context::Values& values) {
    std::vector<FieldValue> result;
    for (const auto& [name, value] : values) {
        const auto position = type.find(name);
        Q_ASSERT(position);
        result.push_back({static_cast<std::uint16_t>(*position), value});
    }
    return result;
}

}  // namespace

Id Context::newId() { return zhixing::newId(gateway_.now(), random_); }

sync::Edit Context::add(std::string_view type, const Values& values, const Id& record) {
    sync::Edit edit;
    edit.verb = sync::Verb::add;
    edit.type = &catalog().at(type);
    edit.record = record;
    edit.values = fieldValues(*edit.type, values);
    return edit;
}

sync::Edit Context::change(std::string_view type, const Id& record, const Values& values) {
    sync::Edit edit;
    edit.type = &catalog().at(type);
    edit.record = record;
    edit.values = fieldValues(*edit.type, values);
    return edit;
}

sync::Edit Context::remove(std::string_view type, const Id& record) {
    sync::Edit edit;
    edit.verb = sync::Verb::remove;
    edit.type = &catalog().at(type);
    edit.record = record;
    return edit;
}

void Context::record(sync::Edit edit, const QString& done, std::function<void()> then) {
    std::vector<sync::Edit> edits;
    edits.push_back(std::move(edit));
    record(std::move(edits), done, std::move(then));
}

void Context::record(std::vector<sync::Edit> edits, const QString& done, std::function<void()> then) {
    gateway_.record(std::move(edits), [this, done, then = std::move(then)](const Result<std::vector<Id>>& recorded) {
        if (!recorded) {
            emit said(words::failure(recorded.error()), true);
            return;
        }
        if (!done.isEmpty()) emit said(done, false);
        if (then) then();
    });
}

Live::Live(Context& context, std::initializer_list<const char*> types) : context_(context) {
    for (const char* type : types) types_.insert(QString::fromLatin1(type));
    connect(&context.gateway(), &Gateway::rowsChanged, this, [this](const QSet<QString>& changed) {
        if (changed.intersects(types_)) readSoonFor(changed);
    });
    connect(&context.settings(), &Settings::languageChanged, this, &Live::readSoon);
    connect(&context.settings(), &Settings::inWanChanged, this, &Live::readSoon);
}

void Live::readNow() {
    isAllDue_ = true;
    readWhatIsDue();
}

void Live::readSoon() {
    isAllDue_ = true;
    schedule();
}

void Live::readSoonFor(const QSet<QString>& changed) {
    changed_ += changed;
    schedule();
}

void Live::schedule() {
    if (std::exchange(isDue_, true)) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isDue_ && mayRead()) readWhatIsDue();
        },
        Qt::QueuedConnection);
}

void Live::readWhatIsDue() {
    isDue_ = false;
    Reader* reader = context_.reader();
    if (reader == nullptr) return;
    read(*reader);
    if (isDue_) return;  // again, while it read: the reasons add up
    isAllDue_ = false;
    changed_.clear();
}

void Live::look() {
    ++looking_;
    if (isDue_) readWhatIsDue();
}

}  // namespace zhixing::client
