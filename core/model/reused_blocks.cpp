// core/model/reused_blocks.cpp
#include "core/model/reused_blocks.h"
#include <atomic>
#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <cstddef>
#include <cstring>
#include <map>
#include <mutex>
#include <unordered_map>

namespace patchlight
{
namespace
{

constexpr std::size_t kSmallest = 4'000'000;
constexpr std::size_t kMostIdle = 640'000'000;

/// Takes memory from the allocator that torch had before, and keeps what is freed while somebody wants it kept. torch
/// asks of its own allocator that a tensor's context is its memory (oneDNN's buffers are freed by that alone), so sizes
/// are looked up.
class Reusing final : public c10::Allocator
{
public:
    Reusing() : m_inner(c10::GetCPUAllocator()) { }

    // NOLINTBEGIN(modernize-use-override): torch calls one of them: it became non-const in LibTorch 2.3
    c10::DataPtr allocate(std::size_t bytes) const { return const_cast<Reusing*>(this)->take(bytes); }
    c10::DataPtr allocate(std::size_t bytes) { return take(bytes); }
    c10::DeleterFnPtr raw_deleter() const { return &Reusing::giveBack; } // no override: either all say so or none
    // NOLINTEND(modernize-use-override)
    // NOLINTNEXTLINE(readability-identifier-naming): torch calls it so
    void copy_data(void* to, const void* from, std::size_t bytes) const { std::memcpy(to, from, bytes); }

    void begin() { ++m_users; }
    void end()
    {
        std::multimap<std::size_t, void*> gone;
        {
            const std::lock_guard lock(m_mutex);
            if (--m_users > 0)
                return;
            gone.swap(m_idle);
            m_idleBytes = 0;
        }
        for (const auto& [bytes, memory] : gone)
            m_inner->raw_deallocate(memory);
    }

private:
    c10::DataPtr take(std::size_t bytes)
    {
        void* memory = bytes >= kSmallest && m_users > 0 ? takeLarge(bytes) : m_inner->raw_allocate(bytes);
        return {memory, memory, &Reusing::giveBack, c10::Device(c10::DeviceType::CPU)};
    }

    void* takeLarge(std::size_t bytes)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_idle.lower_bound(bytes);
        const bool fits = found != m_idle.end() && found->first <= bytes + bytes / 4;
        const std::size_t size = fits ? found->first : bytes;
        void* memory = fits ? found->second : m_inner->raw_allocate(bytes);
        if (fits) {
            m_idleBytes -= size;
            m_idle.erase(found);
        }
        m_given[memory] = size;
        ++m_givenCount;
        return memory;
    }

    static void giveBack(void* memory);

    bool keep(void* memory)
    {
        if (m_givenCount == 0)
            return false;
        const std::lock_guard lock(m_mutex);
        const auto found = m_given.find(memory);
        if (found == m_given.end())
            return false;
        const std::size_t bytes = found->second;
        m_given.erase(found);
        --m_givenCount;
        if (m_users == 0 || m_idleBytes + bytes > kMostIdle)
            return false;
        m_idleBytes += bytes;
        m_idle.emplace(bytes, memory);
        return true;
    }

    c10::Allocator* m_inner;
    std::atomic<int> m_users{0};
    std::atomic<std::size_t> m_givenCount{0}; ///< nothing is looked up where there are none
    std::mutex m_mutex;
    std::size_t m_idleBytes = 0;
    std::multimap<std::size_t, void*> m_idle;
    std::unordered_map<void*, std::size_t> m_given; ///< large memory that tensors hold, and its size
};

/// Never destroyed: tensors may outlive everything else. Made before main, as torch wants its allocators set.
Reusing& allocator()
{
    static auto* one = new Reusing;
    return *one;
}

[[maybe_unused]] const bool isSet = [] {
    c10::SetCPUAllocator(&allocator(), /*priority=*/255);
    return true;
}();

void Reusing::giveBack(void* memory)
{
    if (!allocator().keep(memory))
        allocator().m_inner->raw_deallocate(memory);
}

}

ReusedBlocks::ReusedBlocks()
{
    allocator().begin();
}

ReusedBlocks::~ReusedBlocks()
{
    allocator().end();
}

}
