// core/checkpoint/layouts/all_layouts.cpp: the order in which layouts are tried; refusals come first.
#include "core/checkpoint/layouts/tables.h"
#include <vector>

namespace patchlight
{

std::span<const Layout> allLayouts()
{
    static const std::vector<Layout> all = [] {
        std::vector<Layout> layouts;
        for (const auto part :
            {refusedLayouts(), clipLayouts(), caitLayouts(), convolutionalLayouts(), timmLayouts(),
                huggingFaceTowerLayouts(), huggingFaceLayouts(), torchvisionLayouts(), googleLayouts()})
            layouts.insert(layouts.end(), part.begin(), part.end());
        return layouts;
    }();
    return all;
}

}
