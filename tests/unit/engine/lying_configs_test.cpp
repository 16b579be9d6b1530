// tests/unit/engine/lying_configs_test.cpp: config.json and preprocessor_config.json changed at random places: an answer
// of numbers, or one sentence. PATCHLIGHT_MUTANTS says how many of each folder (default 12), PATCHLIGHT_MUTANTS_SEED
// which, and PATCHLIGHT_MUTANTS_IGNORED a file that lists every value whose change changed nothing and was not told.
#include "core/engine/engine.h"
#include "core/engine/model/describe_model.h"
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <unistd.h>

using namespace patchlight;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace
{

int numberIn(const char* variable, int otherwise)
{
    const char* text = std::getenv(variable);
    return text ? std::atoi(text) : otherwise;
}

const Json& strangeValues()
{
    static const Json all = Json::parse(R"([0, -1, 1, 2, 3, 7, 1.5, -0.5, 1e-5, 1e300, 2147483648, 9007199254740993,
        18446744073709551615, 100000, 4096, true, false, null, "", "0", "1e-5", "gelu", "relu", "abc", "\u202e\u001b[31m",
        [], [0], [1, 2], [1, 2, 3], [-1, -1, -1], [0, 0, 0], [1e-40, 1e-40, 1e-40], [null, null, null], ["a", "b", "c"],
        {}, {"height": 0}, {"height": 48, "width": -3}, {"shortest_edge": 1e9}, {"shortest_edge": 32}, {"a": [{}]}, [[[]]]])");
    return all;
}

/// A processor such as people have; each key of it counts.
Json processor()
{
    return {{"do_resize", true}, {"size", {{"height", 48}, {"width", 48}}}, {"resample", 2}, {"do_center_crop", false},
        {"crop_size", {{"height", 48}, {"width", 48}}}, {"do_rescale", true}, {"rescale_factor", 1.0 / 255},
        {"do_normalize", true}, {"image_mean", {0.5, 0.5, 0.5}}, {"image_std", {0.5, 0.5, 0.5}},
        {"image_processor_type", "ViTImageProcessor"}};
}

/// One value of `json` becomes another, goes, or moves to another key; says which.
std::string mutate(Json& json, std::mt19937& random)
{
    const auto any = [&](std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random); };
    const auto leaves = json.flatten();
    auto at = leaves.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(any(leaves.size())));
    Json::json_pointer place(at.key());
    if (place.to_string().find("id2label") != std::string::npos && any(4) != 0)
        place = place.parent_pointer(); // there are many of these
    const auto how = any(12);
    if (how == 0 && !place.empty() && json[place.parent_pointer()].is_object()) {
        json[place.parent_pointer()].erase(place.back());
        return "without " + place.to_string();
    }
    auto& value = json[place];
    const auto old = value.dump();
    if (how == 1 && value.is_number())
        value = value.get<double>() * 2;
    else if (how == 2 && value.is_number())
        value = -value.get<double>();
    else if (how == 3 && value.is_boolean())
        value = !value.get<bool>();
    else
        value = strangeValues()[any(strangeValues().size())];
    return value.dump() == old ? std::string{} : place.to_string() + ": " + old.substr(0, 60) + " → " + value.dump();
}

