// core/model/block_parameters.cpp
#include "core/model/block_parameters.h"
#include "core/base/mapped_file.h"
#include <ATen/ATen.h>

namespace patchlight
{

std::vector<std::vector<at::Tensor>> blockParameters(const Network& network)
{
    std::vector<std::vector<at::Tensor>> lists(static_cast<std::size_t>(network.blockCount()));
    for (const auto& parameter : network.named_parameters())
        if (const int block = network.blockOf(parameter.key()); block >= 0 && block < network.blockCount())
            lists[static_cast<std::size_t>(block)].push_back(parameter.value());
    return lists;
}

void releasePages(const std::vector<at::Tensor>& weights)
{
    for (const auto& each : weights)
        if (each.is_cpu() && each.is_contiguous())
            releaseMapped({static_cast<const std::byte*>(each.data_ptr()), each.nbytes()});
}

}
