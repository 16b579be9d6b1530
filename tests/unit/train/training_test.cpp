// tests/unit/train/training_test.cpp: small runs that learn, resume, repeat themselves and stop.
#include "core/base/atomic_file.h"
#include "core/train/job.h"
#include "core/train/results/run_state.h"
#include "core/train/trainer.h"
#include "tests/unit/train/support.h"
#include <gtest/gtest.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// Asks to stop after some steps.
struct Stopper : TrainListener {
    explicit Stopper(int after) : left(after) { }
    void onStep(const StepFigures&) override
    {
        if (--left == 0)
            source.request();
    }
    CancelSource source;
    int left;
};

TrainResult trained(const PackedPictures& data, const TrainOptions& options, const std::filesystem::path& output,
    bool resume = false, const CancelToken& cancel = {}, TrainListener* listener = nullptr)
{
    TrainListener silent;
    const TrainInput input{data, nullptr, {}, output, resume, false, {}};
    const auto result = train(input, options, {cancel, {}}, listener ? *listener : silent);
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return result ? *result : TrainResult{Ended::Diverged, {{}}, {}};
}

TEST(Training, LearnsPaintedShapesAndGoesOnWhereItWasInterrupted)
{
    const auto data = paintedPictures(50, 20, 16);
    const TemporaryFolder folder;
    Stopper stopper(60);
    const auto options = smallOptions(40);
    const auto half = trained(data, options, folder.path, false, stopper.source.token(), &stopper);
    EXPECT_EQ(half.ended, Ended::Interrupted);
    const auto whole = trained(data, options, folder.path, true);
    EXPECT_EQ(whole.ended, Ended::Finished);
    EXPECT_EQ(whole.epochs.size(), 40U);
    EXPECT_GT(whole.epochs.back().top1, kLearned);
    for (const char* file : {"model.safetensors", "config.json", "README.md"})
        EXPECT_TRUE(std::filesystem::exists(folder.path / file)) << file;
}

TEST(Training, WhatTheTeachersMemoryThrowsIsAnError)
{
    const auto data = paintedPictures(10, 5, 16);
    const TemporaryFolder folder;
    std::string labels;
    for (std::size_t i = 0; i < data.classIds.size(); ++i)
        labels += std::to_string(i) + "\t" + data.classIds[i] + "\t" + data.classNames[i] + "\n";
    ASSERT_TRUE(writeFile(folder.path / "labels.tsv", labels));
    TrainJob job;
    job.options = smallOptions(1);
    job.output = folder.path / "out";
    job.teacher = PATCHLIGHT_FIXTURES "/goldens/timm-vit";
    job.teacherLabels = folder.path / "labels.tsv";
    TrainListener silent;
    const auto full = [](const Progress& at) {
        if (at.stage == "teacher")
            throw std::bad_alloc(); // as LibTorch does in the middle of a forward pass
    };
    const auto result = runTraining(data, job, {{}, full}, silent);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::OutOfMemory) << result.error().message;
}

TEST(Training, ResumedEqualsUninterrupted)
{
    const auto data = paintedPictures(10, 5, 16);
    auto options = smallOptions(3);
    options.network.dropPath = 0.2;
    options.augmentation.cutmix = 1;
    options.augmentation.erasing = 0.5;
    options.augmentation.keepPatches = 0.5;
    const TemporaryFolder straight, broken;
    const auto one = trained(data, options, straight.path);
    Stopper stopper(3); // in the middle of the second epoch
    trained(data, options, broken.path, false, stopper.source.token(), &stopper);
    const auto two = trained(data, options, broken.path, true);
    ASSERT_EQ(one.epochs.size(), two.epochs.size());
    for (std::size_t i = 0; i < one.epochs.size(); ++i)
        EXPECT_NEAR(one.epochs[i].loss, two.epochs[i].loss, 1e-6) << i;
    const auto first = loadState(straight.path), second = loadState(broken.path);
    ASSERT_TRUE(first && second);
    for (const auto& [name, tensor] : first->tensors)
        EXPECT_LT((tensor - second->tensors.at(name)).abs().max().item<double>(), 1e-6) << name;
}

