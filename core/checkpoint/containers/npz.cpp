// core/checkpoint/containers/npz.cpp
#include "core/checkpoint/containers/npz.h"
#include "core/base/npy_header.h"
#include "core/checkpoint/complaints.h"
#include <algorithm>
#include <unordered_set>

namespace patchlight
{
namespace
{

constexpr std::string_view kEnding = ".npy";

/// First index fastest.
std::vector<std::int64_t> fortranStrides(const std::vector<std::int64_t>& shape)
{
    std::vector<std::int64_t> reversed(shape.rbegin(), shape.rend());
    auto strides = denseStrides(reversed);
    std::reverse(strides.begin(), strides.end());
    return strides;
}

Result<StoredTensor> arrayOf(const ZipEntry& entry, const OwnedBytes& content, const std::string& file)
{
    const auto header = parseNpyHeader(content.bytes);
    if (!header) {
        const auto reason = "array " + inQuotes(entry.name) + " " + header.error().message;
        return header.error().code == ErrorCode::Unsupported
            ? unsupported(file, reason, "save its arrays as float32 with numpy.savez")
            : damaged(file, reason);
    }
    const auto data = content.bytes.subspan(header->dataOffset);
    const auto size = static_cast<std::int64_t>(dtypeSize(header->dtype));
    const auto count = elementCount(header->shape, static_cast<std::int64_t>(data.size()) / size);
    if (!count)
        return cutOff(file,
            "array " + inQuotes(entry.name) + " holds fewer values than its shape " + shapeText(header->shape)
                + " says");
    StoredTensor tensor;
    tensor.name = entry.name.substr(0, entry.name.size() - kEnding.size());
    tensor.dtype = header->dtype;
    tensor.shape = header->shape;
    tensor.strides = header->fortran ? fortranStrides(header->shape) : denseStrides(header->shape);
    tensor.bytes = data.first(static_cast<std::size_t>(*count * size));
    tensor.owner = content.owner;
    return tensor;
}

}

Result<std::vector<StoredTensor>> readNpz(ZipArchive& archive, const std::string& name)
{
    std::vector<StoredTensor> tensors;
    std::unordered_set<std::string> names;
    for (const auto& entry : archive.entries()) {
        if (!entry.name.ends_with(kEnding))
            continue;
        const auto content = archive.read(entry, /*check=*/true);
        if (!content)
            return fail(content.error());
        auto tensor = arrayOf(entry, *content, name);
        if (!tensor)
            return fail(tensor.error());
        if (!names.insert(tensor->name).second)
            return damaged(name, "it names " + inQuotes(tensor->name) + " twice");
        tensors.push_back(std::move(*tensor));
    }
    return tensors;
}

}
