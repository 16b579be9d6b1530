// core/train/tensor_file.cpp
#include "core/train/tensor_file.h"
#include "core/base/atomic_file.h"
#include "core/base/mapped_file.h"
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

at::ScalarType typeOf(const std::string& name)
{
    for (const auto type : {at::kFloat, at::kHalf, at::kBFloat16, at::kLong, at::kByte})
        if (name == nameOf(type))
            return type;
    return at::ScalarType::Undefined;
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
    std::string text = header.dump();
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

tl::unexpected<Error> malformed(const std::filesystem::path& path)
{
    return fail(ErrorCode::Malformed, path.string() + " is not a whole safetensors file; it cannot be resumed from");
}

/// Undefined where the entry does not fit the data.
at::Tensor viewOf(const nlohmann::json& entry, std::span<const std::byte> data, std::shared_ptr<const MappedFile> file)
{
    const auto type = typeOf(entry.at("dtype").get<std::string>());
    const auto shape = entry.at("shape").get<std::vector<std::int64_t>>();
    const auto begin = entry.at("data_offsets").at(0).get<std::uint64_t>();
    const auto end = entry.at("data_offsets").at(1).get<std::uint64_t>();
    if (type == at::ScalarType::Undefined || begin > end || end > data.size())
        return {};
    std::uint64_t left = (end - begin) / at::elementSize(type);
    for (const std::int64_t side : shape)
        if (side < 1 || left % static_cast<std::uint64_t>(side) != 0)
            return {};
        else
            left /= static_cast<std::uint64_t>(side);
    if (left != 1)
        return {};
    auto* bytes = const_cast<std::byte*>(data.data() + begin); // from_blob cannot say const; the mapping is read-only
    return torch::from_blob(
        bytes, shape, [file](void*) {}, type);
}

Result<TensorFile> parse(const std::filesystem::path& path, const std::shared_ptr<const MappedFile>& file)
{
    const auto bytes = file->bytes();
    std::uint64_t length = 0;
    if (bytes.size() < 8)
        return malformed(path);
    std::memcpy(&length, bytes.data(), 8);
    if (length > bytes.size() - 8)
        return malformed(path);
    const auto* text = reinterpret_cast<const char*>(bytes.data() + 8);
    const auto header = nlohmann::json::parse(text, text + length);
    TensorFile result;
    for (const auto& [name, entry] : header.items())
        if (name == "__metadata__")
            result.metadata = entry.get<std::map<std::string, std::string>>();
        else if (auto tensor = viewOf(entry, bytes.subspan(8 + length), file); tensor.defined())
            result.tensors[name] = std::move(tensor);
        else
            return malformed(path);
    return result;
}

}

Result<TensorFile> readTensors(const std::filesystem::path& path)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return fail(file.error());
    try {
        return parse(path, *file);
    } catch (const nlohmann::json::exception&) {
        return malformed(path);
    }
}

}