TEST(Training, SameSeedGivesTheSameFirstEpochAnotherSeedDoesNot)
{
    const auto data = paintedPictures(10, 0, 16);
    auto options = smallOptions(1);
    const TemporaryFolder a, b, c;
    const double loss = trained(data, options, a.path).epochs.at(0).loss;
    EXPECT_NEAR(trained(data, options, b.path).epochs.at(0).loss, loss, 1e-5);
    options.seed = 7;
    EXPECT_GT(std::abs(trained(data, options, c.path).epochs.at(0).loss - loss), 1e-4);
}

TEST(Training, StopsOnALossThatIsNoNumberAndKeepsTheLastGoodCheckpoint)
{
    const auto data = paintedPictures(10, 5, 16);
    const TemporaryFolder folder;
    trained(data, smallOptions(1), folder.path);
    auto wild = smallOptions(3);
    wild.schedule.learningRate = 9;
    wild.schedule.warmUpEpochs = 0;
    wild.schedule.clipNorm = 0;
    auto poisoned = loadState(folder.path);
    ASSERT_TRUE(poisoned);
    poisoned->tensors["weight.head.weight"] = torch::full_like(poisoned->tensors["weight.head.weight"], NAN);
    ASSERT_TRUE(saveState(folder.path, *poisoned));
    const auto before = std::filesystem::last_write_time(statePath(folder.path));
    EXPECT_EQ(trained(data, wild, folder.path, true).ended, Ended::Diverged);
    EXPECT_EQ(std::filesystem::last_write_time(statePath(folder.path)), before);
}

TEST(Training, AnotherNetworksStateIsRefused)
{
    const auto data = paintedPictures(5, 0, 16);
    const TemporaryFolder folder;
    trained(data, smallOptions(1), folder.path);
    auto wider = smallOptions(2);
    wider.network.width = 64;
    TrainListener silent;
    const auto result = train({data, nullptr, {}, folder.path, true, false, {}}, wider, {}, silent);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Mismatch);
}

TEST(Training, DamagedStateIsAnErrorNotACrash)
{
    const auto data = paintedPictures(5, 0, 16);
    const TemporaryFolder folder;
    for (const std::string text : {"", "short", "\x10\0\0\0\0\0\0\0{\"a\":1}}}}}}}}}}"}) {
        ASSERT_TRUE(writeFile(statePath(folder.path), text));
        TrainListener silent;
        EXPECT_FALSE(train({data, nullptr, {}, folder.path, true, false, {}}, smallOptions(1), {}, silent));
    }
}

TEST(Training, ARunThatWouldNeverSaveIsRefused)
{
    const auto data = paintedPictures(5, 0, 16);
    const TemporaryFolder folder;
    auto options = smallOptions(1);
    options.checkpointEvery = 0;
    TrainListener silent;
    const auto result = train({data, nullptr, {}, folder.path, false, false, {}}, options, {}, silent);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::InvalidOption);
    EXPECT_NE(result.error().message.find("checkpointEvery"), std::string::npos);
}

TEST(Training, AStateBeforeItsOwnStartIsMalformed)
{
    const auto data = paintedPictures(5, 0, 16);
    const TemporaryFolder folder;
    trained(data, smallOptions(1), folder.path);
    const auto state = loadState(folder.path);
    ASSERT_TRUE(state);
    const auto loadsWith = [&](auto change) {
        RunState changed = *state;
        change(changed);
        EXPECT_TRUE(saveState(folder.path, changed));
        return loadState(folder.path).has_value();
    };
    EXPECT_FALSE(loadsWith([](RunState& s) { s.stepInEpoch = -2; }));
    EXPECT_FALSE(loadsWith([](RunState& s) { s.epoch = -1; }));
    EXPECT_FALSE(loadsWith([](RunState& s) { s.steps = -1; }));
    EXPECT_TRUE(loadsWith([](RunState&) {}));
}

TEST(Training, OutputThatCannotBeWrittenIsToldAtOnce)
{
    const auto data = paintedPictures(5, 0, 16);
    TrainListener silent;
    const auto result = train({data, nullptr, {}, "/proc/nowhere", false, false, {}}, smallOptions(1), {}, silent);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::WriteFailed);
}

}
}
