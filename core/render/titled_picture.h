// core/render/titled_picture.h: a picture under a strip of paper that says what it is.
#pragma once
#include "core/base/image.h"
#include <string>

namespace patchlight
{

/// The whole picture (RGB), the title in one line above it, shortened where it is wider: pictures of one size stay so.
Image withTitleAbove(const Image& picture, const std::string& title);

}
