// tests/unit/train/support.h: small data sets and networks to train in seconds.
#pragma once
#include "core/train/augmentation/random.h"
#include "core/train/job.h"
#include <cmath>
#include <filesystem>
#include <unistd.h>

namespace patchlight
{

/// A fresh folder that vanishes with its object.
struct TemporaryFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path()
        / ("patchlight-train-" + std::to_string(::getpid()) + "-" + std::to_string(counter()++));
    TemporaryFolder() { std::filesystem::create_directories(path); }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    static int& counter()
    {
        static int count = 0;
        return count;
    }
};

/// Class 0: disc, 1: bars lying, 2: bars standing, 3: chequers; colours, places and sizes at random.
inline void paint(std::uint8_t* pixels, int side, int label, Random& random)
{
    const double scale = random.uniform(3, 5), shift = random.uniform(0, 6), radius = random.uniform(0.2, 0.4) * side;
    const double x0 = random.uniform(0.4, 0.6) * side, y0 = random.uniform(0.4, 0.6) * side;
    std::uint8_t dark[3], light[3];
    for (int c = 0; c < 3; ++c)
        dark[c] = static_cast<std::uint8_t>(random.below(90)),
        light[c] = static_cast<std::uint8_t>(160 + random.below(90));
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const bool lying = std::fmod(y + shift, 2 * scale) < scale,
                       standing = std::fmod(x + shift, 2 * scale) < scale;
            const bool inside[] = {std::hypot(x - x0, y - y0) < radius, lying, standing, lying != standing};
            for (int c = 0; c < 3; ++c)
                pixels[(y * side + x) * 3 + c] = inside[label] ? light[c] : dark[c];
        }
}

inline PictureSet paintedSet(int perClass, int side, std::uint64_t seed)
{
    PictureSet set;
    set.pixels.resize(static_cast<std::size_t>(4 * perClass) * side * side * 3);
    for (int i = 0; i < 4 * perClass; ++i) {
        Random random(seed, static_cast<std::uint64_t>(i));
        paint(set.pixels.data() + static_cast<std::size_t>(i) * side * side * 3, side, i % 4, random);
        set.labels.push_back(i % 4);
        set.names.push_back(std::to_string(i) + ".png");
    }
    return set;
}

inline PackedPictures paintedPictures(int perClass, int validationPerClass, int side)
{
    PackedPictures data;
    data.size = side;
    data.classIds = data.classNames = {"disc", "lying", "standing", "chequers"};
    data.split = "painted apart";
    data.train = paintedSet(perClass, side, 1);
    data.validation = paintedSet(validationPerClass, side, 2);
    return data;
}

/// What a small run must reach. Chance is 0.25; a run that learns ends near 0.95, and where exactly depends on the
/// rounding of the processor's kernels: a picture in eighty is 0.0125, so no test asks for more than this.
constexpr double kLearned = 0.7;

/// A recipe for the painted pictures: no augmentation that would turn lying bars into standing ones.
inline TrainOptions smallOptions(int epochs)
{
    TrainOptions options;
    options.network = {.imageSize = 16, .patch = 4, .width = 32, .depth = 2, .heads = 2, .dropPath = 0};
    options.schedule = {.epochs = epochs,
        .batch = 20,
        .learningRate = 3e-3,
        .learningRateBatch = 20,
        .warmUpEpochs = 1,
        .clipNorm = 1,
        .ema = 0.9};
    options.augmentation
        = {.smallestArea = 0.5, .randOperations = 0, .mixup = 0, .cutmix = 0, .erasing = 0, .repeats = 1};
    options.precision = "fp32";
    options.device = "cpu";
    return options;
}

}
