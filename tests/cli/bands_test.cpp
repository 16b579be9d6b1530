// tests/cli/bands_test.cpp: networks of one channel and of several, fed by TIFFs of as many bands.
#include "core/base/npy.h"
#include "tests/cli/command.h"
#include <array>
#include <fstream>
#include <iterator>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

constexpr int kWidth = 50, kHeight = 40;

int pixel(int band, int row, int column)
{
    return (band * 70 + row * 5 + column * 3) % 256;
}

void put(std::string& to, std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        to += static_cast<char>(value >> (8 * i));
}

/// Little-endian, uncompressed, one strip, or one for each band.
void writeTiff(const std::string& file, int bands, int bits, bool apart)
{
    std::string data;
    const auto add = [&](int band, int row, int column) {
        const auto v = static_cast<std::uint32_t>(pixel(band, row, column));
        put(data, bits == 16 ? v << 8U : v, bits / 8);
    };
    for (int band = 0; apart && band < bands; ++band)
        for (int i = 0; i < kWidth * kHeight; ++i)
            add(band, i / kWidth, i % kWidth);
    for (int i = 0; !apart && i < kWidth * kHeight; ++i)
        for (int band = 0; band < bands; ++band)
            add(band, i / kWidth, i % kWidth);
    const std::uint32_t lists = 8 + static_cast<std::uint32_t>(data.size()), strips = apart ? bands : 1;
    std::string out("II\x2A\0", 4), tail;
    const auto n = static_cast<std::uint32_t>(bands);
    for (std::uint32_t i = 0; i < n; ++i)
        put(tail, static_cast<std::uint32_t>(bits), 2);
    const auto each = static_cast<std::uint32_t>(data.size()) / strips;
    const auto offsetsAt = lists + static_cast<std::uint32_t>(tail.size());
    for (std::uint32_t i = 0; i < strips; ++i)
        put(tail, 8 + i * each, 4);
    const auto countsAt = lists + static_cast<std::uint32_t>(tail.size());
    for (std::uint32_t i = 0; i < strips; ++i)
        put(tail, each, 4);
    put(out, lists + static_cast<std::uint32_t>(tail.size()), 4);
    out += data + tail;
    const std::vector<std::array<std::uint32_t, 4>> tags{{256, 4, 1, kWidth}, {257, 4, 1, kHeight}, {258, 3, n, lists},
        {259, 3, 1, 1}, {262, 3, 1, 1}, {273, 4, strips, strips == 1 ? 8 : offsetsAt}, {277, 3, 1, n},
        {278, 4, 1, kHeight}, {279, 4, strips, strips == 1 ? each : countsAt}, {284, 3, 1, apart ? 2U : 1U}};
    put(out, static_cast<std::uint32_t>(tags.size()), 2);
    for (const auto& [tag, type, count, value] : tags) {
        put(out, tag, 2);
        put(out, type, 2);
        put(out, count, 4);
        put(out, value, 4);
    }
    put(out, 0, 4);
    std::ofstream(file, std::ios::binary) << out;
}

class BandsTest : public WithFolder
{
protected:
    void SetUp() override
    {
        WithFolder::SetUp();
        std::string pixels;
        for (int i = 0; i < kWidth * kHeight; ++i)
            for (int band = 0; band < 3; ++band)
                pixels += static_cast<char>(pixel(band, i / kWidth, i % kWidth));
        std::ofstream(at("colours.ppm"), std::ios::binary)
            << "P6\n" << kWidth << " " << kHeight << "\n255\n" << pixels;
    }
    /// The golden ViT with patches of so many channels: its own weights for the first, `further` for those after.
    std::string net(int channels, float further)
    {
        std::ifstream file(golden("timm-vit/model.safetensors"), std::ios::binary);
        std::uint64_t size = 0;
        file.read(reinterpret_cast<char*>(&size), sizeof size);
        std::string header(size, ' ');
        file.read(header.data(), static_cast<std::streamsize>(size));
        const std::string data(std::istreambuf_iterator<char>{file}, {});
        auto all = nlohmann::ordered_json::parse(header);
        std::string changed;
        for (auto& [name, entry] : all.items()) {
            if (name == "__metadata__")
                continue;
            const auto begin = entry["data_offsets"][0].get<std::size_t>(), end = entry["data_offsets"][1].get<std::size_t>();
            auto bytes = data.substr(begin, end - begin);
            if (name == "patch_embed.proj.weight") {
                bytes = widened(bytes, entry["shape"][0], channels, further);
                entry["shape"][1] = channels;
            }
            entry["data_offsets"] = {changed.size(), changed.size() + bytes.size()};
            changed += bytes;
        }
        const auto folder = at("net" + std::to_string(channels));
        std::filesystem::create_directory(folder);
        const auto text = all.dump();
        const std::uint64_t length = text.size();
        std::ofstream(folder + "/model.safetensors", std::ios::binary)
            << std::string(reinterpret_cast<const char*>(&length), sizeof length) << text << changed;
        auto config = nlohmann::json::parse(std::ifstream(golden("timm-vit/config.json")));
        std::ofstream(folder + "/config.json") << config;
        return folder;
    }
    static std::string widened(const std::string& bytes, int filters, int channels, float further)
    {
        std::vector<float> own(bytes.size() / sizeof(float));
        std::copy_n(bytes.data(), bytes.size(), reinterpret_cast<char*>(own.data()));
        const auto plane = own.size() / static_cast<std::size_t>(filters) / 3;
        std::vector<float> all;
        for (int filter = 0; filter < filters; ++filter)
            for (int channel = 0; channel < channels; ++channel)
                for (std::size_t i = 0; i < plane; ++i)
                    all.push_back(channel < 3 ? own[(static_cast<std::size_t>(filter * 3 + channel)) * plane + i] : further * static_cast<float>(filter % 3)); // not alike in all, which norms take away
        return {reinterpret_cast<const char*>(all.data()), all.size() * sizeof(float)};
    }
    NdArray logits(const std::string& image, const std::string& model, Outcome* said = nullptr)
    {
        std::filesystem::remove_all(at("t"));
        const auto outcome = run({"trace", image, "--model", model, "--out", at("t")});
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        if (said)
            *said = outcome;
        return load(at("t/logits.npy"));
    }
};

