// core/checkpoint/containers/torch_legacy.cpp
#include "core/base/byte_cursor.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/pickle.h"
#include "core/checkpoint/containers/torch_pickle.h"
#include <algorithm>

namespace patchlight
{
namespace
{

/// The number 0x1950a86a20f9469cfc6c as a pickle holds it.
constexpr std::string_view kMagic = "\x8a\x0al\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";

bool saysBigEndian(const Pickle& info)
{
    const auto& items = info.values[info.root].items;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        if (info.values[items[i]].text == "little_endian" && info.values[items[i + 1]].kind == ValueKind::Number)
            return info.values[items[i + 1]].number == 0;
    return false;
}

/// Element sizes of the storages that lie in the file, by key.
std::map<std::string, std::size_t, std::less<>> elementSizes(const Pickle& pickle)
{
    std::map<std::string, std::size_t, std::less<>> sizes;
    for (const auto& storage : pickle.storages)
        sizes.emplace(storage.viewOf.empty() ? storage.key : storage.viewOf, dtypeSize(storage.dtype));
    return sizes;
}

/// Each storage is its number of elements, then they.
Result<StorageBytes> readStorages(
    const std::shared_ptr<const MappedFile>& file, const Pickle& pickle, const Pickle& keys, const std::string& name)
{
    const auto sizes = elementSizes(pickle);
    ByteCursor reader(file->bytes(), keys.end);
    StorageBytes storages;
    for (const auto id : keys.values[keys.root].items) {
        const auto key = keys.values[id].text;
        const auto size = sizes.find(key);
        if (size == sizes.end())
            return damaged(name, "it holds the storage " + inQuotes(key) + " that nothing uses");
        const auto count = reader.number<std::uint64_t>();
        const bool fits = count <= reader.left() / size->second;
        const auto bytes = reader.take(fits ? count * size->second : reader.left() + 1);
        if (!reader.ok())
            return cutOff(name, "storage " + inQuotes(key) + " claims " + std::to_string(count) + " values");
        storages.insert_or_assign(std::string(key), OwnedBytes{bytes, file});
    }
    return storages;
}

/// Storages that are parts of others.
Result<void> addViews(const Pickle& pickle, StorageBytes& storages, const std::string& name)
{
    for (const auto& storage : pickle.storages) {
        if (storage.viewOf.empty() || storages.find(storage.key) != storages.end())
            continue;
        const auto whole = storages.find(storage.viewOf);
        const auto size = dtypeSize(storage.dtype);
        const auto held = whole == storages.end() ? 0 : static_cast<std::int64_t>(whole->second.bytes.size() / size);
        if (storage.viewOffset > held || storage.count > held - storage.viewOffset)
            return damaged(name, "storage " + inQuotes(storage.key) + " reaches outside the one it is a part of");
        const auto part = whole->second.bytes.subspan(
            static_cast<std::size_t>(storage.viewOffset) * size, static_cast<std::size_t>(storage.count) * size);
        storages.emplace(storage.key, OwnedBytes{part, whole->second.owner});
    }
    return {};
}

}

bool looksLikeTorchLegacy(std::span<const std::byte> bytes)
{
    const std::string_view start{reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 40)};
    return start.starts_with('\x80') && start.find(kMagic) != std::string_view::npos;
}

Result<TorchFile> readTorchLegacy(const std::shared_ptr<const MappedFile>& file, const std::string& name)
{
    const auto bytes = file->bytes();
    std::size_t position = 0;
    std::vector<Pickle> parts; // magic number, protocol, system, object, keys of storages
    while (parts.size() < 5) {
        auto part = readPickle(bytes, position, name);
        if (!part)
            return fail(part.error());
        position = part->end;
        parts.push_back(std::move(*part));
    }
    if (saysBigEndian(parts[2]))
        return unsupported(name, "it was saved on a big-endian machine", "save it again on another");
    auto storages = readStorages(file, parts[3], parts[4], name);
    if (!storages)
        return fail(storages.error());
    if (auto views = addViews(parts[3], *storages, name); !views)
        return fail(views.error());
    return contentOf(parts[3], *storages, bytes.size(), name);
}

}
