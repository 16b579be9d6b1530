// app/cli/outside/manual.cpp
#include "app/cli/outside/manual.h"
#include "app/cli/outside/commands_of.h"
#include <CLI/CLI.hpp>

namespace patchlight
{
namespace
{

/// Text as roff prints it: minus signs that can be copied, no line taken for a request.
std::string plain(const std::string& text)
{
    std::string out;
    bool lineStart = true;
    for (const char letter : text) {
        if (lineStart && (letter == '.' || letter == '\''))
            out += "\\&";
        if (letter == '-')
            out += "\\-";
        else if (letter == '\\')
            out += "\\e";
        else
            out += letter;
        lineStart = letter == '\n';
    }
    return out;
}

std::string bold(const std::string& text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(const std::string& text) { return "\\fI" + plain(text) + "\\fR"; }

std::string names(const CLI::Option& option)
{
    std::string text;
    for (const auto& name : option.get_snames())
        text += (text.empty() ? "" : ", ") + bold("-" + name);
    for (const auto& name : option.get_lnames())
        text += (text.empty() ? "" : ", ") + bold("--" + name);
    return text.empty() ? italic(option.get_name(true)) : text;
}

/// What stands behind an option's name: "M" of "M:{attention,rollout}".
std::string value(const CLI::Option& option)
{
    if (option.get_items_expected_max() == 0 || option.get_positional())
        return "";
    const auto type = option.get_type_name();
    const auto name = type.substr(0, type.find(":{"));
    return name.empty() ? "" : " " + italic(name);
}

/// What is allowed, as a list that fits into lines: " (attention, rollout)".
std::string allowed(const CLI::Option& option)
{
    const auto type = option.get_type_name();
    const auto open = type.find(":{");
    if (open == std::string::npos)
        return "";
    std::string list;
    for (const char letter : type.substr(open + 2, type.rfind('}') - open - 2))
        list += letter == ',' ? std::string{", "} : std::string{letter};
    return " (" + plain(list) + ")";
}

std::string entry(const CLI::Option& option)
{
    std::string text = ".TP\n" + names(option) + value(option) + "\n" + plain(option.get_description()) + allowed(option);
    if (!option.get_default_str().empty())
        text += " (default: " + plain(option.get_default_str()) + ")";
    return text + "\n";
}

std::string entries(const CLI::App& command)
{
    std::string text;
    for (const auto* option : command.get_options())
        if (!option->get_group().empty())
            text += entry(*option);
    return text;
}

std::string commandSection(const CLI::App& command, const std::string& within = "")
{
    const std::string name = within + command.get_name();
    std::string text = ".SS " + plain(name) + "\n" + plain(command.get_description()) + ".\n" + entries(command);
    for (const auto* inner : commandsOf(command))
        text += commandSection(*inner, name + " ");
    return text;
}

constexpr auto kEnd = R"(.SH EXIT STATUS
.TP
.B 0
done
.TP
.B 1
the work failed; one line on standard error says what, of which file, and what to do
.TP
.B 2
wrong usage
.SH ENVIRONMENT
.TP
.B PATCHLIGHT_RESOURCES
the folder that holds models, labels and pictures, instead of the installed one
.SH SEE ALSO
.BR patchlight (1)
)";

}

std::string manualPage(const CLI::App& app)
{
    std::string text = ".TH PATCHLIGHT\\-CLI 1 \"\" \"Patchlight " PATCHLIGHT_VERSION "\" \"User Commands\"\n"
                       ".SH NAME\npatchlight\\-cli \\- "
        + plain("show what a Vision Transformer looks at, without a display") + "\n.SH SYNOPSIS\n";
    const auto commands = commandsOf(app);
    for (const auto* command : commands)
        text += ".B patchlight\\-cli\n.B " + plain(command->get_name()) + "\n[\\fIOPTIONS\\fR]\n.br\n";
    text += ".SH DESCRIPTION\n" + plain(app.get_description()) + "\n" + plain(app.get_footer()) + "\n";
    text += ".SH OPTIONS\n" + entries(app) + ".SH COMMANDS\n";
    for (const auto* command : commands)
        text += commandSection(*command);
    return text + kEnd;
}

}
