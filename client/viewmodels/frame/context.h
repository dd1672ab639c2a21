#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include <QObject>
#include <QString>

#include "client/viewmodels/frame/gateway.h"
#include "client/viewmodels/frame/reader.h"
#include "client/viewmodels/frame/settings.h"
#include "shared/base/random.h"
#include "shared/model/record.h"

namespace zhixing::client {

/// What all view models share: the gateway, the reader, the settings, and one way to say what happened.
class Context : public QObject {
    Q_OBJECT

public:
    /// Opens the reader as soon as there is a store; before enrolment there may be none.
    Context(Gateway& gateway, Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] Gateway& gateway() const { return gateway_; }
    [[nodiscard]] Settings& settings() const { return settings_; }
    /// Null while there is no store to read.
    [[nodiscard]] Reader* reader();
    [[nodiscard]] Id person() const { return gateway_.status().person; }
    [[nodiscard]] Id home() const { return gateway_.status().home; }
    /// The day it is in the organisation's zone.
    [[nodiscard]] Date today() const;

    using Values = std::vector<std::pair<std::string_view, Value>>;
    /// With an id of its own making where others in the same group are to name it.
    [[nodiscard]] static sync::Edit add(std::string_view type, const Values& values, const Id& record = {});
    [[nodiscard]] static sync::Edit remove(std::string_view type, const Id& record);
    [[nodiscard]] Id newId();
    [[nodiscard]] static sync::Edit change(std::string_view type, const Id& record, const Values& values);
    /// Records one edit and says `done` when it is on disk, or what kept it from being saved.
    void record(sync::Edit edit, const QString& done, std::function<void()> then = {});
    /// The same for edits that take effect together or not at all.
    void record(std::vector<sync::Edit> edits, const QString& done, std::function<void()> then = {});

signals:
    void said(const QString& text, bool isFault);

private:
    Gateway& gateway_;
    Settings& settings_;
    std::optional<Reader> reader_;
    SystemRandom random_;
};

/// A view model that reads rows: it reads again, once per turn of the event loop, after rows of its types have
/// changed, after the language has, and when told to. One that has onlookers (see Onlooker) waits with that until one looks.
class Live : public QObject {
    Q_OBJECT

public:
    Live(Context& context, std::initializer_list<const char*> types);

    /// Reads now; for the first time and for tests.
    void readNow();

    /// For Onlooker: from now on it reads only while somebody looks.
    void waitForOnlookers() { hasOnlookers_ = true; }
    void look();
    void lookAway() { --looking_; }

protected:
    [[nodiscard]] Context& context() const { return context_; }
    virtual void read(Reader& reader) = 0;
    void readSoon();
    /// The same, but only for what is read from these: names of record types, or a name of one's own for something else.
    void readSoonFor(const QSet<QString>& changed);
    /// While reading: whether one of these is why. For models of which a part is costly and seldom due.
    [[nodiscard]] bool isDueFor(const QSet<QString>& types) const { return isAllDue_ || changed_.intersects(types); }

private:
    [[nodiscard]] bool mayRead() const { return !hasOnlookers_ || looking_ > 0; }
    void readWhatIsDue();
    void schedule();

    Context& context_;
    QSet<QString> types_;
    bool isDue_ = false;
    bool isAllDue_ = true;
    QSet<QString> changed_;  ///< since it last read
    bool hasOnlookers_ = false;
    int looking_ = 0;
};

}  // namespace zhixing::client
