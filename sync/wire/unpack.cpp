#include <limits>
#include <vector>

#include "shared/base/limits.h"
#include "shared/base/text.h"
#include "shared/base/time.h"
#include "shared/model/document.h"
#include "sync/wire/line_reader.h"
#include "sync/wire/names.h"
#include "sync/wire/packed_form.h"
#include "sync/wire/packing.h"

namespace zhixing::sync {
namespace {

namespace form = packed_form;

Error broken(const char* what) { return Error{Code::malformed, what, {}, {}}; }

/// Reads forward only; each byte that is read makes at most a bounded piece of text but for a string said before, and
/// what all of them make together is bounded too.
class Unpacking {
public:
    Unpacking(const SharedNames& names, std::string_view packed)
        : names_(names.catalog), minor_(names.minor), rest_(packed) {}

    [[nodiscard]] bool isDone() const { return rest_.empty(); }
    Result<void> line() {
        if (!out_.empty()) out_ += '\n';
        type_ = nullptr;
        return value(nullptr, 0);
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    /// A string as it came, so that it can be written again.
    struct Said {
        std::uint8_t kind;
        std::string_view bytes;
    };

    Result<std::uint8_t> byte() {
        if (rest_.empty()) return broken("a packed message ends too early");
        const auto first = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        return first;
    }
    Result<std::uint64_t> varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 63; shift += 7) {
            ZX_ASSIGN(const std::uint8_t next, byte());
            value |= std::uint64_t{next & 0x7fU} << shift;
            if (next < 0x80) return value;
        }
        return broken("a packed number is too long");
    }
    Result<std::string_view> bytes(std::uint64_t count) {
        if (count > rest_.size()) return broken("a packed message ends too early");
        const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(count));
        rest_.remove_prefix(taken.size());
        return taken;
    }
    Result<void> checkRoom() const { return checkSize(out_, limits::messageBytesMax); }

    void integer(std::int64_t value) { out_ += std::to_string(value); }

    Result<void> value(const Field* field, std::size_t depth) {
        ZX_TRY(checkRoom());
        ZX_ASSIGN(const std::uint8_t first, byte());
        if (first < form::string) {
            integer(first);
            return {};
        }
        if (first < form::object) return string(first - form::string);
        if (first < form::array) return object(first - form::object, depth);
        if (first < form::option) return array(first - form::array, depth);
        if (first < form::null) return option(first - form::option, field);
        return longer(first, depth);
    }

    Result<void> longer(std::uint8_t first, std::size_t depth) {
        switch (first) {
            case form::null:
                out_ += "null";
                return {};
            case form::no:
                out_ += "false";
                return {};
            case form::yes:
                out_ += "true";
                return {};
            case form::decimal:
                return decimal();
            case form::protocolWord:
                return word();
            case form::id:
                return spell(first, 16);
            default:
                break;
        }
        if (first > form::typeName) return broken("no such packed value");
        ZX_ASSIGN(const std::uint64_t number, varint());
        switch (first) {
            case form::integerLong:
                return integerAbove(number);
            case form::negative:
                integer(-1 - static_cast<std::int64_t>(number));
                return {};
            case form::number:
                return digits(number);
            case form::stringLong:
                return string(number + form::stringInline);
            case form::objectLong:
                return object(number + form::containerInline, depth);
            case form::arrayLong:
                return array(number + form::containerInline, depth);
            case form::hexadecimal:
                return spell(first, number);
            case form::date:
                return date(number);
            case form::earlier:
                return earlier(number);
            default:
                return type(number);
        }
    }

    Result<void> integerAbove(std::uint64_t number) {
        constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (number > most - form::integerInline) return broken("a packed number is too great");
        integer(static_cast<std::int64_t>(number + form::integerInline));
        return {};
    }

    Result<void> decimal() {
        ZX_ASSIGN(const std::uint8_t places, byte());
        ZX_ASSIGN(const std::uint64_t zigzag, varint());
        if (places < 1 || places > 9) return broken("no such packed decimal");
        const bool isNegative = (zigzag & 1) != 0;
        std::string digits = std::to_string((zigzag >> 1) + (isNegative ? 1 : 0));
        if (digits.size() <= places) digits.insert(0, places + 1U - digits.size(), '0');
        digits.insert(digits.size() - places, 1, '.');
        if (isNegative) out_ += '-';
        out_ += digits;
        return {};
    }

