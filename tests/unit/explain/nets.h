// tests/unit/explain/nets.h: real networks for tests.
#pragma once
#include "core/explain/methods.h"
#include "core/model/network.h"
#include <filesystem>
#include <memory>

namespace patchlight::test
{

struct Net {
    std::shared_ptr<Network> network;
    at::Tensor input; ///< [1, 3, H, W]
};

/// One of tests/fixtures/goldens with its input.
Net goldenNet(const std::string& name);
/// One of tests/fixtures/families with its input.
Net familyNet(const std::string& name);
Net openNet(const std::filesystem::path& checkpoint, const std::filesystem::path& input);
double logit(const Net& net, const at::Tensor& input, int target);

}
