// tests/cli/command.h: runs the command line and keeps what it said.
#pragma once
#include "core/base/nd_array.h"
#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace patchlight::test
{

struct Outcome {
    int status = -1; ///< exit status; 128 + signal when killed
    std::string out, err;
    nlohmann::json json() const { return nlohmann::json::parse(out); }
};

/// Runs patchlight-cli with these arguments, stdout to `outFile` where given.
Outcome run(const std::vector<std::string>& arguments, const std::string& outFile = "");

/// The same through /bin/sh, where pipes and redirections are needed: "$P" is the program, $M a small model's --model
/// option; `folder` is where it runs.
Outcome runShell(const std::string& script, const std::filesystem::path& folder);

/// `error: …` lines on stderr.
int errorLines(const Outcome& outcome);

/// Largest of |a − b| / max(1, |b|); infinite when the shapes differ. NaN equals NaN.
double largestError(const NdArray& actual, const NdArray& expected);
/// ‖a − b‖₂ / ‖b‖₂ over cells that are finite in both; infinite when shapes or absent cells differ.
double relativeL2(const NdArray& actual, const NdArray& expected);
NdArray load(const std::filesystem::path& npy);

std::string golden(const std::string& name); ///< …/goldens/NAME
std::string picture(const std::string& name); ///< …/goldens/preprocess/NAME
std::string shared(const std::string& name); ///< beside the checkout

/// A fresh folder for one test, removed afterwards.
class WithFolder : public testing::Test
{
protected:
    void SetUp() override;
    void TearDown() override;
    std::string at(const std::string& name) const { return (m_folder / name).string(); }
    std::filesystem::path m_folder;
};

}