    Result<void> digits(std::uint64_t count) {
        ZX_ASSIGN(const std::string_view text, bytes(count));
        // Whatever else were in there would be read as part of the line around it.
        if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos)
            return broken("no such packed number");
        out_ += text;
        return {};
    }

    Result<void> date(std::uint64_t days) {
        constexpr std::uint64_t lastDay = 2'932'896;  // 9999-12-31
        if (days > lastDay) return broken("no such packed day");
        out_ += '"' + Date{static_cast<std::int64_t>(days)}.text() + '"';
        return {};
    }

    Result<void> string(std::uint64_t count) { return spell(form::string, count); }

    Result<void> spell(std::uint8_t kind, std::uint64_t count) {
        if (count > limits::stringBytesMax)
            return Error{Code::too_long, "a string has too many bytes", {}, std::int64_t{limits::stringBytesMax}};
        ZX_ASSIGN(const std::string_view taken, bytes(count));
        const Said said{kind, taken};
        if (kind != form::string || taken.size() >= form::earlierBytesMin) said_.push_back(said);
        write(said);
        return {};
    }
    Result<void> earlier(std::uint64_t place) {
        if (place >= said_.size()) return broken("a packed string that was not said before");
        write(said_[static_cast<std::size_t>(place)]);
        return {};
    }
    void write(const Said& said) {
        if (said.kind == form::string) return appendJsonString(out_, said.bytes);
        out_ += '"';
        if (said.kind == form::id) {
            char text[36];
            Id::fromBytes(said.bytes.data(), said.bytes.size()).value_or(Id{}).writeText(text);
            out_.append(text, sizeof text);
        } else {
            out_ += toHex(said.bytes.data(), said.bytes.size());
        }
        out_ += '"';
    }

    [[nodiscard]] std::string_view written(std::size_t from) const { return std::string_view(out_).substr(from); }
    /// What the line's type is called decides what its later keys mean, however the name came.
    void noteType(std::string_view literal) {
        if (names_ == nullptr || literal.size() < 2 || literal.front() != '"') return;
        if (const RecordType* named = names_->find(literal.substr(1, literal.size() - 2))) type_ = named;
    }

    void quoted(std::string_view name) {
        out_ += '"';
        out_ += name;
        out_ += '"';
    }
    Result<void> word() {
        ZX_ASSIGN(const std::uint8_t number, byte());
        const std::string_view found = protocolWord(number, minor_);
        if (found.empty()) return broken("no such packed word");
        quoted(found);
        return {};
    }
    Result<void> type(std::uint64_t number) {
        const bool isNumber = names_ != nullptr && number <= std::numeric_limits<std::uint16_t>::max();
        const RecordType* found = isNumber ? names_->find(static_cast<std::uint16_t>(number)) : nullptr;
        if (found == nullptr) return Error{Code::unknown_type, "no record type has this number", {}, {}};
        quoted(found->name);
        return {};
    }
    Result<void> option(std::size_t position, const Field* field) {
        if (field == nullptr || position >= field->options.size()) return broken("no such packed option");
        quoted(field->options[position]);
        return {};
    }

    Result<void> array(std::uint64_t count, std::size_t depth) {
        ZX_TRY(enter(depth, count));
        out_ += '[';
        for (std::uint64_t i = 0; i < count; ++i) {
            if (i > 0) out_ += ',';
            ZX_TRY(value(nullptr, depth + 1));
        }
        out_ += ']';
        return {};
    }

    Result<void> object(std::uint64_t count, std::size_t depth) {
        ZX_TRY(enter(depth, count));
        out_ += '{';
        for (std::uint64_t i = 0; i < count; ++i) {
            if (i > 0) out_ += ',';
            const std::size_t keyAt = out_.size();
            ZX_ASSIGN(const Field* field, key());
            const bool isType = written(keyAt) == "\"type\"";
            out_ += ':';
            const std::size_t valueAt = out_.size();
            ZX_TRY(value(field, depth + 1));
            if (isType) noteType(written(valueAt));
        }
        out_ += '}';
        return {};
    }

    /// Each item takes a byte at least, so a count beyond the bytes that are left is a lie.
    Result<void> enter(std::size_t depth, std::uint64_t count) const {
        if (depth == limits::jsonDepthMax)
            return Error{Code::too_deep, "nested too deeply", {}, std::int64_t{limits::jsonDepthMax}};
        if (count > rest_.size()) return broken("a packed message ends too early");
        return {};
    }

    /// The field that the key names.
    Result<const Field*> key() {
        ZX_TRY(checkRoom());
        ZX_ASSIGN(const std::uint8_t first, byte());
        if (first == form::stringKey) return stringKey();
        if (first >= form::protocolKey) {
            const std::string_view found = protocolWord(first - form::protocolKey, minor_);
            if (found.empty()) return broken("no such packed key");
            quoted(found);
            return fieldCalled(found);
        }
        if (type_ != nullptr) {
            for (const Field& field : type_->fields) {
                if (field.id != first) continue;
                quoted(field.name);
                return &field;
            }
        }
        return Error{Code::unknown_field, "no field has this number", {}, {}};
    }

    /// Written as a string because its number is too great for a key, or because it is no field's name.
    Result<const Field*> stringKey() {
        ZX_ASSIGN(const std::uint8_t first, byte());
        const std::size_t before = out_.size();
        if (first >= form::string && first < form::object) {
            ZX_TRY(string(first - form::string));
        } else if (first == form::stringLong || first == form::earlier || first == form::hexadecimal) {
            ZX_TRY(longer(first, 0));
        } else if (first == form::id) {
            ZX_TRY(spell(first, 16));
        } else {
            return broken("a packed key is no string");
        }
        const std::string_view literal = written(before);
        return fieldCalled(literal.substr(1, literal.size() - 2));
    }
    const Field* fieldCalled(std::string_view name) const {
        const auto position = type_ != nullptr ? type_->find(name) : std::nullopt;
        return position ? &type_->fields[*position] : nullptr;
    }

    const Catalog* names_;
    int minor_;
    std::string_view rest_;
    const RecordType* type_ = nullptr;  // of the line, once it was named
    std::vector<Said> said_;
    std::string out_;
};

}  // namespace

Result<std::string> unpackLines(const SharedNames& names, std::string_view packed) {
    ZX_TRY(checkSize(packed, limits::messageBytesMax));
    if (packed.empty()) return broken("a packed message is empty");
    Unpacking unpacking(names, packed);
    while (!unpacking.isDone()) ZX_TRY(unpacking.line());
    std::string text = unpacking.take();
    ZX_TRY(checkSize(text, limits::messageBytesMax));
    return text;
}

}  // namespace zhixing::sync
