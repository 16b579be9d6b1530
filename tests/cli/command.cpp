// tests/cli/command.cpp
#include "tests/cli/command.h"
#include "core/base/npy.h"
#include <cmath>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <limits>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace patchlight::test
{
namespace
{
namespace fs = std::filesystem;

std::string content(const fs::path& path)
{
    std::ostringstream all;
    all << std::ifstream(path).rdbuf();
    return all.str();
}

fs::path scratch(const std::string& what)
{
    static int number = 0;
    return fs::temp_directory_path()
        / ("patchlight-cli-" + std::to_string(::getpid()) + "-" + what + std::to_string(number++));
}

}

namespace
{

Outcome spawned(std::vector<std::string> words, const std::string& outFile)
{
    const fs::path out = outFile.empty() ? scratch("out") : fs::path{outFile};
    const fs::path err = scratch("err");
    std::vector<char*> pointers;
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&files, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
    pid_t child = 0;
    Outcome outcome;
    if (posix_spawn(&child, pointers.front(), &files, nullptr, pointers.data(), environ) == 0) {
        int status = 0;
        ::waitpid(child, &status, 0);
        outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    posix_spawn_file_actions_destroy(&files);
    outcome.err = content(err);
    fs::remove(err);
    if (outFile.empty()) {
        outcome.out = content(out);
        fs::remove(out);
    }
    return outcome;
}

}

Outcome run(const std::vector<std::string>& arguments, const std::string& outFile)
{
    std::vector<std::string> words{PATCHLIGHT_CLI};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return spawned(std::move(words), outFile);
}

Outcome runShell(const std::string& script, const fs::path& folder)
{
    const std::string names
        = "P='" PATCHLIGHT_CLI "'; M='--model=" + golden("timm-vit") + "'; cd '" + folder.string() + "'\n";
    return spawned({"/bin/sh", "-c", names + script}, "");
}

int errorLines(const Outcome& outcome)
{
    std::istringstream lines(outcome.err);
    int count = 0;
    for (std::string line; std::getline(lines, line);)
        count += line.rfind("error: ", 0) == 0 ? 1 : 0;
    return count;
}

double largestError(const NdArray& actual, const NdArray& expected)
{
    if (actual.shape != expected.shape)
        return std::numeric_limits<double>::infinity();
    double largest = 0;
    for (std::size_t i = 0; i < expected.values.size(); ++i) {
        const double a = actual.values[i], b = expected.values[i];
        if (std::isnan(a) && std::isnan(b))
            continue;
        const double error = std::abs(a - b) / std::max(1.0, std::abs(b));
        largest = std::isnan(error) ? std::numeric_limits<double>::infinity() : std::max(largest, error);
    }
    return largest;
}

double relativeL2(const NdArray& actual, const NdArray& expected)
{
    if (actual.shape != expected.shape)
        return std::numeric_limits<double>::infinity();
    double difference = 0, norm = 0;
    for (std::size_t i = 0; i < expected.values.size(); ++i) {
        const double a = actual.values[i], b = expected.values[i];
        if (std::isnan(a) != std::isnan(b))
            return std::numeric_limits<double>::infinity();
        if (std::isnan(a))
            continue;
        difference += (a - b) * (a - b);
        norm += b * b;
    }
    return std::sqrt(difference / norm);
}

NdArray load(const fs::path& npy)
{
    const auto array = readNpy(npy);
    EXPECT_TRUE(array) << (array ? "" : array.error().message);
    return array ? *array : NdArray{};
}

std::string golden(const std::string& name)
{
    return PATCHLIGHT_FIXTURES "/goldens/" + name;
}
std::string picture(const std::string& name)
{
    return golden("preprocess/" + name);
}
std::string shared(const std::string& name)
{
    return PATCHLIGHT_SHARED "/" + name;
}

void WithFolder::SetUp()
{
    m_folder = scratch("folder");
    fs::create_directories(m_folder);
}

void WithFolder::TearDown()
{
    fs::remove_all(m_folder);
}

}
