#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace zhixing::test {

/// How to get back: for each thing about to change, what it was. Makes transactions and power cuts of stores in memory.
/// What it remembers must stay where it is for as long as it is remembered.
class UndoLog {
public:
    /// Call before an entry of a map is set or erased.
    template <typename Map>
    void entryChanges(Map& map, const typename Map::key_type& key) {
        const auto found = map.find(key);
        if (found == map.end()) {
            steps_.push_back([&map, key] { map.erase(key); });
        } else {
            steps_.push_back([&map, key, before = found->second] { map.insert_or_assign(key, before); });
        }
    }
    /// Call before a value is assigned.
    template <typename T>
    void valueChanges(T& value) {
        steps_.push_back([&value, before = value] { value = before; });
    }

    [[nodiscard]] std::size_t size() const { return steps_.size(); }
    /// Undoes, newest first, until only the first `size` steps are left.
    void backTo(std::size_t size) {
        while (steps_.size() > size) {
            steps_.back()();
            steps_.pop_back();
        }
    }
    void forget() { steps_.clear(); }

private:
    std::vector<std::function<void()>> steps_;
};

}  // namespace zhixing::test
