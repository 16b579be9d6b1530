// tests/unit/train/distillation_test.cpp: a student comes to agree with its teacher.
#include "core/model/initialise.h"
#include "core/model/network.h"
#include "core/train/augmentation/augment.h"
#include "core/train/results/tensor_file.h"
#include "core/train/trainer.h"
#include "tests/unit/train/support.h"
#include <gtest/gtest.h>
#include <torch/types.h>
#include <torch/utils.h>

namespace patchlight
{
namespace
{

at::Tensor tensorOf(const PackedPictures& data, const PictureSet& set)
{
    auto* bytes = const_cast<std::uint8_t*>(set.pixels.data());
    return torch::from_blob(bytes, {set.count(), data.size, data.size, 3}, torch::kByte);
}

/// A teacher with an opinion of its own that has nothing to do with the labels: classes by brightness and redness.
TeacherMemory opinionated(const PackedPictures& data)
{
    const auto means = tensorOf(data, data.train).to(torch::kFloat).div(255).mean({1, 2}); // [N, 3]
    const auto bright = (means.mean(1) - 0.5) * 40;
    const auto red = (means.select(1, 0) - means.mean(1)) * 40;
    return {torch::stack({bright + red, bright - red, -bright + red, -bright - red}, 1), {}, {}};
}

double agreement(const std::filesystem::path& folder, const PackedPictures& data, const TeacherMemory& teacher,
    const TrainOptions& options)
{
    const auto network = makeNetwork(*configOf(options.network, data.classNames));
    const auto file = readTensors(folder / "model.safetensors");
    if (!network || !file || !fillNetwork(**network, file->tensors))
        return -1;
    return measure(
        **network, tensorOf(data, data.train), teacher.logits.argmax(1), options.network.imageSize, at::kFloat)
        .top1;
}

class Distillation_ : public ::testing::TestWithParam<bool>
{
};

TEST_P(Distillation_, AgreementWithTheTeacherRises)
{
    const auto data = paintedPictures(25, 0, 16);
    const auto teacher = opinionated(data);
    auto options = smallOptions(1);
    options.distillation.alpha = 1;
    options.distillation.temperature = 2;
    options.distillation.hard = GetParam();
    options.network.distillationToken = GetParam();
    const TemporaryFolder early, late;
    TrainListener silent;
    auto still = options; // steps too small to move: the student as it was drawn
    still.schedule.learningRate = 1e-9;
    ASSERT_TRUE(train({data, &teacher, {}, early.path, false, false, {}}, still, {}, silent));
    options.schedule.epochs = 30;
    ASSERT_TRUE(train({data, &teacher, {}, late.path, false, false, {}}, options, {}, silent));
    const double before = agreement(early.path, data, teacher, options);
    const double after = agreement(late.path, data, teacher, options);
    EXPECT_GT(after, before + 0.2);
    EXPECT_GT(after, 0.6);
}

INSTANTIATE_TEST_SUITE_P(SoftAndHard, Distillation_, ::testing::Bool());

TEST(Distillation, FeatureLossFalls)
{
    const auto data = paintedPictures(25, 0, 16);
    torch::manual_seed(3);
    TeacherMemory teacher = opinionated(data);
    const auto small = at::adaptive_avg_pool2d(plainInput(tensorOf(data, data.train), 16), {4, 4}); // [N, 3, 4, 4]
    teacher.places = torch::cat({small, small.flip(1)}, 1).permute({0, 2, 3, 1}).to(torch::kBFloat16).contiguous();
    teacher.classToken = teacher.places.to(torch::kFloat).mean({1, 2}).to(torch::kBFloat16);
    auto options = smallOptions(20);
    options.distillation.features = 1;
    options.augmentation.keepPatches = 0.5;
    options.augmentation.cutmix = 1;
    const TemporaryFolder folder;
    TrainListener silent;
    const auto result = train({data, &teacher, {}, folder.path, false, false, {}}, options, {}, silent);
    ASSERT_TRUE(result);
    EXPECT_LT(result->epochs.back().featureLoss, 0.6 * result->epochs.front().featureLoss);
}

}
}
