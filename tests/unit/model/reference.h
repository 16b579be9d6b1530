// tests/unit/model/reference.h: our own run of a golden network, with its sizes given by the test.
#pragma once
#include "golden.h"
#include "safetensors_for_tests.h"

namespace patchlight::test
{

inline std::shared_ptr<Network> networkFrom(const ModelConfig& config, const std::string& folder)
{
    auto network = makeNetwork(config);
    EXPECT_TRUE(network) << network.error().message;
    const auto filled = fillNetwork(**network, readTensors(goldenFolder(folder) / "model.safetensors"));
    EXPECT_TRUE(filled) << filled.error().message;
    return *network;
}

inline void expectReference(const ModelConfig& config, const std::string& folder)
{
    const auto inference = Inference::make(networkFrom(config, folder), {.packed = false});
    ASSERT_TRUE(inference);
    const auto ours = (*inference)->run(goldenArray(folder, "input"), Keep::Record, nullptr, {});
    ASSERT_TRUE(ours) << ours.error().message;
    expectGolden(folder, *ours);
}

}
