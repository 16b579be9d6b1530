// tests/unit/train/live_teacher_test.cpp: a teacher that watches, and a student whose blocks learn from its blocks.
#include "core/train/distillation/live_teacher.h"
#include "core/train/optimisation/losses.h"
#include "core/train/optimisation/rate.h"
#include "core/train/trainer.h"
#include "tests/unit/train/support.h"
#include <gtest/gtest.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

struct TaughtRun {
    PackedPictures data = paintedPictures(25, 10, 16);
    TemporaryFolder teacher, student;
    TrainListener silent;

    TaughtRun()
    {
        EXPECT_TRUE(train({data, nullptr, {}, teacher.path, false, false, {}}, smallOptions(15), {}, silent));
    }
    Result<LiveTeacher> open() const { return LiveTeacher::open({teacher.path, {0, 1, 2, 3}}, {}); }
    Result<TrainResult> run(TrainOptions options)
    {
        const auto live = open();
        EXPECT_TRUE(live);
        return train({data, nullptr, {}, student.path, false, false, {}, &*live}, options, {}, silent);
    }
};

TrainOptions taught(int epochs)
{
    auto options = smallOptions(epochs);
    options.seed = 5; // another student than the teacher was
    options.distillation = {.alpha = 0.5, .temperature = 2, .live = true, .blocks = 1, .guidedEpochs = 4};
    options.augmentation.cutmix = 1;
    return options;
}

TEST(LiveTeacher, StudentsBlocksComeToDoWhatTheTeachersDo)
{
    TaughtRun run;
    const auto result = run.run(taught(10));
    ASSERT_TRUE(result) << result.error().message;
    const auto& epochs = result->epochs;
    EXPECT_LT(epochs.at(3).featureLoss, 0.7 * epochs.front().featureLoss); // guided
    EXPECT_LT(epochs.back().teacherLoss, epochs.at(4).teacherLoss);
    EXPECT_GT(epochs.back().top1, 0.5);
}

TEST(LiveTeacher, BFloat16WeightsLearnAndGoOnFromTheirFloat32Copies)
{
    TaughtRun run;
    auto options = taught(6);
    options.precision = "bf16-all";
    const auto result = run.run(options);
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_LT(result->epochs.at(3).featureLoss, 0.8 * result->epochs.front().featureLoss);
    const auto live = run.open();
    options.schedule.epochs = 7;
    const auto more
        = train({run.data, nullptr, {}, run.student.path, true, false, {}, &*live}, options, {}, run.silent);
    ASSERT_TRUE(more) << more.error().message;
    EXPECT_EQ(more->epochs.size(), 7U);
}

TEST(LiveTeacher, StudentOfAnotherShapeIsRefusedForBlocksOnly)
{
    TaughtRun run;
    auto options = taught(1);
    options.network.depth = 3;
    const auto refused = run.run(options);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Mismatch);
    options.distillation.blocks = 0;
    options.distillation.guidedEpochs = 0;
    EXPECT_TRUE(run.run(options));
}

TEST(BlockLoss, IsNoughtForTheTeacherItselfAndOneForABlockThatDoesNothing)
{
    torch::manual_seed(1);
    const std::vector<at::Tensor> teacher{torch::randn({3, 5, 4}), torch::randn({3, 5, 4})};
    EXPECT_NEAR(blockLoss(teacher, teacher, 1).item<double>(), 0, 1e-6);
    EXPECT_NEAR(blockLoss({teacher[0], teacher[0]}, teacher, 1).item<double>(), 0.5, 0.02); // one depth of two
}

TEST(BlockLoss, WeighsLessWhenTheBlocksAreAlone)
{
    TrainOptions options = taught(14);
    EXPECT_DOUBLE_EQ(blockWeight(options, 0), 1);
    EXPECT_DOUBLE_EQ(blockWeight(options, 4), 1);
    EXPECT_DOUBLE_EQ(blockWeight(options, 9), 0.5);
    EXPECT_DOUBLE_EQ(blockWeight(options, 14), 0);
}

}
}
