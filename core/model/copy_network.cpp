// core/model/copy_network.cpp: the same network on another device or in another precision.
#include "core/model/half_products.h"
#include "core/model/network.h"
#include <ATen/Context.h>
#include <torch/types.h>

namespace patchlight
{

Result<std::shared_ptr<Network>> copyOf(const Network& network, const at::TensorOptions& where)
{
    auto copy = makeNetwork(network.config());
    if (!copy)
        return copy;
    if (where.device().is_cuda()) // torch lets cuDNN round float32 to 10 bits unless told otherwise
        at::globalContext().setAllowTF32CuDNN(false);
    else if (where.dtype() == at::kBFloat16)
        prepareHalfProducts();
    const auto given = network.named_parameters();
    for (auto& parameter : (*copy)->named_parameters())
        parameter.value().set_data(given[parameter.key()].detach().to(where, /*non_blocking=*/false, /*copy=*/true));
    return copy;
}

}
