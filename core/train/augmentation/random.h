// core/train/augmentation/random.h: random numbers that depend on (seed, epoch, picture) alone, so that a resumed run
// repeats itself.
#pragma once
#include <cstdint>
#include <utility>

namespace patchlight
{

/// SplitMix64 (Steele, Lea & Flood 2014): eight bytes of state, any stream from any key, the same on every machine.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) { }
    /// An independent stream for each key.
    Random(std::uint64_t seed, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0)
        : m_state(mix(mix(mix(seed + 1) ^ (a + 0x51ED2701)) ^ (b + 0x2F0B4C47)) ^ c)
    {
    }

    std::uint64_t next() { return mix(m_state += 0x9E3779B97F4A7C15ULL); }
    /// In [0, 1), 53 random bits.
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// In [0, count); count ≥ 1.
    int below(int count) { return static_cast<int>(uniform() * count); }
    bool chance(double probability) { return uniform() < probability; }

private:
    static std::uint64_t mix(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state;
};

/// A draw from Beta(a, a), a > 0, for mixup and cutmix: two gamma draws (Marsaglia & Tsang 2000).
double betaDraw(Random& random, double a);

/// 0 … count − 1 in an order that depends on the generator alone.
template <class Vector> void shuffle(Vector& values, Random& random)
{
    for (int i = static_cast<int>(values.size()) - 1; i > 0; --i)
        std::swap(values[i], values[random.below(i + 1)]);
}

}
