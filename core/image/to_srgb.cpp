// core/image/to_srgb.cpp
#include "core/image/to_srgb.h"
#include <algorithm>
#include <cmath>
#include <lcms2.h>
#include <memory>
#include <vector>

namespace patchlight
{
namespace
{

struct Close {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct Delete {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Profile = std::unique_ptr<void, Close>;
using Transform = std::unique_ptr<void, Delete>;

constexpr int kSameColours = 2; ///< levels: as near as two ways of writing sRGB down are

/// Its own name in printable letters.
std::string nameOf(cmsHPROFILE profile)
{
    char text[80]{};
    cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", text, sizeof text - 1);
    std::string name{text};
    std::erase_if(name, [](char c) { return c < ' ' || c > '~'; });
    return name.empty() ? "without a name" : "'" + name + "'";
}

/// Whether greys and full colours stay where they are.
bool changesNothing(cmsHTRANSFORM transform)
{
    std::vector<std::uint8_t> from;
    for (int level = 0; level <= 255; level += 15)
        for (int mask = 1; mask <= 7; ++mask)
            for (int c = 0; c < 3; ++c)
                from.push_back(static_cast<std::uint8_t>((mask >> c & 1) != 0 ? level : 0));
    std::vector<std::uint8_t> to(from.size());
    cmsDoTransform(transform, from.data(), to.data(), static_cast<cmsUInt32Number>(from.size() / 3));
    return std::equal(from.begin(), from.end(), to.begin(),
        [](int before, int after) { return std::abs(before - after) <= kSameColours; });
}

/// A picture without colour in the grey that the profile means: [0, 255] → [0, 255].
void convertGrey(Image& picture, cmsHTRANSFORM transform)
{
    std::uint8_t levels[256], colours[256 * 3];
    for (int level = 0; level < 256; ++level)
        levels[level] = static_cast<std::uint8_t>(level);
    cmsDoTransform(transform, levels, colours, 256);
    const auto count = picture.bytesPerRow() * static_cast<std::size_t>(picture.height());
    for (std::size_t i = 0; i < count; ++i)
        picture.data()[i] = colours[3 * picture.data()[i] + i % 3];
}

}

std::string toSrgb(Image& picture, std::span<const std::byte> bytes)
{
    const Profile profile{cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()))};
    const auto unused = [](const std::string& why) { return "its colour profile is not used: " + why; };
    if (!profile)
        return unused("it is damaged");
    const auto space = cmsGetColorSpace(profile.get());
    const bool grey = space == cmsSigGrayData;
    if (!grey && space != cmsSigRgbData)
        return unused(nameOf(profile.get()) + " is for other colours than red, green and blue");
    const Profile srgb{cmsCreate_sRGBProfile()};
    const Transform transform{cmsCreateTransform(profile.get(), grey ? TYPE_GRAY_8 : TYPE_RGB_8, srgb.get(), TYPE_RGB_8,
        INTENT_PERCEPTUAL, 0)};
    if (!transform)
        return unused(nameOf(profile.get()) + " says too little");
    if (grey) {
        convertGrey(picture, transform.get());
        return "its greys are converted from the profile " + nameOf(profile.get()) + " to sRGB; --no-icc leaves them";
    }
    if (changesNothing(transform.get()))
        return {};
    for (int y = 0; y < picture.height(); ++y)
        cmsDoTransform(transform.get(), picture.row(y), picture.row(y), static_cast<cmsUInt32Number>(picture.width()));
    return "its colours are converted from the profile " + nameOf(profile.get()) + " to sRGB; --no-icc leaves them";
}

}
