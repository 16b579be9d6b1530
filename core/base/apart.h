// core/base/apart.h: work that listens to nobody (a library's decoder), on a thread of its own.
#pragma once
#include "core/base/cancel.h"
#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace patchlight
{

/// Keeps what was left behind; its end waits for that. Thread: one, its owner's.
class Apart
{
public:
    static constexpr std::size_t kMostLeft = 4; ///< each may hold a large picture

    /// What `work` returns or throws; nothing as soon as `cancel` asks. Then `work` goes on by itself, so that it has to
    /// own all that it uses, and what it makes is dropped. Where kMostLeft such works still go on, the
    /// next one waits for one of them.
    template <class Work>
    auto run(Work work, const CancelToken& cancel) -> std::optional<std::invoke_result_t<Work&>>
    {
        while (going() >= kMostLeft) {
            if (cancel.requested())
                return std::nullopt;
            std::this_thread::sleep_for(kLook);
        }
        std::packaged_task<std::invoke_result_t<Work&>()> task(work); // a copy: where there is no thread, it is done here
        auto answer = task.get_future();
        Left left{{}, std::make_shared<std::atomic<bool>>(false)};
        try {
            left.thread = std::jthread([task = std::move(task), ended = left.ended]() mutable {
                task();
                task = {}; // an answer that nobody has taken goes before this is said
                *ended = true;
            });
        } catch (const std::system_error&) {
            return work();
        }
        while (answer.wait_for(kLook) != std::future_status::ready)
            if (cancel.requested()) {
                m_left.push_back(std::move(left));
                return std::nullopt;
            }
        return answer.get();
    }

private:
    static constexpr std::chrono::milliseconds kLook{10};
    struct Left {
        std::jthread thread; ///< joined where it goes
        std::shared_ptr<std::atomic<bool>> ended;
    };
    std::size_t going()
    {
        std::erase_if(m_left, [](const Left& left) { return left.ended->load(); });
        return m_left.size();
    }

    std::vector<Left> m_left;
};

}
