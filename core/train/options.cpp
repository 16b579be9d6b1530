// core/train/options.cpp
#include "core/train/options.h"
#include "core/base/formatted.h"
#include <array>

namespace patchlight
{
namespace
{

struct NamedShape {
    const char* name;
    int width, heads;
};
constexpr std::array<NamedShape, 3> kShapes{{{"tiny", 192, 3}, {"small", 384, 6}, {"base", 768, 12}}};

tl::unexpected<Error> invalid(const std::string& option, const std::string& reason)
{
    return fail(ErrorCode::InvalidOption, option + " " + reason);
}

template <class T> Fact<T> given(T value)
{
    return {std::move(value), Origin::Given};
}

Pooling poolingOf(const NetworkShape& shape)
{
    if (shape.averagePooling)
        return Pooling::AveragePatches;
    return shape.distillationToken ? Pooling::ClassAndDistillation : Pooling::ClassToken;
}

PreprocessProfile profileOf(int side)
{
    PreprocessProfile profile;
    profile.name = "squash " + std::to_string(side) + ", bicubic";
    profile.mode = ResizeMode::Squash;
    profile.resize = side;
    profile.resizeTo = {side, side};
    profile.crop = {side, side};
    profile.filter = Filter::Bicubic;
    profile.mean = kMean;
    profile.std = kStd;
    return profile;
}

Result<void> checkShape(const NetworkShape& shape)
{
    if (shape.patch < 1 || shape.imageSize < shape.patch || shape.imageSize % shape.patch != 0)
        return invalid("--patch", "must divide --image-size");
    if (shape.imageSize > 1024)
        return invalid("--image-size", "must be at most 1024");
    if (shape.heads < 1 || shape.width < shape.heads || shape.width % shape.heads != 0 || shape.width > 8192)
        return invalid("--heads", "must divide --width");
    if (shape.depth < 1 || shape.depth > 128)
        return invalid("--depth", "must be between 1 and 128");
    if (shape.averagePooling && shape.distillationToken)
        return invalid("--average-pooling", "and --distillation-token exclude each other");
    if (!shape.averagePooling && !shape.classToken)
        return invalid("--no-class-token", "needs --average-pooling, since the head must read something");
    return {};
}

struct Range {
    const char* option;
    double value, low, high;
};

template <std::size_t N> Result<void> checkRanges(const std::array<Range, N>& ranges)
{
    for (const Range& range : ranges)
        if (!(range.value >= range.low && range.value <= range.high))
            return invalid(range.option, formatted("must be between %g and %g", range.low, range.high));
    return {};
}

}

Result<NetworkShape> shapeNamed(const std::string& name)
{
    for (const NamedShape& known : kShapes)
        if (name == known.name) {
            NetworkShape shape;
            shape.width = known.width;
            shape.heads = known.heads;
            return shape;
        }
    return invalid("--model", "must be tiny, small or base, not \"" + name + "\"");
}

Result<ModelConfig> configOf(const NetworkShape& shape, const std::vector<std::string>& classNames)
{
    if (const auto fine = checkShape(shape); !fine)
        return fail(fine.error());
    ModelConfig config;
    config.layout = shape.distillationToken ? "deit" : "timm";
    config.name = std::string("vit_") + (shape.distillationToken ? "distilled_" : "") + "patch"
        + std::to_string(shape.patch) + "_" + std::to_string(shape.imageSize);
    config.imageSize = given(GridSize{shape.imageSize, shape.imageSize});
    config.patch = given(shape.patch);
    config.width = given(shape.width);
    config.depths = given(std::vector<int>{shape.depth});
    config.heads = given(std::vector<int>{shape.heads});
    config.mlpWidth = given(shape.width * shape.mlpRatio);
    config.classes = given(static_cast<int>(classNames.size()));
    config.normEps = given(1e-6);
    config.activation = given(Activation::Gelu);
    config.pooling = given(poolingOf(shape));
    const int side = shape.imageSize / shape.patch;
    config.positionGrid = {side, side};
    config.classToken = shape.classToken;
    config.distillationToken = shape.distillationToken;
    config.finalNorm = !shape.averagePooling;
    config.fcNorm = shape.averagePooling;
    config.profile = given(profileOf(shape.imageSize));
    config.classNames = classNames;
    config.classNamesOrigin = Origin::Given;
    return config;
}

Result<void> checkOptions(const TrainOptions& options)
{
    const Schedule& s = options.schedule;
    const Augmentation& a = options.augmentation;
    const Distillation& d = options.distillation;
    if (const auto shape = checkShape(options.network); !shape)
        return shape;
    if (options.precision != "auto" && options.precision != "fp32" && options.precision != "bf16"
        && options.precision != "fp16" && options.precision != "bf16-all")
        return invalid("--precision", "must be auto, fp32, bf16, bf16-all or fp16");
    if ((d.blocks > 0 || d.guidedEpochs > 0) && !(d.live && a.keepPatches == 1))
        return invalid("--blocks", "and --guided-epochs need --live and all patches (--keep-patches 1)");
    if (d.live && d.features > 0)
        return invalid("--features", "are kept answers; with --live give --blocks");
    return checkRanges(std::array<Range, 39>{{{"--epochs", double(s.epochs), 1, 1e6},
        {"--batch", double(s.batch), 1, 65536}, {"--lr", s.learningRate, 0, 10}, {"--warm-up", s.warmUpEpochs, 0, 1e6},
        {"--weight-decay", s.weightDecay, 0, 10}, {"--clip", s.clipNorm, 0, 1e9}, {"--ema", s.ema, 0, 0.9999999},
        {"--crop-min", a.smallestArea, 0.001, 1}, {"--crop-max", a.largestArea, a.smallestArea, 1},
        {"--flip", a.flip, 0, 1}, {"--colour-jitter", a.colourJitter, 0, 1},
        {"--rand-operations", double(a.randOperations), 0, 10}, {"--rand-magnitude", a.randMagnitude, 0, 10},
        {"--mixup", a.mixup, 0, 100}, {"--cutmix", a.cutmix, 0, 100}, {"--mix-probability", a.mixProbability, 0, 1},
        {"--erasing", a.erasing, 0, 1}, {"--repeats", double(a.repeats), 1, 100},
        {"--label-smoothing", a.labelSmoothing, 0, 0.99}, {"--keep-patches", a.keepPatches, 0.01, 1},
        {"--alpha", d.alpha, 0, 1}, {"--temperature", d.temperature, 0.01, 1000}, {"--features", d.features, 0, 1e6},
        {"checkpointEvery", double(options.checkpointEvery), 1, 1e6}, {"--dropout", options.network.dropout, 0, 0.99},
        {"--drop-path", options.network.dropPath, 0, 0.99}, {"--mlp-ratio", double(options.network.mlpRatio), 1, 64},
        {"--beta1", s.beta1, 0, 0.999999}, {"--beta2", s.beta2, 0, 0.9999999}, {"--warm-up-lr", s.warmUpRate, 0, 10},
        {"--final-lr", s.finalRate, 0, 10}, {"--lr-batch", double(s.learningRateBatch), 1, 1e6},
        {"--aspect", a.aspect, 1, 100}, {"--rand-spread", a.randSpread, 0, 10},
        {"--mix-switch", a.switchProbability, 0, 1}, {"--teacher-batch", double(d.teacherBatch), 1, 65536},
        {"--blocks", d.blocks, 0, 1e6}, {"--guided-epochs", double(d.guidedEpochs), 0, 1e6},
        {"--checkpoint-minutes", options.checkpointMinutes, 0, 1e9}}});
}

}
