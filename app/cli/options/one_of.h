// app/cli/options/one_of.h: the check of an option that takes one word out of a list.
#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace patchlight
{

/// Lists the words in the help; of any other word it says what there is, or what may have been meant.
/// @param what  "colour map", as in: there is no colour map "gray"; did you mean grey?
CLI::Validator oneOf(const std::string& what, const std::vector<std::string>& words);

/// The same for the names of methods.
CLI::Validator aMethod();

}
