// tests/fuzz/targets.cpp
#include "tests/fuzz/targets.h"
#include "core/base/mapped_file.h"
#include "core/base/npy.h"
#include "core/base/memory_bound.h"
#include "core/checkpoint/class_names_json.h"
#include "core/checkpoint/class_names_lines.h"
#include "core/checkpoint/containers/npz.h"
#include "core/checkpoint/containers/pickle.h"
#include "core/checkpoint/containers/safetensors.h"
#include "core/checkpoint/containers/torch_pickle.h"
#include "core/checkpoint/containers/zip.h"
#include "core/checkpoint/json_file.h"
#include "core/checkpoint/profiles.h"
#include "core/checkpoint/python_literal.h"
#include "core/checkpoint/stated_facts.h"
#include "core/checkpoint/unicode_text.h"
#include "core/image/bands.h"
#include "core/image/picture_header.h"
#include "core/library/hub_answers.h"
#include "core/library/known_models.h"
#include "core/library/wanted_files.h"
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sys/mman.h>
#include <unistd.h>

namespace patchlight::fuzz
{
namespace
{
namespace fs = std::filesystem;

/// A file in memory that has these bytes, under a name.
class InMemory
{
public:
    explicit InMemory(Bytes bytes) : m_file(::memfd_create("fuzz", MFD_CLOEXEC))
    {
        for (std::size_t at = 0; at < bytes.size();) {
            const auto done = ::write(m_file, bytes.data() + at, bytes.size() - at);
            if (done <= 0)
                break;
            at += static_cast<std::size_t>(done);
        }
    }
    ~InMemory() { ::close(m_file); }
    InMemory(const InMemory&) = delete;
    InMemory& operator=(const InMemory&) = delete;
    fs::path path() const { return "/proc/self/fd/" + std::to_string(m_file); }
    std::shared_ptr<const MappedFile> mapped() const { return *MappedFile::open(path()); }

private:
    int m_file;
};

std::string_view textOf(Bytes bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool runSafetensors(Bytes bytes)
{
    return readSafetensors(InMemory(bytes).mapped(), "fuzz").has_value();
}

bool runZip(Bytes bytes)
{
    auto archive = ZipArchive::open(InMemory(bytes).mapped(), "fuzz");
    bool all = archive.has_value();
    if (archive)
        for (const auto& entry : archive->entries())
            all = archive->read(entry, true).has_value() && all;
    return all;
}

bool runNpz(Bytes bytes)
{
    auto archive = ZipArchive::open(InMemory(bytes).mapped(), "fuzz");
    return archive && readNpz(*archive, "fuzz");
}

bool runTorchZip(Bytes bytes)
{
    auto archive = ZipArchive::open(InMemory(bytes).mapped(), "fuzz");
    return archive && readTorchZip(*archive, bytes.size(), "fuzz");
}

bool runPickle(Bytes bytes)
{
    const auto pickle = readPickle(bytes, 0, "fuzz");
    if (pickle)
        static_cast<void>(contentOf(*pickle, {}, bytes.size(), "fuzz"));
    return pickle.has_value();
}

bool runTorchLegacy(Bytes bytes)
{
    return readTorchLegacy(InMemory(bytes).mapped(), "fuzz").has_value();
}

bool runNpy(Bytes bytes)
{
    return parseNpy(bytes, "fuzz").has_value();
}

/// The folder that this process writes its files to.
const fs::path& factsFolder()
{
    static const fs::path folder = [] {
        const fs::path memory = fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
        const auto made = memory / ("patchlight-fuzz-" + std::to_string(::getpid()));
        fs::create_directories(made);
        return made;
    }();
    return folder;
}

/// As the file beside the weights whose name is given.
bool asStated(Bytes bytes, const char* name)
{
    const auto file = factsFolder() / name;
    std::ofstream(file, std::ios::binary).write(textOf(bytes).data(), static_cast<std::streamsize>(bytes.size()));
    std::vector<fs::path> files;
    const bool read = readStatedFacts(factsFolder(), files).has_value();
    fs::remove(file);
    return read;
}

bool runConfig(Bytes bytes)
{
    return asStated(bytes, "config.json");
}

bool runOpenClipConfig(Bytes bytes)
{
    return asStated(bytes, "open_clip_config.json");
}

bool runPreprocessor(Bytes bytes)
{
    return asStated(bytes, "preprocessor_config.json");
}

bool runProfile(Bytes bytes)
{
    const auto json = parseJson(textOf(bytes), "fuzz");
    if (!json)
        return false;
    std::vector<std::string> notes;
    const bool processor = senselessInProcessor(*json).empty() && profileFromProcessor(*json, {48, 48}, notes);
    const bool timm = senselessInTimm(*json).empty() && profileFromTimm(*json, {48, 48});
    return profileFromOwn(*json, {}, "fuzz").has_value() || processor || timm || profileFromOpenClip(*json, {48, 48});
}

bool runLabels(Bytes bytes)
{
    const auto text = utf8From(textOf(bytes));
    bool read = classNamesFromLines(text, false, 3, "fuzz").has_value();
    read = classNamesFromLines(text, true, 3, "fuzz").has_value() || read;
    if (const auto literal = parsePythonLiteral(text))
        read = classNamesOf(*literal, 3, "fuzz").has_value() || read;
    if (const auto json = parseJson(text, "fuzz"))
        read = classNamesOf(*json, 3, "fuzz").has_value() || read;
    return read;
}

bool runKnownModels(Bytes bytes)
{
    return readKnownModels(InMemory(bytes).path()).has_value();
}

bool runPictureHeader(Bytes bytes)
{
    return readPictureHeader(bytes, "fuzz").has_value();
}

bool runBands(Bytes bytes)
{
    constexpr std::uint64_t kBound = 64'000'000; // larger ones would slow the runs down
    setMemoryBound(kBound);
    return readBands(bytes, "fuzz", {.stretch = true}, nullptr).has_value();
}

bool runHub(Bytes bytes)
{
    const std::string text{textOf(bytes)};
    const HubName model{};
    bool read = repositoryFromJson(text, model).has_value();
    read = namesFromJson(text).has_value() || read;
    read = shardsOf(text, "fuzz").has_value() || read;
    HttpAnswer answer{200, {}};
    std::size_t from = 0; // "name: value" lines as headers
    while (from < text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        const auto line = text.substr(from, end - from);
        if (const auto colon = line.find(": "); colon != std::string::npos)
            answer.headers[line.substr(0, colon)] = line.substr(colon + 2);
        from = end + 1;
    }
    secondsToWait(answer);
    return fileFromHeaders(answer, "https://hub.invalid/a/b", "fuzz").has_value() || read;
}

const char* const kHubRepository
    = R"({"sha": "0123456789012345678901234567890123456789", "siblings": [{"rfilename": "model.safetensors"}, {"rfilename": "config.json"}]})";
const char* const kHubHeaders = "x-repo-commit: 0123456789012345678901234567890123456789\netag: \"abc\"\ncontent-length: "
                                "12\nx-linked-size: 12\nlocation: https://other.invalid/x\nretry-after: 3\n";
const char* const kShards = R"({"weight_map": {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}})";

}

const std::vector<Target>& targets()
{
    static const std::vector<Target> all{
        {"safetensors", runSafetensors, {"goldens/timm-vit/model.safetensors", "../fuzz/seeds/small.safetensors"}},
        {"zip", runZip, {"goldens/google-npz-vit/", "goldens/deit-distilled-pth/", "../fuzz/seeds/deflated.npz", "../fuzz/seeds/stored.npz", "../fuzz/seeds/small.pth"}},
        {"npz", runNpz, {"goldens/google-npz-vit/", "../fuzz/seeds/deflated.npz", "../fuzz/seeds/stored.npz"}},
        {"torch-zip", runTorchZip, {"goldens/deit-distilled-pth/", "goldens/swin-official-pth/", "../fuzz/seeds/small.pth"}},
        {"pickle", runPickle, {"goldens/timm-vit-legacy-pth/", "../fuzz/seeds/legacy.pth"}},
        {"torch-legacy", runTorchLegacy, {"goldens/timm-vit-legacy-pth/", "../fuzz/seeds/legacy.pth"}},
        {"npy", runNpy, {"goldens/timm-vit/logits.npy", "../fuzz/seeds/small.npy"}},
        {"config", runConfig, {"goldens/timm-vit/config.json", "goldens/hf-vit/config.json", "goldens/hf-swin/config.json"}},
        {"open-clip-config", runOpenClipConfig,
            {R"({"model_cfg": {"embed_dim": 512, "vision_cfg": {"image_size": 224, "layers": 12, "width": 768, "patch_size": 32}}, "preprocess_cfg": {"mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5], "interpolation": "bicubic", "resize_mode": "shortest"}})"}},
        {"preprocessor", runPreprocessor,
            {R"({"do_resize": true, "size": {"height": 224, "width": 224}, "resample": 2, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5], "rescale_factor": 0.00392, "do_normalize": true, "crop_pct": 0.9, "image_processor_type": "ViTImageProcessor"})"}},
        {"profile", runProfile,
            {R"({"name": "x", "mode": "shorter", "resize": [256, 256], "crop": 224, "interpolation": "bicubic", "scale": 0.004, "mean": [0, 0, 0], "std": [1, 1, 1]})",
                R"({"input_size": [3, 224, 224], "crop_pct": 0.9, "interpolation": "bicubic", "mean": [0, 0, 0], "std": [1, 1, 1]})"}},
        {"labels", runLabels, {"0,cat\n1,\"big \"\"dog\"\"\"\n2,bird\n", "cat\ndog\nbird\n", "names:\n  - cat\n  - dog\n  - bird\n",
                                  "{0: 'cat', 1: \"it's\", 2: 'bird'}", R"({"0": "cat", "1": ["n1", "dog"], "2": "bird"})"}},
        {"known-models", runKnownModels, {R"([{"name": "a/b", "title": "A", "family": "vit", "parameters": 5717416, "bytes": 22869664, "licence": "mit", "classes": 1000, "knows": "x", "input": 224, "top1": 72.2, "about": "y", "source": "z"}])"}},
        {"picture-header", runPictureHeader, {"pictures/"}},
        {"bands", runBands, {"../fuzz/seeds/strips.tif", "../fuzz/seeds/apart.tif", "../fuzz/seeds/tiles.tif", "../fuzz/seeds/lzw.tif", "../fuzz/seeds/jpeg.tif", "../fuzz/seeds/packbits.tif"}},
        {"hub", runHub, {kHubRepository, kHubHeaders, kShards}},
    };
    return all;
}

namespace
{

std::string contentOfFile(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool isNoSeed(const fs::path& file)
{
    const auto ending = file.extension();
    return ending == ".npy" || ending == ".json" || ending == ".py" || ending == ".md";
}

}

std::vector<std::string> seedBytes(const Target& target)
{
    constexpr std::uintmax_t kLargest = 500'000; // more would slow every run down
    std::vector<std::string> all;
    for (const auto& seed : target.seeds) {
        const auto path = fs::path(PATCHLIGHT_FIXTURES) / seed;
        std::error_code none;
        if (seed.ends_with('/')) {
            for (const auto& entry : fs::directory_iterator(path, none))
                if (entry.is_regular_file() && !isNoSeed(entry.path()) && entry.file_size() <= kLargest)
                    all.push_back(contentOfFile(entry.path()));
        } else if (seed.size() < 200 && fs::is_regular_file(path, none)) {
            all.push_back(contentOfFile(path));
        } else {
            all.push_back(seed);
        }
    }
    return all;
}

}
