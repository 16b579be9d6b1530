// app/trainer/main.cpp: `patchlight-train PACKED --out MODEL`: the training loop without OpenCV.
#include "app/cli/commands/train_run.h"
#include "app/cli/interrupt.h"
#include "app/cli/last_resort.h"
#include "app/cli/options/kept_arguments.h"
#include <CLI/CLI.hpp>
#include <iostream>

namespace
{

std::string asTyped(int argc, char** argv)
{
    std::string line = "patchlight-train";
    for (int i = 1; i < argc; ++i)
        line += " " + std::string(argv[i]);
    return line;
}

int run(int argc, char** argv)
{
    using namespace patchlight;
    TrainCommandOptions options;
    options.commandLine = asTyped(argc, argv);
    CLI::App app{"Trains or distils a Vision Transformer on a packed file of pictures.", "patchlight-train"};
    addTrainOptions(app, options);
    CLI11_PARSE(app, argc, argv);
    const auto fine = options.job.resume ? Result<void>{} : checkOptions(options.job.options);
    if (options.job.output.empty() || !fine) {
        std::cerr << "error: " << (fine ? "give --out" : fine.error().message) << '\n';
        return 2;
    }
    const auto kept = keptArguments(app);
    return runTrain(options, interruptToken());
}

}

int main(int argc, char** argv)
{
    return patchlight::withLastResort("patchlight-train", [&] { return run(argc, argv); });
}
