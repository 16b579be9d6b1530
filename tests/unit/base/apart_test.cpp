// tests/unit/base/apart_test.cpp
#include "core/base/apart.h"
#include <gtest/gtest.h>
#include <latch>
#include <stdexcept>

using namespace patchlight;

namespace
{

/// Work that ends when it is let go, whoever asks it to stop before.
struct Gate {
    std::latch begun{1}, open{1};
};

}

TEST(Apart, GivesTheAnswerAndWhatIsThrown)
{
    Apart apart;
    EXPECT_EQ(apart.run([] { return 7; }, {}), 7);
    EXPECT_THROW(apart.run([]() -> int { throw std::runtime_error("no"); }, {}), std::runtime_error);
}

TEST(Apart, DoesNotWaitForWhatIsNoLongerAskedFor)
{
    const auto gate = std::make_shared<Gate>();
    const auto ended = std::make_shared<std::atomic<bool>>(false);
    {
        Apart apart;
        CancelSource asked;
        std::jthread asking([&] {
            gate->begun.wait();
            asked.request();
        });
        const auto work = [gate, ended] {
            gate->begun.count_down();
            gate->open.wait();
            *ended = true;
            return 7;
        };
        EXPECT_EQ(apart.run(work, asked.token()), std::nullopt);
        EXPECT_FALSE(*ended);
        EXPECT_EQ(apart.run([] { return 8; }, {}), 8) << "the next one does not wait either";
        gate->open.count_down();
    }
    EXPECT_TRUE(*ended) << "its end waits";
}

TEST(Apart, LeavesNoMoreBehindThanItMay)
{
    std::vector<std::shared_ptr<Gate>> gates;
    Apart apart;
    for (std::size_t i = 0; i < Apart::kMostLeft; ++i) {
        const auto gate = gates.emplace_back(std::make_shared<Gate>());
        CancelSource asked;
        asked.request();
        const auto work = [gate] {
            gate->open.wait();
            return 0;
        };
        EXPECT_EQ(apart.run(work, asked.token()), std::nullopt);
    }
    CancelSource asked;
    asked.request();
    bool begun = false;
    EXPECT_EQ(apart.run([&] { return begun = true; }, asked.token()), std::nullopt);
    EXPECT_FALSE(begun);
    gates[0]->open.count_down();
    EXPECT_EQ(apart.run([] { return 9; }, {}), 9);
    for (std::size_t i = 1; i < gates.size(); ++i)
        gates[i]->open.count_down();
}
