// core/checkpoint/containers/torch_zip.cpp
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/pickle.h"
#include "core/checkpoint/containers/torch_pickle.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr std::string_view kPickle = "data.pkl";

/// <folder>/data.pkl, or data.pkl at the top.
const ZipEntry* findPickle(const ZipArchive& archive)
{
    const auto& entries = archive.entries();
    const auto found = std::find_if(entries.begin(), entries.end(), [](const ZipEntry& entry) {
        const std::string_view name = entry.name;
        return name.ends_with(kPickle) && (name == kPickle || name.find('/') == name.size() - kPickle.size() - 1);
    });
    return found == entries.end() ? nullptr : &*found;
}

}

bool looksLikeTorchZip(const ZipArchive& archive)
{
    return findPickle(archive) != nullptr;
}

Result<TorchFile> readTorchZip(ZipArchive& archive, std::size_t fileSize, const std::string& name)
{
    const auto* entry = findPickle(archive);
    if (!entry)
        return damaged(name, "it has no data.pkl");
    const auto folder = entry->name.substr(0, entry->name.size() - kPickle.size());
    if (const auto* order = archive.find(folder + "byteorder")) {
        const auto text = archive.read(*order, /*check=*/false);
        if (text && text->bytes.size() >= 3 && std::to_integer<char>(text->bytes[0]) == 'b')
            return unsupported(name, "it was saved on a big-endian machine", "save it again on another");
    }
    const auto content = archive.read(*entry, /*check=*/true);
    if (!content)
        return fail(content.error());
    const auto pickle = readPickle(content->bytes, 0, name);
    if (!pickle)
        return fail(pickle.error());
    std::map<std::string_view, const ZipEntry*> entries;
    for (const auto& each : archive.entries())
        entries.emplace(each.name, &each);
    StorageBytes storages;
    for (const auto& storage : pickle->storages) {
        if (storages.find(storage.key) != storages.end())
            continue;
        const auto found = entries.find(folder + "data/" + std::string(storage.key));
        if (found == entries.end())
            return damaged(name, "its storage " + inQuotes(storage.key) + " is missing");
        auto bytes = archive.read(*found->second, /*check=*/false);
        if (!bytes)
            return fail(bytes.error());
        storages.emplace(storage.key, std::move(*bytes));
    }
    return contentOf(*pickle, storages, fileSize, name);
}

}
