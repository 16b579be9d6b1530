// core/explain/parameters.h: what of a request a method may read.
#pragma once
#include <initializer_list>

namespace patchlight
{

/// A field of ExplainRequest, or two that belong together.
enum class Parameter {
    Layer,
    Head, ///< which head, or how heads are fused; their weights
    Query,
    Inverse, ///< of the query
    Target,
    Contrast,
    Alpha,
    Discard,
    LayerRange, ///< first and last layer
    Steps,
    Seed,
};

/// A set of them.
class Parameters
{
public:
    constexpr Parameters(std::initializer_list<Parameter> list)
    {
        for (const Parameter each : list)
            m_bits |= bit(each);
    }
    constexpr bool has(Parameter each) const { return (m_bits & bit(each)) != 0; }
    constexpr bool operator==(const Parameters&) const = default;

private:
    static constexpr unsigned bit(Parameter each) { return 1U << static_cast<unsigned>(each); }
    unsigned m_bits = 0;
};

}
