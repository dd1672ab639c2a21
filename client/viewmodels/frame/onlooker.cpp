#include "client/viewmodels/frame/onlooker.h"

#include <utility>

namespace zhixing::client {

void Onlooker::setModel(const QVariant& model) {
    Q_ASSERT(!model_);
    model_ = qobject_cast<Live*>(model.value<QObject*>());
    Q_ASSERT(model_);
    model_->waitForOnlookers();
    if (looks_) model_->look();
}

void Onlooker::setLooks(bool looks) {
    if (std::exchange(looks_, looks) == looks || !model_) return;
    if (looks) {
        model_->look();
    } else {
        model_->lookAway();
    }
}

}  // namespace zhixing::client
