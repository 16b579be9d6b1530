// tests/unit/checkpoint/profiles_test.cpp: recipes and class names.
#include "core/checkpoint/class_names.h"
#include "core/checkpoint/profiles.h"
#include "made_files.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

namespace patchlight
{
namespace
{

TEST(Profiles, ResizeAsTheReferencesDo)
{
    struct Case {
        const char* name;
        int size, resize;
    };
    for (const auto& [name, size, resize] :
        {Case{"timm-vit", 224, 248}, {"timm-vit", 384, 384}, {"timm-deit", 224, 248}, {"deit", 224, 256},
            {"swin", 384, 438}, {"torchvision-vit", 224, 256}, {"torchvision-vit-l16", 224, 242},
            {"torchvision-swin-t", 224, 232}, {"torchvision-swin-s", 224, 246}, {"torchvision-swin-b", 224, 238},
            {"timm-vit-miil", 224, 256}, {"timm-dinov2", 518, 518}, {"timm-vit", 64, 71}}) {
        const auto profile = makeProfile(name, {size, size});
        ASSERT_TRUE(profile) << name;
        EXPECT_EQ(profile->resize, resize) << name << " " << size;
        EXPECT_EQ(profile->crop, (GridSize{size, size}));
    }
    EXPECT_EQ(makeProfile("hf-deit", {224, 224})->resizeTo, (GridSize{256, 256}));
    EXPECT_EQ(makeProfile("google-vit", {384, 384})->resizeTo, (GridSize{384, 384}));
    EXPECT_EQ(makeProfile("Timm ViT", {224, 224})->name, "timm-vit");
    EXPECT_FALSE(makeProfile("unknown", {224, 224}));
}

TEST(Profiles, NamesAreDistinctAndAllMakeOne)
{
    const auto names = profileNames();
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
    for (const auto& name : names)
        EXPECT_TRUE(makeProfile(name, {224, 224})) << name;
}

TEST(Profiles, ReadHuggingFacesProcessors)
{
    const auto read = [](const char* text) {
        std::vector<std::string> notes;
        return profileFromProcessor(nlohmann::json::parse(text), {224, 224}, notes);
    };
    const auto vit = read(
        R"({"do_resize":true,"size":{"height":224,"width":224},"resample":2,"image_mean":[0.5,0.5,0.5],"image_std":[0.5,0.5,0.5]})");
    ASSERT_TRUE(vit);
    EXPECT_EQ(vit->mode, ResizeMode::Squash);
    EXPECT_EQ(vit->filter, Filter::Bilinear);
    const auto deit = read(
        R"({"size":256,"do_center_crop":true,"crop_size":224,"resample":3,"image_mean":[0.485,0.456,0.406],"image_std":[0.229,0.224,0.225]})");
    ASSERT_TRUE(deit);
    EXPECT_EQ(deit->resizeTo, (GridSize{256, 256}));
    EXPECT_EQ(deit->crop, (GridSize{224, 224}));
    EXPECT_EQ(deit->filter, Filter::Bicubic);
    const auto dino = read(
        R"({"size":{"shortest_edge":256},"crop_size":{"height":224,"width":224},"do_center_crop":true,"resample":3})");
    ASSERT_TRUE(dino);
    EXPECT_EQ(dino->mode, ResizeMode::Shorter);
    EXPECT_EQ(dino->resize, 256);
    EXPECT_FALSE(read(R"({"image_mean":[0.5,0.5],"size":224})"));
    EXPECT_FALSE(read(R"({"image_std":[0,0,0],"size":224})"));
}

TEST(Profiles, KeepThePicturesShapeWhereTheProcessorDoes)
{
    std::vector<std::string> notes;
    const auto profile = profileFromProcessor(nlohmann::json::parse(
        R"({"image_processor_type":"Siglip2ImageProcessorFast","patch_size":6,"max_num_patches":40,"do_resize":true})"),
        {224, 224}, notes);
    ASSERT_TRUE(profile);
    EXPECT_EQ(profile->mode, ResizeMode::Patches);
    EXPECT_EQ(profile->mostPatches, 40);
    EXPECT_EQ(profile->crop, (GridSize{36, 36})) << "of a square picture";
    EXPECT_EQ(profile->filter, Filter::Bilinear);
    const auto asked = resized(*profile, {60, 24}); // a size that was asked for is kept
    EXPECT_EQ(asked.mode, ResizeMode::Squash);
    EXPECT_EQ(asked.crop, (GridSize{60, 24}));
}

TEST(Profiles, ResizeInFloatWhereTheProcessorDoes)
{
    std::vector<std::string> notes;
    for (const std::string name : {"DINOv3ViTImageProcessorFast", "DINOv3ViTImageProcessor"}) {
        const auto profile = profileFromProcessor({{"image_processor_type", name}}, {224, 224}, notes);
        ASSERT_TRUE(profile);
        EXPECT_TRUE(profile->inFloat) << name;
    }
    EXPECT_FALSE(profileFromProcessor({{"image_processor_type", "SiglipImageProcessor"}}, {224, 224}, notes)->inFloat);
    EXPECT_TRUE(makeProfile("hf-dinov3", {224, 224})->inFloat);
}

TEST(Profiles, FitPicturesIntoASquareWhereOpenClipDoes)
{
    const auto profile = profileFromOpenClip({{"resize_mode", "longest"}}, {64, 64});
    ASSERT_TRUE(profile);
    EXPECT_EQ(profile->mode, ResizeMode::Longest);
    EXPECT_EQ(profile->resizeTo, (GridSize{64, 64}));
}

TEST(Profiles, ReadTimmsConfiguration)
{
    const auto json = nlohmann::json::parse(
        R"({"input_size":[3,224,224],"crop_pct":0.95,"crop_mode":"squash","interpolation":"bilinear","mean":[0,0,0],"std":[1,1,1]})");
    const auto profile = profileFromTimm(json, {});
    ASSERT_TRUE(profile);
    EXPECT_EQ(profile->mode, ResizeMode::Squash);
    EXPECT_EQ(profile->resizeTo, (GridSize{235, 235}));
    EXPECT_EQ(profile->filter, Filter::Bilinear);
}

TEST(Profiles, OfOurOwnComeFromAFile)
{
    const TemporaryFolder folder;
    writeText(folder / "mine.json",
        R"({"mode":"squash","resize":[100,80],"crop":[96,64],"interpolation":"lanczos","mean":[0,0,0],"std":[1,1,1]})");
    const auto profile = findProfile((folder / "mine.json").string(), {224, 224});
    ASSERT_TRUE(profile) << profile.error().message;
    EXPECT_EQ(profile->name, "mine.json");
    EXPECT_EQ(profile->resizeTo, (GridSize{100, 80}));
    EXPECT_EQ(profile->crop, (GridSize{96, 64}));
    EXPECT_EQ(profile->filter, Filter::Lanczos);
}

TEST(Profiles, OfOurOwnChangeOnlyWhatTheyName)
{
    const TemporaryFolder folder;
    const auto own = *makeProfile("timm-deit", {224, 224});
    writeText(folder / "mean.json", R"({"mean":[0.1,0.2,0.3]})");
    auto expected = own;
    expected.mean = {0.1F, 0.2F, 0.3F};
    expected.name = "mean.json";
    const auto profile = findProfile((folder / "mean.json").string(), {224, 224}, own);
    ASSERT_TRUE(profile) << profile.error().message;
    EXPECT_EQ(*profile, expected);
}

TEST(Profiles, OfOurOwnSayWhichKeyIsWrong)
{
    const TemporaryFolder folder;
    const std::pair<const char*, const char*> wrong[]{{R"({"typo":3})", "typo"}, {R"({"size":[128,128]})", "size"},
        {R"({"mode":"stretch"})", "mode"}, {R"({"interpolation":"cubist"})", "interpolation"},
        {R"({"std":[0,0,0]})", "std"}, {R"({"mean":[0.5,0.5]})", "mean"}, {R"({"mean":["a","b","c"]})", "mean"},
        {R"({"crop":0})", "crop"}, {R"({"resize":-5})", "resize"}, {R"({"crop":1e9})", "crop"}, {"{}", "mode"}};
    for (const auto& [text, key] : wrong) {
        writeText(folder / "bad.json", text);
        const auto profile = findProfile((folder / "bad.json").string(), {224, 224});
        ASSERT_FALSE(profile) << text;
        EXPECT_EQ(profile.error().code, ErrorCode::Malformed);
        EXPECT_NE(profile.error().message.find(key), std::string::npos) << profile.error().message;
        EXPECT_NE(profile.error().message.find("bad.json"), std::string::npos) << profile.error().message;
    }
}

TEST(ClassNames, OneALineOrWithNumbers)
{
    const TemporaryFolder folder;
    const auto names = [&](const std::string& text, int classes) {
        writeText(folder / "labels.txt", text);
        return readClassNames(folder / "labels.txt", classes);
    };
    EXPECT_EQ(*names("cat\ndog\n", 2), (std::vector<std::string>{"cat", "dog"}));
    EXPECT_EQ(*names("index,name\n1,dog\n0,\"cat, tabby\"\r\n", 2), (std::vector<std::string>{"cat, tabby", "dog"}));
    EXPECT_EQ(*names("0\tn0001\tcat, tabby\n2\tn0002\tdog\n", 3), (std::vector<std::string>{"cat, tabby", "1", "dog"}));
    EXPECT_EQ(names("cat\n", 2).error().code, ErrorCode::Mismatch);
    EXPECT_EQ(names("0,cat\n5,dog\n", 2).error().code, ErrorCode::Mismatch);
    EXPECT_EQ(names("0,cat\n0,dog\n", 2).error().code, ErrorCode::Malformed);
    EXPECT_TRUE(names("0,cat\n0,dog\n", 2).error().message.ends_with("line 2, names class 0 again; give each class one name"));
    EXPECT_EQ(names("", 2).error().code, ErrorCode::Malformed);
    EXPECT_EQ(readClassNames(folder / "absent.txt", 2).error().code, ErrorCode::NotFound);
}

TEST(ClassNames, ComeInThreeShapesOfJson)
{
    const TemporaryFolder folder;
    const std::vector<std::string> expected{"tench", "great_white_shark"};
    for (const char* file : {"names.json", "NAMES.JSON", "names.txt"})
        for (const char* text : {R"(["tench", "great_white_shark"])", R"({"0": "tench", "1": "great_white_shark"})",
                 R"({"1": ["n01484850", "great_white_shark"], "0": ["n01440764", "tench"]})",
                 R"( {"model_type": "vit", "id2label": {"0": "tench", "1": "great_white_shark"}})"}) {
            writeText(folder / file, text);
            const auto names = readClassNames(folder / file, 2);
            ASSERT_TRUE(names) << text << names.error().message;
            EXPECT_EQ(*names, expected) << text;
        }
    writeText(folder / "gap.json", R"({"2": "cat"})");
    EXPECT_EQ(*readClassNames(folder / "gap.json", 3), (std::vector<std::string>{"0", "1", "cat"}));
    writeText(folder / "bracket.txt", "[unknown]\ncat\n");
    EXPECT_EQ(*readClassNames(folder / "bracket.txt", 2), (std::vector<std::string>{"[unknown]", "cat"}));
    writeText(folder / "mark.txt",
        "\xEF\xBB\xBF"
        "dog\ncat\n");
    EXPECT_EQ(*readClassNames(folder / "mark.txt", 2), (std::vector<std::string>{"dog", "cat"}));
}

TEST(ClassNames, InJsonThatMakesNoSenseAreRefusedByName)
{
    const TemporaryFolder folder;
    const std::pair<std::string, ErrorCode> wrong[]{{"", ErrorCode::Malformed}, {"[", ErrorCode::Malformed},
        {"3", ErrorCode::Malformed}, {"{}", ErrorCode::Malformed}, {"[]", ErrorCode::Mismatch},
        {R"(["a"])", ErrorCode::Mismatch}, {R"(["a", 4])", ErrorCode::Malformed},
        {R"(["a", ["b"]])", ErrorCode::Malformed}, {R"({"0": 7})", ErrorCode::Malformed},
        {R"({"0": []})", ErrorCode::Malformed}, {R"({"cat": "a"})", ErrorCode::Malformed},
        {R"({"-1": "a"})", ErrorCode::Malformed}, {R"({"0": "a", "00": "b"})", ErrorCode::Malformed},
        {R"({"2": "a"})", ErrorCode::Mismatch}, {R"({"99999999999999999999": "a"})", ErrorCode::Malformed},
        {R"({"id2label": "a"})", ErrorCode::Malformed}, {std::string(100000, '['), ErrorCode::Malformed}};
    for (const auto& [text, code] : wrong) {
        writeText(folder / "bad.json", text);
        const auto names = readClassNames(folder / "bad.json", 2);
        ASSERT_FALSE(names) << text;
        EXPECT_EQ(names.error().code, code) << text.substr(0, 99) << ": " << names.error().message;
        EXPECT_NE(names.error().message.find("bad.json"), std::string::npos) << names.error().message;
    }
    writeText(folder / "bad.json", R"({"0": "a", "00": "b"})");
    EXPECT_TRUE(readClassNames(folder / "bad.json", 2).error().message.ends_with("twice; give each class one name"));
}

TEST(ClassNames, ThoseOfImageNetAreDistinct)
{
    const auto names = shippedClassNames(1000);
    ASSERT_EQ(names.size(), 1000U);
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 1000U);
    EXPECT_EQ(names[639], "maillot, tank suit");
    EXPECT_TRUE(shippedClassNames(10).empty());
}

TEST(ClassNames, AreDecodedByTheirMarkOrRefusedWithTheLine)
{
    using namespace std::string_literals;
    const TemporaryFolder folder;
    const auto names = [&](const std::string& text) {
        writeText(folder / "labels.txt", text);
        return readClassNames(folder / "labels.txt", 2);
    };
    EXPECT_EQ(*names("\xFF\xFE" "k\0\xF6\0\n\0d\0\n\0"s), (std::vector<std::string>{"kö", "d"}));
    EXPECT_EQ(*names("\xFE\xFF\0k\0\xF6\0\n\0d\0\n"s), (std::vector<std::string>{"kö", "d"}));
    for (const auto& [text, line] : {std::pair{"cat\nK\xF6nig\n"s, "line 2"}, {"c\0a\0\n\0d\0\n\0"s, "line 1"},
             {"\xFF\xFE" "a\0\n\0\x00\xD8\n\0"s, "line 2"}, {"\xFF\xFE" "a\0\n\0b"s, "line 2"}}) {
        const auto refused = names(text);
        ASSERT_FALSE(refused) << text;
        EXPECT_NE(refused.error().message.find(line), std::string::npos) << refused.error().message;
        EXPECT_NE(refused.error().message.find("UTF-8"), std::string::npos) << refused.error().message;
    }
}

TEST(ClassNames, QuotesInsideAreWrittenTwice)
{
    const TemporaryFolder folder;
    writeText(folder / "labels.csv", "0,\"the \"\"big\"\" cat\"\n1,\"\"\"dog\"\"\"\n");
    EXPECT_EQ(*readClassNames(folder / "labels.csv", 2), (std::vector<std::string>{"the \"big\" cat", "\"dog\""}));
}

TEST(Profiles, WhatMakesNoSenseInOtherProgramsFilesIsNamed)
{
    const auto wrong = [](const char* text) { return senselessInProcessor(nlohmann::json::parse(text)); };
    EXPECT_EQ(wrong(R"({"image_std":[0.5,0.5,0.5],"size":224})"), "");
    EXPECT_EQ(wrong(R"({"do_normalize":false,"image_std":[0,0,0]})"), "");
    EXPECT_NE(wrong(R"({"image_std":[1e-40,1,1]})").find("'image_std' must be three numbers from a millionth"), std::string::npos);
    EXPECT_NE(wrong(R"({"image_mean":[0,0,1e19]})").find("'image_mean' must be three numbers of at most a million"), std::string::npos);
    EXPECT_NE(wrong(R"({"image_mean":[0.5,0.5,0.5],"rescale_factor":1e30})").find("'rescale_factor'"), std::string::npos);
    EXPECT_NE(wrong(R"({"image_std":[0,1,1]})").find("'image_std' must be three numbers above 0, not [0,1,1]"), std::string::npos);
    EXPECT_NE(wrong(R"({"image_mean":"half"})").find("'image_mean'"), std::string::npos);
    EXPECT_NE(wrong(R"({"rescale_factor":-1})").find("'rescale_factor'"), std::string::npos);
    EXPECT_NE(wrong(R"({"rescale_factor":"1/255"})").find("'rescale_factor'"), std::string::npos);
    EXPECT_EQ(wrong(R"({"do_rescale":false,"rescale_factor":0})"), "");
    std::vector<std::string> notes;
    ASSERT_TRUE(profileFromProcessor(nlohmann::json::parse(
        R"({"image_mean":[0.5,0.5,0.5],"do_resize":"no","crop_size":-3,"crop_pct":"x","resample":77,"size":"big"})"), {48, 48}, notes));
    for (const char* key : {"'do_resize'", "'crop_size'", "'crop_pct'", "'resample'", "'size'"})
        EXPECT_TRUE(std::ranges::any_of(notes, [&](const std::string& note) { return note.find(key) != std::string::npos; })) << key;
    EXPECT_NE(senselessInTimm(nlohmann::json::parse(R"({"mean":[0,0,0],"std":[1,0,1]})")).find("'std'"), std::string::npos);
    EXPECT_NE(senselessInTimm(nlohmann::json::parse(R"({"crop_pct":-1})")).find("'crop_pct'"), std::string::npos);
}

}
}
