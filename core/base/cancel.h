// core/base/cancel.h: asking a running computation to stop; it looks between blocks.
#pragma once
#include <atomic>
#include <memory>

namespace patchlight
{

/// Cheap to copy, safe from any thread. A default token never asks to stop.
class CancelToken
{
public:
    CancelToken() = default;
    bool requested() const { return m_flag && m_flag->load(std::memory_order_relaxed); }

private:
    friend class CancelSource;
    explicit CancelToken(std::shared_ptr<const std::atomic<bool>> flag) : m_flag(std::move(flag)) { }
    std::shared_ptr<const std::atomic<bool>> m_flag;
};

/// The asking side; each run gets a fresh source.
class CancelSource
{
public:
    void request() { m_flag->store(true, std::memory_order_relaxed); }
    CancelToken token() const { return CancelToken{m_flag}; }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

}
