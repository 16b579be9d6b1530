// app/cli/shell.cpp
#include "app/cli/shell.h"
#include "app/cli/interrupt.h"
#include "app/cli/options/fetch_model.h"
#include "app/cli/options/one_of.h"
#include "app/cli/options/parse_values.h"
#include "core/base/band_list.h"
#include "core/base/fact_words.h"
#include "core/base/memory_bound.h"
#include <CLI/CLI.hpp>

namespace patchlight
{
namespace
{

std::string checkImageSize(const std::string& text)
{
    const auto size = parseImageSize(text);
    return size ? "" : size.error().message;
}

}

void addCommonOptions(CLI::App& command, CommonOptions& options, bool withModel)
{
    if (withModel)
        command
            .add_option("-m,--model", options.model,
                "a shipped model's name, a checkpoint file, its folder, or owner/name[@revision] on the hub")
            ->check(notEmpty)
            ->type_name("NAME|FILE|DIR");
    command.add_flag("--download", options.download, "fetch the model from the hub where it is not on this computer");
    command.add_option("--device", options.device, "auto, cpu, cuda or cuda:N")
        ->check(checkDevice)
        ->type_name("DEVICE");
    command.add_option("--precision", options.precision, listOfWords<Precision>())
        ->check(oneOf("precision", wordsOf<Precision>()))
        ->type_name("NAME");
    command.add_option("--threads", options.threads, "processor threads; 0 = all")
        ->check(CLI::Range(0, 1024))
        ->type_name("N");
    constexpr std::uint64_t kMegabyte = 1'000'000;
    command.add_option_function<std::uint64_t>("--memory", [](std::uint64_t megabytes) { setMemoryBound(megabytes * kMegabyte); },
        "most memory that a picture or a run may take; 0 = half of what is free")
        ->check(CLI::Range(0, 100'000'000))
        ->type_name("MB");
    command.add_option("--profile", options.profile, "preprocessing: a profile's name or a .json file")
        ->check(notEmpty)
        ->type_name("NAME|FILE");
    const auto group = "Facts that the file does not say, or says wrongly";
    command.add_option("--heads", options.heads, "attention heads per block")
        ->check(CLI::Range(1, 1024))
        ->type_name("N")
        ->group(group);
    command.add_option("--eps", options.eps, "epsilon of the layer norms")
        ->check(between(0, 1))
        ->type_name("EPS")
        ->group(group);
    command.add_option("--activation", options.activation, listOfWords<Activation>())
        ->check(oneOf("activation", wordsOf<Activation>()))
        ->type_name("NAME")
        ->group(group);
    command.add_option("--image-size", options.imageSize, "input size in pixels")
        ->check(checkImageSize)
        ->type_name("PIXELS|ROWSxCOLUMNS")
        ->group(group);
    command
        .add_option("--class-names", options.classNames,
            "class names: one a line, rows of INDEX,NAME, JSON, YAML or a Python dict; none = numbers")
        ->check(notEmpty)
        ->type_name("FILE")
        ->group(group);
    command.add_option("--weights", options.weights, "raw, or the running average that training kept (ema)")
        ->check(oneOf("weights", {"raw", "ema"}))
        ->type_name("raw|ema")
        ->group(group);
    command.add_option("--prefix", options.prefix, "which network of several: what its tensors' names begin with")
        ->check(notEmpty)
        ->type_name("TEXT")
        ->group(group);
    command.add_option("--base", options.base, "the network that an adapter (PEFT, LoRA) changes")
        ->check(notEmpty)
        ->type_name("FILE|DIR")
        ->group(group);
    command.add_flag("!--no-icc", options.colourProfiles,
        "leave a picture's values as they are, instead of converting them from its ICC profile to sRGB");
    command.add_option("--bands", options.bands, "of a network of more than three channels: which are shown, one as grey or three as R,G,B")
        ->check(checked(bandsFrom))
        ->type_name("N|R,G,B")
        ->group(group);
    command.add_flag("--stretch", options.stretch, "fill the range with 16-bit pictures that use fewer bits");
    command.add_option("--head-file", options.headFile, "a classifier published apart from its backbone")
        ->check(notEmpty)
        ->type_name("FILE")
        ->group(group);
    command.add_flag("--json", options.json, "one JSON object per line on stdout");
    command.add_flag("-q,--quiet", options.quiet, "no progress and no notes on stderr");
}

ModelSource modelSource(const CommonOptions& options)
{
    ModelSource source;
    source.path = options.model;
    source.device = options.device;
    source.precision = byWord<Precision>(options.precision).value_or(Precision::Fp32);
    source.overrides.stretch = options.stretch;
    if (!options.bands.empty())
        source.overrides.bands = *bandsFrom(options.bands);
    source.overrides.colourProfiles = options.colourProfiles;
    source.overrides.heads = options.heads;
    if (!options.headFile.empty())
        source.overrides.headFile = options.headFile;
    source.overrides.normEps = options.eps;
    source.overrides.activation = byWord<Activation>(options.activation);
    if (!options.imageSize.empty())
        source.overrides.imageSize = *parseImageSize(options.imageSize);
    if (!options.profile.empty())
        source.overrides.profile = options.profile;
    if (!options.classNames.empty())
        source.overrides.labels = options.classNames;
    if (!options.weights.empty())
        source.overrides.weights = options.weights == "ema" ? Weights::Averaged : Weights::Raw;
    if (!options.prefix.empty())
        source.overrides.prefix = options.prefix;
    if (!options.base.empty())
        source.overrides.base = options.base;
    return source;
}

RunContext Shell::context()
{
    return {interruptToken(), [this](const Progress& p) { console.progress(p.stage, p.done, p.total); }};
}

Result<void> Shell::fetchModelIfAsked()
{
    return common.download ? fetchWhereMissing(common.model, *this) : Result<void>{};
}

std::optional<Engine> Shell::openEngine()
{
    if (const auto fetched = fetchModelIfAsked(); !fetched) {
        failed(fetched.error(), common.model);
        return std::nullopt;
    }
    Engine engine({.threads = common.threads});
    const auto loaded = engine.load(modelSource(common), context());
    console.clearProgress();
    if (!loaded) {
        failed(loaded.error());
        return std::nullopt;
    }
    for (const auto& note : engine.model()->notes)
        console.note("note: " + note);
    return engine;
}

void Shell::noteOf(const Analysis& analysis)
{
    for (const auto& note : analysis.notes)
        console.note("note: " + analysis.name + ": " + note);
}

PictureSource pictureAt(const std::string& path)
{
    return {path, {}, ""};
}

}
