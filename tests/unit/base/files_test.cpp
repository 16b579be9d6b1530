// tests/unit/base/files_test.cpp: atomic writing, mapping, fingerprints.
#include "core/base/atomic_file.h"
#include "core/base/file_identity.h"
#include "core/base/guard.h"
#include "core/base/mapped_file.h"
#include "core/base/sha256.h"
#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>
#include <vector>

using namespace patchlight;
namespace fs = std::filesystem;

namespace
{

class Files : public testing::Test
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
    const fs::path m_folder = fs::temp_directory_path() / ("patchlight-files-" + std::to_string(::getpid()));
};

}

TEST_F(Files, ANameNoFileHasIsCutInTheSentence)
{
    for (const std::string& name : {std::string(5000, 'a'), (m_folder / std::string(300, 'a')).string()}) {
        const auto file = MappedFile::open(name);
        ASSERT_FALSE(file);
        EXPECT_LT(file.error().message.size(), 250U);
        EXPECT_EQ(FileIdentity::of(name).error().message, file.error().message);
    }
}

TEST_F(Files, WritingReplacesTheWholeFile)
{
    ASSERT_TRUE(writeFile(m_folder / "a", "a long first text"));
    ASSERT_TRUE(writeFile(m_folder / "a", "short"));
    EXPECT_EQ(content(m_folder / "a"), "short");
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), {}), 1);
}

TEST_F(Files, AMissingFolderIsOneClearSentence)
{
    const auto written = writeFile(m_folder / "no/such/file", "text");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::WriteFailed);
    EXPECT_NE(written.error().message.find("no/such/file"), std::string::npos);
}

TEST_F(Files, ALinkStaysALinkAndItsTargetIsWritten)
{
    fs::create_directories(m_folder / "far");
    ASSERT_TRUE(writeFile(m_folder / "far/a", "old"));
    fs::create_symlink("far/a", m_folder / "link");
    fs::create_symlink("link", m_folder / "second");
    fs::create_symlink("far/new", m_folder / "dangling");
    fs::create_symlink("circle", m_folder / "circle");
    ASSERT_TRUE(writeFile(m_folder / "second", "new"));
    ASSERT_TRUE(writeFile(m_folder / "dangling", "made"));
    EXPECT_TRUE(fs::is_symlink(m_folder / "link") && fs::is_symlink(m_folder / "second"));
    EXPECT_TRUE(fs::is_symlink(m_folder / "dangling"));
    EXPECT_EQ(content(m_folder / "far/a"), "new");
    EXPECT_EQ(content(m_folder / "far/new"), "made");
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder / "far"), {}), 2);
    EXPECT_EQ(writeFile(m_folder / "circle", "text").error().code, ErrorCode::WriteFailed);
    EXPECT_TRUE(fs::is_symlink(m_folder / "circle"));
}

TEST_F(Files, AFileKeepsItsModeAndANewOneHasTheUsual)
{
    using fs::perms;
    const auto mode = [&](const char* name) { return fs::status(m_folder / name).permissions(); };
    ASSERT_TRUE(writeFile(m_folder / "a", "old"));
    std::ofstream(m_folder / "usual") << "text";
    EXPECT_EQ(mode("a"), mode("usual"));
    fs::permissions(m_folder / "a", perms::owner_read | perms::owner_write | perms::owner_exec);
    ASSERT_TRUE(writeFile(m_folder / "a", "new"));
    EXPECT_EQ(mode("a"), perms::owner_read | perms::owner_write | perms::owner_exec);
}

TEST_F(Files, AFileThatMayNotBeWrittenIsNotReplaced)
{
    constexpr uid_t kNobody = 65534;
    ASSERT_TRUE(writeFile(m_folder / "a", "kept"));
    fs::permissions(m_folder, fs::perms::all);
    fs::permissions(m_folder / "a", fs::perms::owner_read | fs::perms::others_read);
    const bool root = ::geteuid() == 0; // may write anything
    ASSERT_EQ(root ? ::seteuid(kNobody) : 0, 0);
    const auto written = writeFile(m_folder / "a", "lost");
    ASSERT_EQ(root ? ::seteuid(0) : 0, 0);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::WriteFailed);
    EXPECT_EQ(content(m_folder / "a"), "kept");
}

TEST_F(Files, AFullDiskIsReported)
{
    EXPECT_EQ(writeFile("/dev/full", "text").error().code, ErrorCode::WriteFailed);
}

