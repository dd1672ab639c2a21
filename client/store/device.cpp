#include "client/store/device.h"

namespace zhixing::client {

Result<std::unique_ptr<Device>> Device::open(const Catalog& catalog, const std::filesystem::path& path) {
    ZX_ASSIGN(auto store, SqliteReplicaStore::open(catalog, path));
    auto device = std::unique_ptr<Device>(new Device(catalog, std::move(store)));
    ZX_TRY(device->reload());
    return device;
}

Result<void> Device::reload() {
    replica_.reset();
    ZX_ASSIGN(auto replica, sync::Replica::load(*catalog_, *store_, random_));
    replica_.emplace(std::move(replica));
    return {};
}

}  // namespace zhixing::client
