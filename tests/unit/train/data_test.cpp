// tests/unit/train/data_test.cpp: packed data sets, class lists, options.
#include "core/base/atomic_file.h"
#include "core/train/data/packed_pictures.h"
#include "core/train/distillation/teacher_classes.h"
#include "tests/unit/train/support.h"
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace patchlight
{
namespace
{

std::string bytesOf(const std::filesystem::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

TEST(PackedPictures, ComeBackAsTheyWere)
{
    const TemporaryFolder folder;
    const auto data = paintedPictures(3, 2, 8);
    ASSERT_TRUE(writePacked(folder.path / "data", data));
    EXPECT_TRUE(looksPacked(folder.path / "data"));
    const auto back = readPacked(folder.path / "data");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->train.pixels, data.train.pixels);
    EXPECT_EQ(back->validation.labels, data.validation.labels);
    EXPECT_EQ(back->classNames, data.classNames);
}

TEST(PackedPictures, DamageIsAnErrorAtEveryLength)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(writePacked(folder.path / "data", paintedPictures(1, 1, 4)));
    const std::string whole = bytesOf(folder.path / "data");
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        ASSERT_TRUE(writeFile(folder.path / "cut", std::string_view(whole).substr(0, length)));
        EXPECT_FALSE(readPacked(folder.path / "cut")) << length;
    }
    std::string wild = whole;
    wild.replace(8, 8, std::string(8, '\xFF')); // a header longer than any file
    ASSERT_TRUE(writeFile(folder.path / "cut", wild));
    EXPECT_FALSE(readPacked(folder.path / "cut"));
}

TEST(TeacherClasses, MatchByIdOrByAnyOfTheNames)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(writeFile(
        folder.path / "list", std::string_view("0\tn01\ttench, Tinca tinca\n1\tn02\tschool bus\n2\tn03\tcat\n")));
    const auto found = teacherClasses(folder.path / "list", {}, {"n02", "b"}, {"Schulbus", "Tinca tinca"});
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, (std::vector<int>{1, 0}));
    const auto missing = teacherClasses(folder.path / "list", {}, {"x"}, {"unicorn"});
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message.find("unicorn"), std::string::npos);
}

TEST(TrainOptions, DefaultsAreDeiTs)
{
    const TrainOptions options;
    EXPECT_EQ(options.schedule.epochs, 300);
    EXPECT_DOUBLE_EQ(options.schedule.learningRate, 5e-4);
    EXPECT_DOUBLE_EQ(options.augmentation.mixup, 0.8);
    EXPECT_DOUBLE_EQ(options.augmentation.erasing, 0.25);
    EXPECT_EQ(options.augmentation.repeats, 3);
    EXPECT_TRUE(checkOptions(options));
}

TEST(TrainOptions, NonsenseIsRefusedByName)
{
    TrainOptions options;
    options.network.patch = 15;
    ASSERT_FALSE(checkOptions(options));
    EXPECT_NE(checkOptions(options).error().message.find("--patch"), std::string::npos);
    options.network.patch = 16;
    options.schedule.learningRate = NAN;
    ASSERT_FALSE(checkOptions(options));
    EXPECT_NE(checkOptions(options).error().message.find("--lr"), std::string::npos);
}

}
}
