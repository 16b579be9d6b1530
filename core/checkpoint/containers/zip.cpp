// core/checkpoint/containers/zip.cpp
#include "core/checkpoint/containers/zip.h"
#include "core/base/byte_cursor.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/stored_tensor.h"
#include <algorithm>
#include <zlib.h>

namespace patchlight
{
namespace
{

constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::size_t kEndSize = 22, kLocator64Size = 20, kLongestComment = 65535;
constexpr std::uint32_t kInExtra32 = 0xffffffffU;
constexpr std::uint16_t kStored = 0, kDeflated = 8;
constexpr std::uint64_t kInflateFactor = 8; // weights pack by a few percent, zeros by a thousand times
constexpr std::uint64_t kMostDeflate = 1032; // deflate's own limit

struct Directory {
    std::uint64_t offset = 0, count = 0;
};

std::optional<std::size_t> findEnd(std::span<const std::byte> bytes)
{
    if (bytes.size() < kEndSize)
        return std::nullopt;
    const std::size_t last = bytes.size() - kEndSize;
    const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
    for (std::size_t at = last + 1; at-- > first;)
        if (ByteCursor(bytes, at).number<std::uint32_t>() == kEndSignature)
            return at;
    return std::nullopt;
}

std::optional<Directory> findDirectory(std::span<const std::byte> bytes)
{
    const auto end = findEnd(bytes);
    if (!end)
        return std::nullopt;
    ByteCursor reader(bytes, *end + 10);
    Directory directory;
    directory.count = reader.number<std::uint16_t>();
    reader.number<std::uint32_t>(); // size of the directory
    directory.offset = reader.number<std::uint32_t>();
    if (*end >= kLocator64Size) {
        ByteCursor locator(bytes, *end - kLocator64Size);
        if (locator.number<std::uint32_t>() == kLocator64Signature) {
            locator.number<std::uint32_t>();
            ByteCursor end64(bytes, static_cast<std::size_t>(locator.number<std::uint64_t>()));
            if (end64.number<std::uint32_t>() == kEnd64Signature) {
                end64.take(28);
                directory.count = end64.number<std::uint64_t>();
                end64.number<std::uint64_t>();
                directory.offset = end64.number<std::uint64_t>();
                if (!end64.ok())
                    return std::nullopt;
            }
        }
    }
    return reader.ok() ? std::optional{directory} : std::nullopt;
}

struct Central {
    std::uint16_t flags = 0, method = 0;
    std::uint32_t crc = 0;
    std::uint64_t packed = 0, size = 0, offset = 0;
    std::string_view name;
};

/// Sizes that need more than 32 bits are in the extra field, in this order, each only if it is marked so.
void readExtra64(std::span<const std::byte> extra, Central& central)
{
    ByteCursor reader(extra);
    while (reader.left() >= 4) {
        const auto id = reader.number<std::uint16_t>();
        const auto body = reader.take(reader.number<std::uint16_t>());
        if (id != 1)
            continue;
        ByteCursor sizes(body);
        for (auto* field : {&central.size, &central.packed, &central.offset})
            if (*field == kInExtra32 && sizes.left() >= 8)
                *field = sizes.number<std::uint64_t>();
    }
}

std::optional<Central> readCentral(ByteCursor& reader)
{
    Central central;
    if (reader.number<std::uint32_t>() != kCentralSignature)
        return std::nullopt;
    reader.take(4); // versions
    central.flags = reader.number<std::uint16_t>();
    central.method = reader.number<std::uint16_t>();
    reader.take(4); // time and date
    central.crc = reader.number<std::uint32_t>();
    central.packed = reader.number<std::uint32_t>();
    central.size = reader.number<std::uint32_t>();
    const auto nameLength = reader.number<std::uint16_t>();
    const auto extraLength = reader.number<std::uint16_t>();
    const auto commentLength = reader.number<std::uint16_t>();
    reader.take(8); // disk and attributes
    central.offset = reader.number<std::uint32_t>();
    central.name = reader.text(nameLength);
    readExtra64(reader.take(extraLength), central);
    reader.take(commentLength);
    return reader.ok() ? std::optional{central} : std::nullopt;
}

Result<ZipEntry> locate(std::span<const std::byte> bytes, const Central& central, const std::string& file)
{
    const auto name = inQuotes(central.name);
    if (central.flags & 1U)
        return unsupported(file, "entry " + name + " is encrypted", "unpack it and give the file inside");
    if (central.method != kStored && central.method != kDeflated)
        return unsupported(file, "entry " + name + " is packed by method " + std::to_string(central.method),
            "pack it with deflate or not at all");
    ByteCursor local(bytes, static_cast<std::size_t>(central.offset));
    if (local.number<std::uint32_t>() != kLocalSignature)
        return damaged(file, "entry " + name + " is not where the zip directory says");
    local.take(22);
    const auto nameLength = local.number<std::uint16_t>();
    const auto extraLength = local.number<std::uint16_t>();
    local.take(std::uint64_t{nameLength} + extraLength);
    ZipEntry entry;
    entry.name = central.name;
    entry.deflated = central.method == kDeflated;
    entry.size = central.size;
    entry.crc = central.crc;
    entry.packed = local.take(central.packed);
    if (!local.ok())
        return cutOff(file, "entry " + name + " reaches past its end");
    if (!entry.deflated && entry.size != central.packed)
        return damaged(file, "entry " + name + " has two different sizes");
    return entry;
}

bool overlap(const std::vector<ZipEntry>& entries)
{
    std::vector<std::span<const std::byte>> parts;
    for (const auto& entry : entries)
        if (!entry.packed.empty())
            parts.push_back(entry.packed);
    std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.data() < b.data(); });
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (parts[i - 1].data() + parts[i - 1].size() > parts[i].data())
            return true;
    return false;
}

