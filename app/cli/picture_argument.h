// app/cli/picture_argument.h: a picture as it was typed: a file, a pipe, or "-" for standard input.
#pragma once
#include "core/engine/engine.h"
#include <string>
#include <vector>

namespace CLI
{
class App;
}

namespace patchlight
{

inline constexpr const char* kStandardInput = "-";

/// Adds the positional IMAGE..., none of them empty.
void addPictures(CLI::App& command, std::vector<std::string>& pictures);
/// The same for one.
void addPicture(CLI::App& command, std::string& picture);
/// Standard input can be read once. Throws as CLI11 does.
void checkPictures(const std::vector<std::string>& pictures);

/// For messages: "standard input" of "-".
std::string shownName(const std::string& picture);

/// A file by its name; standard input and pipes are read to the end, up to the limit of any picture, and decoded.
/// Errors: Unreadable (a terminal), Unsupported (an array), OutOfMemory, Cancelled, those of decodePicture.
Result<PictureSource> openPicture(const std::string& picture, const RunContext& run);

}
