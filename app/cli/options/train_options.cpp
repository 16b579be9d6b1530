// app/cli/options/train_options.cpp
#include "app/cli/options/train_options.h"
#include "app/cli/interrupt.h"
#include "app/cli/options/one_of.h"
#include "app/cli/options/parse_values.h"
#include "app/cli/options/read_input.h"
#include "core/base/shown_text.h"
#include <CLI/CLI.hpp>
#include <sstream>

namespace patchlight
{
namespace
{

constexpr std::size_t kMostListBytes = 16'000'000; ///< of a list of classes

void addNetwork(CLI::App& command, TrainCommandOptions& options)
{
    auto& shape = options.job.options.network;
    const auto group = "Network";
    const auto number = [&](const char* name, int& value, const char* help) {
        command.add_option(name, value, help)->group(group)->type_name("N")->capture_default_str();
    };
    command
        .add_option_function<std::string>(
            "--shape",
            [&shape, &options](const std::string& name) {
                if (const auto named = shapeNamed(name))
                    shape.width = named->width, shape.heads = named->heads, shape.depth = named->depth;
                options.shape = name;
            },
            "tiny, small or base: width 192, 384 or 768 in heads of 64, 12 blocks")
        ->check(oneOf("shape", {"tiny", "small", "base"}))
        ->group(group)
        ->trigger_on_parse();
    number("--image-size", shape.imageSize, "input side in pixels");
    number("--patch", shape.patch, "patch side in pixels");
    number("--width", shape.width, "channels of a token");
    number("--depth", shape.depth, "blocks");
    number("--heads", shape.heads, "attention heads per block");
    number("--mlp-ratio", shape.mlpRatio, "hidden channels of the MLP per channel");
    command.add_flag("!--no-class-token", shape.classToken, "no class token (needs --average-pooling)")->group(group);
    command
        .add_flag("--distillation-token", shape.distillationToken, "a second token with a head for the teacher (DeiT)")
        ->group(group);
    command.add_flag("--average-pooling", shape.averagePooling, "the head reads the mean of all patches")->group(group);
    command.add_option("--dropout", shape.dropout, "dropout rate")->group(group)->capture_default_str();
    command.add_option("--drop-path", shape.dropPath, "stochastic depth of the last block")
        ->group(group)
        ->capture_default_str();
}

void addSchedule(CLI::App& command, TrainCommandOptions& options)
{
    const auto group = "Schedule";
    Schedule& s = options.job.options.schedule;
    const auto add = [&](const char* name, auto& value, const char* help) {
        command.add_option(name, value, help)->group(group)->capture_default_str();
    };
    command.add_option("--epochs", s.epochs, "passes over the training pictures")
        ->each([&options](const std::string&) { options.epochsGiven = true; })
        ->group(group)
        ->capture_default_str();
    add("--batch", s.batch, "pictures per step");
    add("--lr", s.learningRate, "peak learning rate at a batch of --lr-batch");
    add("--lr-batch", s.learningRateBatch, "batch that --lr belongs to; the rate grows in proportion");
    add("--warm-up", s.warmUpEpochs, "epochs of linear warm-up");
    add("--warm-up-lr", s.warmUpRate, "learning rate at the very start");
    add("--final-lr", s.finalRate, "learning rate at the end of the cosine");
    add("--weight-decay", s.weightDecay, "decoupled weight decay");
    add("--beta1", s.beta1, "AdamW's first decay");
    add("--beta2", s.beta2, "AdamW's second decay");
    add("--clip", s.clipNorm, "clip the norm of all gradients; 0 = off");
    add("--ema", s.ema, "decay of the averaged weights, which are the result; 0 = no average");
}

void addAugmentation(CLI::App& command, Augmentation& a)
{
    const auto group = "Augmentation";
    const auto add = [&](const char* name, auto& value, const char* help) {
        command.add_option(name, value, help)->group(group)->capture_default_str();
    };
    add("--crop-min", a.smallestArea, "random crop: smallest share of the picture");
    add("--crop-max", a.largestArea, "random crop: largest share");
    add("--aspect", a.aspect, "random crop: most extreme ratio of its sides");
    add("--flip", a.flip, "probability of a mirror image");
    add("--colour-jitter", a.colourJitter, "brightness, contrast, saturation (where RandAugment is off)");
    add("--rand-operations", a.randOperations, "RandAugment: operations per picture; 0 = off");
    add("--rand-magnitude", a.randMagnitude, "RandAugment: magnitude of 10");
    add("--rand-spread", a.randSpread, "RandAugment: standard deviation of the magnitude");
    add("--mixup", a.mixup, "mixup's alpha; 0 = off");
    add("--cutmix", a.cutmix, "cutmix' alpha; 0 = off");
    add("--mix-probability", a.mixProbability, "probability that a batch is mixed");
    add("--mix-switch", a.switchProbability, "probability of cutmix rather than mixup");
    add("--erasing", a.erasing, "probability of random erasing");
    add("--repeats", a.repeats, "repeated augmentation: times a picture comes in one epoch");
    add("--label-smoothing", a.labelSmoothing, "label smoothing");
    add("--keep-patches", a.keepPatches, "share of patches the network sees while training");
}

void addDistillation(CLI::App& command, TrainCommandOptions& options)
{
    const auto group = "Distillation";
    auto& d = options.job.options.distillation;
    command.add_option("--teacher", options.job.teacher, "checkpoint of the teacher")
        ->group(group)
        ->type_name("FILE|DIR");
    command
        .add_option("--teacher-labels", options.job.teacherLabels, "class list of the teacher or of --init: rows number, id, names")
        ->group(group)
        ->type_name("FILE");
    command.add_option("--teacher-cache", options.job.teacherCache, "file that keeps the teacher's answers")
        ->group(group)
        ->type_name("FILE");
    command.add_option("--distil", options.distillation, "soft (its probabilities) or hard (its decision)")
        ->group(group)
        ->check(oneOf("way to distil", {"soft", "hard"}))
        ->capture_default_str();
    command.add_option("--alpha", d.alpha, "weight of the teacher's part of the loss")
        ->group(group)
        ->capture_default_str();
    command.add_option("--temperature", d.temperature, "temperature of the soft loss")
        ->group(group)
        ->capture_default_str();
    command.add_option("--features", d.features, "weight of the loss on the teacher's tokens; 0 = off")
        ->group(group)
        ->capture_default_str();
    command
        .add_flag("--live", d.live, "the teacher sees every batch as the student does, cropped and mixed; nothing is kept")
        ->group(group);
    command.add_option("--blocks", d.blocks, "--live: weight of the loss on every block's tokens, falling to 0; 0 = off")
        ->group(group)
        ->capture_default_str();
    command
        .add_option("--guided-epochs", d.guidedEpochs, "--live: first epochs, in which blocks read the teacher's tokens")
        ->group(group)
        ->capture_default_str();
    command.add_option("--teacher-batch", d.teacherBatch, "pictures per forward of the teacher")
        ->group(group)
        ->capture_default_str();
}

void addData(CLI::App& command, TrainCommandOptions& options)
{
    const auto group = "Pictures";
    command.add_option("DIR", options.data, "folder with train/CLASS and val/CLASS, or CLASS; or a packed file")
        ->required()
        ->check(notEmpty)
        ->type_name("DIR|FILE");
    command
        .add_option(
            "--data-size", options.folder.size, "side at which pictures are kept in memory; default: --image-size")
        ->check(CLI::Range(0, 1024))
        ->group(group)
        ->type_name("PIXELS")
        ->default_val(0);
    command.add_option("--classes", options.classList, "use these classes only: rows \"folder name\"")
        ->group(group)
        ->type_name("FILE");
    command.add_option("--class-names", options.folder.classNames, "readable names: rows \"folder name\"")
        ->group(group)
        ->type_name("FILE");
    command.add_option("--validation", options.folder.validationShare, "share set aside where there is no val folder")
        ->group(group)
        ->check(between(0, 0.9))
        ->capture_default_str();
    command.add_option("--pack", options.pack, "write the decoded pictures to this file and stop")
        ->group(group)
        ->type_name("FILE");
}

void addRun(CLI::App& command, TrainCommandOptions& options)
{
    auto& o = options.job.options;
    command.add_option("-o,--out", options.job.output, "folder of the model; also where the log and the state go")
        ->type_name("DIR");
    command.add_flag("--resume", options.job.resume, "go on where --out was left, with the options it was begun with");
    command.add_flag("--overwrite", options.overwrite, "begin anew where --out holds a trained model already");
    command.add_option("--init", options.job.start, "checkpoint to fine-tune; its positions are resampled")
        ->type_name("FILE|DIR");
    command.add_option("--seed", o.seed, "of weights, order and augmentation")->capture_default_str();
    command.add_option("--device", o.device, "auto, cpu, cuda or cuda:N")->check(checkDevice)->capture_default_str();
    command.add_option("--precision", o.precision, "auto, fp32; of matrix products bf16 or fp16; of weights and tokens too: bf16-all")
        ->capture_default_str();
    command.add_option("--threads", options.threads, "processor threads; 0 = all")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command.add_flag("!--full-weights", o.halfWeights, "store float32 instead of float16");
    command.add_option("--checkpoint-epochs", o.checkpointEvery, "epochs between checkpoints")->capture_default_str();
    command.add_option("--checkpoint-minutes", o.checkpointMinutes, "longest time between checkpoints")
        ->capture_default_str();
    command.add_flag("--json", options.json, "the outcome as one JSON object on stdout");
    command.add_flag("-q,--quiet", options.quiet, "no progress, no notes");
}

Result<std::string> readText(const std::filesystem::path& path)
{
    auto text = readInput(path.string(), kMostListBytes, {interruptToken(), {}});
    if (!text)
        return text;
    if (const auto line = firstLineThatIsNoText(*text))
        return fail(ErrorCode::Malformed,
            path.string() + ", line " + std::to_string(*line) + ", is no text in UTF-8; save it as UTF-8");
    return text;
}

/// The first words of the rows; the rest is the readable name.
Result<std::vector<std::string>> firstWords(const std::filesystem::path& path)
{
    const auto text = readText(path);
    if (!text)
        return fail(text.error());
    std::istringstream file(*text);
    std::vector<std::string> words;
    for (std::string line; std::getline(file, line);)
        if (const auto word = line.substr(0, line.find_first_of(" \t,\r")); !word.empty())
            words.push_back(word);
    if (words.empty())
        return fail(ErrorCode::NotFound, "there are no classes in " + path.string() + "; check --classes");
    return words;
}

}

void addTrainOptions(CLI::App& command, TrainCommandOptions& options)
{
    addData(command, options);
    addRun(command, options);
    addNetwork(command, options);
    addSchedule(command, options);
    addAugmentation(command, options.job.options.augmentation);
    addDistillation(command, options);
}

Result<void> settle(TrainCommandOptions& options)
{
    options.job.options.distillation.hard = options.distillation == "hard";
    if (options.epochsGiven)
        options.job.epochs = options.job.options.schedule.epochs;
    options.folder.seed = options.job.options.seed;
    if (options.folder.size == 0)
        options.folder.size = options.job.options.network.imageSize;
    if (!options.folder.classNames.empty())
        if (const auto names = readText(options.folder.classNames); !names)
            return fail(names.error());
    if (options.classList.empty())
        return {};
    auto words = firstWords(options.classList);
    if (!words)
        return fail(words.error());
    options.folder.only = std::move(*words);
    if (options.folder.classNames.empty())
        options.folder.classNames = options.classList;
    return {};
}

}
