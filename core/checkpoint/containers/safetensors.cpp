// core/checkpoint/containers/safetensors.cpp
#include "core/checkpoint/containers/safetensors.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/safetensors_header.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kLongestHeader = 100'000'000; // as the reference library

std::uint64_t headerLength(std::span<const std::byte> bytes)
{
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
    return length;
}

Result<StoredTensor> locate(const SafetensorsEntry& entry, std::span<const std::byte> data, const std::string& file)
{
    const auto type = dtypeFromName(entry.dtype);
    if (!type)
        return unsupported(file, "tensor " + inQuotes(entry.name) + " has the unknown type " + inQuotes(entry.dtype),
            "save it again as F32, F16 or BF16");
    const auto begin = entry.offsets[0];
    const auto end = entry.offsets[1];
    if (begin > end)
        return damaged(file, "tensor " + inQuotes(entry.name) + " ends before it begins");
    if (static_cast<std::uint64_t>(end) > data.size())
        return cutOff(file,
            "tensor " + inQuotes(entry.name) + " reaches to byte " + std::to_string(end) + " of "
                + std::to_string(data.size()) + " bytes of data");
    const auto size = static_cast<std::int64_t>(dtypeSize(*type));
    const auto count = elementCount(entry.shape, (end - begin) / size);
    if (!count || *count * size != end - begin)
        return damaged(file,
            "tensor " + inQuotes(entry.name) + " of shape " + shapeText(entry.shape) + " and type " + entry.dtype
                + " does not fill its " + std::to_string(end - begin) + " bytes");
    StoredTensor tensor;
    tensor.name = entry.name;
    tensor.dtype = *type;
    tensor.shape = entry.shape;
    tensor.strides = denseStrides(entry.shape);
    tensor.bytes = data.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    return tensor;
}

/// Overlapping tensors would let a small file claim to be a large network.
Result<void> refuseOverlaps(const std::vector<StoredTensor>& tensors, const std::string& file)
{
    std::vector<const StoredTensor*> order;
    for (const auto& tensor : tensors)
        if (!tensor.bytes.empty())
            order.push_back(&tensor);
    std::sort(
        order.begin(), order.end(), [](const auto* a, const auto* b) { return a->bytes.data() < b->bytes.data(); });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (order[i - 1]->bytes.data() + order[i - 1]->bytes.size() > order[i]->bytes.data())
            return damaged(
                file, "tensors " + inQuotes(order[i - 1]->name) + " and " + inQuotes(order[i]->name) + " overlap");
    return {};
}

}

bool looksLikeSafetensors(std::span<const std::byte> bytes)
{
    return bytes.size() > kLengthBytes && std::to_integer<char>(bytes[kLengthBytes]) == '{' && bytes[7] == std::byte{0};
}

Result<std::vector<StoredTensor>> readSafetensors(
    const std::shared_ptr<const MappedFile>& file, const std::string& name)
{
    const auto bytes = file->bytes();
    if (bytes.size() < kLengthBytes)
        return cutOff(name, "it has only " + std::to_string(bytes.size()) + " bytes");
    const auto length = headerLength(bytes);
    if (length > kLongestHeader)
        return damaged(name, "its header claims " + std::to_string(length) + " bytes");
    if (length > bytes.size() - kLengthBytes)
        return cutOff(name, "its header claims " + std::to_string(length) + " bytes");
    const auto* text = reinterpret_cast<const char*>(bytes.data()) + kLengthBytes;
    SafetensorsHeader header;
    if (!nlohmann::json::sax_parse(text, text + length, &header))
        return damaged(name, header.complaint.empty() ? "its header is no JSON" : header.complaint);
    const auto data = bytes.subspan(kLengthBytes + static_cast<std::size_t>(length));
    std::vector<StoredTensor> tensors;
    tensors.reserve(header.entries.size());
    for (const auto& entry : header.entries) {
        auto tensor = locate(entry, data, name);
        if (!tensor)
            return fail(tensor.error());
        tensor->owner = file;
        tensors.push_back(std::move(*tensor));
    }
    if (auto apart = refuseOverlaps(tensors, name); !apart)
        return fail(apart.error());
    return tensors;
}

}
