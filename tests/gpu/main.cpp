// tests/gpu/main.cpp: `gpu_report devices | goldens | times | methods`: correctness and time on a device, as JSON.
#include "report.h"
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <torch/cuda.h>

int main(int argc, char** argv)
{
    using namespace patchlight::gpu;
    std::string device = "cuda:0", file, part;
    bool quick = false, fine = true;
    CLI::App app{"What only a GPU can show", "gpu_report"};
    app.add_option("PART", part)->required()->check(CLI::IsMember({"devices", "goldens", "times", "methods"}));
    app.add_option("--device", device)->capture_default_str();
    app.add_option("--json", file, "where the rows go; default: standard output");
    app.add_flag("--quick", quick, "one small net, one repetition: whether it runs at all");
    CLI11_PARSE(app, argc, argv);
    if (part == "devices")
        return torch::cuda::is_available() ? 0 : 1;
    const auto rows = part == "goldens" ? goldens(device, fine)
        : part == "times"               ? times(device, quick)
                                        : methodTimes(device, quick);
    if (file.empty())
        std::cout << rows.dump(1) << '\n';
    else
        std::ofstream(file) << rows.dump(1) << '\n';
    return fine ? 0 : 1;
}
