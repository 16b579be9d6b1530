// tests/unit/engine/file_identity_test.cpp: what was loaded is what provenance names, whatever happens to the files.
#include "core/base/sha256.h"
#include "core/engine/engine.h"
#include "core/engine/output/provenance.h"
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

using namespace patchlight;
namespace fs = std::filesystem;

namespace
{

/// A loaded model and an analysed picture, both in a folder of this test's own.
class LoadedFiles : public testing::Test
{
protected:
    void SetUp() override
    {
        fs::copy(PATCHLIGHT_FIXTURES "/goldens/timm-vit", m_folder, fs::copy_options::recursive);
        for (const auto& each : fs::directory_iterator(m_folder))
            if (each.path().extension() == ".safetensors")
                m_weights = each.path();
        ASSERT_FALSE(m_weights.empty());
        ModelSource source;
        source.path = m_folder;
        source.device = "cpu";
        ASSERT_TRUE(m_engine.load(source, {}));
        m_hash = *sha256OfFile(m_weights);
        const auto analysis = analyse();
        ASSERT_TRUE(analysis);
        m_analysis = *analysis;
    }
    void TearDown() override { fs::remove_all(m_folder); }

    Result<AnalysisPtr> analyse() { return m_engine.analyse({m_folder / "input.npy", {}, ""}, {}); }
    Result<nlohmann::ordered_json> provenanceNow()
    {
        const auto explanation = m_engine.explain(*m_analysis, {}, {});
        return explanation ? provenance(*m_analysis, *explanation)
                           : Result<nlohmann::ordered_json>{fail(explanation.error())};
    }
    std::string hashIn(const nlohmann::ordered_json& all) const
    {
        for (const auto& file : all.at("model").at("files"))
            if (file.at("file") == m_weights.string())
                return file.at("sha256");
        return {};
    }
    void spoil(const fs::path& file) const
    {
        std::fstream(file, std::ios::in | std::ios::out | std::ios::binary).seekp(0, std::ios::end) << "more";
    }

    Engine m_engine{EngineOptions{1}};
    const fs::path m_folder = fs::temp_directory_path() / ("patchlight-loaded-" + std::to_string(::getpid()));
    fs::path m_weights;
    std::string m_hash;
    AnalysisPtr m_analysis;
};

}

TEST_F(LoadedFiles, AreNamedByProvenanceWhenOthersHaveTheirNames)
{
    const auto before = provenanceNow();
    ASSERT_TRUE(before) << before.error().message;
    EXPECT_EQ(hashIn(*before), m_hash);
    fs::copy_file(m_weights, m_folder / "other");
    spoil(m_folder / "other");
    fs::rename(m_folder / "other", m_weights);
    const auto after = provenanceNow();
    ASSERT_TRUE(after) << after.error().message;
    EXPECT_EQ(hashIn(*after), m_hash);
}

TEST_F(LoadedFiles, ThatWereWrittenToAreAMessage)
{
    spoil(m_weights);
    EXPECT_EQ(provenanceNow().error().code, ErrorCode::Unreadable) << "nobody asked before it changed";
    const auto again = analyse();
    ASSERT_FALSE(again) << "its weights may be read from the file";
    EXPECT_NE(again.error().message.find("has changed"), std::string::npos) << again.error().message;
}

TEST_F(LoadedFiles, ThatAreCutShortDoNotEndTheProgram)
{
    fs::resize_file(m_weights, 64);
    EXPECT_EQ(analyse().error().code, ErrorCode::Unreadable);
    ExplainRequest request;
    request.method = Method::Relevancy;
    EXPECT_EQ(m_engine.explain(*m_analysis, request, {}).error().code, ErrorCode::Unreadable);
}

TEST_F(LoadedFiles, OfAnotherModelDoNotGiveItsGradients)
{
    ExplainRequest request;
    request.method = Method::Relevancy;
    const auto before = m_engine.explain(*m_analysis, request, {});
    ASSERT_TRUE(before);
    fs::copy_file(m_weights, m_folder / "other");
    spoil(m_folder / "other");
    fs::rename(m_folder / "other", m_weights);
    const auto after = m_engine.explain(*m_analysis, request, {});
    if (after) // from the network in memory
        EXPECT_EQ(after->map, before->map);
    else
        EXPECT_NE(after.error().message.find("has changed"), std::string::npos) << after.error().message;
}