TEST_F(Files, MappingSeesTheBytes)
{
    ASSERT_TRUE(writeFile(m_folder / "a", "abc"));
    const auto file = MappedFile::open(m_folder / "a");
    ASSERT_TRUE(file);
    EXPECT_EQ((*file)->bytes().size(), 3U);
    EXPECT_EQ(MappedFile::open(m_folder / "b").error().code, ErrorCode::NotFound);
    EXPECT_EQ(MappedFile::open(m_folder).error().code, ErrorCode::Unreadable);
}

TEST_F(Files, ReleasedBytesAreReadAgainFromTheFile)
{
    const std::string text(100'000, 'x');
    ASSERT_TRUE(writeFile(m_folder / "a", text));
    const auto file = *MappedFile::open(m_folder / "a");
    const auto bytes = file->bytes();
    releaseMapped(bytes);
    releaseMapped(bytes.subspan(10, 50'000));
    EXPECT_TRUE(std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{'x'}; }));
}

TEST_F(Files, ReleasingLeavesMemoryThatIsNoFileAlone)
{
    ASSERT_TRUE(writeFile(m_folder / "a", "abc"));
    const auto file = *MappedFile::open(m_folder / "a");
    const std::vector<char> heap(1'000'000, 'y');
    releaseMapped(std::as_bytes(std::span(heap)));
    EXPECT_EQ(std::ranges::count(heap, 'y'), 1'000'000);
}

TEST(Sha256, AgreesWithThePublishedVectors)
{
    const auto of = [](std::string_view text) { return sha256(std::as_bytes(std::span{text.data(), text.size()})); };
    EXPECT_EQ(of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, ComesInPiecesToo)
{
    std::vector<std::byte> bytes(1000);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::byte>(i * 7);
    for (const std::size_t piece :
        {std::size_t{1}, std::size_t{55}, std::size_t{64}, std::size_t{65}, std::size_t{999}}) {
        Sha256 hash;
        for (std::size_t at = 0; at < bytes.size(); at += piece)
            hash.add(std::span(bytes).subspan(at, std::min(piece, bytes.size() - at)));
        EXPECT_EQ(hash.digits(), sha256(bytes)) << piece;
    }
}

TEST_F(Files, AnIdentityIsOfTheFileThatWasThere)
{
    ASSERT_TRUE(writeFile(m_folder / "a", "first"));
    const auto first = FileIdentity::of(m_folder / "a");
    ASSERT_TRUE(first);
    ASSERT_TRUE(writeFile(m_folder / "b", "second"));
    fs::rename(m_folder / "b", m_folder / "a"); // another file takes the name
    const auto second = FileIdentity::of(m_folder / "a");
    ASSERT_TRUE(second);
    EXPECT_FALSE((*first)->sameAs(**second));
    EXPECT_TRUE((*first)->unchanged());
    EXPECT_EQ(*(*first)->sha256(), sha256(std::as_bytes(std::span("first", 5))));
    EXPECT_EQ(*(*second)->sha256(), *sha256OfFile(m_folder / "a"));
    EXPECT_EQ(FileIdentity::of(m_folder / "none").error().code, ErrorCode::NotFound);
}

TEST_F(Files, AnIdentityTellsOfAFileWrittenTo)
{
    ASSERT_TRUE(writeFile(m_folder / "a", "first"));
    const auto asked = FileIdentity::of(m_folder / "a"), late = FileIdentity::of(m_folder / "a");
    ASSERT_TRUE(asked && late);
    const auto hash = (*asked)->sha256();
    ASSERT_TRUE(hash);
    std::ofstream(m_folder / "a", std::ios::app) << "and more";
    EXPECT_FALSE((*asked)->unchanged());
    EXPECT_EQ(*(*asked)->sha256(), *hash) << "what was loaded is remembered";
    EXPECT_EQ((*late)->sha256().error().code, ErrorCode::Unreadable);
}

TEST_F(Files, WhatIsCutOffAMappedFileIsAnErrorAndNotTheEnd)
{
    const std::string text(100'000, 'x');
    ASSERT_TRUE(writeFile(m_folder / "a", text));
    const auto file = MappedFile::open(m_folder / "a");
    ASSERT_TRUE(file);
    const auto last = [&]() -> Result<int> { return static_cast<int>((*file)->bytes().back()); };
    EXPECT_EQ(guarded("a", last), static_cast<int>('x'));
    fs::resize_file(m_folder / "a", 10);
    const auto lost = lostReads();
    const auto read = guarded("a", last);
    EXPECT_EQ(lostReads(), lost + 1);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Unreadable);
}