std::uint32_t checksum(std::span<const std::byte> bytes)
{
    return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

/// Fills `to` exactly; false where the packed data is broken, longer or shorter.
bool inflateInto(std::span<const std::byte> packed, std::span<std::byte> to)
{
    constexpr std::size_t step = std::size_t{1} << 30; // zlib counts in 32 bits
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return false;
    std::size_t in = 0;
    std::size_t out = 0;
    int status = Z_OK;
    while (status == Z_OK) {
        const auto inNow = std::min(packed.size() - in, step);
        const auto outNow = std::min(to.size() - out, step);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(packed.data() + in));
        stream.avail_in = static_cast<uInt>(inNow);
        stream.next_out = reinterpret_cast<Bytef*>(to.data() + out);
        stream.avail_out = static_cast<uInt>(outNow);
        status = inflate(&stream, Z_NO_FLUSH);
        in += inNow - stream.avail_in;
        out += outNow - stream.avail_out;
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END && out == to.size();
}

}

Result<ZipArchive> ZipArchive::open(std::shared_ptr<const MappedFile> file, const std::string& name)
{
    const auto bytes = file->bytes();
    const auto directory = findDirectory(bytes);
    if (!directory)
        return cutOff(name, "its zip directory, which is at the end, is missing");
    if (directory->count > kMostTensors + 16)
        return damaged(name, "its zip directory claims " + std::to_string(directory->count) + " entries");
    ZipArchive archive;
    archive.m_name = name;
    archive.m_inflateLeft = kInflateFactor * bytes.size() + kMemoryMargin;
    ByteCursor reader(bytes, static_cast<std::size_t>(std::min<std::uint64_t>(directory->offset, bytes.size())));
    for (std::uint64_t i = 0; i < directory->count; ++i) {
        const auto central = readCentral(reader);
        if (!central || central->name.size() > kLongestName)
            return damaged(name, "its zip directory breaks off at entry " + std::to_string(i));
        auto entry = locate(bytes, *central, name);
        if (!entry)
            return fail(entry.error());
        archive.m_entries.push_back(std::move(*entry));
    }
    if (overlap(archive.m_entries))
        return damaged(name, "entries of its zip directory overlap");
    archive.m_file = std::move(file);
    return archive;
}

const ZipEntry* ZipArchive::find(std::string_view name) const
{
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [&](const ZipEntry& e) { return e.name == name; });
    return found == m_entries.end() ? nullptr : &*found;
}

Result<OwnedBytes> ZipArchive::read(const ZipEntry& entry, bool check)
{
    if (!entry.deflated) {
        if (check && checksum(entry.packed) != entry.crc)
            return damaged(m_name, "the checksum of entry " + inQuotes(entry.name) + " is wrong");
        return OwnedBytes{entry.packed, m_file};
    }
    if (entry.size / kMostDeflate > entry.packed.size() + 1 || entry.size > m_inflateLeft)
        return damaged(m_name,
            "entry " + inQuotes(entry.name) + " claims to unpack to " + std::to_string(entry.size)
                + " bytes, far more than the file can hold");
    m_inflateLeft -= entry.size;
    const auto buffer = std::make_shared_for_overwrite<std::byte[]>(static_cast<std::size_t>(entry.size));
    const std::span<std::byte> bytes{buffer.get(), static_cast<std::size_t>(entry.size)};
    if (!inflateInto(entry.packed, bytes) || checksum(bytes) != entry.crc)
        return damaged(m_name, "entry " + inQuotes(entry.name) + " does not unpack");
    return OwnedBytes{bytes, buffer};
}

}
