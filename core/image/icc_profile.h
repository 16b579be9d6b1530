// core/image/icc_profile.h: the colour profile that a picture file carries.
#pragma once
#include "core/image/picture_header.h"

namespace patchlight
{

/// Of JPEG (APP2, in its parts), PNG (iCCP), WebP (ICCP) and TIFF (tag 34675): the profile as it was embedded; empty
/// where there is none, or it is damaged or larger than 16 MB. Cost: one pass over the file's structure.
std::vector<std::byte> embeddedProfile(std::span<const std::byte> file, PictureFormat format);

}
