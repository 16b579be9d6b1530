// core/base/shell_offer.h: an option as shells complete it, for both programs' completions.
#pragma once
#include <string>
#include <vector>

namespace patchlight
{

/// One option as a shell sees it.
struct ShellOffer {
    std::string name;    ///< with its dashes
    std::string help;    ///< in one line, harmless
    std::string choices; ///< words parted by blanks; empty where any value goes, and files are offered
    bool takesValue = false;
};

/// A sentence that stands within single quotes and brackets of any of the shells.
std::string harmlessInShells(std::string text);
/// The names, parted by blanks.
std::string namesOf(const std::vector<ShellOffer>& offers);
/// One line of a bash `case`: the words that are offered where `pattern` stands.
std::string bashCase(const std::string& pattern, const std::string& words);
/// The options as arguments of zsh's _arguments, each on a line that continues the one before.
std::string zshArguments(const std::vector<ShellOffer>& offers);
/// fish's `complete` for an option of `program`. `where`: the condition, or nothing where it always holds.
std::string fishOption(const std::string& program, const std::string& where, const ShellOffer& offer);

}
