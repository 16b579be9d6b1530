// tests/rooms/include_test.cpp: reads every #include of the project and fails on one that its room may not have.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace
{
namespace fs = std::filesystem;
using Names = std::vector<std::string>;

const fs::path kTop{PATCHLIGHT_TOP};

/// Which rooms' headers and which libraries a room may include. `headers`: libraries its headers may show too.
struct Room {
    std::string folder;
    Names rooms;
    Names libraries;
    Names headers;
};

/// The longest matching folder counts. Directions as in resources/docs/architecture.md.
const std::vector<Room>& rooms()
{
    static const std::vector<Room> all{
        {"core/base", {"core/base"}, {"json", "zlib"}, {"json"}},
        {"core/image", {"core/base", "core/image"}, {"opencv", "zlib", "jpeg", "tiff"}, {}},
        {"core/record", {"core/base", "core/record"}, {"torch"}, {}},
        {"core/checkpoint", {"core/base", "core/checkpoint"}, {"torch", "json", "zlib"}, {"torch", "json"}},
        {"core/model", {"core/base", "core/record", "core/model"}, {"torch", "onednn"}, {"torch", "onednn"}},
        {"core/explain", {"core/base", "core/record", "core/model", "core/explain"}, {"torch"}, {"torch"}},
        {"core/render", {"core/base", "core/image", "core/render"}, {"opencv", "fonts"}, {}},
        {"core/train", {"core/base", "core/record", "core/checkpoint", "core/model", "core/image", "core/train"},
            {"torch", "json", "opencv"}, {"torch", "json"}},
        {"core/library", {"core/base", "core/library"}, {"json", "curl"}, {}},
        {"core/engine", {"core/"}, {"torch", "opencv", "json", "onednn"}, {"json"}},
        // The engine's own inner headers, which nobody outside it includes.
        {"core/engine/model/model_files.h", {"core/"}, {"torch"}, {"torch"}},
        {"ui/adapter",
            {"ui/adapter", "core/base", "core/record", "core/image", "core/explain", "core/render", "core/library",
                "core/engine"},
            {"qt", "json"}, {"qt"}},
        {"ui/state", {"ui/adapter", "ui/state", "core/base"}, {"qt"}, {"qt"}},
        {"ui/view", {"ui/"}, {"qt"}, {"qt"}},
        {"app/gui", {"ui/", "app/gui", "core/base"}, {"qt"}, {"qt"}},
        {"app/cli",
            {"app/cli", "core/base", "core/record", "core/image", "core/explain", "core/render", "core/train",
                "core/library", "core/engine"},
            {"cli11", "json"}, {"cli11", "json"}},
        {"app/trainer", {"app/trainer", "app/cli", "core/model"}, {"torch", "cli11"}, {}},
    };
    return all;
}

bool startsWith(const std::string& text, const std::string& start)
{
    return text.rfind(start, 0) == 0;
}

const Room* roomOf(const std::string& file)
{
    const Room* best = nullptr;
    for (const auto& room : rooms())
        if (startsWith(file, room.folder) && (!best || room.folder.size() > best->folder.size()))
            best = &room;
    return best;
}

/// The library an include belongs to; empty for the standard library and the system.
std::string libraryOf(const std::string& include)
{
    const std::vector<std::pair<std::string, std::string>> starts{{"torch/", "torch"}, {"ATen/", "torch"},
        {"c10/", "torch"}, {"caffe2/", "torch"}, {"glog/", "torch"}, {"opencv2/", "opencv"}, {"oneapi/", "onednn"},
        {"dnnl", "onednn"}, {"nlohmann/", "json"}, {"CLI/", "cli11"}, {"zlib.h", "zlib"}, {"jpeglib.h", "jpeg"}, {"jerror.h", "jpeg"}, {"tiffio.h", "tiff"}, {"curl/", "curl"}, {"fontconfig/", "fonts"}, {"ft2build.h", "fonts"}, {"raqm.h", "fonts"}, {"Qt", "qt"}};
    for (const auto& [start, library] : starts)
        if (startsWith(include, start))
            return library;
    const bool qtClass
        = include.size() > 1 && include[0] == 'Q' && std::isupper(static_cast<unsigned char>(include[1])) != 0;
    return qtClass ? "qt" : "";
}

bool ours(const std::string& include)
{
    return startsWith(include, "core/") || startsWith(include, "ui/") || startsWith(include, "app/");
}

bool contains(const Names& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Empty where the room may include it.
std::string objection(const std::string& file, const Room& room, const std::string& include)
{
    if (ours(include)) {
        const bool allowed = std::any_of(room.rooms.begin(), room.rooms.end(),
            [&](const std::string& folder) { return startsWith(include, folder); });
        return allowed ? "" : "its room may not look into that one";
    }
    const auto library = libraryOf(include);
    if (library.empty())
        return "";
    if (!contains(room.libraries, library))
        return "its room may not use " + library;
    const bool header = fs::path{file}.extension() == ".h";
    return header && !contains(room.headers, library) ? library + " may not be shown in this room's headers" : "";
}

Names includesOf(const fs::path& path)
{
    Names found;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const auto hash = line.find_first_not_of(" \t");
        if (hash == std::string::npos || line.compare(hash, 8, "#include") != 0)
            continue;
        const auto open = line.find_first_of("<\"", hash + 8);
        const auto close = line.find_first_of(">\"", open + 1);
        if (open != std::string::npos && close != std::string::npos)
            found.push_back(line.substr(open + 1, close - open - 1));
    }
    return found;
}

Names projectFiles()
{
    Names files;
    for (const char* folder : {"core", "ui", "app"})
        for (const auto& entry : fs::recursive_directory_iterator(kTop / folder))
            if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
                files.push_back(fs::relative(entry.path(), kTop).generic_string());
    return files;
}

}

