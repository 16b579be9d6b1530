// app/cli/outside/completion.cpp
#include "app/cli/outside/completion.h"
#include "app/cli/outside/commands_of.h"
#include "core/base/shell_offer.h"
#include <CLI/CLI.hpp>

namespace patchlight
{
namespace
{

/// "TEXT:{a,b}" → "a b".
std::string choicesOf(const CLI::Option& option)
{
    const auto type = option.get_type_name();
    const auto open = type.find('{');
    const auto close = type.find('}', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos)
        return "";
    auto words = type.substr(open + 1, close - open - 1);
    std::replace(words.begin(), words.end(), ',', ' ');
    return words;
}

std::vector<ShellOffer> offersOf(const CLI::App& command)
{
    std::vector<ShellOffer> offers;
    for (const auto* option : command.get_options()) {
        if (option->get_group().empty())
            continue;
        for (const auto& name : option->get_lnames())
            offers.push_back({"--" + name, harmlessInShells(option->get_description()), choicesOf(*option),
                option->get_items_expected_max() > 0});
        for (const auto& name : option->get_snames())
            offers.push_back(
                {"-" + name, harmlessInShells(option->get_description()), "", option->get_items_expected_max() > 0});
    }
    return offers;
}

std::string commandNames(const CLI::App& app)
{
    std::string text;
    for (const auto* command : commandsOf(app))
        text += (text.empty() ? "" : " ") + command->get_name();
    return text;
}

/// Of a command and of those within it ("models get"): its options, and what they allow; `inner` gets who has commands within.
struct BashCases {
    std::string options, choices, inner;

    void add(const CLI::App& command, const std::string& within = "")
    {
        const std::string name = within + command.get_name();
        options += bashCase(name, namesOf(offersOf(command)));
        for (const auto& offer : offersOf(command))
            if (!offer.choices.empty())
                choices += bashCase(name + ":" + offer.name, offer.choices);
        if (!commandsOf(command).empty())
            inner += bashCase(name, commandNames(command));
        for (const auto* each : commandsOf(command))
            add(*each, name + " ");
    }
};

std::string bash(const CLI::App& app)
{
    BashCases cases;
    for (const auto* command : commandsOf(app))
        cases.add(*command);
    return "# bash completion of patchlight-cli\n_patchlight_cli()\n{\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words=\n"
           "    COMPREPLY=()\n"
           "    if [ \"$word\" = = ]; then word=; elif [ \"$before\" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
           "    case $command in\n" + cases.inner + "        esac\n"
           "    if [ -n \"$words\" ]; then\n"
           "        if [ \"$COMP_CWORD\" -gt 2 ] && [[ \" $words \" = *\" ${COMP_WORDS[2]} \"* ]]; then"
           " command=\"$command ${COMP_WORDS[2]}\"; fi\n"
           "        if [ \"$COMP_CWORD\" != 2 ] || [[ $word == -* ]]; then words=; fi\n    fi\n"
           "    if [ \"$COMP_CWORD\" = 1 ]; then\n        words=\""
        + commandNames(app) + " " + namesOf(offersOf(app)) + "\"\n    else\n        case $command:$before in\n" + cases.choices
        + "        esac\n"
          "        if [ -z \"$words\" ] && [[ $word == -* ]]; then\n            case $command in\n"
        + cases.options
        + "            esac\n        fi\n    fi\n"
          // Without words the shell offers files itself: it knows blanks, quotes and ~.
          "    if [ -n \"$words\" ]; then compopt +o default 2>/dev/null;"
          " COMPREPLY=($(compgen -W \"$words\" -- \"$word\")); fi\n"
          "}\ncomplete -o default -F _patchlight_cli patchlight-cli\n";
}

/// The branches of a command, those of commands within it first: what they are called is told by the word behind.
std::string zshCommand(const CLI::App& command, const std::string& within = "")
{
    std::string text;
    for (const auto* inner : commandsOf(command))
        text += zshCommand(*inner, command.get_name() + ":");
    text += "        " + (within.empty() ? command.get_name() + ":*" : within + command.get_name()) + ")\n            "
        + (within.empty() ? "" : "shift words; (( CURRENT-- ))\n            ") + "_arguments -s";
    text += zshArguments(offersOf(command));
    if (!commandsOf(command).empty())
        text += " \\\n                '1:command:(" + commandNames(command) + ")'";
    return text + " \\\n                '*:file:_files' ;;\n";
}

std::string zsh(const CLI::App& app)
{
    std::string text = "#compdef patchlight-cli\n_patchlight_cli() {\n    local -a commands=(\n";
    for (const auto* command : commandsOf(app))
        text += "        '" + command->get_name() + ":" + harmlessInShells(command->get_description()) + "'\n";
    text += "    )\n    if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
            "    local command=$words[2] inner=\n    shift words; (( CURRENT-- ))\n"
            "    if (( CURRENT > 2 )); then inner=$words[2]; fi\n    case $command:$inner in\n";
    for (const auto* command : commandsOf(app))
        text += zshCommand(*command);
    return text + "    esac\n}\n_patchlight_cli \"$@\"\n";
}

/// A command's name where `where` holds, and its options behind it; then the same of commands within it.
std::string fishCommand(const CLI::App& command, const std::string& where)
{
    std::string text = "complete -c patchlight-cli -n '" + where + "' -f -a " + command.get_name() + " -d '"
        + harmlessInShells(command.get_description()) + "'\n";
    for (const auto& offer : offersOf(command))
        text += fishOption("patchlight-cli", "__fish_seen_subcommand_from " + command.get_name(), offer);
    for (const auto* each : commandsOf(command))
        text += fishCommand(*each,
            "__fish_seen_subcommand_from " + command.get_name() + "; and not __fish_seen_subcommand_from "
                + commandNames(command));
    return text;
}

std::string fish(const CLI::App& app)
{
    std::string text = "# fish completion of patchlight-cli\n";
    for (const auto* command : commandsOf(app))
        text += fishCommand(*command, "__fish_use_subcommand");
    return text;
}

}

const std::vector<std::string>& completedShells()
{
    static const std::vector<std::string> shells{"bash", "zsh", "fish"};
    return shells;
}

std::string completionScript(const CLI::App& app, const std::string& shell)
{
    return shell == "bash" ? bash(app) : shell == "zsh" ? zsh(app) : fish(app);
}

}
