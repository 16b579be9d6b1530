// core/image/bands.cpp: what people and networks see of bands.
#include "core/image/bands.h"
#include <algorithm>

namespace patchlight
{

Image shownBands(const Bands& bands, const std::vector<int>& which)
{
    const Image& first = bands.triples.front();
    Image shown(first.width(), first.height());
    const auto plane = static_cast<std::size_t>(first.width()) * first.height();
    for (int channel = 0; channel < 3; ++channel) {
        const int wanted = which.size() == 3 ? which[static_cast<std::size_t>(channel)] : which.empty() ? channel : which[0];
        const int band = std::clamp(wanted, 0, bands.count - 1);
        const auto* from = bands.triples[static_cast<std::size_t>(band / 3)].data() + band % 3;
        for (std::size_t i = 0; i < plane; ++i)
            shown.data()[3 * i + static_cast<std::size_t>(channel)] = from[3 * i];
    }
    return shown;
}

Result<NetworkInput> preprocess(const Bands& bands, const PreprocessProfile& profile)
{
    NetworkInput input;
    Bands seen{bands.count, {}};
    for (std::size_t i = 0; i < bands.triples.size(); ++i) {
        PreprocessProfile three = profile;
        three.channels = 3;
        for (std::size_t c = 0; c < 3; ++c) {
            three.mean[c] = profile.meanOf(3 * i + c);
            three.std[c] = profile.stdOf(3 * i + c);
        }
        auto part = preprocess(bands.triples[i], three);
        if (!part)
            return part;
        const auto plane = part->tensor.dim(2) * part->tensor.dim(3);
        const auto held = std::min<std::int64_t>(3, bands.count - static_cast<std::int64_t>(3 * i));
        input.tensor.shape = {1, bands.count, part->tensor.dim(2), part->tensor.dim(3)};
        input.tensor.values.insert(input.tensor.values.end(), part->tensor.values.begin(),
            part->tensor.values.begin() + held * plane);
        input.geometry = part->geometry;
        seen.triples.push_back(std::move(part->pixels));
    }
    input.pixels = shownBands(seen, profile.bands);
    return input;
}

}
