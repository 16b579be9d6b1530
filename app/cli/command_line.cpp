// app/cli/command_line.cpp
#include "app/cli/command_line.h"
#include "app/cli/interrupt.h"
#include "app/cli/last_resort.h"
#include "app/cli/options/kept_arguments.h"
#include "core/base/near_names.h"
#include "core/base/shown_text.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <iostream>

namespace patchlight
{
namespace
{

std::vector<std::string> commandNames(const CLI::App& app)
{
    std::vector<std::string> names;
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

/// "; did you mean --alpha?" for the first word that looks like an option and is none.
std::string nearOption(const CLI::App& command, const std::vector<std::string>& words)
{
    std::vector<std::string> names;
    for (const auto* option : command.get_options())
        for (const auto& name : option->get_lnames())
            names.push_back("--" + name);
    for (const auto& word : words) {
        const auto name = word.substr(0, word.find('='));
        if (name.rfind("--", 0) == 0 && std::ranges::find(names, name) == names.end())
            return nearNames(name, names).empty() ? "" : insteadOf(name, names);
    }
    return "";
}

/// CLI11's words, but for an option given twice; a word of thousands of characters is cut.
std::string plainly(const std::string& what)
{
    constexpr std::size_t kLongestWord = 200;
    if (const auto words = what.find(": At Most 1 required but received"); words != std::string::npos)
        return what.substr(0, words) + " can be given only once";
    std::string plain;
    for (std::size_t at = 0; at < what.size();) {
        const auto next = std::min(what.find(' ', at), what.size() - 1) + 1;
        plain += shortened(what.substr(at, next - at), kLongestWord);
        at = next;
    }
    return plain;
}

/// Help and version go to stdout with status 0; everything else is one line on stderr and status 2.
Status onParseError(
    const CLI::App& app, const std::vector<std::string>& words, const CLI::ParseError& error, Console& console)
{
    const std::string command = words.empty() ? "" : words.front();
    if (error.get_exit_code() == 0) {
        errno = 0;
        app.exit(error);
        std::cout.flush();
        if (std::cout.good() || errno == EPIPE) // "| head": it has what it wanted
            return kDone;
        console.error({ErrorCode::WriteFailed, "the text could not be written to standard output"});
        return kFailed;
    }
    const bool known = !app.get_subcommands([&](const CLI::App* each) { return each->get_name() == command; }).empty();
    const bool mistyped = !known && !command.empty() && command[0] != '-';
    const auto what = mistyped ? "there is no command " + asWritten(command) + insteadOf(command, commandNames(app))
                               : plainly(error.what()) + (known ? nearOption(*app.get_subcommand(command), words) : "");
    console.error(
        {ErrorCode::InvalidOption, what + " (see patchlight-cli " + (known ? command + " --help)" : "--help)")});
    return kWrongUsage;
}

std::string asTyped(int argc, char** argv)
{
    std::string line = "patchlight-cli";
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool plain = !word.empty() && word.find_first_of(" \t\n'\"$*?;&|<>()\\`") == std::string::npos;
        line += " " + (plain ? word : "'" + word + "'");
    }
    return line;
}

/// CLI11 takes "" for a number as 0, and for a list as none. Comes before an option's own checks.
void refuseEmptyValues(CLI::App& app)
{
    const CLI::Validator notEmptyText([](const std::string& text) { return text.empty() ? "needs a value" : ""; }, "");
    for (auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
        for (auto* option : command->get_options())
            if (option->get_items_expected_max() > 0 && !option->get_lnames().empty())
                option->transform(notEmptyText);
}

Status parseAndRun(int argc, char** argv, const AddCommands& addCommands)
{
    Shell shell;
    shell.commandLine = asTyped(argc, argv);
    CLI::App app{"Patchlight shows what a Vision Transformer looks at.", "patchlight-cli"};
    app.require_subcommand(1);
    app.footer("Results go to stdout, messages to stderr. Exit status: 0 done, 1 failed, 2 wrong usage.\n"
               "patchlight-cli COMMAND --help lists a command's options.");
    addCommands(app, shell);
    refuseEmptyValues(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return onParseError(app, {argv + std::min(argc, 1), argv + argc}, error, shell.console);
    }
    shell.console.setQuiet(shell.common.quiet);
    constexpr std::chrono::milliseconds kGrace{500}, kGraceToKeepRows{5000};
    const auto command = app.get_subcommands().front()->get_name();
    if (command != "train") // which finishes its step and keeps everything
        endAfterInterrupt(command == "evaluate" ? kGraceToKeepRows : kGrace);
    const auto kept = keptArguments(*app.get_subcommands().front());
    const Status status = shell.work();
    if (!shell.console.flushed() && shell.console.readerLeft())
        return status; // "| head": it has what it wanted
    if (!shell.console.flushed())
        return shell.failed({ErrorCode::WriteFailed, "the results could not be written to standard output"});
    return status;
}

}

int runCommandLine(int argc, char** argv, const AddCommands& addCommands)
{
    return withLastResort("patchlight-cli", [&] {
        interruptToken();
        return parseAndRun(argc, argv, addCommands);
    });
}

}
