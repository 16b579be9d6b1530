// app/cli/options/picture_argument.h: a picture as it was typed: a file, a pipe, or "-" for standard input.
#pragma once
#include "app/cli/options/read_input.h"
#include "core/engine/engine.h"
#include <string>
#include <vector>

namespace CLI
{
class App;
}

namespace patchlight
{

/// Adds the positional IMAGE..., none of them empty.
void addPictures(CLI::App& command, std::vector<std::string>& pictures);
/// The same for one.
void addPicture(CLI::App& command, std::string& picture);
/// Standard input can be read once. Throws as CLI11 does.
/// A folder becomes the pictures in it, img2 before img10.
void checkPictures(std::vector<std::string>& pictures);

/// A file by its name; standard input and pipes are read to the end, up to the limit of any picture, and decoded where it is
/// analysed. Errors: those of readInput, Malformed (nothing came), Unsupported (an array).
Result<PictureSource> openPicture(const std::string& picture, const RunContext& run);

}
