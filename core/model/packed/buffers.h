// core/model/packed/buffers.h: memory that is asked for once and used again by every forward pass.
#pragma once
#include "core/model/packed/linear.h"
#include <cstddef>
#include <memory>
#include <vector>

namespace patchlight::packed
{

/// Uninitialised memory on cache-line boundaries; grows when asked for more, never shrinks.
class Buffer
{
public:
    void reserve(std::size_t bytes);
    template <class T = float> T* data() { return static_cast<T*>(m_data.get()); }

private:
    std::shared_ptr<void> m_data;
    std::size_t m_size = 0;
};

/// Lends memory for records. A record may outlive any number of forward passes: what nobody holds any more is lent
/// again, otherwise new memory is made.
class RecordPool
{
public:
    std::shared_ptr<void> take(std::size_t bytes);

private:
    struct Lent {
        std::shared_ptr<void> memory;
        std::size_t bytes = 0;
    };
    std::vector<Lent> m_lent;
};

}
