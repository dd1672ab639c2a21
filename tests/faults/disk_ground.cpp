#include "tests/faults/disk_ground.h"

namespace zhixing::simulation {

namespace {

test::FaultyDisk::Loss lossOf(Stop how) {
    return how == Stop::killed ? test::FaultyDisk::Loss::nothing : test::FaultyDisk::Loss::unsynced;
}

}  // namespace

void DiskGround::lay(std::size_t devices) {
    FileGround::lay(devices);
    disk_->forget(serverFiles());
    for (std::size_t device = 0; device < devices; ++device) disk_->forget(deviceFiles(device));
}

void DiskGround::stopServer(Stop how, test::SeededRandom& random) {
    disk_->stop(serverFiles(), lossOf(how), random);
    FileGround::stopServer(how, random);
    disk_->restart(serverFiles());
    disk_->excuse();
}

void DiskGround::stopDevice(std::size_t device, Stop how, test::SeededRandom& random) {
    disk_->stop(deviceFiles(device), lossOf(how), random);
    FileGround::stopDevice(device, how, random);
    disk_->restart(deviceFiles(device));
    disk_->excuse();
}

}  // namespace zhixing::simulation
