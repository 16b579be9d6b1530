// core/render/words.h: the words of a look, as options take them and provenance gives them.
#pragma once
#include "core/base/words.h"
#include "core/render/look.h"

namespace patchlight
{

template <> struct Words<Interpolation> {
    static constexpr WordTable<Interpolation, 3> table{{{Interpolation::Patches, "patch"},
        {Interpolation::Bilinear, "bilinear"}, {Interpolation::Bicubic, "bicubic"}}};
};

template <> struct Words<Cover> {
    static constexpr WordTable<Cover, 2> table{{{Cover::Value, "value"}, {Cover::Even, "even"}}};
};

}
