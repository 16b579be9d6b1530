// tests/unit/engine/guard_test.cpp: no exception of a library gets past the engine's door.
#include "core/base/guard.h"
#include <ATen/ATen.h>
#include <gtest/gtest.h>
#include <new>
#include <nlohmann/json.hpp>

using namespace patchlight;

namespace
{

template <class Work> Error errorOf(Work work)
{
    const auto result = guarded("cat.png", [&]() -> Result<int> {
        work();
        return 1;
    });
    return result ? Error{} : result.error();
}

}

TEST(Guard, PassesResultsThrough)
{
    const auto value = guarded("cat.png", []() -> Result<int> { return 7; });
    EXPECT_EQ(*value, 7);
    const auto failed = guarded("cat.png", []() -> Result<int> { return fail(ErrorCode::NotFound, "gone"); });
    EXPECT_EQ(failed.error().code, ErrorCode::NotFound);
}

TEST(Guard, TorchErrorsLoseTheirStacks)
{
    const auto error = errorOf([] { at::ones({2, 3}).matmul(at::ones({2, 3})); });
    EXPECT_EQ(error.code, ErrorCode::Internal);
    EXPECT_EQ(error.message.rfind("cat.png: ", 0), 0U) << error.message;
    EXPECT_EQ(error.message.find('\n'), std::string::npos) << error.message;
    EXPECT_EQ(error.message.find("frame #"), std::string::npos) << error.message;
}

TEST(Guard, AnAllocationTorchCannotMakeIsOutOfMemory)
{
    const auto error = errorOf([] { at::empty({std::int64_t{1} << 50}); });
    EXPECT_EQ(error.code, ErrorCode::OutOfMemory) << error.message;
}

TEST(Guard, BadAllocIsOutOfMemory)
{
    EXPECT_EQ(errorOf([] { throw std::bad_alloc(); }).code, ErrorCode::OutOfMemory);
}

TEST(Guard, JsonAndStrangersBecomeErrors)
{
    EXPECT_EQ(errorOf([] { const nlohmann::json never = nlohmann::json::parse("{"); }).code, ErrorCode::Internal);
    EXPECT_EQ(errorOf([] { throw 5; }).code, ErrorCode::Internal);
}