TEST_F(BandsTest, AreWhatTheNetworkReads)
{
    const auto three = logits(at("colours.ppm"), golden("timm-vit"));
    const auto five = net(5, 0); // blind to what comes after the third
    for (const bool apart : {false, true})
        for (const int bits : {8, 16}) {
            writeTiff(at("five.tif"), 5, bits, apart);
            Outcome said;
            EXPECT_LT(largestError(logits(at("five.tif"), five, &said), three), 1e-5) << apart << bits;
            EXPECT_NE(said.err.find("mean and std of its bands after the third"), std::string::npos) << said.err;
        }
    EXPECT_GT(largestError(logits(at("five.tif"), net(5, 0.1F)), three), 1e-3);
}

TEST_F(BandsTest, AreRefusedWhereTheNetworkReadsOthers)
{
    writeTiff(at("six.tif"), 6, 8, false);
    const auto other = run({"predict", at("six.tif"), "--model", net(4, 0)});
    EXPECT_EQ(other.status, 1);
    EXPECT_NE(other.err.find("it has 6 bands, and the network reads 4"), std::string::npos) << other.err;
    const auto colours = run({"predict", at("six.tif"), "--model", golden("timm-vit")});
    EXPECT_EQ(colours.status, 1);
    EXPECT_NE(colours.err.find("it has 6 bands, which are read by a network of as many channels"), std::string::npos)
        << colours.err;
    const auto picture = run({"predict", at("colours.ppm"), "--model", at("net4")});
    EXPECT_EQ(picture.status, 1);
    EXPECT_NE(picture.err.find("bands of a TIFF"), std::string::npos) << picture.err;
}

TEST_F(BandsTest, AreShownAsChosen)
{
    writeTiff(at("four.tif"), 4, 8, false);
    const auto model = net(4, 0.1F);
    const auto drawn = [&](std::vector<std::string> more) {
        std::vector<std::string> words{
            "explain", at("four.tif"), "--model", model, "--method", "rollout", "--opacity", "0", "--out", at("map.png")};
        words.insert(words.end(), more.begin(), more.end());
        const auto outcome = run(words);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        std::ifstream file(at("map.png"), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>{file}, {});
    };
    const auto first = drawn({});
    EXPECT_EQ(drawn({"--bands", "0,1,2"}), first);
    EXPECT_NE(drawn({"--bands", "3,2,1"}), first);
    EXPECT_NE(drawn({"--bands", "3"}), drawn({"--bands", "2"}));
    const auto none = run({"inspect", model, "--bands", "4"});
    EXPECT_NE(none.err.find("there is no band 4"), std::string::npos) << none.err;
    EXPECT_EQ(run({"inspect", model, "--bands", "1,2"}).status, 2);
    EXPECT_EQ(run({"inspect", golden("timm-vit"), "--bands", "1"}).status, 1);
}

TEST_F(BandsTest, AreAllHiddenWithAPatch)
{
    const auto model = net(4, 0.1F);
    writeTiff(at("four.tif"), 4, 8, false);
    const auto size = load(golden("timm-vit/input.npy")).dim(2);
    ASSERT_TRUE(writeNpy(at("zeros.npy"), {{1, 4, size, size}, std::vector<float>(static_cast<std::size_t>(4 * size * size))}));
    const auto shape = run({"inspect", model, "--json"}).json().at("grid");
    std::string cells;
    for (int row = 0; row < shape[0]; ++row)
        for (int column = 0; column < shape[1]; ++column)
            cells += (cells.empty() ? "" : ";") + std::to_string(row) + "," + std::to_string(column);
    const auto hidden = run({"predict", at("four.tif"), "--model", model, "--hide", cells, "--json"}).json();
    const auto blank = run({"predict", at("zeros.npy"), "--model", model, "--json"}).json();
    EXPECT_NEAR(hidden["predictions"][0]["logit"].get<double>(), blank["predictions"][0]["logit"].get<double>(), 1e-4);
    const auto grey = run({"predict", at("colours.ppm"), "--model", net(1, 0), "--hide", cells});
    EXPECT_EQ(grey.status, 0) << grey.err;
}

}
