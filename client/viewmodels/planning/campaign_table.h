#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/edits.h"
#include "client/viewmodels/planning/campaigns.h"

namespace zhixing::client {

/// A table of the chosen campaign that is changed where it stands: what is typed is recorded at once, and the latest change
/// can be taken back. It follows the choice.
///
/// Tables name it with its namespace, for the reason that Drafted gives.
class CampaignTable : public Live {
    Q_OBJECT
    QML_ANONYMOUS
    /// The person is one of those who may change it, where the campaign is.
    Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged FINAL)

public:
    /// `campaigns` outlives it. `editors` are asked of the grants at the campaign's place.
    CampaignTable(Context& context, Campaigns& campaigns, std::initializer_list<const char*> types, Writers editors);

    [[nodiscard]] bool mayEdit() const { return mayEdit_; }
    [[nodiscard]] bool canUndo() const { return edits_.canUndo(); }

    Q_INVOKABLE void undo() { edits_.undo(); }

signals:
    void changed();
    void undoChanged();

protected:
    virtual void readTable(Reader& reader) = 0;

    /// The one that is shown; nil while none is chosen.
    [[nodiscard]] const Id& campaign() const { return campaign_; }
    [[nodiscard]] const Id& place() const { return place_; }
    [[nodiscard]] Edits& edits() { return edits_; }
    /// Records what was typed into one field, or the key of the person chosen as `owner`. Returns what is wrong with it.
    [[nodiscard]] QString change(const char* type, const Id& record, const QString& field, const QString& text);

private:
    void read(Reader& reader) final;
    void follow();

    Campaigns& campaigns_;
    Edits edits_;
    Writers editors_;
    Id campaign_;
    Id place_;
    bool mayEdit_ = false;
};

}  // namespace zhixing::client
