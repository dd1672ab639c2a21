#pragma once

#include <QtQml/qqmlregistration.h>
#include <QJsonObject>

#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/draft.h"

namespace zhixing::client {

/// A form whose content is kept from the first keystroke, whatever happens to the program. What was left unfinished is
/// never put back in silence: it is offered, by name and time, and the person continues it or starts afresh. Until then
/// the form is blank, and nothing that is typed replaces what is offered.
///
/// A draft carries the id of the record it is to become. One that was recorded just before the program ended is not
/// offered again, and recording it twice makes one record.
///
/// Forms name it with its namespace: the meta-object compiler copies the name as it stands, and the linter of QML finds
/// the properties below only by the whole of it.
class Drafted : public Live {
    Q_OBJECT
    QML_ANONYMOUS
    /// Something unfinished waits for the person's decision.
    Q_PROPERTY(bool hasDraft READ hasDraft NOTIFY changed FINAL)
    /// What it is: `Complaint`, `Daily report of 15 Oct`.
    Q_PROPERTY(QString draftName READ draftName NOTIFY changed FINAL)
    /// When it was last typed at.
    Q_PROPERTY(QString draftTime READ draftTime NOTIFY changed FINAL)
    /// How it begins.
    Q_PROPERTY(QString draftText READ draftText NOTIFY changed FINAL)

public:
    struct Form {
        QString name;            ///< under which the draft is kept
        const char* recordType;  ///< of the record it becomes; null where it is about a record that exists
    };
    Drafted(Context& context, std::initializer_list<const char*> types, const Form& form);

    [[nodiscard]] bool hasDraft() const { return !offered_.isEmpty(); }
    [[nodiscard]] QString draftName() const { return hasDraft() ? nameOf(offered_) : QString(); }
    [[nodiscard]] QString draftTime() const;
    [[nodiscard]] QString draftText() const;

    /// For the page when it opens: what was typed and left is offered.
    Q_INVOKABLE void open();
    Q_INVOKABLE void continueDraft();
    Q_INVOKABLE void dropDraft();

signals:
    void changed();

protected:
    /// What is typed so far; an empty object is not worth keeping.
    [[nodiscard]] virtual QJsonObject content() const = 0;
    virtual void restore(const QJsonObject& content) = 0;
    /// Empties the form. What a draft still needs, such as the files of its photos, stays.
    virtual void blank() = 0;
    /// The form's content is not wanted any more: for those who keep more than what is typed.
    virtual void discard() {}
    [[nodiscard]] virtual QString nameOf(const QJsonObject& content) const = 0;
    /// The words of `content` that tell the person what it was.
    [[nodiscard]] virtual QString textOf(const QJsonObject& content) const = 0;
    virtual void readForm(Reader& reader) = 0;

    /// The person typed: keeps it, and says so.
    void typed();
    /// What the form holds is recorded: forgets the draft and empties the form.
    void finish();
    /// From now on the form is about something else, whose draft is kept under this name.
    void turnTo(const QString& form);
    [[nodiscard]] bool isTyped() const { return isTyped_; }
    /// Of the record that this is to become.
    [[nodiscard]] Id record();

private:
    void read(Reader& reader) final;
    void forgetRecorded(Reader& reader);
    [[nodiscard]] QJsonObject stamped();

    const char* recordType_;
    Draft draft_;
    QJsonObject offered_;
    Id record_;
    bool isTyped_ = false;
};

}  // namespace zhixing::client
