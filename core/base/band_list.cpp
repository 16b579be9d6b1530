// core/base/band_list.cpp
#include "core/base/band_list.h"
#include <charconv>
#include <string>

namespace patchlight
{

Result<std::vector<int>> bandsFrom(std::string_view text)
{
    std::vector<int> bands;
    const char* at = text.data();
    const char* const end = at + text.size();
    bool fine = at != end;
    while (fine) {
        int band = -1;
        const auto [next, error] = std::from_chars(at, end, band);
        fine = error == std::errc{} && band >= 0;
        bands.push_back(band);
        at = next;
        if (!fine || at == end)
            break;
        fine = *at++ == ',';
    }
    if (!fine || (bands.size() != 1 && bands.size() != 3))
        return fail(ErrorCode::InvalidOption,
            "bands \"" + std::string(text) + "\" are not one number such as 3, nor three such as 3,2,1");
    return bands;
}

}
