// app/cli/outside/commands_of.h: what --help lists as commands.
#pragma once
#include <CLI/CLI.hpp>
#include <vector>

namespace patchlight
{

/// The commands of a program, or those within a command, without the hidden ones.
inline std::vector<const CLI::App*> commandsOf(const CLI::App& app)
{
    return app.get_subcommands([](const CLI::App* each) { return !each->get_group().empty(); });
}

}
