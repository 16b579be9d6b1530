// core/train/pictures/picture_folder.cpp
#include "core/train/pictures/picture_folder.h"
#include "core/base/guard.h"
#include "core/base/kept_input.h"
#include "core/base/parallel.h"
#include "core/image/preprocess.h"
#include "core/image/read_picture.h"
#include "core/train/pictures/list_folder.h"
#include <cstring>

namespace patchlight
{
namespace
{

/// One part being decoded by several threads; each picture has its own place, so no lock is needed.
struct Decoding {
    const std::vector<ListedPicture>& listed;
    int size;
    std::vector<std::uint8_t> pixels;
    std::vector<std::string> problems; ///< empty = decoded

    Decoding(const std::vector<ListedPicture>& list, int side)
        : listed(list), size(side), pixels(list.size() * side * side * 3), problems(list.size())
    {
    }

    void decode(std::size_t index)
    {
        const auto picture = readPicture(listed[index].file);
        if (!picture) {
            problems[index] = picture.error().message;
            return;
        }
        const Image small = picture->width() == size && picture->height() == size
            ? *picture
            : resizePicture(*picture, size, size, Filter::Bicubic);
        std::memcpy(pixels.data() + index * size * size * 3, small.data(), static_cast<std::size_t>(size) * size * 3);
    }
};

/// False when cancelled.
bool decodeAll(Decoding& part, const RunContext& run)
{
    const int count = static_cast<int>(part.listed.size());
    parallelFor(count, [&](int worker, int i) {
        if (run.cancel.requested())
            return;
        part.decode(static_cast<std::size_t>(i));
        if (worker == 0)
            run.step("decoding", i, count);
    });
    return !run.cancel.requested();
}

/// Keeps what was decoded, closing the gaps.
PictureSet collected(Decoding& part, const std::filesystem::path& folder, std::vector<std::string>& skipped)
{
    PictureSet set;
    const std::size_t bytes = static_cast<std::size_t>(part.size) * part.size * 3;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < part.listed.size(); ++i) {
        if (!part.problems[i].empty()) {
            skipped.push_back(part.problems[i]);
            continue;
        }
        if (kept != i)
            std::memmove(part.pixels.data() + kept * bytes, part.pixels.data() + i * bytes, bytes);
        ++kept;
        set.labels.push_back(part.listed[i].label);
        set.names.push_back(part.listed[i].file.lexically_relative(folder).string());
    }
    part.pixels.resize(kept * bytes);
    set.pixels = std::move(part.pixels);
    return set;
}

Result<PackedPictures> pack(const std::filesystem::path& folder, const FolderOptions& options, const RunContext& run)
{
    const auto listing = listFolder(folder, options);
    if (!listing)
        return fail(listing.error());
    std::vector<KeptInput> kept;
    for (const auto* part : {&listing->train, &listing->validation})
        for (const auto& picture : *part)
            kept.emplace_back(picture.file);
    if (const auto free = checkNotInput(options.result); !free)
        return fail(free.error());
    Decoding train(listing->train, options.size);
    Decoding validation(listing->validation, options.size);
    if (!decodeAll(train, run) || !decodeAll(validation, run))
        return cancelled();
    PackedPictures data;
    data.size = options.size;
    data.classIds = listing->classIds;
    data.classNames = listing->classNames;
    data.split = listing->split;
    data.train = collected(train, folder, data.skipped);
    data.validation = collected(validation, folder, data.skipped);
    if (data.train.count() == 0)
        return fail(ErrorCode::NotFound, "no picture below " + folder.string() + " can be read");
    return data;
}

}

Result<PackedPictures> packFolder(
    const std::filesystem::path& folder, const FolderOptions& options, const RunContext& run)
{
    if (options.size < 1 || options.size > 1024)
        return fail(ErrorCode::InvalidOption, "--data-size must be between 1 and 1024");
    return guarded(
        folder.string(), [&] { return pack(folder, options, run); }, {.ofMemory = "use a smaller --data-size"});
}

}
