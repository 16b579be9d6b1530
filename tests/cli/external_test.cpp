// tests/cli/external_test.cpp: a real network and real pictures, where they lie beside the checkout.
#include "tests/cli/command.h"
#include <algorithm>
#include <numeric>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

struct Picture {
    const char* image;
    const char* input;
    const char* reference;
};

class ExternalDeitTiny : public WithFolder, public testing::WithParamInterface<Picture>
{
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(shared("deit-tiny/model.safetensors")))
            GTEST_SKIP() << "no files beside the checkout";
        WithFolder::SetUp();
    }
    std::string expectedMap(const std::string& name) const
    {
        return shared(std::string{"explanations/deit-tiny/"} + GetParam().reference + "/" + name + ".npy");
    }
    static std::vector<int> topFive(const std::vector<float>& logits)
    {
        std::vector<int> order(logits.size());
        std::iota(order.begin(), order.end(), 0);
        std::partial_sort(order.begin(), order.begin() + 5, order.end(),
            [&](int a, int b) { return logits[static_cast<std::size_t>(a)] > logits[static_cast<std::size_t>(b)]; });
        return {order.begin(), order.begin() + 5};
    }
};

TEST_P(ExternalDeitTiny, TopFiveAreTheReferences)
{
    const auto outcome = run({"predict", shared(std::string{"deit-tiny/images/"} + GetParam().image), "--model",
        shared("deit-tiny"), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto logits = load(expectedMap("logits")).values;
    const auto object = outcome.json();
    std::vector<int> classes;
    for (const auto& each : object.at("predictions"))
        classes.push_back(each.at("class").get<int>());
    EXPECT_EQ(classes, topFive(logits));
}

TEST_P(ExternalDeitTiny, LogitsOfThePreparedInputAgree)
{
    const auto input = shared(std::string{"deit-tiny/"} + GetParam().input);
    ASSERT_EQ(run({"trace", input, "--model", shared("deit-tiny"), "--out", at("t")}).status, 0);
    auto expected = load(expectedMap("logits"));
    auto actual = load(at("t/logits.npy"));
    actual.shape = expected.shape;
    EXPECT_LE(largestError(actual, expected), 2e-3); // float64 reference of a real net
}

TEST_P(ExternalDeitTiny, RolloutOfThePictureAgrees)
{
    const auto image = shared(std::string{"deit-tiny/images/"} + GetParam().image);
    const auto outcome
        = run({"explain", image, "--model", shared("deit-tiny"), "--method", "rollout", "--out", at("r.npy")});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_LE(relativeL2(load(at("r.npy")), load(expectedMap("rollout.mean"))), 1e-3);
}

INSTANTIATE_TEST_SUITE_P(External, ExternalDeitTiny,
    testing::Values(
        Picture{"both.png", "both.input.npy", "both"}, Picture{"el2.png", "elephant.input.npy", "elephant"}));

}
