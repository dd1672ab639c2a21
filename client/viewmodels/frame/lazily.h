#pragma once

#include <memory>

namespace zhixing::client {

/// A view model that is made, and reads if it reads at all, when somebody first asks for it: what nobody looks at costs nothing, neither at
/// the start nor when rows change.
template <typename Model>
class Lazily {
public:
    /// The arguments are those of its constructor.
    template <typename... Arguments>
    [[nodiscard]] Model* get(Arguments&... arguments) {
        if (!made_) {
            made_ = std::make_unique<Model>(arguments...);
            readAgain();
        }
        return made_.get();
    }
    /// Null while nobody has asked for it.
    [[nodiscard]] Model* made() const { return made_.get(); }
    /// Reads again, if there is somebody who looks.
    void readAgain() {
        if constexpr (requires(Model & model) { model.readNow(); }) {
            if (made_) made_->readNow();
        }
    }

private:
    std::unique_ptr<Model> made_;
};

}  // namespace zhixing::client
