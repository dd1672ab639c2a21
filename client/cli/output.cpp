#include "client/cli/output.h"

#include <cstdio>
#include <string>

namespace zhixing::client::cli {

void printLine(std::string_view json) {
    std::fwrite(json.data(), 1, json.size(), stdout);
    std::fputc('\n', stdout);
}

void printId(const Id& id) { printLine("{\"id\":\"" + id.text() + "\"}"); }

Result<void> flushOutput() {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
    return Error{Code::io_failed, "what there is to print cannot be written", {}, {}};
}

void explain(const Error& error) {
    std::string text = "zhixing-cli: ";
    if (!error.field.empty()) text += error.field + ": ";
    text += error.message;
    if (error.limit) text += " (limit " + std::to_string(*error.limit) + ")";
    text += " [" + std::string(word(error.code)) + "]\n";
    std::fputs(text.c_str(), stderr);
}

}  // namespace zhixing::client::cli
