// core/model/packed/buffers.cpp
#include "core/model/packed/buffers.h"
#include <algorithm>
#include <atomic>
#include <new>

namespace patchlight::packed
{
namespace
{

constexpr std::align_val_t kCacheLine{64};
constexpr std::size_t kKept = 4; ///< more records than anybody compares side by side

std::shared_ptr<void> allocate(std::size_t bytes)
{
    return {::operator new(bytes, kCacheLine), [](void* memory) { ::operator delete(memory, kCacheLine); }};
}

}

void Buffer::reserve(std::size_t bytes)
{
    if (bytes <= m_size)
        return;
    m_data.reset(); // first, so that both are never held
    m_data = allocate(bytes);
    m_size = bytes;
}

std::shared_ptr<void> RecordPool::take(std::size_t bytes)
{
    const auto idle = [](const Lent& lent) { return lent.memory.use_count() == 1; };
    const auto found = std::find_if(
        m_lent.begin(), m_lent.end(), [&](const Lent& lent) { return lent.bytes == bytes && idle(lent); });
    if (found != m_lent.end()) {
        std::atomic_thread_fence(std::memory_order_acquire); // whoever gave it back had read it on another thread
        return found->memory;
    }
    std::erase_if(m_lent, idle);
    if (m_lent.size() >= kKept)
        m_lent.erase(m_lent.begin()); // its holders keep it alive; it will not be lent again
    m_lent.push_back({allocate(bytes), bytes});
    return m_lent.back().memory;
}

}
