// app/cli/options/kept_arguments.cpp
#include "app/cli/options/kept_arguments.h"
#include "app/cli/options/read_input.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

/// What a command writes, or keeps for itself from run to run.
constexpr std::string_view kResults[]{"out", "out-dir", "pack", "teacher-cache"};

bool namesResult(const CLI::Option& option)
{
    const auto& names = option.get_lnames();
    return std::any_of(names.begin(), names.end(),
        [](const std::string& name) { return std::ranges::find(kResults, name) != std::end(kResults); });
}

}

std::vector<KeptInput> keptArguments(const CLI::App& command)
{
    std::vector<KeptInput> kept;
    for (const auto* option : command.get_options())
        if (!namesResult(*option))
            for (const auto& text : option->results())
                kept.emplace_back(std::filesystem::path{text == kStandardInput ? "/dev/stdin" : text});
    return kept;
}

}
