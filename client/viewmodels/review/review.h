#pragma once

#include <QtQml/qqmlregistration.h>
#include <QTimer>
#include <QVariantList>

#include "client/viewmodels/frame/row_model.h"
#include "client/viewmodels/records/photo_list.h"
#include "client/viewmodels/review/conflicts.h"
#include "client/viewmodels/review/review_queue.h"

namespace zhixing::client {

/// What waits for this person's decision: spends, reports, changes of plans, conflicts; and the one being looked at.
/// A decision is kept back for a few seconds, in which it can be undone, and recorded then; the next decision, leaving the
/// page or ending the program records it at once. Until it is recorded nobody else hears of it.
///
/// A program that is killed in these seconds loses nothing: before a decision is shown it is on the disk, and the next start
/// shows it again. Then it waits for the person's word, however long that takes: it is neither lost nor sent unseen.
class Review : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    /// Those one may decide.
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    /// `all`, `spend`, `report`, `plan` or `conflict`; and what there is to choose from: `{value, label}`.
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed FINAL)
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString currentKey READ currentKey NOTIFY changed FINAL)
    Q_PROPERTY(QString currentKind READ currentKind NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString amount READ amount NOTIFY changed FINAL)
    Q_PROPERTY(QString campaign READ campaign NOTIFY changed FINAL)
    Q_PROPERTY(bool hasLine READ hasLine NOTIFY changed FINAL)
    Q_PROPERTY(QString leftAfter READ leftAfter NOTIFY changed FINAL)
    Q_PROPERTY(bool exceeds READ exceeds NOTIFY changed FINAL)
    Q_PROPERTY(double approvedShare READ approvedShare NOTIFY changed FINAL)
    Q_PROPERTY(double thisShare READ thisShare NOTIFY changed FINAL)
    Q_PROPERTY(QString lineWords READ lineWords NOTIFY changed FINAL)
    /// `{label, words}` each, and `{light, words}` each.
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList notices READ notices NOTIFY changed FINAL)
    Q_PROPERTY(zhixing::client::PhotoList* photos READ photos CONSTANT FINAL)
    Q_PROPERTY(bool mayDecide READ mayDecide NOTIFY changed FINAL)
    /// What approving is called here.
    Q_PROPERTY(QString approveWord READ approveWord NOTIFY changed FINAL)
    /// What a decision means while there is no connection; empty when there is one.
    Q_PROPERTY(QString hindrance READ hindrance NOTIFY changed FINAL)
    /// How many are marked, what they come to, and why they cannot be approved together; empty when they can.
    Q_PROPERTY(int markedCount READ markedCount NOTIFY changed FINAL)
    Q_PROPERTY(QString markedWords READ markedWords NOTIFY changed FINAL)
    Q_PROPERTY(QString markedRefusal READ markedRefusal NOTIFY changed FINAL)
    /// The decision that can still be undone; empty when there is none.
    Q_PROPERTY(QString held READ held NOTIFY changed FINAL)
    /// It is from before the program ended, and waits for settle() or undo().
    Q_PROPERTY(bool heldIsOld READ heldIsOld NOTIFY changed FINAL)

public:
    Review(Context& context, Conflicts& conflicts);
    ~Review() override;

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] int count() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] const QString& kind() const { return kind_; }
    void setKind(const QString& kind);
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] int currentIndex() const { return current_; }
    void setCurrentIndex(int index);
    [[nodiscard]] QString currentKey() const { return rows_.value(current_, QStringLiteral("key")).toString(); }
    [[nodiscard]] QString currentKind() const { return rows_.value(current_, QStringLiteral("kind")).toString(); }
    [[nodiscard]] QString title() const { return rows_.value(current_, QStringLiteral("title")).toString(); }
    [[nodiscard]] QString amount() const;
    [[nodiscard]] QString campaign() const { return chosen() ? chosen()->context : QString(); }
    [[nodiscard]] bool hasLine() const { return chosen() && !chosen()->line.isNil(); }
    [[nodiscard]] QString leftAfter() const;
    [[nodiscard]] bool exceeds() const { return chosen() && chosen()->exceeds(); }
    [[nodiscard]] double approvedShare() const;
    [[nodiscard]] double thisShare() const;
    [[nodiscard]] QString lineWords() const;
    [[nodiscard]] QVariantList facts() const { return chosen() ? chosen()->facts : QVariantList(); }
    [[nodiscard]] QVariantList notices() const { return chosen() ? chosen()->notices : QVariantList(); }
    [[nodiscard]] PhotoList* photos() { return &photos_; }
    [[nodiscard]] bool mayDecide() const { return chosen() && chosen()->isDecidable(); }
    [[nodiscard]] QString approveWord() const;
    [[nodiscard]] QString hindrance() const;
    [[nodiscard]] int markedCount() const { return static_cast<int>(marked_.size()); }
    [[nodiscard]] QString markedWords() const;
    [[nodiscard]] QString markedRefusal() const;
    [[nodiscard]] const QString& held() const { return heldWords_; }
    [[nodiscard]] bool heldIsOld() const { return isHeldOld_; }

    /// Both act on the one being looked at; the next takes its place.
    Q_INVOKABLE void approve();
    Q_INVOKABLE void giveBack(const QString& reason);
    /// Marks a row for approving several, or takes the mark off.
    Q_INVOKABLE void mark(int index);
    /// Marks all that may be approved together with those of the chosen one's kind.
    Q_INVOKABLE void markAlike();
    Q_INVOKABLE void unmark();
    Q_INVOKABLE void approveMarked();
    Q_INVOKABLE void undo();
    /// Records what is kept back, now.
    Q_INVOKABLE void settle();

    /// Takes up what a killed program left; once, at the start.
    void resume();

    /// Where a decision stands, among what is unfinished, from when it is shown until it is recorded.
    static constexpr QLatin1String heldName{"decision/held"};
    /// How long a decision can be undone.
    void setHold(int ms) { timer_.setInterval(ms); }
    static constexpr int holdMs = 6'000;

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    [[nodiscard]] const ReviewItem* chosen() const { return find(currentKey()); }
    [[nodiscard]] const ReviewItem* find(const QString& key) const;
    [[nodiscard]] bool isHeld(const Id& id) const;
    [[nodiscard]] sync::Edit approval(const ReviewItem& item) const;
    /// With a reason it is a return, else an approval.
    void hold(std::vector<Id> records, std::vector<sync::Edit> edits, const QString& words, const QString& reason = {});
    [[nodiscard]] static sync::Edit returning(const ReviewItem& item, const QString& reason);
    [[nodiscard]] bool writeDown(const QString& reason) const;
    void forgetWritten() const;
    /// The program ends by itself.
    void end();
    void show();

    Conflicts& conflicts_;
    RowModel rows_;
    PhotoList photos_;
    std::vector<ReviewItem> items_;
    QString kind_ = QStringLiteral("all");
    int current_ = 0;
    QSet<QString> marked_;
    std::vector<Id> heldRecords_;
    std::vector<sync::Edit> heldEdits_;
    QString heldWords_;
    bool isHeldOld_ = false;
    QTimer timer_;
};

}  // namespace zhixing::client
