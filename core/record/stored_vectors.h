// core/record/stored_vectors.h: where queries or keys lie, in float32 or at half the bytes.
#pragma once
#include "core/base/half.h"
#include "core/record/vector_kernels.h"
#include <cstddef>

namespace patchlight
{

enum class RecordPrecision { Float32, Half };

/// Points at values that somebody else keeps alive; null where nothing was recorded.
class StoredVectors
{
public:
    StoredVectors() = default;
    StoredVectors(const float* values) : m_floats(values) { }
    StoredVectors(const Half* values) : m_halves(values) { }
    StoredVectors(std::nullptr_t) { }

    explicit operator bool() const { return m_floats || m_halves; }
    std::size_t bytesEach() const { return m_halves ? sizeof(Half) : sizeof(float); }
    /// `count` values from `offset` on: in place, or widened into `room`.
    const float* read(std::ptrdiff_t offset, int count, float* room) const
    {
        if (!m_halves)
            return m_floats + offset;
        kernels::widen(m_halves + offset, count, room);
        return room;
    }

private:
    const float* m_floats = nullptr;
    const Half* m_halves = nullptr;
};

}
