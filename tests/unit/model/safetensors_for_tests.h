// tests/unit/model/safetensors_for_tests.h: just enough of the format to read our own float32 fixtures.
#pragma once
#include "core/model/network.h"
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <torch/types.h>

namespace patchlight::test
{

inline TensorMap readTensors(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), sizeof length);
    const auto header = nlohmann::json::parse(bytes.substr(8, length));
    TensorMap tensors;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__")
            continue;
        const auto shape = entry.at("shape").get<std::vector<std::int64_t>>();
        const std::size_t begin = entry.at("data_offsets")[0];
        auto tensor = torch::empty(shape);
        std::memcpy(tensor.data_ptr(), bytes.data() + 8 + length + begin, tensor.nbytes());
        tensors[name] = tensor;
    }
    return tensors;
}

}
