// core/train/pictures/list_folder.cpp
#include "core/train/pictures/list_folder.h"
#include "core/image/read_picture.h"
#include "core/train/augmentation/random.h"
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

namespace patchlight
{
namespace
{

namespace fs = std::filesystem;

std::vector<std::string> classFolders(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.is_directory(ignored))
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<fs::path> picturesBelow(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(folder, ignored))
        if (entry.is_regular_file(ignored) && looksLikePicture(entry.path()))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// "folder<separator>name" per row; the name may hold commas and spaces.
std::map<std::string, std::string> namesFrom(const fs::path& path)
{
    std::map<std::string, std::string> names;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const auto end = line.find_first_of("\t ,");
        const auto begin = end == std::string::npos ? end : line.find_first_not_of("\t ,", end);
        if (begin != std::string::npos)
            names[line.substr(0, end)] = line.substr(begin, line.find_last_not_of("\r ") - begin + 1);
    }
    return names;
}

void addClass(std::vector<ListedPicture>& to, const fs::path& folder, int label)
{
    for (auto& file : picturesBelow(folder))
        to.push_back({std::move(file), label});
}

/// Tiny-ImageNet's validation: one folder of pictures and a list.
void addAnnotated(FolderListing& listing, const fs::path& folder)
{
    std::map<std::string, int> labels;
    for (std::size_t i = 0; i < listing.classIds.size(); ++i)
        labels[listing.classIds[i]] = static_cast<int>(i);
    std::ifstream file(folder / "val_annotations.txt");
    for (std::string line; std::getline(file, line);) {
        const auto tab = line.find('\t');
        const auto next = line.find('\t', tab + 1);
        const auto found = tab == std::string::npos ? labels.end() : labels.find(line.substr(tab + 1, next - tab - 1));
        if (found != labels.end())
            listing.validation.push_back({folder / "images" / line.substr(0, tab), found->second});
    }
}

/// The same share of every class, chosen by the seed.
void splitOff(FolderListing& listing, double share, std::uint64_t seed)
{
    std::map<int, std::vector<ListedPicture>> byClass;
    for (auto& picture : listing.train)
        byClass[picture.label].push_back(std::move(picture));
    listing.train.clear();
    for (auto& [label, pictures] : byClass) {
        Random random(seed, static_cast<std::uint64_t>(label), 0, 4);
        shuffle(pictures, random);
        const auto aside = static_cast<std::size_t>(std::lround(share * static_cast<double>(pictures.size())));
        for (std::size_t i = 0; i < pictures.size(); ++i)
            (i < aside ? listing.validation : listing.train).push_back(std::move(pictures[i]));
    }
}

}

Result<FolderListing> listFolder(const fs::path& folder, const FolderOptions& options)
{
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        return fail(
            ErrorCode::NotFound, folder.string() + " is not a folder; give one with a folder of pictures per class");
    const bool parted = fs::is_directory(folder / "train", ignored);
    const fs::path train = parted ? folder / "train" : folder;
    FolderListing listing;
    listing.classIds = options.only.empty() ? classFolders(train) : options.only;
    const auto names = namesFrom(options.classNames);
    for (std::size_t i = 0; i < listing.classIds.size(); ++i) {
        const std::string& id = listing.classIds[i];
        const auto named = names.find(id);
        listing.classNames.push_back(named == names.end() ? id : named->second);
        addClass(listing.train, train / id, static_cast<int>(i));
        if (parted && fs::is_directory(folder / "val" / id, ignored))
            addClass(listing.validation, folder / "val" / id, static_cast<int>(i));
    }
    if (parted && listing.validation.empty())
        addAnnotated(listing, folder / "val");
    listing.split = "the folder's own validation part";
    if (listing.validation.empty()) {
        splitOff(listing, options.validationShare, options.seed);
        listing.split = std::to_string(std::lround(100 * options.validationShare))
            + " % of every class set aside for validation, chosen by seed " + std::to_string(options.seed);
    }
    if (listing.train.empty())
        return fail(
            ErrorCode::NotFound, "there is no picture below " + train.string() + "; expected CLASS/picture.jpg");
    return listing;
}

}
