// tests/unit/base/kept_input_test.cpp: what is read is not written over; folders appear whole or not at all.
#include "core/base/atomic_file.h"
#include "core/base/kept_input.h"
#include "core/base/staged_folder.h"
#include <csignal>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace patchlight;
namespace fs = std::filesystem;

namespace
{

class KeptInputs : public testing::Test
{
protected:
    void SetUp() override { fs::create_directories(m_folder); }
    void TearDown() override { fs::remove_all(m_folder); }
    std::string content(const fs::path& path) const
    {
        std::ostringstream all;
        all << std::ifstream(path).rdbuf();
        return all.str();
    }
    int entries(const fs::path& folder) const { return static_cast<int>(std::distance(fs::directory_iterator(folder), {})); }
    const fs::path m_folder = fs::temp_directory_path() / ("patchlight-kept-" + std::to_string(::getpid()));
};

using Staged = KeptInputs;

}

TEST_F(KeptInputs, AreRefusedByEveryNameAsLongAsTheyAreKept)
{
    ASSERT_TRUE(writeFile(m_folder / "a", "kept"));
    fs::create_hard_link(m_folder / "a", m_folder / "hard");
    fs::create_symlink("a", m_folder / "link");
    {
        const KeptInput first(m_folder / "a");
        auto second = std::make_unique<KeptInput>(m_folder / "link");
        second.reset();
        for (const char* name : {"a", "hard", "link"}) {
            const auto written = writeFile(m_folder / name, "lost");
            ASSERT_FALSE(written) << name;
            EXPECT_NE(written.error().message.find(name), std::string::npos) << written.error().message;
        }
        EXPECT_EQ(checkNotInput(m_folder / "hard").error().code, ErrorCode::InvalidOption);
        EXPECT_TRUE(checkNotInput(m_folder / "new"));
        EXPECT_EQ(content(m_folder / "a"), "kept");
    }
    EXPECT_TRUE(writeFile(m_folder / "a", "replaced"));
}

TEST_F(KeptInputs, OfWhatIsNoFileKeepNothing)
{
    const KeptInput folder(m_folder), nothing(m_folder / "none"), device("/dev/null"), empty(fs::path{});
    EXPECT_TRUE(writeFile("/dev/null", "text"));
    EXPECT_TRUE(writeFile(m_folder / "none", "text"));
}

TEST_F(Staged, FilesAppearTogether)
{
    ASSERT_TRUE(writeFile(m_folder / "b", "mine"));
    {
        auto staged = StagedFolder::inside(m_folder / "new/deep");
        ASSERT_TRUE(staged);
        fs::create_directory(staged->path() / "block");
        ASSERT_TRUE(writeFile(staged->path() / "a", "1"));
        ASSERT_TRUE(writeFile(staged->path() / "block/b", "2"));
        EXPECT_FALSE(fs::exists(m_folder / "new/deep/a"));
        ASSERT_TRUE(staged->moveIntoPlace());
    }
    EXPECT_EQ(content(m_folder / "new/deep/a"), "1");
    EXPECT_EQ(content(m_folder / "new/deep/block/b"), "2");
    EXPECT_EQ(entries(m_folder / "new/deep"), 2);
}

TEST_F(Staged, WhatIsNotMovedLeavesNothing)
{
    {
        auto staged = StagedFolder::inside(m_folder / "new/deep");
        ASSERT_TRUE(writeFile(staged->path() / "a", "1"));
    }
    EXPECT_FALSE(fs::exists(m_folder / "new"));
    ASSERT_TRUE(writeFile(m_folder / "a", "mine"));
    const KeptInput kept(m_folder / "a");
    {
        auto staged = StagedFolder::inside(m_folder);
        ASSERT_TRUE(writeFile(staged->path() / "a", "1"));
        ASSERT_TRUE(writeFile(staged->path() / "b", "2"));
        EXPECT_EQ(staged->moveIntoPlace().error().code, ErrorCode::InvalidOption);
    }
    EXPECT_EQ(content(m_folder / "a"), "mine");
    EXPECT_EQ(entries(m_folder), 1) << "b was not moved alone";
}

TEST_F(Staged, AFolderOrADeviceInTheWayIsToldBeforeAnythingMoves)
{
    fs::create_directory(m_folder / "b");
    fs::create_symlink("/dev/null", m_folder / "c");
    for (const char* name : {"b", "c"}) {
        auto staged = StagedFolder::inside(m_folder);
        ASSERT_TRUE(writeFile(staged->path() / "a", "1"));
        ASSERT_TRUE(writeFile(staged->path() / name, "2"));
        EXPECT_EQ(staged->moveIntoPlace().error().code, ErrorCode::WriteFailed);
    }
    EXPECT_FALSE(fs::exists(m_folder / "a"));
    EXPECT_EQ(StagedFolder::inside(m_folder / "c/d").error().code, ErrorCode::WriteFailed);
}

TEST_F(Staged, ALimitOnFilesIsAFailedWriteAndLeavesNothing)
{
    const auto child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit none{4096, 4096};
        ::setrlimit(RLIMIT_FSIZE, &none);
        const auto written = writeFile(m_folder / "a", std::string(100'000, 'x'));
        ::_exit(!written && entries(m_folder) == 0 ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
