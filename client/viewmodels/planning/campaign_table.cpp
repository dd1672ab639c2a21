#include "client/viewmodels/planning/campaign_table.h"

#include "client/viewmodels/frame/permissions.h"

namespace zhixing::client {

CampaignTable::CampaignTable(Context& context, Campaigns& campaigns, std::initializer_list<const char*> types,
                             Writers editors)
    : Live(context, types), campaigns_(campaigns), edits_(context), editors_(editors) {
    connect(&campaigns, &Campaigns::changed, this, &CampaignTable::follow);
    connect(&edits_, &Edits::undoChanged, this, &CampaignTable::undoChanged);
}

void CampaignTable::follow() {
    if (campaign_ != campaigns_.current()) readNow();
}

void CampaignTable::read(Reader& reader) {
    campaign_ = campaigns_.current();
    place_ = {};
    reader.each(
        "SELECT place FROM campaign WHERE id = ?1", [this](Columns row) { place_ = row.id(0); }, campaign_);
    mayEdit_ = !place_.isNil() && Permissions::read(reader, context().person()).has(editors_, place_);
    readTable(reader);
    emit changed();
}

QString CampaignTable::change(const char* type, const Id& record, const QString& field, const QString& text) {
    if (field != u"owner") return edits_.edit(type, record, field.toStdString(), text);
    const Id person = idOf(text);
    edits_.change(type, {{record, {{"owner", person.isNil() ? Value{} : Value(person)}}}}, {});
    return {};
}

}  // namespace zhixing::client
