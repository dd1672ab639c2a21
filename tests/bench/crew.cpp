#include "tests/bench/crew.h"

#include <algorithm>

namespace zhixing::bench {

Crew::Crew(const Devices& devices) {
    const auto count = static_cast<std::size_t>(std::max(1, QThread::idealThreadCount()));
    for (std::size_t i = 0; i < count; ++i) {
        Hand& hand = *hands_.emplace_back(std::make_unique<Hand>());
        hand.thread.start();
        hand.context.moveToThread(&hand.thread);
    }
    for (std::size_t i = 0; i < devices.size(); ++i) {
        Hand& hand = *hands_[i % count];
        hand.devices.push_back(devices[i].get());
        devices[i]->engine().moveToThread(&hand.thread);
    }
}

Crew::~Crew() {
    QThread* const home = QThread::currentThread();
    each([home](BenchDevice& device) {
        device.engine().setOnline(false);  // a connection stays on its thread
        device.engine().moveToThread(home);
    });
    for (const auto& hand : hands_) {
        hand->thread.quit();
        hand->thread.wait();
    }
}

void Crew::each(const std::function<void(BenchDevice&)>& work) {
    for (const auto& hand : hands_) {
        const auto all = [&] {
            for (BenchDevice* device : hand->devices) work(*device);
        };
        QMetaObject::invokeMethod(&hand->context, all, Qt::BlockingQueuedConnection);
    }
}

}  // namespace zhixing::bench
