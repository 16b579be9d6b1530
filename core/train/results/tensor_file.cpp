// core/train/results/tensor_file.cpp
#include "core/train/results/tensor_file.h"
#include "core/base/atomic_file.h"
#include "core/base/json_text.h"
#include "core/base/mapped_file.h"
#include "core/checkpoint/containers/safetensors.h"
#include "core/checkpoint/tensor_view.h"
#include <cstring>
#include <nlohmann/json.hpp>
#include <torch/types.h>

namespace patchlight
{
namespace
{

const char* nameOf(at::ScalarType type)
{
    switch (type) {
    case at::kFloat:
        return "F32";
    case at::kHalf:
        return "F16";
    case at::kBFloat16:
        return "BF16";
    case at::kLong:
        return "I64";
    case at::kByte:
        return "U8";
    default:
        return nullptr;
    }
}

at::Tensor stored(const at::Tensor& tensor, Storage storage)
{
    const auto here = tensor.detach().to(at::kCPU);
    return (storage == Storage::Half && here.is_floating_point() ? here.to(at::kHalf) : here).contiguous();
}

}

Result<void> writeTensors(const std::filesystem::path& path, const NamedTensors& tensors, Storage storage,
    const std::map<std::string, std::string>& metadata)
{
    nlohmann::json header;
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::vector<at::Tensor> values;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        values.push_back(stored(tensor, storage));
        const char* type = nameOf(values.back().scalar_type());
        if (!type)
            return fail(ErrorCode::Internal, "tensor " + name + " has a type that is not written");
        header[name] = {{"dtype", type}, {"shape", values.back().sizes().vec()},
            {"data_offsets", {offset, offset + values.back().nbytes()}}};
        offset += values.back().nbytes();
    }
    std::string text = jsonText(header);
    text.resize((text.size() + 7) / 8 * 8, ' '); // tensors begin aligned
    const std::uint64_t length = text.size();
    std::vector<std::byte> bytes(8 + text.size() + offset);
    std::memcpy(bytes.data(), &length, 8);
    std::memcpy(bytes.data() + 8, text.data(), text.size());
    std::byte* at = bytes.data() + 8 + text.size();
    for (const at::Tensor& value : values) {
        std::memcpy(at, value.data_ptr(), value.nbytes());
        at += value.nbytes();
    }
    return writeFile(path, bytes);
}

namespace
{

/// The header's own "__metadata__"; its length was checked by the reader of the tensors.
std::map<std::string, std::string> metadataOf(std::span<const std::byte> bytes)
{
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), 8);
    const auto* text = reinterpret_cast<const char*>(bytes.data() + 8);
    const auto header = nlohmann::json::parse(text, text + length);
    return header.value("__metadata__", std::map<std::string, std::string>{});
}

}

Result<TensorFile> readTensors(const std::filesystem::path& path)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return fail(file.error());
    const auto stored = readSafetensors(*file, path.string());
    if (!stored)
        return fail(stored.error());
    TensorFile result;
    for (const StoredTensor& one : *stored) {
        auto tensor = viewTensor(one, path.string());
        if (!tensor)
            return fail(tensor.error());
        result.tensors[one.name] = std::move(*tensor);
    }
    try {
        result.metadata = metadataOf((*file)->bytes());
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::Malformed, path.string() + " has unreadable metadata; it cannot be resumed from");
    }
    return result;
}

}
