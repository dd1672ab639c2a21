#include "client/viewmodels/records/opened_record.h"

namespace zhixing::client {

namespace {

QString formOf(const char* type, const QString& key) { return QString::fromLatin1(type) + u'/' + key; }

}  // namespace

OpenedRecord::OpenedRecord(Context& context, const char* type, std::initializer_list<const char*> types)
    : Drafted(context, types, {formOf(type, QStringLiteral("none")), nullptr}),
      type_(type),
      photos_(context, "evidence", PhotoList::Adding::atOnce) {}

void OpenedRecord::open(const QString& key) {
    id_ = idOf(key);
    photos_.open(type_, id_);
    turnTo(formOf(type_, key));
    readNow();
}

void OpenedRecord::change(const Context::Values& values, const QString& done, std::function<void()> then) {
    context().record(Context::change(type_, id_, values), done, std::move(then));
}

}  // namespace zhixing::client
