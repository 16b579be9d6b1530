// core/engine/load_options.h: which model, where and how exactly it runs.
#pragma once
#include "core/base/overrides.h"
#include "core/base/precision.h"
#include <filesystem>
#include <string>

namespace patchlight
{

struct EngineOptions {
    int threads = 0; ///< 0 = all processors; the window leaves one to itself where there are more than two
    bool readsApart = false; ///< a cancelled run does not wait until its picture is read, as the window's must not
};

struct ModelSource {
    std::filesystem::path path; ///< a file or folder; empty = the embedded default
    std::string device = "auto"; ///< "auto", "cpu", "cuda", "cuda:1"
    Precision precision = Precision::Fp32;
    bool elseFp32 = false; ///< where the device cannot compute in that precision, instead of an error
    Overrides overrides;
};

}