TEST(Rooms, IncludeOnlyWhatTheyMay)
{
    int seen = 0;
    for (const auto& file : projectFiles()) {
        const Room* room = roomOf(file);
        ASSERT_NE(room, nullptr) << file << " lies in no room";
        for (const auto& include : includesOf(kTop / file)) {
            const auto reason = objection(file, *room, include);
            EXPECT_EQ(reason, "") << file << " includes " << include << ": " << reason;
            ++seen;
        }
    }
    EXPECT_GT(seen, 300);
}

TEST(Rooms, TheRulesCatchALeak)
{
    const auto objects = [](const std::string& file, const std::string& include) {
        return !objection(file, *roomOf(file), include).empty();
    };
    EXPECT_TRUE(objects("core/base/grid.h", "core/image/preprocess.h"));
    EXPECT_TRUE(objects("core/image/preprocess.h", "opencv2/core.hpp"));
    EXPECT_FALSE(objects("core/image/preprocess.cpp", "opencv2/core.hpp"));
    EXPECT_TRUE(objects("core/engine/engine.h", "torch/types.h"));
    EXPECT_TRUE(objects("core/render/overlay.cpp", "QImage"));
    EXPECT_TRUE(objects("ui/view/canvas/canvas.cpp", "core/engine/engine.h"));
    EXPECT_TRUE(objects("ui/adapter/texts.cpp", "torch/torch.h"));
    EXPECT_FALSE(objects("ui/adapter/texts.h", "QString"));
}

/// The way from a file over the project's headers to one of the library's; empty where none leads there.
Names reached(const std::string& file, const std::string& library, std::set<std::string>& seen)
{
    for (const auto& include : includesOf(kTop / file)) {
        if (libraryOf(include) == library)
            return {file, include};
        if (!ours(include) || !seen.insert(include).second)
            continue;
        if (auto chain = reached(include, library, seen); !chain.empty()) {
            chain.insert(chain.begin(), file);
            return chain;
        }
    }
    return {};
}

std::string inWords(const Names& chain)
{
    std::string text;
    for (const auto& name : chain)
        text += (text.empty() ? "" : " > ") + name;
    return text;
}

/// Sources compiled without LibTorch's headers, as the build lists them, beside all of the rooms that may not use it.
Names withoutTorch()
{
    Names files;
    std::istringstream listed(PATCHLIGHT_WITHOUT_TORCH);
    for (std::string file; std::getline(listed, file, ',');)
        files.push_back(fs::relative(file, kTop).generic_string());
    for (const auto& file : projectFiles())
        if (!contains(roomOf(file)->libraries, "torch"))
            files.push_back(file);
    return files;
}

/// Debian's LibTorch lies where every compiler looks, so what forgets it compiles there, and with no other LibTorch.
TEST(Rooms, WhatIsBuiltWithoutTorchMeetsNoneOfItsHeaders)
{
    const auto files = withoutTorch();
    EXPECT_GT(files.size(), 100U);
    for (const auto& file : files) {
        std::set<std::string> seen;
        EXPECT_EQ(inWords(reached(file, "torch", seen)), "");
    }
}

/// Two types of one name in one program share their members' code, whichever the linker finds first: no compiler says
/// so, and memory is lost. Types of source files lie in namespaces without a name.
TEST(Rooms, HeadersDefineEveryTypeOnce)
{
    const std::regex definition{"^(struct|class|enum class|enum) ([A-Za-z:]+)[^;]*$"};
    std::map<std::string, std::string> homes;
    for (const auto& file : projectFiles()) {
        std::ifstream stream(kTop / file);
        std::smatch found;
        for (std::string line; fs::path{file}.extension() == ".h" && std::getline(stream, line);)
            if (std::regex_match(line, found, definition)) {
                const auto [home, fresh] = homes.emplace(found[2], file);
                EXPECT_TRUE(fresh) << found[2] << " is defined in " << home->second << " and in " << file;
            }
    }
    EXPECT_GT(homes.size(), 150U);
}

TEST(Rooms, EveryFileSaysWhatItIsAndEveryHeaderIsGuarded)
{
    for (const auto& file : projectFiles()) {
        std::ifstream stream(kTop / file);
        std::string first, second;
        std::getline(stream, first);
        std::getline(stream, second);
        EXPECT_TRUE(startsWith(first, "// " + file)) << file << " starts with: " << first;
        if (fs::path{file}.extension() == ".h") {
            std::string all((std::istreambuf_iterator<char>(stream)), {});
            EXPECT_TRUE(second == "#pragma once" || all.find("#pragma once") != std::string::npos) << file;
        }
    }
}

/// A header compiles alone because its own source includes it before anything else; those that have no source of
/// their own are compiled alone by rooms.headers_….
TEST(Rooms, SourcesIncludeTheirOwnHeaderFirst)
{
    for (const auto& file : projectFiles()) {
        auto header = fs::path{file}.replace_extension(".h");
        if (fs::path{file}.extension() != ".cpp" || !fs::exists(kTop / header))
            continue;
        const auto includes = includesOf(kTop / file);
        ASSERT_FALSE(includes.empty()) << file;
        EXPECT_EQ(includes.front(), header.generic_string()) << file;
    }
}