/// A folder with links to the weights of another, and JSON files of its own.
class Folder
{
public:
    explicit Folder(const fs::path& of) : m_path(fs::temp_directory_path() / ("patchlight-lies-" + std::to_string(::getpid())))
    {
        fs::create_directories(m_path);
        for (const auto& each : fs::directory_iterator(of))
            if (each.path().extension() == ".safetensors" || each.path().extension() == ".bin"
                || each.path().filename().string().ends_with(".index.json"))
                fs::create_symlink(fs::absolute(each.path()), m_path / each.path().filename());
    }
    ~Folder() { fs::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const fs::path& path() const { return m_path; }
    void write(const std::string& name, const std::string& text) const { std::ofstream(m_path / name) << text; }

private:
    fs::path m_path;
};

struct Answer {
    std::string error;
    std::string facts, notes;
    std::vector<float> values; ///< logits, embedding or features
};

Answer answerOf(const fs::path& folder)
{
    Engine engine{EngineOptions{1}};
    ModelSource source;
    source.path = folder;
    source.device = "cpu";
    const auto model = engine.load(source, {});
    if (!model)
        return {model.error().message, {}, {}, {}};
    const auto ran = engine.analyse({PATCHLIGHT_FIXTURES "/goldens/preprocess/rgb.jpg", {}, ""}, {});
    if (!ran)
        return {ran.error().message, {}, {}, {}};
    Answer answer;
    auto facts = describeModel(**model);
    facts.erase("origin");
    answer.facts = facts.dump(-1, ' ', false, Json::error_handler_t::replace);
    for (const auto& note : (*model)->notes)
        answer.notes += note + "\n";
    answer.values = !(*ran)->logits.values.empty() ? (*ran)->logits.values
        : !(*ran)->embedding.values.empty()        ? (*ran)->embedding.values
                                                   : (*ran)->features.values;
    return answer;
}

/// Values that changed, though nothing else did and no note has the key.
bool isSilent(const Answer& before, const Answer& now, const std::string& change)
{
    const auto key = change.substr(0, change.find(": "));
    const auto last = key.substr(key.rfind('/') + 1);
    return before.facts == now.facts && before.values == now.values && now.notes.find("'" + last + "'") == std::string::npos
        && now.notes.find(last) == std::string::npos;
}

void tryFolder(const std::string& name, int count, std::mt19937& random, std::ostream* ignored)
{
    const fs::path original = fs::path(PATCHLIGHT_FIXTURES) / name;
    const Folder folder(original);
    const auto config = Json::parse(std::ifstream(original / "config.json"));
    const bool huggingFace = config.contains("model_type");
    const auto beside = fs::exists(original / "preprocessor_config.json")
        ? Json::parse(std::ifstream(original / "preprocessor_config.json"))
        : processor();
    const auto write = [&](const Json& first, const Json& second) {
        folder.write("config.json", first.dump());
        if (huggingFace)
            folder.write("preprocessor_config.json", second.dump());
    };
    write(config, beside);
    const auto before = answerOf(folder.path());
    ASSERT_EQ(before.error, "") << name;
    for (int i = 0; i < count; ++i) {
        Json first = config, second = beside;
        const bool processors = huggingFace && i % 2 == 1;
        const auto change = mutate(processors ? second : first, random);
        if (change.empty())
            continue;
        write(first, second);
        const auto now = answerOf(folder.path());
        const auto told = name + (processors ? " processor " : " config ") + change;
        for (const float value : now.values)
            ASSERT_TRUE(std::isfinite(value)) << told;
        if (!now.error.empty()) {
            EXPECT_EQ(now.error.find('\n'), std::string::npos) << told << "\n" << now.error;
            EXPECT_LT(now.error.size(), 1200U) << told;
            const bool namesFile = now.error.find(folder.path().string()) != std::string::npos
                || now.error.find("does not divide into patches") != std::string::npos; // of the picture
            EXPECT_TRUE(namesFile) << told << "\n" << now.error;
            EXPECT_NE(now.error.find(';'), std::string::npos) << told << "\n" << now.error; // what to do
        } else if (ignored && isSilent(before, now, change)) {
            *ignored << told << "\n";
        }
    }
}

}

TEST(LyingConfigs, AreAnsweredOrRefusedInOneSentence)
{
    std::mt19937 random(static_cast<unsigned>(numberIn("PATCHLIGHT_MUTANTS_SEED", 1)));
    const char* list = std::getenv("PATCHLIGHT_MUTANTS_IGNORED");
    std::ofstream ignored(list ? list : "/dev/null");
    for (const char* name : {"goldens/hf-vit", "goldens/hf-swin", "goldens/hf-deit-distilled", "families/hf-dinov3-gated",
             "families/hf-siglip2-naflex", "families/hf-swinv2-pad", "families/hf-beit-shared", "families/hf-resnet-basic",
             "families/hf-clip-classification", "families/timm-eva02", "families/timm-swinv2", "families/timm-cait",
             "families/timm-beit", "families/timm-bit", "families/timm-siglip", "families/timm-resnet-d"})
        tryFolder(name, numberIn("PATCHLIGHT_MUTANTS", 12), random, list ? &ignored : nullptr);
}
