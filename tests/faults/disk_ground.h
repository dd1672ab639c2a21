#pragma once

#include "tests/faults/faulty_disk.h"
#include "tests/simulation/file_ground.h"

namespace zhixing::simulation {

/// The product's SQLite stores on a disk that fails, lies and forgets. A program that dies here leaves its files as they
/// are at that moment, and a machine that loses power leaves them torn.
class DiskGround final : public FileGround {
public:
    /// The disk is there before the files are made, and outlives the ground.
    DiskGround(std::filesystem::path directory, test::FaultyDisk& disk)
        : FileGround(std::move(directory)), disk_(&disk) {}

    void lay(std::size_t devices) override;
    void stopServer(Stop how, test::SeededRandom& random) override;
    void stopDevice(std::size_t device, Stop how, test::SeededRandom& random) override;
    bool isDiskBad() const override { return disk_->hasFailed(); }
    void mendDisks() override { disk_->mend(); }

    /// What a planned fault names.
    [[nodiscard]] std::string serverFiles() const { return (serverDirectory() / "zhixing.db").string(); }
    [[nodiscard]] std::string deviceFiles(std::size_t device) const { return deviceFile(device).string(); }
    [[nodiscard]] std::string allDeviceFiles() const { return (deviceFile(0).parent_path() / "device").string(); }

private:
    test::FaultyDisk* disk_;
};

}  // namespace zhixing::simulation
