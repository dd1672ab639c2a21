#pragma once

#include <map>

#include <QtQml/qqmlregistration.h>
#include <QJsonArray>
#include <QThreadPool>
#include <QUrl>

#include "client/capture/picture.h"
#include "client/viewmodels/frame/context.h"
#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

/// The photos and documents of one record, or of a form that is to become one; pages show them with PhotoField.qml.
///
/// A form owns one, gives it to QML as a property and treats it like any other thing that is typed: content() and fill()
/// for the draft, edited() when it changed, addTo() when the form is saved, clear() when it starts afresh. A picture is on
/// the disk before it is shown, and is sent once the form's record names it.
///
/// For a record that is there already (open()), the photos it has are shown too; with `Adding::atOnce` a picture that
/// is added becomes a record of its own without anybody saving.
class PhotoList : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by forms and records")
    /// `key`; `thumbnail` and `full`: addresses of pictures, empty when there is none here; `state`: `draft`, `waiting`,
    /// `sending`, `held`, `refused`, `elsewhere` (on another device), `missing`; `words`: the same for people;
    /// `share`: how much of it was sent, 0 to 1; `removable`; `isDocument`; `warning`: where else this picture is in use;
    /// `about`: when, by whom, how large; `fetching`: of one that is elsewhere, how its fetching stands; `mayFetch`: asking
    /// for it (again) makes sense.
    Q_PROPERTY(zhixing::client::RowModel* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    /// Pictures that are being taken in and not on the disk yet.
    Q_PROPERTY(int busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool full READ full NOTIFY changed FINAL)
    /// Some picture is in use elsewhere, in words; empty when none is.
    Q_PROPERTY(QString warning READ warning NOTIFY changed FINAL)

public:
    enum class Adding { withTheForm, atOnce };

    static constexpr int photosMax = 20;  ///< a group of edits has to hold them all

    /// `purpose` is a word of the catalog's photo.purpose.
    PhotoList(Context& context, const char* purpose, Adding adding = Adding::withTheForm);
    ~PhotoList() override;

    [[nodiscard]] RowModel* rows() { return &rows_; }
    [[nodiscard]] int count() const { return rows_.count(); }
    [[nodiscard]] int busy() const { return busy_; }
    [[nodiscard]] bool full() const { return count() + busy_ >= photosMax; }
    [[nodiscard]] const QString& warning() const { return warning_; }

    /// Takes in a file that was taken, chosen or dropped; what cannot be kept is said. A file `isOurs` is deleted once it is
    /// kept: the camera's.
    Q_INVOKABLE void take(const QUrl& file, bool isOurs = false);
    /// The picture on the clipboard, if there is one.
    Q_INVOKABLE bool paste();
    /// Takes back what was not sent yet.
    Q_INVOKABLE void remove(const QString& key);
    /// Brings the whole photo where only the small one is here; where it is, or is coming, nothing happens.
    Q_INVOKABLE void fetch(const QString& key);
    /// Writes a copy with time, place, person and campaign printed on it among the person's pictures, and says where.
    Q_INVOKABLE void saveMarkedCopy(const QString& key);

    /// Looks for a QR code in what is taken in, too, and tells of it with codeFound().
    void lookForCodes() { look_ = Look::codeToo; }
    /// Shows the photos of a record; a nil id shows none.
    void open(const char* type, const Id& record);

    // ---- for the form that owns it
    /// What the draft keeps.
    [[nodiscard]] QJsonArray content() const;
    /// In the place of what is here, which stays on the disk.
    void fill(const QJsonArray& content);
    /// Adds the photos as edits, to stand before the record that names them, and gives their ids for its field.
    [[nodiscard]] IdSet addTo(std::vector<sync::Edit>& edits, const char* type, const Id& record);
    /// Forgets what was added; what no record names is deleted.
    void clear();
    [[nodiscard]] bool hasNew() const { return !pending_.empty() || busy_ > 0; }

signals:
    void changed();
    /// A picture was added or taken back.
    void edited();
    void codeFound(const QString& text);

protected:
    void read(Reader& reader) override;

private:
    struct Pending {
        QString hash;
        QString format;
        qint64 byteCount = 0;
        qint64 width = 0;
        qint64 height = 0;
        Instant takenAt;
        QByteArray thumbnail;
    };
    struct Delivery {
        QString state;
        QString words;
        double share = 0;
    };

    /// Of a photo that is, or was to be, fetched: how that stands.
    struct Fetching {
        QString words;
        bool isComing = false;
    };
    void fetched(const QString& hash, const Result<void>& how);
    void prepare(std::function<Result<Picture>()> work, const QUrl& ours);
    void keep(const Picture& picture, const QUrl& ours);
    void kept(const Picture& picture, const BlobQueue::Added& added);
    void thumbnailsSoon();
    [[nodiscard]] sync::Edit editFor(const Pending& photo, const char* type, const Id& record, const Id& id) const;
    void readRecorded(Reader& reader, std::vector<RowModel::Row>& rows);
    void readPending(Reader& reader, std::vector<RowModel::Row>& rows);
    [[nodiscard]] Delivery delivery(const Columns& row, int stateColumn, bool isHeld) const;
    [[nodiscard]] QString usedElsewhere(Reader& reader, const QString& hash);
    [[nodiscard]] QString fileOf(const QString& hash) const;
    /// The address of the whole picture, taken here or fetched; empty when it is elsewhere.
    [[nodiscard]] QString wholeOf(const QString& hash) const;
    [[nodiscard]] QStringList mark(const QString& key);

    std::string purpose_;
    Adding adding_;
    Look look_ = Look::pictureOnly;
    std::string type_;
    Id record_;
    std::vector<Pending> pending_;
    std::map<QString, Fetching> fetching_;  ///< by hash
    int busy_ = 0;
    QString warning_;
    RowModel rows_;
    QThreadPool pool_;  // one picture at a time: each may take a hundred megabytes while it is decoded
};

}  // namespace zhixing::client
