#include "client/viewmodels/account_model.h"

#include "client/viewmodels/words.h"

namespace zhixing::client {

AccountModel::AccountModel(Context& context) : Live(context, {"person", "grant", "node"}) {
    connect(&context.gateway(), &Gateway::statusChanged, this, [this, was = isEnrolled()]() mutable {
        if (was == isEnrolled()) return;
        was = isEnrolled();
        readNow();
        emit enrolmentChanged();
    });
}

void AccountModel::enrol(const QString& link, const QString& password) {
    if (isBusy_) return;
    isBusy_ = true;
    fault_.clear();
    emit enrolmentChanged();
    context().gateway().enrol(link.trimmed(), password, [this](const Result<void>& result) {
        isBusy_ = false;
        if (!result) fault_ = words::failure(result.error());
        emit enrolmentChanged();
    });
}

void AccountModel::read(Reader& reader) {
    name_ = role_ = site_ = organisation_ = QString();
    reader.each(
        "SELECT name FROM person WHERE id = ?1", [this](Columns row) { name_ = row.text(0); }, context().person());
    reader.each(R"(SELECT role FROM "grant" WHERE person = ?1 AND coalesce(revoked, 0) = 0 ORDER BY id DESC)",
                [this](Columns row) { role_ = words::role(row.text(0)); }, context().person());
    reader.each(
        "SELECT name FROM node WHERE id = ?1", [this](Columns row) { site_ = row.text(0); }, context().home());
    reader.each("SELECT name FROM node WHERE kind = 'headquarters'",
                [this](Columns row) { organisation_ = row.text(0); });
    emit changed();
}

}  // namespace zhixing::client
